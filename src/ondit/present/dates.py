"""Times as a person says them, never more exactly than a page states them."""

import re
from collections.abc import Iterable

from ondit.model.time import Interval, read_interval
from ondit.present.visible import cut

UNDATED = "undated"
_MONTH = re.compile(r"\d{4}-\d{2}")  # matches 2024-09, not 2024-09-17
_LOCAL = re.compile(r"\d{4}-\d{2}-\d{2}[T ]")  # matches 2024-09-17T10:00, not 2024-09-17
_MOST_STATED = 24  # columns of a time that cannot be read and is shown as stated


def date(stated: str | None, *, short: bool = False) -> str:
    """Return a stated time for a person; "undated" without one, the words as they stand if they are no date.

    A time with a zone is given in UTC and says so. `short` leaves out the year and the time of day.
    """
    if not stated or not stated.strip():
        return UNDATED
    if (when := interval(stated)) is None:
        return cut(stated, _MOST_STATED)
    stated = stated.strip()
    if _MONTH.fullmatch(stated):
        return f"{when.start:%b}" if short else f"{when.start:%B %Y}"
    if short:
        return _day(when, stated)[:-5]
    clock = stated[11:16] if _is_local(stated, when) else f"{when.start:%H:%M} UTC"
    return _day(when, stated) + (f", {clock}" if "T" in stated or " " in stated else "")


def interval(stated: str | None) -> Interval | None:
    """Return the interval of a stated time, None when there is none or it cannot be read."""
    try:
        return read_interval(stated) if stated else None
    except (ValueError, OverflowError):
        return None


def period(stated: Iterable[str | None], *, short: bool = False) -> str:
    """Return the first and last day of some stated times, "2 to 5 May 2031"; empty when none is dated."""
    dated = sorted((when.start, text) for text in stated if text and (when := interval(text)))
    days = [date(text, short=short).partition(",")[0] for _, text in dated]
    if not days or days[0] == days[-1]:
        return days[0] if days else ""
    first, last = days[0].split(" "), days[-1].split(" ")
    while len(first) > 1 and first[-1] == last[-1]:  # "2 May 2031 to 5 May 2031" is "2 to 5 May 2031"
        first.pop()
        last.pop()
    return f"{' '.join(first)} to {days[-1]}"


def _day(when: Interval, stated: str) -> str:
    day = when.start
    if _is_local(stated, when):  # the clock on the wall of the outlet, not the earliest it can mean in UTC
        year, month, number = (int(part) for part in stated[:10].split("-"))
        day = day.replace(year=year, month=month, day=number)
    return f"{day.day} {day:%b %Y}"


def _is_local(stated: str, when: Interval) -> bool:
    return (when.end - when.start).days >= 1 and bool(_LOCAL.match(stated))
