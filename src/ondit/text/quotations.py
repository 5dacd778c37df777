"""The quotation layer: every stretch between quotation marks of a part, outermost ones only."""

import re
from collections.abc import Iterator, Mapping

import msgspec

from ondit.model.span import Part, Span

_APOSTROPHES = frozenset({"'", "’"})
"""Marks that are apostrophes inside and after words: they open and close at the edges of words only."""

_PARAGRAPH = "\n"

_INDENT = 10
"""Blanks that may stand before the first word of a paragraph."""


class Quotation(msgspec.Struct, frozen=True):
    """One quotation. `span` has its marks, `inner` has not.

    `reopened` is True where a mark at the start of a paragraph goes on with a quotation that the paragraph
    before left open; `closed` is False where no mark closes it: it then runs to the end of its paragraph.
    """

    span: Span
    inner: Span
    reopened: bool = False
    closed: bool = True

    @property
    def last(self) -> Span:
        """The last character within the marks."""
        return Span(self.inner.end - 1, self.inner.end, self.inner.part)


def find_quotations(text: str, marks: Mapping[str, str], part: Part) -> list[Quotation]:
    """Return the outermost quotations of a part in text order, each within one paragraph.

    `marks` maps an opening mark to its closing one. A straight mark opens where none is open and closes where
    one is. Marks nested in a quotation of other marks open nothing. Time is linear in the text.
    """
    found: list[Quotation] = []
    opening: re.Match[str] | None = None
    left_open = ""
    for mark in _mark_pattern(marks).finditer(text):
        word = mark[0]
        if word == _PARAGRAPH:
            if opening is not None and not _hard_wrapped(text, mark.end()):
                found += _unclosed(text, opening, mark.start(), part, left_open == opening[0])
                left_open = opening[0] if opening[0] not in _APOSTROPHES else ""
                opening = None
            continue
        if opening is not None and word == marks[opening[0]] and _may_close(text, mark):
            span = Span(opening.start(), mark.end(), part)
            inner = Span(opening.end(), mark.start(), part)
            if inner.cut(text).strip():
                found.append(
                    Quotation(span, inner, _starts_paragraph(text, opening) and left_open == opening[0])
                )
            left_open, opening = "", None
        elif word in marks and (opening is None or opening[0] in _APOSTROPHES or opening[0] == "‘"):
            if opening is not None and (word in _APOSTROPHES or word == "‘"):
                continue
            if _may_open(text, mark):
                if not _starts_paragraph(text, mark):
                    left_open = ""
                opening = mark
    if opening is not None:
        found += _unclosed(text, opening, len(text), part, left_open == opening[0])
    return found


def _mark_pattern(marks: Mapping[str, str]) -> re.Pattern[str]:
    every = sorted({*marks, *marks.values()}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, [*every, _PARAGRAPH])))


def _may_open(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if mark[0] in _APOSTROPHES or mark[0] == '"':
        return not before.isalnum() and not after.isspace() and after != ""
    return True


def _may_close(text: str, mark: re.Match[str]) -> bool:
    if mark[0] not in _APOSTROPHES:
        return True
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return not before.isspace() and not after.isalnum()


def _starts_paragraph(text: str, mark: re.Match[str]) -> bool:
    """Tell whether nothing but a short indent stands between the line's start and the mark."""
    before = text[max(0, mark.start() - _INDENT) : mark.start()]
    _, line_break, indent = before.rpartition(_PARAGRAPH)
    return not indent.strip() and bool(line_break or mark.start() < _INDENT)


def _hard_wrapped(text: str, after: int) -> bool:
    return text[after : after + 1].islower()


def _unclosed(text: str, opening: re.Match[str], end: int, part: Part, reopened: bool) -> Iterator[Quotation]:
    if opening[0] not in _APOSTROPHES and opening[0] != "‘" and text[opening.end() : end].strip():
        yield Quotation(
            Span(opening.start(), end, part), Span(opening.end(), end, part), reopened=reopened, closed=False
        )
