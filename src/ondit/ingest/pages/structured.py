"""What a page says of itself in JSON-LD: the schema.org record of its article."""

import html
import json
from collections.abc import Iterator
from typing import Any

import msgspec
from lxml.html import HtmlElement

from ondit.ingest.tidy import one_line

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

_DEEPEST = (
    8  # levels at which an article is looked for: @graph, ItemList and mainEntity nest three or four deep
)


class Structured(msgspec.Struct, frozen=True, kw_only=True):
    """The article's own metadata; None or empty where the page does not give it.

    Dates are as stated. `based_on` are the URLs or names of `isBasedOn` and `citation`.
    """

    headline: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    based_on: tuple[str, ...] = ()


def read_structured(tree: HtmlElement) -> Structured:
    """Return what the page's JSON-LD says of its article: of the first one with a headline."""
    nodes = [node for block in _blocks(tree) for node in _nodes(block)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _ARTICLES.intersection(_strings(node.get("@type")))]
    article = next((node for node in articles if _strings(node.get("headline"))), None)
    if article is None:
        article = articles[0] if articles else {}
    resolved = {key: _resolved(value, by_id) for key, value in article.items()}
    return Structured(
        headline=_first(resolved.get("headline")) or _first(resolved.get("name")),
        author=", ".join(name for name in _names(resolved.get("author")) if "://" not in name) or None,
        publisher=_first(resolved.get("publisher")),
        published=_first(resolved.get("datePublished")),
        modified=_first(resolved.get("dateModified")),
        language=_first(resolved.get("inLanguage"), ("alternateName", "name")),
        url=_first(resolved.get("url"), ("@id", "url"))
        or _first(resolved.get("mainEntityOfPage"), ("@id", "url")),
        based_on=tuple(
            dict.fromkeys(
                name
                for key in ("isBasedOn", "isBasedOnUrl", "citation")
                for name in _names(resolved.get(key), ("url", "@id", "name", "headline"))
            )
        ),
    )


def _blocks(tree: HtmlElement) -> Iterator[Any]:
    """Yield the decoded JSON-LD blocks of a page; broken ones are passed over."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            raw = script.text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
            try:
                yield json.loads(raw, strict=False)
            except (ValueError, RecursionError):
                continue


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
    if isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _names(value: Any, keys: tuple[str, ...] = ("name",)) -> list[str]:
    """Return the names that a value gives: strings as they are, of an object the first key that it has."""
    values = value if isinstance(value, list) else [value]
    names = []
    for one in values:
        if isinstance(one, dict):
            one = next((found for key in keys if (found := _names(one.get(key), keys))), [None])[0]
        if isinstance(one, str) and (name := one_line(html.unescape(one))):
            names.append(name)
    return names


def _first(value: Any, keys: tuple[str, ...] = ("name",)) -> str | None:
    return next(iter(_names(value, keys)), None)


def _strings(value: Any) -> list[str]:
    return [
        one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one.strip()
    ]
