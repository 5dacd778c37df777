"""Points in time that are known only roughly: an interval, never a guess."""

import re
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from functools import lru_cache

import msgspec

_DATE_ONLY = re.compile(
    r"(\d{4})-(\d{2})(?:-(\d{2}))?$"
)  # matches 2024-09 and 2024-09-17, not 2024-09-17T10:00
_EARTH = (
    timedelta(hours=14),
    timedelta(hours=-12),
)  # a local clock without a zone runs between UTC+14 and UTC-12


class Basis(StrEnum):
    """Who says when something was published: the page itself, or a feed that lists it."""

    PAGE = "page"
    FEED = "feed"


class Interval(msgspec.Struct, frozen=True):
    """A half-open interval of UTC time in which something happened."""

    start: datetime
    end: datetime

    def surely_before(self, other: "Interval") -> bool:
        """Tell whether every moment of this interval lies before every moment of the other."""
        return self.end <= other.start

    def surely_after(self, other: "Interval") -> bool:
        """Tell whether every moment of this interval lies after every moment of the other."""
        return other.surely_before(self)

    def holds(self, other: "Interval") -> bool:
        """Tell whether every moment of the other interval lies in this one."""
        return self.start <= other.start and other.end <= self.end


@lru_cache(maxsize=10_000)  # few different times, asked for by every comparison of two articles
def read_interval(stated: str) -> Interval:
    """Return the interval that an ISO 8601 date or time means.

    A bare day or month is the whole day or month, of UTC (no outlet's own zone is known). A time without a
    zone may be that of any zone on earth. A time with a zone is one microsecond long.

    Raises `ValueError` when the text is no ISO 8601 date or time.
    """
    stated = stated.strip()
    if bare := _DATE_ONLY.match(stated):
        year, month, day = int(bare[1]), int(bare[2]), bare[3]
        if day:
            start = datetime(year, month, int(day), tzinfo=UTC)
            return Interval(start, start + timedelta(days=1))
        return Interval(
            datetime(year, month, 1, tzinfo=UTC), datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
        )
    moment = datetime.fromisoformat(stated)
    if moment.tzinfo is not None:
        return Interval(moment.astimezone(UTC), moment.astimezone(UTC) + timedelta(microseconds=1))
    east, west = (moment.replace(tzinfo=timezone(offset)) for offset in _EARTH)
    return Interval(east.astimezone(UTC), west.astimezone(UTC))
