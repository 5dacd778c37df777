"""JSON as page templates write it: comments, trailing commas, CDATA, entities, several values in a row."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

# Matches a string, a comment, or a comma before a closing bracket; the string first, so that "//" in an
# address is none. A block comment of "/* made by us */", a line comment of "// made by us".
_TOKEN = re.compile(
    r'"(?:[^"\\]|\\.)*"|/\*.*?\*/|//[^\n]*|(?P<comma>,(?=(?:\s|,|/\*.*?\*/)*[\]}]))', re.DOTALL
)
_CDATA = re.compile(r"(?://|/\*)?\s*(?:<!\[CDATA\[|\]\]>)\s*(?:\*/)?")  # matches "//<![CDATA[" and "/*]]>*/"
_COMMENT = re.compile(r"^\s*<!--|-->\s*$")  # matches the "<!--" at the beginning, not one in a string
_DECODER = json.JSONDecoder(strict=False)
_MOST_VALUES = 50  # values in one block; a page has one, a careless template some


def lenient_values(text: str) -> Iterator[Any]:
    """Yield the JSON values of a block, mended where it is broken in a usual way; nothing where it is not.

    Values before a fault that cannot be mended are yielded, those behind it are not.
    """
    text = _COMMENT.sub("", _CDATA.sub("", text) if "CDATA[" in text else text).strip().rstrip(";")
    if '"' not in text and "&quot;" in text:
        text = html.unescape(text)
    try:
        yield _DECODER.decode(text)
        return
    except (ValueError, RecursionError):
        pass
    bare = _TOKEN.sub(_kept, text)
    place = 0
    for _ in range(_MOST_VALUES):
        try:
            value, place = _DECODER.raw_decode(bare, place)
        except (ValueError, RecursionError):
            return
        yield value
        place += len(bare[place:]) - len(bare[place:].lstrip(" \t\r\n,;"))


def _kept(token: re.Match[str]) -> str:
    return token[0] if token[0].startswith('"') else ""


# Matches the pair of '"datePublished": "2024-03-05"', not a key whose value is an object.
_PAIR = re.compile(r'"(?P<key>@?\w+)"\s*:\s*(?P<value>"(?:[^"\\\n]|\\.)*")')
_NAMED = re.compile(  # matches '"author": [{"@type": "Person", "name": "Nora Vance"', not '"author": []'
    r'"(?P<key>author|publisher)"\s*:\s*\[?\s*\{(?P<inside>[^{}]*)'
)


def salvaged(text: str) -> dict[str, Any]:
    """Return the plain fields of a block that is broken beyond mending, the first of each name; `author` and
    `publisher` with the plain fields inside them. Empty for a block that holds none."""
    fields: dict[str, Any] = {}
    for named in _NAMED.finditer(text):
        fields.setdefault(named["key"], _pairs(named["inside"]))
    return _pairs(_NAMED.sub("", text)) | fields


def _pairs(text: str) -> dict[str, Any]:
    pairs: dict[str, Any] = {}
    for pair in _PAIR.finditer(text):
        try:
            pairs.setdefault(pair["key"], _DECODER.decode(pair["value"]))
        except ValueError:
            continue
    return pairs
