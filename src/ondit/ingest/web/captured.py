"""What a capture adds to an article, and which dates can be true of a page seen at that moment."""

from msgspec.structs import replace

from ondit.ingest.dates import read_claimed_date
from ondit.model.article import Article, Capture
from ondit.model.time import Basis


def captured(article: Article, capture: Capture, listed: str | None = None) -> Article:
    """Return an article with the capture that it was read from.

    What the page claims of its times never beats the capture: a date before 1990 or more than a day after it
    is dropped. `listed` is when the feed that led to the page says it was published; it stands in where the
    page says nothing.
    """
    published = read_claimed_date(article.published, capture.captured)
    basis = Basis.PAGE if published else None
    if published is None and (published := read_claimed_date(listed, capture.captured)):
        basis = Basis.FEED
    return replace(
        article,
        captured=capture.captured or None,
        capture=capture,
        published=published,
        published_basis=basis,
        modified=read_claimed_date(article.modified, capture.captured),
    )
