"""Records in which a stranger has written something hostile wherever text is free."""

import re

import msgspec
import pytest

from ondit.model.article import Article
from ondit.model.provenance import Trace
from present.builder import dam

PAYLOADS = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param("\"><img src=x onerror=alert(1)>'", id="out of an attribute"),
    pytest.param("</title></style></svg><b onclick=x>", id="out of an element"),
    pytest.param("{{ 7 * 7 }}{% raw %}[bold]x[/bold]", id="templates and markup"),
    pytest.param("\x1b]0;owned\x07\x1b[2J", id="escape sequences"),
    pytest.param("\u202egnp.exe\u2066\u200f", id="bidirectional controls"),
    pytest.param("\ud800 lone \udfff", id="lone surrogates"),
    pytest.param("\x00\x01\r\n\x0b\x85\u2028\ufffe", id="control characters"),
    pytest.param("‹" * 500, id="long"),
]
# Fields that hold a value of a fixed set, or a time, which is shown as text where it cannot be read.
FIXED = {"voice", "stance", "source_kind", "polarity", "part", "manner", "certainty", "distance"}
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200f\u2028\u202e\u2066\ud800-\udfff\ufffe]")


def spoilt(record, payload: str):
    """Return the record with the payload at the end of every text that is free, ids and times too."""

    def spoil(value, key=""):
        if isinstance(value, dict):
            return {name: spoil(one, name) for name, one in value.items()}
        if isinstance(value, list | tuple):
            return [spoil(one, key) for one in value]
        free = isinstance(value, str) and key not in FIXED and value not in KINDS
        return value + payload if free else value

    return msgspec.convert(spoil(msgspec.to_builtins(record)), type(record))


KINDS = {"cites", "links", "copies", "unnamed", "outlet", "person", "title", "body"}


def spoilt_dam(payload: str) -> tuple[Trace, list[Article]]:
    trace, articles = dam()
    hostile = [spoilt(article, payload) for article in articles]
    spoilt_trace: Trace = spoilt(trace, payload)
    return spoilt_trace, hostile
