"""JSON Feed. Source: jsonfeed.org, versions 1 and 1.1."""

import msgspec

from ondit.errors import InputError
from ondit.ingest.decode import decode
from ondit.ingest.feeds.entries import Entry, Listed, feed_date
from ondit.ingest.pages.urls import absolute


class _Feed(msgspec.Struct):
    items: list[msgspec.Raw]


class _Item(msgspec.Struct):
    """What is read of an item. The id is an address in many feeds, and stands in where there is no other."""

    url: str | None = None
    external_url: str | None = None
    id: str | int | float | None = None
    date_published: str | None = None
    date_modified: str | None = None


def read_json_feed(content: bytes, url: str) -> Listed:
    """Return what a feed lists. `url` is where it was found; an item that is none is counted as nameless.

    Raises `InputError` when there is no feed.
    """
    try:
        feed = msgspec.json.decode(decode(content).encode(), type=_Feed)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
        raise InputError(
            f"no JSON feed that can be read ({type(error).__name__}); give its address"
        ) from None
    entries = [_entry(raw, url) for raw in feed.items]
    named = tuple(one for one in entries if one is not None)
    return Listed(entries=named, nameless=len(entries) - len(named))


def _entry(raw: msgspec.Raw, base: str) -> Entry | None:
    try:
        item = msgspec.json.decode(raw, type=_Item)
    except (msgspec.DecodeError, RecursionError):
        return None
    stated = item.url or item.external_url or (item.id if isinstance(item.id, str) else None)
    address = absolute(stated, base) if stated else None
    if address is None:
        return None
    return Entry(
        url=address, published=feed_date(item.date_published), modified=feed_date(item.date_modified)
    )
