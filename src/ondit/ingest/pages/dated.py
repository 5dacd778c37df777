"""Dates as they stand in the lines of a page, in words or numbers, and in its address."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from ondit.ingest.dates import is_iso
from ondit.languages.page_words import page_words

_YEAR_FIRST = re.compile(  # matches "2024-03-05", "2024年3月5日", "2024. 3. 5.", not "12024-03-05"
    r"(?<!\d)((?:19|20)\d\d)\s?(?:[-./]|年|년)\s?(\d{1,2})\s?(?:[-./]|月|월)\s?(\d{1,2})(?!\d)"
)
_YEAR_LAST = re.compile(  # matches "05.03.2024" and "25/03/2024", not "1.2.3.2024"
    r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)"
)
_DAY_FIRST = re.compile(  # matches "5 March 2024", "5 de marzo de 2024", "5. März 2024"
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(  # matches "March 5, 2024", "Mar. 05 2024"
    r"(?<!\w)([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)"
)
_IN_ADDRESS = re.compile(  # matches "/2024/03/05/", "/2024-03-05-", "/20240305", not "/2024/news"
    r"(?<!\d)((?:19|20)\d\d)([-/_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
)
_BEFORE = 30  # code points before a date in which a word may say that it is that of a change
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def date_in_line(line: str, language: str | None) -> str | None:
    """Return the first day, ISO 8601, that a line states and does not call that of a change.

    `language` says which names of months are known, beside the English ones, and whether day or month comes
    first in numbers; where numbers leave that open, there is no date.
    """
    line = line.translate(_ARABIC_DIGITS)
    for place, found in sorted(_found(line, (language or "en").replace("_", "-"))):
        before = line[max(0, place - _BEFORE) : place].lower()
        last = max((before.rfind(word) for word in page_words().changed), default=-1)
        if last < 0 or any(mark in before[last:] for mark in "|;,•·"):
            return found
    return None


def date_in_address(address: str | None) -> str | None:
    """Return the day that an address holds ("/2024/03/05/"), ISO 8601, or None."""
    found = _IN_ADDRESS.search((address or "").partition("?")[0])
    return _day(found[1], found[3], found[4]) if found else None


def _found(line: str, language: str) -> Iterator[tuple[int, str]]:
    months = _months(language.partition("-")[0].lower())
    for match in _YEAR_FIRST.finditer(line):
        if day := _day(match[1], match[2], match[3]):
            yield match.start(), day
    for match in _YEAR_LAST.finditer(line):
        first, second = match[1], match[3]
        sure = match[2] == "." or int(first) > 12 or first == second
        day_first = True if sure else False if int(second) > 12 else _is_day_first(language)
        if day_first is None:
            continue
        if day := _day(match[4], *((second, first) if day_first else (first, second))):
            yield match.start(), day
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2))):
        for match in pattern.finditer(line):
            year, month, number = (match[place] for place in order)
            known = months.get(month.lower())
            if known and (day := _day(year, known, number)):
                yield match.start(), day


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day)).isoformat()
    except ValueError:  # the 31st of February, or numbers that were none
        return None
    return found if is_iso(found) else None


@lru_cache(maxsize=64)
def _months(language: str) -> Mapping[str, int]:
    """Return the numbers of a language's months by their names, long and short, and of the English ones.
    Source: CLDR, as babel has it."""
    known: dict[str, int] = {}
    for one in ("en", language):
        try:
            months = Locale.parse(one).months
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("stand-alone", "format"):
            for width in ("abbreviated", "wide"):
                known |= {name.lower().rstrip("."): number for number, name in months[context][width].items()}
    return known


@lru_cache(maxsize=64)
def _is_day_first(language: str) -> bool | None:
    """Tell whether the day stands before the month in a language's numbers; None where that is not known,
    as for English without a country. Source: CLDR."""
    if language.lower() == "en":
        return None
    try:
        pattern = str(Locale.parse(language, sep="-").date_formats["short"].pattern)
    except (UnknownLocaleError, ValueError):
        return None
    return pattern.find("d") < pattern.find("M")
