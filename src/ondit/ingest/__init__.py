"""Inputs become articles."""

from ondit.ingest.decisions import read_decisions
from ondit.ingest.fetching import Fetcher, Manners, World, shown
from ondit.ingest.inputs import read_inputs, read_items
from ondit.ingest.items import Item, find_items
from ondit.ingest.reading import read_item
from ondit.ingest.web.watching import FeedState, Watched, poll

__all__ = [
    "FeedState",
    "Fetcher",
    "Item",
    "Manners",
    "Watched",
    "World",
    "find_items",
    "poll",
    "read_decisions",
    "read_inputs",
    "read_item",
    "read_items",
    "shown",
]
