"""The stage that reads a feed or sitemap: bytes in, what they list out."""

from collections.abc import Callable
from typing import TypeAlias

import msgspec

from ondit.errors import InputError
from ondit.ingest.feeds.entries import Listed
from ondit.ingest.feeds.feed import read_feed
from ondit.ingest.feeds.json_feed import read_json_feed
from ondit.ingest.feeds.kinds import Sort
from ondit.ingest.feeds.sitemap import read_sitemap


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """A feed or sitemap, unparsed, its packing undone. `url` is where it was found."""

    sort: Sort
    content: bytes
    url: str


class Unlisted(msgspec.Struct, frozen=True):
    """A feed or sitemap that cannot be read. `reason` is for a person."""

    reason: str


ReadList: TypeAlias = Callable[[Listing], Listed | Unlisted]
"""Reads a feed or sitemap, here or in a process of its own."""


def read_list(listing: Listing) -> Listed | Unlisted:
    """Return what a feed or sitemap lists, or why it cannot be read. Pure and picklable; never raises."""
    try:
        return _READERS[listing.sort](listing.content, listing.url)
    except InputError as error:
        return Unlisted(str(error))


_READERS = {Sort.FEED: read_feed, Sort.JSON_FEED: read_json_feed, Sort.SITEMAP: read_sitemap}
