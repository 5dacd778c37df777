"""Span arithmetic. The only module that compares offsets.

Offsets are code points, half-open, and count within one part of an article: its title or its body.
"""

import bisect
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

import msgspec


class Part(StrEnum):
    """The part of an article that a span lies in."""

    TITLE = "title"
    BODY = "body"


class Span(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A half-open stretch of code points, `start` to `end`, within one part of an article."""

    start: int
    end: int
    part: Part = Part.BODY

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def cut(self, text: str) -> str:
        """Return the words of the span; `text` is the text of the part it lies in."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.part == other.part and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly within this span (equal spans contain each other)."""
        return self.part == other.part and self.start <= other.start and other.end <= self.end

    def precedes(self, other: "Span") -> bool:
        """Tell whether this span ends before `other` begins; a title precedes every body."""
        if self.part != other.part:
            return self.part is Part.TITLE
        return self.end <= other.start

    def gap(self, other: "Span") -> int | None:
        """Return the code points between two spans of one part, 0 when they touch or overlap, else None."""
        if self.part != other.part:
            return None
        return max(0, other.start - self.end, self.start - other.end)

    def shifted(self, by: int) -> "Span":
        """Return the span moved by `by` code points within its part."""
        return Span(self.start + by, self.end + by, self.part)


def text_order(span: Span) -> tuple[bool, int, int]:
    """Return the sort key of reading order: the title first, then by start, then by end."""
    return span.part is Part.BODY, span.start, span.end


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in reading order."""
    return tuple(sorted(spans, key=text_order))


def merged(spans: Iterable[Span], text: str = "") -> tuple[Span, ...]:
    """Return the spans in reading order, those that overlap or touch joined.

    With `text` (of the one part they lie in), spans with nothing but white space between them are joined too.
    """
    result: list[Span] = []
    for span in in_order(spans):
        last = result[-1] if result else None
        if (
            last
            and last.part == span.part
            and not text[last.end : span.start].strip()
            and (text or span.start <= last.end)
        ):
            result[-1] = Span(last.start, max(last.end, span.end), span.part)
        else:
            result.append(span)
    return tuple(result)


def hull(spans: Sequence[Span]) -> Span:
    """Return the smallest span that covers all the given ones, which lie in one part.

    Raises `ValueError` when there is none or when they lie in different parts.
    """
    if not spans or len({span.part for span in spans}) > 1:
        raise ValueError("a hull needs at least one span, all of one part")
    return Span(min(span.start for span in spans), max(span.end for span in spans), spans[0].part)


def without(span: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of a span when the holes are cut out, in reading order."""
    left = [span]
    for hole in holes:
        left = [piece for part in left for piece in _minus(part, hole)]
    return tuple(left)


def trimmed(span: Span, text: str, characters: str | None = None) -> Span:
    """Return the span without white space (or the given characters) at its ends; `text` is that of its part.

    A span of nothing else becomes empty, at its start.
    """
    words = span.cut(text)
    bare = words.lstrip(characters)
    start = span.start + len(words) - len(bare)
    return (
        Span(start, start + len(bare.rstrip(characters)), span.part)
        if bare
        else Span(span.start, span.start, span.part)
    )


def around(span: Span, text: str, most: int) -> tuple[Span, Span]:
    """Return the stretches right before and right after a span, each at most `most` code points long and cut
    off where `text`, the text of its part, begins or ends."""
    return (
        Span(max(0, span.start - most), span.start, span.part),
        Span(span.end, min(len(text), span.end + most), span.part),
    )


def fits(span: Span, text: str) -> bool:
    """Tell whether a span from outside lies within `text`, the text of its part, and is not empty."""
    return 0 <= span.start < span.end <= len(text)


def nearest(spans: Sequence[Span], near: Sequence[Span]) -> Span:
    """Return the span, of at least one, with the fewest code points between it and one of `near`; of equals
    the first, and one in a part that `near` is not in last."""

    def distance(span: Span) -> tuple[bool, int]:
        gaps = [gap for other in near if (gap := span.gap(other)) is not None]
        return not gaps, min(gaps, default=0)

    return min(spans, key=distance)


def covers(spans: Iterable[Span], other: Span) -> bool:
    """Tell whether one of the spans contains `other`."""
    return any(span.contains(other) for span in spans)


def share_text(spans: Iterable[Span], others: Sequence[Span]) -> bool:
    """Tell whether some span of the one set overlaps some span of the other."""
    return any(span.overlaps(other) for span in spans for other in others)


def flattened(
    whole: Span, spans: Sequence[Span], cuts: Iterable[int] = ()
) -> Iterator[tuple[Span, list[int]]]:
    """Yield the stretches of `whole` between any two borders of the spans, each with the positions, in
    `spans`, of those that cover it, in ascending order.

    The stretches follow each other, none is empty, together they are `whole`. `cuts` are further borders.
    Spans of another part, or outside of `whole`, cover nothing.
    """
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for position, span in enumerate(spans):
        start, end = max(span.start, whole.start), min(span.end, whole.end)
        if span.part is whole.part and start < end:
            begins.setdefault(start, []).append(position)
            ends.setdefault(end, []).append(position)
    inner = {cut for cut in cuts if whole.start < cut < whole.end}
    borders = sorted({whole.start, whole.end, *begins, *ends, *inner})
    covering: set[int] = set()
    for start, end in pairwise(borders):
        covering.difference_update(ends.get(start, ()))
        covering.update(begins.get(start, ()))
        yield Span(start, end, whole.part), sorted(covering)


class SpanIndex:
    """Sorted spans that do not overlap each other, for quick look-up by place: sentences, tokens,
    quotations."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = in_order(spans)
        self._starts = [(span.part is Part.BODY, span.start) for span in self.spans]

    def touching(self, span: Span) -> Iterator[int]:
        """Yield the positions, in `self.spans`, of the spans that overlap the given one."""
        place = bisect.bisect_right(self._starts, (span.part is Part.BODY, span.start)) - 1
        for position in range(max(place, 0), len(self.spans)):
            if self.spans[position].overlaps(span):
                yield position
            elif span.precedes(self.spans[position]):
                return

    def at(self, span: Span) -> int | None:
        """Return the position of the first of `self.spans` that overlaps the given span, or None."""
        return next(self.touching(span), None)


def _minus(span: Span, hole: Span) -> Iterator[Span]:
    if not span.overlaps(hole):
        yield span
        return
    if span.start < hole.start:
        yield Span(span.start, hole.start, span.part)
    if hole.end < span.end:
        yield Span(hole.end, span.end, span.part)
