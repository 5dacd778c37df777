"""Phrases of a lexicon with wildcards and a gap, found in a row of words in linear time."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import msgspec

from ondit.text.tokens import bare, is_one_by_one, words_and_marks

GAP = "…"
_ANY = "*"
_APOSTROPHES = ("'", "’")
_FARTHEST = 14
"""Words that may stand in a gap. A longer one is another clause: "hat … erklärt" over half a paragraph.
Signs of scripts without spaces count for half."""

_SHORTEST_STEM = 2

Payload = TypeVar("Payload")


class Found(msgspec.Struct, Generic[Payload], frozen=True):
    """A phrase in a row of words: positions, half-open. `start` to `end` are the words before its gap, `tail`
    to `stop` those behind it; without a gap the latter are empty and lie at `end`."""

    start: int
    end: int
    tail: int
    stop: int
    payload: Payload


class _Pattern(msgspec.Struct, Generic[Payload], frozen=True):
    head: tuple[str, ...]
    tail: tuple[str, ...]
    payload: Payload


class PatternTable(Generic[Payload]):
    """Patterns with what each of them means. Of those that begin at one word the longest wins, of equals the
    whole word before the ending ("Unternehmens*sprecher") and that before the beginning."""

    def __init__(
        self, patterns: Iterable[tuple[str, Payload]], proclitics: Sequence[str] = (), *, gap_ends: str = ""
    ) -> None:
        """`proclitics` may stand before the first word of a pattern, written together with it; a gap does not
        reach over the marks in `gap_ends`."""
        self._proclitics = tuple(proclitics)
        self._gap_ends = frozenset(gap_ends)
        self._whole: dict[str, list[_Pattern[Payload]]] = {}
        self._stems: dict[str, list[_Pattern[Payload]]] = {}
        self._endings: dict[str, list[_Pattern[Payload]]] = {}
        for written, payload in patterns:
            head, _, tail = written.partition(GAP)
            pattern = _Pattern(_pieces(head), _pieces(tail), payload)
            first = (pattern.head or pattern.tail)[0]
            if first.startswith(_ANY):
                self._endings.setdefault(first[1:], []).append(pattern)
            elif first.endswith(_ANY):
                self._stems.setdefault(first[:-1], []).append(pattern)
            else:
                self._whole.setdefault(first, []).append(pattern)

    def find(self, words: Sequence[str]) -> Iterator[Found[Payload]]:
        """Yield what is found in the words, which are `bare`, left to right; none begins inside another."""
        place = 0
        while place < len(words):
            found = self.at(words, place)
            if found:
                yield found
            place = max(found.end, place + 1) if found else place + 1

    def at(self, words: Sequence[str], place: int) -> Found[Payload] | None:
        """Return the longest pattern that begins at a word, None when none does."""
        best: Found[Payload] | None = None
        for form in self._forms(words[place]):
            for pattern in self._beginning(form):
                found = self._match(pattern, words, place)
                if found and (best is None or _length(found) > _length(best) or _fills(found, best)):
                    best = found
            if best:
                return best
        return best

    def _forms(self, word: str) -> Iterator[str]:
        yield word
        for clitic in self._proclitics:
            if word.startswith(clitic) and len(word) >= len(clitic) + _SHORTEST_STEM:
                yield word[len(clitic) :]

    def _beginning(self, form: str) -> Iterator[_Pattern[Payload]]:
        yield from self._whole.get(form, ())
        if self._endings:
            for cut in range(len(form)):
                yield from self._endings.get(form[cut:], ())
        if self._stems:
            for length in range(len(form), 0, -1):
                yield from self._stems.get(form[:length], ())
        if "" in self._endings:
            yield from self._endings[""]

    def _match(self, pattern: _Pattern[Payload], words: Sequence[str], place: int) -> Found[Payload] | None:
        if not pattern.head:
            end = place + len(pattern.tail)
            whole = _fit(pattern.tail[1:], words, place + 1)
            return Found(place, place, place, end, pattern.payload) if whole else None
        end = place + len(pattern.head)
        if not _fit(pattern.head[1:], words, place + 1):
            return None
        if not pattern.tail:
            return Found(place, end, end, end, pattern.payload)
        farthest = _FARTHEST * (2 if end < len(words) and is_one_by_one(words[end][0]) else 1)
        for tail in range(end, min(len(words), end + farthest)):
            if _is_form(pattern.tail[0], words[tail]) and _fit(pattern.tail[1:], words, tail + 1):
                nearer = tail - len(pattern.head)
                if nearer >= end and _fit(pattern.head, words, nearer):
                    return None  # it belongs to the head right before it
                return Found(place, end, tail, tail + len(pattern.tail), pattern.payload)
            if words[tail] in self._gap_ends:
                return None
        return None


class Lemmas:
    """The lemmas that a lexicon gives to forms of words."""

    def __init__(self, forms: dict[str, tuple[str, ...]], proclitics: Sequence[str] = ()) -> None:
        self._table = PatternTable(
            [(form, lemma) for lemma, written in forms.items() for form in written], proclitics
        )
        self._known: dict[str, str] = {}

    def of(self, word: str) -> str:
        """Return the lemma of a word in lower case, behind an elision where it has one ("l'assessora"): the
        word itself where the lexicon knows none."""
        if word not in self._known:
            form = bare(word)
            found = self._table.at([form], 0) or self._table.at([form.rpartition("'")[2]], 0)
            if len(self._known) > 1 << 16:
                self._known.clear()
            self._known[word] = found.payload if found else word
        return self._known[word]


def _fills(found: Found[Payload], best: Found[Payload]) -> bool:
    """Tell whether a phrase without a gap takes the very words that another takes with nothing in its gap
    ("据称" and "据…称")."""
    return found.tail == found.stop and best.tail < best.stop and found.stop == best.stop


def _length(found: Found[Payload]) -> int:
    return (found.end - found.start) + (found.stop - found.tail)


def _pieces(phrase: str) -> tuple[str, ...]:
    """Cut a phrase into its words, wildcards kept."""
    pieces: list[str] = []
    for run in phrase.split():
        core = run.strip(_ANY)
        words = [bare(word[0]) for word in words_and_marks(core, 0, len(core))]
        if run.endswith(_ANY) and core.endswith(_APOSTROPHES):
            words = [bare(core)]  # "all'*" is the beginning of one word
        if not words:
            pieces.append(_ANY)
            continue
        words[0] = _ANY * run.startswith(_ANY) + words[0]
        words[-1] += _ANY * run.endswith(_ANY)
        pieces.extend(words)
    return tuple(pieces)


def _fit(pattern: Sequence[str], words: Sequence[str], place: int) -> bool:
    return place + len(pattern) <= len(words) and all(
        _is_form(piece, words[place + step]) for step, piece in enumerate(pattern)
    )


def _is_form(piece: str, word: str) -> bool:
    if piece.startswith(_ANY):
        return word.endswith(piece[1:])
    return word.startswith(piece[:-1]) if piece.endswith(_ANY) else piece == word
