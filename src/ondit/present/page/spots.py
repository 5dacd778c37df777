"""Places of an article in an address: `?at=120-148`, `?at=title:0-12`. Offsets are code points."""

import re
from urllib.parse import quote

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


def in_path(part: str) -> str:
    """Return one part of a path, such as an id, as an address holds it.

    What a path cannot hold as it is, the dots that mean a folder, and the ending that asks for JSON, is
    written twice over: "a.json" is "a%252Ejson".
    """
    if "%" in part or part.strip(".") == "" or part.endswith(".json"):
        part = part.replace("%", "%25").replace(".", "%2E")
    return quote(part, safe="", errors="replace")
