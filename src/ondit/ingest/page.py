"""Web pages become articles."""

from ondit.errors import InputError
from ondit.model.article import Article


def article_from_page(markup: str) -> Article:
    """Return the article of a web page."""
    raise InputError("HTML is not read yet")
