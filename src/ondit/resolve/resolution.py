"""The door: attributions learn whom they mean."""

from collections.abc import Container, Iterable, Sequence

from msgspec.structs import replace

from ondit.model.annotation import Annotated
from ondit.model.article import Article
from ondit.model.attribution import Attributed, Attribution
from ondit.model.reading import Resolved
from ondit.model.source import Credit, Source
from ondit.model.span import Span
from ondit.resolve.bodies import national_kinds
from ondit.resolve.cast import Cast
from ondit.resolve.credit.find import find_credits
from ondit.resolve.figure import Figure
from ondit.resolve.imitation import imitations
from ondit.resolve.outlets.rows import Outlet
from ondit.resolve.reference.walk import Bound, walked
from ondit.resolve.reporters import set_outlets
from ondit.resolve.scene import scene_of


def resolve(annotated: Annotated, attributed: Attributed, *, added: tuple[Outlet, ...] = ()) -> Resolved:
    """Return the attributions and refusals of an article with their sources resolved, and its credits.

    A source that nobody has listed becomes one of its own; an attribution that names nobody keeps None.
    `added` are rows of the user's own that stand beside or in place of those of the outlets table.
    """
    scene = scene_of(annotated, attributed, added)
    cast, vocabulary, attributed = scene.cast, scene.vocabulary, scene.attributed
    bound = walked(scene, attributed)
    set_outlets(attributed, bound, scene)
    credits = find_credits(annotated, attributed, cast, vocabulary)
    resolved = _resolved(attributed, bound, credits, cast)
    return _named_as_stated(resolved, {outlet.id for outlet in added})


def outlets_named(
    annotated: Annotated, attributed: Attributed, *, added: tuple[Outlet, ...] = ()
) -> tuple[tuple[Span, Outlet], ...]:
    """Return the outlets that an article names, in text order, with the words of each; official bodies are in
    the table as well. A name that could be several outlets', or no outlet's, is left out."""
    scene = scene_of(annotated, attributed, added)
    meant = ((one.span, scene.cast.named(one.phrase).outlet) for one in scene.mentions if one.counts)
    return tuple((span, outlet) for span, outlet in meant if outlet)


def _resolved(
    attributed: Attributed, bound: Bound, credits: Sequence[tuple[Credit, Figure]], cast: Cast
) -> Resolved:
    article = cast.article
    count = len(attributed.attributions)
    refusals = []
    for row, one in enumerate(attributed.refusals, start=count):
        meant = bound.get((row, "source"))
        refusals.append(replace(one, source_id=meant[0].figure.id(article) if meant else None))
    figures = [figure for some in bound.values() for meant in some for figure in meant.figures]
    figures += [figure for _, figure in credits]
    own_id = cast.own.id(article) if cast.own else None
    marked = imitations(article, cast.vocabulary, own_id)
    every = _sources([*figures, *([cast.own] if cast.own else [])], cast)
    sources = tuple(map(marked, national_kinds(article, every, cast.vocabulary)))
    return Resolved(
        attributions=tuple(
            _with_source(one, row, bound, article) for row, one in enumerate(attributed.attributions)
        ),
        refusals=tuple(refusals),
        sources=sources,
        credits=tuple(credit for credit, _ in credits),
        outlet=next((one for one in sources if one.id == own_id), None),
    )


def _named_as_stated(resolved: Resolved, stated: Container[str]) -> Resolved:
    """Return what is resolved, with the outlets that the user named bearing no other name: his word stands
    before that of the pages."""
    sources = (replace(one, called=()) if one.outlet_id in stated else one for one in resolved.sources)
    return replace(resolved, sources=tuple(sources))


def _with_source(one: Attribution, row: int, bound: Bound, article: Article) -> Attribution:
    told = bound.get((row, "addressee"))
    one = replace(one, addressee_id=told[0].figure.id(article) if told else None)
    source = bound.get((row, "source"))
    if not source:
        return one
    beside = bound.get((row, "beside"), [])
    figures = [*source[0].figures, *(figure for meant in beside for figure in meant.figures)]
    return replace(
        one,
        source_id=figures[0].id(article),
        other_source_ids=tuple(figure.id(article) for figure in figures[1:]),
        source_grade=source[0].grade,
        source_why=source[0].why,
    )


def _sources(figures: Iterable[Figure], cast: Cast) -> tuple[Source, ...]:
    """Return the records of all figures and of those they speak for or come through, each once."""
    open_, seen = list(figures), dict[str, Source]()
    while open_:
        figure = open_.pop(0)
        source = figure.source(cast.article)
        if source.id not in seen:
            seen[source.id] = source
            open_ += [one for one in (figure.speaks_for, figure.via) if one]
    return tuple(seen.values())
