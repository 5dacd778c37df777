"""Web archives (WARC) become pages."""

from ondit.ingest.archives.pages import find_pages, is_archive

__all__ = ["find_pages", "is_archive"]
