"""What a page's meta tags say of its article: OpenGraph, Dublin Core, Parse.ly, Sailthru and their like."""

import html
from collections.abc import Iterator, Mapping

import msgspec
from lxml.html import HtmlElement

from ondit.ingest.tidy import one_line
from ondit.languages.page_words import page_words

_TITLES = (
    *("og:title", "headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"),
    *("citation_title", "twitter:title", "title"),
)
_AUTHORS = (
    *("article:author", "author", "authors", "byl", "dc.creator", "dcterms.creator", "parsely-author"),
    *("sailthru.author", "citation_author", "article:author_name", "og:article:author", "creator"),
    "twitter:data1",  # Ghost and WordPress: the label "Written by" has the name as its value
)
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "date.published"),
    *("published_time", "publication_date", "publish-date", "publishdate", "pubdate", "dc.date.issued"),
    *("dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "parsely-pub-date"),
    *("sailthru.date", "citation_publication_date", "article.published", "og:published_time", "date"),
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "lastmod")
"""Names in lower case with colons as points where Dublin Core writes either, the surest first."""


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The values of a page's meta tags, the surest first; dates as stated. Empty where it gives none."""

    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    site_name: str | None = None
    address: str | None = None


def read_head(tree: HtmlElement) -> Head:
    """Return what the meta tags say."""
    tags: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        content = one_line(html.unescape(tag.get("content") or ""))
        for attribute in ("property", "name", "itemprop"):
            if content and (name := tag.get(attribute)):
                tags.setdefault(_plain(name), []).append(content)
    signing = {*page_words().lead, *page_words().label}
    written_by = tags.get("twitter:label1", [""])[0]
    return Head(
        titles=tuple(_values(tags, _TITLES)),
        authors=tuple(
            one
            for name in _AUTHORS
            if name != "twitter:data1" or written_by.lower() in signing
            for one in tags.get(name, ())
            if "://" not in one and not one.startswith(("@", "/"))
        ),
        published=tuple(_values(tags, _PUBLISHED)),
        modified=tuple(_values(tags, _MODIFIED)),
        site_name=next(_values(tags, ("og:site_name",)), None),
        address=next(_values(tags, ("og:url",)), None),
    )


def _plain(name: str) -> str:
    """Return a tag's name in lower case, Dublin Core's with a point ("DC:creator" as "dc.creator")."""
    lowered = name.strip().lower()
    return lowered.replace(":", ".") if lowered.startswith(("dc:", "dcterms:")) else lowered


def _values(tags: Mapping[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    return (value for name in names for value in tags.get(name, ()))
