"""Feeds and sitemaps become lists of addresses."""

from ondit.ingest.feeds.entries import Entry, Listed
from ondit.ingest.feeds.feed import read_feed
from ondit.ingest.feeds.kinds import LISTS, Sort, sort_of
from ondit.ingest.feeds.lists import Listing, ReadList, Unlisted, read_list
from ondit.ingest.feeds.sitemap import read_sitemap

__all__ = [
    "LISTS",
    "Entry",
    "Listed",
    "Listing",
    "ReadList",
    "Sort",
    "Unlisted",
    "read_feed",
    "read_list",
    "read_sitemap",
    "sort_of",
]
