"""Web pages become articles: text, links in place, and what a page says of itself."""

from ondit.ingest.pages.page import article_from_page

__all__ = ["article_from_page"]
