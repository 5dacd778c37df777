"""What was fetched is told by its own bytes first, then by what the server calls it, never by its address."""

import re
from enum import StrEnum


class Sort(StrEnum):
    """What a server's answer is."""

    FEED = "feed"
    JSON_FEED = "JSON feed"
    SITEMAP = "sitemap"
    PAGE = "page"
    OTHER = "other"


LISTS = frozenset({Sort.FEED, Sort.JSON_FEED, Sort.SITEMAP})
"""What is not read for what it says itself, but for the pages that it lists."""

_HEAD = 4_096  # bytes; a root element stands within them, after comments and declarations

# Group 1 matches "rss" of '<?xml version="1.0"?><!-- a feed --><rss>' and "RDF" of "<rdf:RDF", nothing in
# "rss: <b>". What it has taken it never gives back ("++"): else thirty spaces alone would take it hours.
_ROOT = re.compile(
    rb"(?:\s++|<\?[^>]*+>|<!--(?:(?!-->).)*+-->|<!doctype[^>\[]*+(?:\[[^\]]*+\]\s*+)?+>)*+"
    rb"<(?:[a-z][\w.-]*:)?([a-z][\w.-]*)",
    re.IGNORECASE | re.DOTALL,
)
# Matches '{"title": "a", "version": "https://jsonfeed.org/version/1.1"', not '{"text": "jsonfeed.org"'.
_JSON_FEED = re.compile(rb'\s*\{.*"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version', re.DOTALL)
_ROOTS = {
    b"rss": Sort.FEED,
    b"rdf": Sort.FEED,
    b"feed": Sort.FEED,
    b"urlset": Sort.SITEMAP,
    b"sitemapindex": Sort.SITEMAP,
    b"html": Sort.PAGE,
}
_MEDIA_TYPES = {
    "application/rss+xml": Sort.FEED,
    "application/atom+xml": Sort.FEED,
    "application/rdf+xml": Sort.FEED,
    "application/feed+json": Sort.JSON_FEED,
    "text/html": Sort.PAGE,
    "application/xhtml+xml": Sort.PAGE,
}


def sort_of(content: bytes, media_type: str) -> Sort:
    """Tell what an answer is; NULs are dropped so that UTF-16 is seen through."""
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")
    if _JSON_FEED.match(head):
        return Sort.JSON_FEED
    root = _ROOT.match(head)
    known = _ROOTS.get(root[1].lower()) if root else None
    return known or _MEDIA_TYPES.get(media_type, Sort.OTHER)
