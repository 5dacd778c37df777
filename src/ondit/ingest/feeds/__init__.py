"""Feeds and sitemaps become lists of addresses."""

from ondit.ingest.feeds.entries import Entry, Listed
from ondit.ingest.feeds.feed import read_feed
from ondit.ingest.feeds.kinds import Sort, sort_of
from ondit.ingest.feeds.sitemap import read_sitemap

__all__ = ["Entry", "Listed", "Sort", "read_feed", "read_sitemap", "sort_of"]
