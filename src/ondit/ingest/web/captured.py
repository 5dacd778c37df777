"""What a capture adds to an article, and which dates can be true of a page seen at that moment."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from ondit.model.article import Article, Capture
from ondit.model.time import Basis, Interval, read_interval

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # no page on the web is older
_AHEAD = timedelta(hours=24)  # what a wrong clock or zone explains; beyond it a page claims the future


def captured(article: Article, capture: Capture, listed: str | None = None) -> Article:
    """Return an article with the capture that it was read from.

    What the page claims of its times never beats the capture: a date before 1990 or more than a day after it
    is dropped. `listed` is when the feed that led to the page says it was published; it stands in where the
    page says nothing.
    """
    published = _possible(article.published, capture)
    basis = Basis.PAGE if published else None
    if published is None and (published := _possible(listed, capture)):
        basis = Basis.FEED
    return replace(
        article,
        captured=capture.captured,
        capture=capture,
        published=published,
        published_basis=basis,
        modified=_possible(article.modified, capture),
    )


def _possible(stated: str | None, capture: Capture) -> str | None:
    """Return a date that can be true of a page captured at that time, or None."""
    if stated is None:
        return None
    possible = Interval(_EARLIEST, datetime.fromisoformat(capture.captured) + _AHEAD)
    claimed = read_interval(stated)
    return None if claimed.surely_before(possible) or claimed.surely_after(possible) else stated
