"""Cutting a part into stretches that a parser reads in linear time, and the way back to its offsets."""

import bisect
import re
from collections.abc import Iterator

import msgspec

from ondit.model.span import Part, Span

_RUN = re.compile(r"\S+")  # matches "word," in "word, word"; not the blank
_BREAK = re.compile(r"\n[^\S\n]*\n\s*|\n(?![a-z])")  # matches "\n\n" and "\nThe", not "\nof"
_BLANK = re.compile(r"\s")  # matches a tab or a no-break space, not a letter
_LETTER = re.compile(r"\w")  # matches "a" and "7", not "***"
_SENTENCE_END = re.compile(r"[.!?][\"'”’»)]*\s")  # matches ". " and '?" ', not ".5"

_DATELINE = re.compile(
    r"(?:[A-Z][\w.]*[\w.,/ ]{0,40}\([A-Z][A-Za-z /]{1,30}\)"
    r"|[A-Z]{3,}[A-Z.,/ ]{0,40}(?:, [A-Z][\w.]+(?: \d{1,2})?)?)"
    r"(?: (?:[-–]{1,2}|—|―) |[—―])(?=[\"“‘'A-Z])"
    r"|[A-Z][A-Za-z ]{1,30}, [A-Z][a-z]{2,8}\.? \d{1,2}: "
)  # matches "OSLO (Reuters) - The", "Oslo, Sep 22: ", not "NASA - the agency" or "A man (35) - he"

LONGEST_RUN = 100
"""Code points without a blank that are still read as language. spaCy's tokenizer is quadratic in them: 100
quotation marks take 1 ms, 2,000 half a second."""

LETTERLESS = 5
"""A run without letter or digit may be this many times shorter: each mark is a token to parse."""

LONGEST_STRETCH = 4_000
"""Code points given to the parser at once. Longer ones gain no speed and cost memory."""

STAND_IN = "x"
"""What the parser reads instead of a run that is too long: one token."""


class Stretch(msgspec.Struct, frozen=True):
    """A piece of one paragraph, as the parser reads it.

    `text` has blanks for all white space and `STAND_IN` for every run that is too long. `places` and `shifts`
    say by how much offsets of `text` from each place on differ from those of the part.
    """

    text: str
    part: Part
    paragraph: int
    places: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, start: int, end: int) -> Span:
        """Return the span of the part that was read as `text[start:end]`."""
        if len(self.shifts) == 1:  # nearly always: nothing was shortened
            return Span(start + self.shifts[0], end + self.shifts[0], self.part)
        shift = self.shifts[bisect.bisect_right(self.places, start) - 1]
        until = self.shifts[bisect.bisect_right(self.places, end) - 1]
        return Span(start + shift, end + until, self.part)


def stretches(text: str, part: Part, longest_run: int) -> Iterator[Stretch]:
    """Yield the stretches of a part in order; white space at their edges belongs to none.

    A dateline is a stretch of its own, or the parser takes the place for the subject.

    Runs of more than `longest_run` code points without a blank are replaced by `STAND_IN`.
    """
    for paragraph, (start, end) in enumerate(_paragraphs(text)):
        words = _BLANK.sub(" ", text[start:end])
        short, places, shifts = _shortened(words, start, longest_run)
        dateline = _DATELINE.match(short)
        body = dateline.end() if dateline else 0
        for low, high in (*_pieces(short, 0, body), *_pieces(short, body, len(short))):
            first = bisect.bisect_right(places, low) - 1
            yield Stretch(
                short[low:high],
                part,
                paragraph,
                (0, *(place - low for place in places[first + 1 :] if place <= high)),
                tuple(shift + low for shift in shifts[first:]),
            )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BREAK.finditer(text):
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


def _shortened(words: str, start: int, longest_run: int) -> tuple[str, list[int], list[int]]:
    """Return the words with stand-ins, and the places from which a new shift to the part's offsets holds."""
    kept, places, shifts = [], [0], [start]
    done = length = 0
    for run in _RUN.finditer(words):
        most = longest_run if _LETTER.search(run[0]) else longest_run // LETTERLESS
        if run.end() - run.start() <= most:
            continue
        kept += [words[done : run.start()], STAND_IN]
        length += run.start() - done + len(STAND_IN)
        done = run.end()
        places.append(length)
        shifts.append(start + done - length)
    return "".join([*kept, words[done:]]), places, shifts


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the pieces of a stretch of text: at a sentence's end where one is near, else at a
    blank."""
    while start < stop:
        end = start + LONGEST_STRETCH
        if end < stop:
            ends = [found.end() for found in _SENTENCE_END.finditer(text, start + LONGEST_STRETCH // 2, end)]
            end = ends[-1] if ends else text.rfind(" ", start, end) + 1 or end
        yield start, min(end, stop)
        start = end
