"""RSS and Atom feeds, in all their versions, by feedparser."""

import xml.sax
from io import BytesIO
from typing import Any

from ondit.errors import InputError
from ondit.ingest.feeds.entries import Entry, Listed, feed_date
from ondit.ingest.pages.urls import absolute

_NO_FEED = "no feed that can be read; give the address of an RSS or Atom feed"
_LIBRARY_FAULTS = (  # what feedparser has been seen to raise on broken feeds, or may
    xml.sax.SAXException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def read_feed(content: bytes, url: str, media_type: str = "") -> Listed:
    """Return what a feed lists. `url` is where it was found, `media_type` what the server calls it.

    Broken feeds are read as far as they go. Raises `InputError` when there is no feed.
    """
    import feedparser

    try:
        found: Any = feedparser.parse(
            BytesIO(
                content
            ),  # a stream: feedparser would open a string, and even bytes, as a file of that name
            response_headers={"content-type": media_type, "content-location": url},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except _LIBRARY_FAULTS as error:
        raise InputError(f"the feed cannot be parsed ({type(error).__name__})") from None
    if not found.entries and not found.get("version"):
        raise InputError(_NO_FEED)
    dates_are_of_publication = found.get("version", "").startswith(
        "rss"
    )  # RSS 1.0 states one date, `dc:date`
    entries = [_entry(one, url, dates_are_of_publication) for one in found.entries]
    named = tuple(one for one in entries if one is not None)
    return Listed(entries=named, nameless=len(entries) - len(named))


def _entry(found: Any, base: str, dates_are_of_publication: bool) -> Entry | None:
    address = absolute(found.get("link") or found.get("id"), base)
    if address is None:
        return None
    published, updated = (feed_date(found.get(name)) for name in ("published", "updated"))
    if dates_are_of_publication:
        published = published or updated
    return Entry(url=address, published=published, modified=updated)
