"""Web archives (WARC) become pages."""

from ondit.ingest.archives.pages import find_pages, is_archive
from ondit.ingest.archives.records import Reached

__all__ = ["Reached", "find_pages", "is_archive"]
