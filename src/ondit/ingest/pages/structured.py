"""What a page says of itself in JSON-LD: the schema.org record of its article."""

import html
from collections.abc import Collection, Iterator
from typing import Any

import msgspec
from lxml.html import HtmlElement

from ondit.ingest.pages.lenient import lenient_values, salvaged
from ondit.ingest.tidy import one_line
from ondit.text.fold import fold

_ARTICLES = {
    "AdvertiserContentArticle",
    "AnalysisNewsArticle",
    "Article",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "NewsArticle",
    "OpinionNewsArticle",
    "Report",
    "ReportageNewsArticle",
    "ReviewNewsArticle",
    "SatiricalArticle",
    "SocialMediaPosting",
}
"""schema.org's Article and its kinds that a newsroom publishes."""

_LISTS = {"ItemList", "CollectionPage", "SearchResultsPage", "RelatedItems"}
"""Records whose articles are others' than the page's, when any stands outside."""

_BODIES = {"Organization", "NewsMediaOrganization", "Corporation", "WebSite"}  # authors that are no persons
_DEEPEST = (
    8  # levels at which an article is looked for: @graph, ItemList and mainEntity nest three or four deep
)


class Structured(msgspec.Struct, frozen=True, kw_only=True):
    """The article's own metadata; None or empty where the page does not give it.

    Dates are as stated. `authors` are persons, or what may be one; `bodies` organisations that are stated as
    authors. `based_on` are the URLs or names of `isBasedOn` and `citation`.
    """

    headline: str | None = None
    authors: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    based_on: tuple[str, ...] = ()


def read_structured(
    tree: HtmlElement, *, addresses: Collection[str] = (), titles: Collection[str] = ()
) -> Structured:
    """Return what the page's JSON-LD says of its article.

    Of several articles it is the one at one of the page's `addresses`, else one that has one of its `titles`
    as headline, else the first with a headline, one in a list of articles last.
    """
    blocks = list(_blocks(tree))
    nodes = [node for block in blocks for node in _nodes(block)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    resolved = {key: _resolved(value, by_id) for key, value in _own(nodes, addresses, titles).items()}
    authors = [one for one in _listed(resolved.get("author")) if "://" not in (_first(one) or "://")]
    return Structured(
        headline=_first(resolved.get("headline")) or _first(resolved.get("name")),
        authors=tuple(name for one in authors if not _is_body(one) for name in _names(one)),
        bodies=tuple(name for one in authors if _is_body(one) for name in _names(one)),
        publisher=_first(resolved.get("publisher")),
        published=_first(resolved.get("datePublished")) or _first(resolved.get("dateCreated")),
        modified=_first(resolved.get("dateModified")),
        language=_first(resolved.get("inLanguage"), ("alternateName", "name")),
        url=_address(resolved),
        based_on=tuple(
            dict.fromkeys(
                name
                for key in ("isBasedOn", "isBasedOnUrl", "citation")
                for name in _names(resolved.get(key), ("url", "@id", "name", "headline"))
            )
        ),
    )


def _own(nodes: list[dict[str, Any]], addresses: Collection[str], titles: Collection[str]) -> dict[str, Any]:
    """Return the record of the page's own article; an empty one when there is none."""
    listed = {
        id(inner) for node in nodes if _is_a(node, _LISTS) for inner in _nodes(node) if inner is not node
    }
    articles = [node for node in nodes if _is_a(node, _ARTICLES)]
    if len(articles) < 2:
        return articles[0] if articles else {}
    shown = {fold(title) for title in titles}

    def strangeness(node: dict[str, Any]) -> tuple[bool, ...]:
        headline = _first(node.get("headline"))
        return (
            (_address(node) or "").rstrip("/") not in addresses,
            fold(headline or "") not in shown,
            headline is None,
            id(node) in listed,
        )

    return min(articles, key=strangeness)


def _is_a(node: dict[str, Any], kinds: set[str]) -> bool:
    return not kinds.isdisjoint(_strings(node.get("@type")))


def _is_body(author: Any) -> bool:
    return isinstance(author, dict) and _is_a(author, _BODIES)


def _address(node: dict[str, Any]) -> str | None:
    """Return the address that a record gives for its article."""
    return _first(node.get("url"), ("@id", "url")) or _first(node.get("mainEntityOfPage"), ("@id", "url"))


def _blocks(tree: HtmlElement) -> Iterator[Any]:
    """Yield the decoded JSON-LD blocks of a page, mended where that can be; of the others what is plain."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            values = list(lenient_values(script.text))
            yield from values or [salvaged(script.text)]


def _nodes(block: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the objects of a block, outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(block, dict):
        yield block
    children = block.values() if isinstance(block, dict) else block if isinstance(block, list) else ()
    for child in children:
        if isinstance(child, dict | list):
            yield from _nodes(child, depth + 1)


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    """Return a value with references by ``@id`` replaced by the objects they mean."""
    if isinstance(value, list):
        return [_resolved(one, by_id) for one in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _names(value: Any, keys: tuple[str, ...] = ("name",)) -> list[str]:
    """Return the names that a value gives: strings as they are, of an object the first key that it has, or
    its given and family name."""
    names: list[str] = []
    for one in _listed(value):
        if isinstance(one, dict):
            inner = next((found for key in keys if (found := _names(one.get(key), keys))), None)
            parts = " ".join(_strings([one.get("givenName"), one.get("familyName")]))
            names.extend(inner or ([one_line(html.unescape(parts))] if parts else []))
        elif isinstance(one, str) and (name := one_line(html.unescape(one))):
            names.append(name)
    return names


def _first(value: Any, keys: tuple[str, ...] = ("name",)) -> str | None:
    return next(iter(_names(value, keys)), None)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _strings(value: Any) -> list[str]:
    return [one for one in _listed(value) if isinstance(one, str) and one.strip()]
