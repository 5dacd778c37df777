"""Which of two articles came first."""

from datetime import UTC, datetime

from ondit.model.reading import Reading

_NEVER = datetime.max.replace(tzinfo=UTC)


def reading_time(reading: Reading) -> tuple[datetime, datetime, str]:
    """Return the sort key of publication: earliest first, undated articles last, then by id."""
    interval = reading.article.published_interval
    return (interval.start, interval.end, reading.id) if interval else (_NEVER, _NEVER, reading.id)
