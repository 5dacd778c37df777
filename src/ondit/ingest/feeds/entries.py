"""What a feed or sitemap lists: one address each, with what is said of it there."""

from email.utils import parsedate_to_datetime

import msgspec

from ondit.ingest.dates import read_date


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One page that a feed or sitemap lists. `published` and `modified` are ISO 8601, as the feed says."""

    url: str
    published: str | None = None
    modified: str | None = None


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """All that a feed or sitemap lists: pages, and for an index of sitemaps the addresses of `maps`.

    `nameless` counts the entries that give no web address.
    """

    entries: tuple[Entry, ...] = ()
    maps: tuple[str, ...] = ()
    nameless: int = 0


def feed_date(stated: str | None) -> str | None:
    """Return a date as feeds state it (RFC 822 or ISO 8601, or what `read_date` knows) as ISO 8601, or None.

    One without a zone stays without: it may be that of any.
    """
    if not stated:
        return None
    try:
        return read_date(parsedate_to_datetime(stated).isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):  # what it raises on text that is no such date
        return read_date(stated)
