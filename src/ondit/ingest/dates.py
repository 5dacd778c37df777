"""Dates as pages and files state them become ISO 8601, or nothing: a date is never guessed."""

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from ondit.model.time import read_interval

_FIRST_NEWS = datetime(1990, 1, 1, tzinfo=UTC)  # a page cannot have been published before the web was
_SLACK = timedelta(hours=24)

_LONGEST = 100  # characters; no stated date is longer, and the parser's cost grows with the text

# Matches "10/11/2024", whose order of day and month nobody can know, not "10 Nov 2024".
_NUMBERS_ONLY = re.compile(r"[\d\s./-]+")
# Matches "17 Sep 2024", not "17 Sep '24", nor the years of other calendars, "1403" and "2567".
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def read_date(stated: str | None) -> str | None:
    """Return the date as ISO 8601; kept as stated when it is so already, None when it cannot be read surely.

    Read are full dates with the month in words, in many languages, with or without a time: "17 сентября
    2024", "Tue, 17 Sep 2024 10:00:00 GMT". Not read: a date whose order of day and month is open, one that
    lacks the year, one relative to today.
    """
    stated = " ".join((stated or "").split())
    if not stated or len(stated) > _LONGEST:
        return None
    if is_iso(stated):
        return stated
    if _NUMBERS_ONLY.fullmatch(stated) or not _YEAR.search(stated):
        return None
    found = _parser().get_date_data(stated)
    if found.date_obj is None:
        return None
    iso = found.date_obj.date().isoformat() if found.period == "day" else found.date_obj.isoformat()
    return iso if is_iso(iso) else None


def read_claimed_date(stated: str | None, captured: str | None) -> str | None:
    """Return the date that a page claims, as `read_date`, unless nobody can believe it: before the web had
    news, or more than a day after the page was captured (clocks and zones differ). `captured` is ISO 8601."""
    date = read_date(stated)
    if date is None:
        return None
    claimed = read_interval(date)
    if claimed.end <= _FIRST_NEWS:
        return None
    if captured and is_iso(captured) and claimed.start > read_interval(captured).end + _SLACK:
        return None
    return date


def is_iso(stated: str) -> bool:
    """Tell whether `read_interval` understands the date."""
    try:
        read_interval(stated)
    except (ValueError, OverflowError):  # OverflowError: a year at the edge of the calendar
        return False
    return True


@cache
def _parser() -> Any:
    """Return the parser of dates in words; made once, and late: to try all its languages on a date that
    is none takes it a second and a half."""
    from dateparser.date import DateDataParser

    return DateDataParser(
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RETURN_TIME_AS_PERIOD": True,
        }
    )
