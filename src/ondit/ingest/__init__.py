"""Inputs become articles."""

from ondit.ingest.archives import Reached
from ondit.ingest.exported import read_export
from ondit.ingest.feeds import Listed, Listing, Unlisted, read_list
from ondit.ingest.fetching import Fetcher, Manners, World, shown
from ondit.ingest.inputs import distinct
from ondit.ingest.item import Item, skipped
from ondit.ingest.opening import (
    STDIN,
    Packed,
    Unpack,
    find_items,
    is_address,
    items_of_stream,
    named,
    unpack,
)
from ondit.ingest.reading import read_item
from ondit.ingest.web.collecting import Means, followed, items_of_url
from ondit.ingest.web.watching import FeedState, Watched, poll

__all__ = [
    "STDIN",
    "FeedState",
    "Fetcher",
    "Item",
    "Listed",
    "Listing",
    "Manners",
    "Means",
    "Packed",
    "Reached",
    "Unlisted",
    "Unpack",
    "Watched",
    "World",
    "distinct",
    "find_items",
    "followed",
    "is_address",
    "items_of_stream",
    "items_of_url",
    "named",
    "poll",
    "read_export",
    "read_item",
    "read_list",
    "shown",
    "skipped",
    "unpack",
]
