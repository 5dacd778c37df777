"""Inputs become articles."""

from ondit.ingest.decisions import read_decisions
from ondit.ingest.fetching import Fetcher, Manners, World, shown
from ondit.ingest.inputs import distinct
from ondit.ingest.item import Item, is_foreign
from ondit.ingest.items import STDIN, find_items, is_address, named
from ondit.ingest.reading import read_item
from ondit.ingest.web.collecting import items_of_url
from ondit.ingest.web.watching import FeedState, Watched, poll

__all__ = [
    "STDIN",
    "FeedState",
    "Fetcher",
    "Item",
    "Manners",
    "Watched",
    "World",
    "distinct",
    "find_items",
    "is_address",
    "is_foreign",
    "items_of_url",
    "named",
    "poll",
    "read_decisions",
    "read_item",
    "shown",
]
