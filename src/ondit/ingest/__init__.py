"""Inputs become articles."""

from ondit.ingest.exported import read_export
from ondit.ingest.feeds import Listed, Listing, ReadList, Unlisted, read_list
from ondit.ingest.fetching import Fetcher, Manners, World, shown
from ondit.ingest.inputs import distinct
from ondit.ingest.item import Item, is_foreign
from ondit.ingest.items import STDIN, find_items, is_address, items_of_stream, named
from ondit.ingest.reading import read_item
from ondit.ingest.web.collecting import followed, items_of_url
from ondit.ingest.web.watching import FeedState, Watched, poll

__all__ = [
    "STDIN",
    "FeedState",
    "Fetcher",
    "Item",
    "Listed",
    "Listing",
    "Manners",
    "ReadList",
    "Unlisted",
    "Watched",
    "World",
    "distinct",
    "find_items",
    "followed",
    "is_address",
    "is_foreign",
    "items_of_stream",
    "items_of_url",
    "named",
    "poll",
    "read_export",
    "read_item",
    "read_list",
    "shown",
]
