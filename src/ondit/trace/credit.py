"""Credit outside the sentences: bylines, datelines, closing lines, canonical addresses, hyperlinks."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from ondit.model.article import Article
from ondit.model.provenance import Edge, EdgeKind, Evidence, Stance
from ondit.model.source import Credit, CreditKind, SourceKind
from ondit.model.span import Span
from ondit.trace.carrying import NEAR, Carrying
from ondit.trace.chains import Step

EDGE_OF: Mapping[CreditKind, EdgeKind] = {
    CreditKind.BYLINE: EdgeKind.REPUBLISHES,
    CreditKind.DATELINE: EdgeKind.REPUBLISHES,
    CreditKind.CLOSING_LINE: EdgeKind.REPUBLISHES,
    CreditKind.CANONICAL: EdgeKind.REPUBLISHES,
    CreditKind.STRUCTURED: EdgeKind.REPUBLISHES,
    CreditKind.READ_MORE: EdgeKind.LINKS,
    CreditKind.LINK: EdgeKind.LINKS,
}
"""What a credit proves. All but a link say that the text is the credited outlet's."""

CREDITED = {SourceKind.OUTLET, SourceKind.ORGANISATION}
"""A person in a byline wrote the text; only an outlet or a body can have published it before."""


def credit_steps(carrying: Carrying) -> Iterator[Step]:
    """Yield the steps that the credits of an article give. Credit to the article's own outlet gives none, nor
    does a hyperlink far from the claim."""
    stance = Stance.SUPPORTS if carrying.supports else Stance.DENIES
    for credit in carrying.reading.resolved.credits:
        giver = carrying.source(credit.source_id)
        if not giver or giver.kind not in CREDITED or carrying.is_own(giver):
            continue
        if credit.kind is CreditKind.LINK and not _is_near(credit, carrying):
            continue
        yield Step(
            article_id=carrying.article.id,
            taker=None,
            giver=giver,
            kind=EDGE_OF[credit.kind],
            stance=stance,
            evidence=_shown(credit, carrying),
        )


def _is_near(credit: Credit, carrying: Carrying) -> bool:
    spans = (span for mention in carrying.mentions for span in mention.spans)
    gaps = (credit.span.gap(span) for span in spans if credit.span)
    return any(gap is not None and gap <= NEAR for gap in gaps)


def _shown(credit: Credit, carrying: Carrying) -> Evidence:
    if credit.span:
        return carrying.quoted(credit.span)
    return Evidence(article_id=carrying.article.id, span=None, text=credit.shown)


def page_edges(carryings: Mapping[str, Carrying]) -> Iterator[Edge]:
    """Yield the edges between articles of which one gives the other's very address.

    A canonical address of another page, or `isBasedOn`, says that the text is that page's; a hyperlink names
    the page. Here the text can mean no other page, so a page that is surely later stays the giver, flagged.
    """
    pages = _pages(carryings)
    for article_id, carrying in carryings.items():
        stance = Stance.SUPPORTS if carrying.supports else Stance.DENIES
        for kind, address, span in _addresses(carrying.article):
            giver = pages.get(page_key(address))
            if giver is None or giver == article_id or carryings[giver].supports != carrying.supports:
                continue
            evidence = (
                carrying.quoted(span) if span else Evidence(article_id=article_id, span=None, text=address)
            )
            yield Edge(taker=article_id, giver=giver, kind=kind, stance=stance, evidence=evidence)


def _pages(carryings: Mapping[str, Carrying]) -> dict[str, str]:
    pages: dict[str, str] = {}
    for article_id, carrying in carryings.items():
        if carrying.article.url:
            pages.setdefault(page_key(carrying.article.url), article_id)
    return pages


def _addresses(article: Article) -> Iterator[tuple[EdgeKind, str, Span | None]]:
    if article.canonical_url:
        yield EdgeKind.REPUBLISHES, article.canonical_url, None
    for address in article.based_on:
        yield EdgeKind.REPUBLISHES, address, None
    for link in article.links:
        yield EdgeKind.LINKS, link.href, link.span


def page_key(address: str) -> str:
    """Return the form in which two addresses of one page agree: no scheme, `www.`, fragment or last slash.

    Something that is no address is returned as it is, so that it meets only itself.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address
    if not parts.netloc:
        return address
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.casefold().removeprefix('www.')}{parts.path.rstrip('/')}{query}"
