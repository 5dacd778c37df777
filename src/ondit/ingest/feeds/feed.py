"""RSS and Atom feeds, in all their versions, by feedparser."""

import re
import xml.sax
from io import BytesIO
from typing import Any

from ondit.errors import InputError
from ondit.ingest.decode import decode
from ondit.ingest.faults import LIBRARY_FAULTS
from ondit.ingest.feeds.entries import Entry, Listed, feed_date
from ondit.ingest.pages.urls import absolute

_MOST_TAGS = 100_000  # the parser takes some 30 us for each, 3 s for so many; real feeds have thousands
_NO_FEED = "no feed that can be read; give the address of an RSS or Atom feed"
_FAULTS = (xml.sax.SAXException, *LIBRARY_FAULTS)

_DEEPEST = 10_000  # elements in each other; feeds have ten, and one <br> in each text that is never closed

_TAG = re.compile(rb"<(/?)[A-Za-z][^<>]*?(/?)>")  # matches b"<a>", b"</a>" and b"<a/>", not b"<!-- a -->"

# Matches '<!ENTITY a "b">' and '<!ENTITY % a SYSTEM "b">', not "<!ELEMENT a>".
_ENTITY = re.compile(r"<!ENTITY[^>]*>?", re.IGNORECASE)


def read_feed(content: bytes, url: str) -> Listed:
    """Return what a feed lists. `url` is where it was found.

    Entities that it declares itself are left out: a few bytes of them unfold to gigabytes, and feedparser
    takes out only those that stand on a line of their own. Broken feeds are read as far as they go.

    Raises `InputError` when there is no feed.
    """
    if content.count(b"<") > _MOST_TAGS:
        raise InputError("the feed has too many elements to be one; give the address of an RSS or Atom feed")
    if _depth(content) > _DEEPEST:
        raise InputError("the feed's elements are nested too deep; give the address of an RSS or Atom feed")
    import feedparser

    bare = _ENTITY.sub("", decode(content, markup=True)).encode("utf-8", "replace")
    try:
        found: Any = feedparser.parse(
            BytesIO(bare),  # a stream: it would open a string, and even bytes, as a file of that name
            response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except _FAULTS as error:
        raise InputError(f"the feed cannot be parsed ({type(error).__name__})") from None
    if not found.entries and not found.get("version"):
        raise InputError(_NO_FEED)
    # RSS 1.0 states one date, `dc:date`
    dates_are_of_publication = found.get("version", "").startswith("rss")
    entries = [_entry(one, url, dates_are_of_publication) for one in found.entries]
    named = tuple(one for one in entries if one is not None)
    return Listed(entries=named, nameless=len(entries) - len(named))


def _depth(content: bytes) -> int:
    """Return how deep elements are nested at most, those counted that are never closed."""
    depth = deepest = 0
    for tag in _TAG.finditer(content):
        if not tag[2]:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _entry(found: Any, base: str, dates_are_of_publication: bool) -> Entry | None:
    stated = _stated(found, "link") or _stated(found, "id")
    address = absolute(stated, base) if stated else None
    if address is None:
        return None
    published, updated = (feed_date(_stated(found, name)) for name in ("published", "updated"))
    if dates_are_of_publication:
        published = published or updated
    return Entry(url=address, published=published, modified=updated)


def _stated(found: Any, name: str) -> str | None:
    """Return what an entry states itself; feedparser's own look-up gives "published" for "updated"."""
    return str(dict.__getitem__(found, name)) if dict.__contains__(found, name) else None
