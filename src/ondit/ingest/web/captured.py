"""What a capture adds to an article."""

from msgspec.structs import replace

from ondit.ingest.dates import read_claimed_date
from ondit.model.article import Article, Capture
from ondit.model.time import Basis


def captured(article: Article, capture: Capture, listed: str | None = None) -> Article:
    """Return an article with the capture that it was read from.

    What the page claims of its times was held against the capture when it was read. `listed` is when the feed
    that led to it says it was published; it stands in where the page says nothing that can be believed, and
    is held against the capture too.
    """
    published = article.published
    basis = Basis.PAGE if published else None
    if published is None and (published := read_claimed_date(listed, capture.captured)):
        basis = Basis.FEED
    return replace(
        article,
        captured=capture.captured or None,
        capture=capture,
        published=published,
        published_basis=basis,
    )
