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
    return Credit(kind=found.kind, source_id=figure.id(article), span=found.span, shown=found.shown), figure


def _of_page(article: Article, cast: Cast, vocabulary: Vocabulary) -> list[Credited]:
    """Return the credits of the page's metadata."""
    given: list[Credited] = []
    for field in (article.outlet, article.site_name):
        bracketed = BRACKETED.match(field) if field else None
        for name in bracketed.groups() if bracketed else ():
            for outlet in _outlets_in(name, vocabulary):
                given.append(_credit(CreditKind.STRUCTURED, cast.of_outlet(outlet), field or "", article))
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


def _outlets_in(name: str, vocabulary: Vocabulary) -> Iterator[Outlet]:
    """Yield the outlets in a bracket of an outlet field: "PA/AP", "from The Cradle"."""
    words = re.findall(r"\w+", name)
    for match in vocabulary.table.find(words):
        if len(match.outlets) == 1:
            yield match.outlets[0]


def _is_social(figure: Figure) -> bool:
    return figure.outlet is not None and figure.outlet.kind is OutletKind.SOCIAL


def _of_links(
    annotated: Annotated, attributed: Attributed, cast: Cast, vocabulary: Vocabulary
) -> list[Credited]:
    """Return the links to other outlets: on words of an attribution's source or cue, or a bare address of a
    listed outlet in a sentence that attributes or the one behind it."""
    article = annotated.article
    own_host = registered_domain(host_of(article.url)) if article.url else ""
    cues = [span for one in attributed.attributions for span in (*one.source, *one.cue)]
    sentences = SpanIndex(sentence.span for sentence in annotated.sentences)
    near = {at + step for cue in cues if (at := sentences.at(cue)) is not None for step in (0, 1)}
    given: list[Credited] = []
    for span, href in (*_links(article), *_addresses(article)):
        host = host_of(href)
        outlet = vocabulary.table.by_host(host)
        on_cue = share_text([span], cues)
        if (
            not host
            or registered_domain(host) == own_host
            or not (on_cue or (outlet and sentences.at(span) in near))
        ):
            continue
        domain = registered_domain(host)
        figure = cast.of_outlet(outlet) if outlet else cast.other(domain) if domain else None
        if figure:
            credit = Credit(kind=CreditKind.LINK, source_id=figure.id(article), span=span, shown=href)
            given.append((credit, figure))
    return given


def _links(article: Article) -> Iterator[tuple[Span, str]]:
    return ((link.span, link.href) for link in article.links if link.span)


def _addresses(article: Article) -> Sequence[tuple[Span, str]]:
    linked = [link.span for link in article.links if link.span]
    found = ((Span(one.start(), one.end()), one[1]) for one in BARE_HOST.finditer(article.text))
    return [(span, host) for span, host in found if not share_text([span], linked)]
