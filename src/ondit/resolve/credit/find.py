"""Credit that stands outside the sentences: lines around the text, and what the page says of itself."""

import re
from collections.abc import Iterator, Sequence

from ondit.model.annotation import Annotated
from ondit.model.article import Article
from ondit.model.attribution import Attributed
from ondit.model.source import Credit, CreditKind, OutletKind, SourceKind
from ondit.model.span import Span, SpanIndex, share_text, text_order
from ondit.resolve.cast import Cast
from ondit.resolve.credit.lines import CreditLines, Found
from ondit.resolve.figure import Figure, of_name
from ondit.resolve.outlets.hosts import BARE_HOST, host_of, registered_domain
from ondit.resolve.outlets.table import Outlet
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.publisher import BRACKETED

Credited = tuple[Credit, Figure]

_SEPARATORS = re.compile(r"\s*[/,;&]\s*")  # matches the "/" of "PA/AP", nothing in "Daily Foo"


def find_credits(
    annotated: Annotated, attributed: Attributed, cast: Cast, vocabulary: Vocabulary
) -> list[Credited]:
    """Return the credits of an article with whom they credit, in text order, those of its metadata last.

    Nobody credits itself: the article's own outlet is left out, and so are social platforms.
    """
    lines = CreditLines(annotated, vocabulary)
    given = [_of_line(found, annotated.article, cast) for found in lines.found()]
    given += _of_page(annotated.article, cast, vocabulary)
    given += _of_links(annotated, attributed, cast, vocabulary)
    seen: dict[tuple[str, CreditKind, Span | None], Credited] = {}
    for credit, figure in given:
        if figure is not cast.own and not _is_social(figure):
            seen.setdefault((credit.source_id, credit.kind, credit.span), (credit, figure))
    return sorted(
        seen.values(), key=lambda one: (one[0].span is None, *text_order(one[0].span or Span(0, 0)))
    )


def _of_line(found: Found, article: Article, cast: Cast) -> Credited:
    figure = cast.of_outlet(found.outlet) if found.outlet else cast.other(found.name)
    if found.span and found.outlet:
        figure.called[article.cut(found.span)] = None
    return Credit(kind=found.kind, source_id=figure.id(article), span=found.span, shown=found.shown), figure


def _of_page(article: Article, cast: Cast, vocabulary: Vocabulary) -> list[Credited]:
    """Return the credits of the page's metadata."""
    given: list[Credited] = []
    for field in (article.outlet, article.site_name):
        for written, outlet in _outlets_beside(field or "", vocabulary):
            credited = cast.of_outlet(outlet)
            credited.called[written] = None
            given.append(_credit(CreditKind.STRUCTURED, credited, field or "", article))
    for name in (article.publisher, *article.based_on):
        figure = _of_reference(name, cast, vocabulary) if name else None
        if name and figure and not _same_house(figure, cast.own):
            given.append(_credit(CreditKind.STRUCTURED, figure, name, article))
    if article.canonical_url and article.url:
        there, here = (registered_domain(host_of(url)) for url in (article.canonical_url, article.url))
        figure = _of_reference(article.canonical_url, cast, vocabulary) if there and there != here else None
        if figure:
            given.append(_credit(CreditKind.CANONICAL, figure, article.canonical_url, article))
    return given


def _credit(kind: CreditKind, figure: Figure, shown: str, article: Article) -> Credited:
    return Credit(kind=kind, source_id=figure.id(article), shown=shown), figure


def _same_house(figure: Figure, own: Figure | None) -> bool:
    """Tell whether two outlets are one house: a publisher that owns the outlet is no credit."""
    if own is None or figure.outlet is None or own.outlet is None:
        return False
    names = {figure.outlet.id, figure.outlet.part_of, figure.outlet.owner} - {"", None}
    return bool(names & {own.outlet.id, own.outlet.part_of, own.outlet.owner})


def _of_reference(reference: str, cast: Cast, vocabulary: Vocabulary) -> Figure | None:
    """Return whom a URL or a name stands for; an unknown name of a publisher is nobody's credit."""
    host = host_of(reference) if "/" in reference or BARE_HOST.fullmatch(reference) else ""
    if not host:
        found = vocabulary.table.by_name(reference)
        return cast.of_outlet(found[0]) if len(found) == 1 else None
    outlet = vocabulary.table.by_host(host)
    if outlet:
        return cast.of_outlet(outlet)
    domain = registered_domain(host)
    own = cast.own and domain in cast.own.key
    return cast.own if own else of_name(domain, SourceKind.OUTLET, key=domain) if domain else None


def _outlets_beside(field: str, vocabulary: Vocabulary) -> Iterator[tuple[str, Outlet]]:
    """Yield the outlets, each with its name there, that an outlet field with a
    bracket names: "Daily Foo (PA/AP)", "Reuters (Foo.com)",
    "Foo (from The Cradle)"."""
    bracketed = BRACKETED.match(field)
    if not bracketed:
        return
    for name in (bracketed["name"], *_SEPARATORS.split(bracketed["beside"])):
        found = vocabulary.table.find(re.findall(r"\w+", name))
        whole = [one for one in found if one.end == len(re.findall(r"\w+", name))]
        if (
            len(whole) == 1
            and len(whole[0].outlets) == 1
            and (whole[0].start == 0 or name != bracketed["name"])
        ):
            yield name, whole[0].outlets[0]


def _is_social(figure: Figure) -> bool:
    return figure.outlet is not None and figure.outlet.kind is OutletKind.SOCIAL


def _of_links(
    annotated: Annotated, attributed: Attributed, cast: Cast, vocabulary: Vocabulary
) -> list[Credited]:
    """Return the links to other outlets: those on the words of a source or cue, wherever they lead; those to
    a listed outlet in a sentence that attributes; and bare addresses of one there or in the sentence behind.
    """
    article = annotated.article
    own_host = registered_domain(host_of(article.url)) if article.url else ""
    cues = [span for one in attributed.attributions for span in (*one.source, *one.cue)]
    sentences = SpanIndex(sentence.span for sentence in annotated.sentences)
    attributing = {at for cue in cues if (at := sentences.at(cue)) is not None}
    given: list[Credited] = []
    for (span, href), reach in (
        *((one, 0) for one in _links(article)),
        *((one, 1) for one in _addresses(article)),
    ):
        domain, at = registered_domain(host_of(href)), sentences.at(span)
        near = at is not None and bool(attributing & set(range(at - reach, at + 1)))
        outlet = vocabulary.table.by_host(host_of(href))
        if domain and domain != own_host and (share_text([span], cues) or (outlet and near)):
            figure = cast.of_outlet(outlet) if outlet else cast.other(domain)
            credit = Credit(kind=CreditKind.LINK, source_id=figure.id(article), span=span, shown=href)
            given.append((credit, figure))
    return given


def _links(article: Article) -> Iterator[tuple[Span, str]]:
    return ((link.span, link.href) for link in article.links if link.span)


def _addresses(article: Article) -> Sequence[tuple[Span, str]]:
    linked = [link.span for link in article.links if link.span]
    found = ((Span(one.start(), one.end()), one[1]) for one in BARE_HOST.finditer(article.text))
    return [(span, host) for span, host in found if not share_text([span], linked)]
