"""Places of an article in an address: `?at=120-148`, `?at=title:0-12`. Offsets are code points."""

import re

from ondit.model.span import Part, Span

_SPOT = re.compile(r"(title:)?(\d{1,9})-(\d{1,9})")  # matches "title:0-12" and "120-148", not "12" or "-3-4"


def spot(span: Span) -> str:
    """Return a span as an address says it."""
    part = "title:" if span.part is Part.TITLE else ""
    return f"{part}{span.start}-{span.end}"


def read_spot(said: str) -> Span | None:
    """Return the span that an address says; None when it says none."""
    match = _SPOT.fullmatch(said) if said.isascii() else None
    if match is None:
        return None
    return Span(int(match[2]), int(match[3]), Part.TITLE if match[1] else Part.BODY)
