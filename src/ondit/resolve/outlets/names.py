"""Names of outlets as rows of words, and where they stand in a text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import msgspec

from ondit.resolve.outlets.rows import Outlet
from ondit.text.fold import fold
from ondit.text.tokens import BARE_WORD

_SHORT_ACRONYM = 5
"""Capitals up to this length are taken for an outlet only as capitals: "AP" is one, "ap" and "Ap" are not."""

_LONGEST_ARTICLE = 3
"""Letters of the longest article that a name may begin with ("The", "Der", "Los"): a text may write it
without capital, which it may not do with a longer first word ("новая газета" is any new newspaper)."""

_ONE_LETTER = str.maketrans("یىکھ", "ييكه")
"""Letters that Persian and Urdu write otherwise than Arabic: "رویترز" and "رويترز" are one name."""

Name = tuple[tuple[str, ...], str, Outlet]
"""A name as its folded words, as the table writes it, and whose it is."""


class Match(msgspec.Struct, frozen=True):
    """An outlet's name in a row of words: positions `start` to `end`, half-open, and whom it can mean."""

    start: int
    end: int
    outlets: tuple[Outlet, ...]


class NameIndex:
    """Names by their words, each word in the form that `form` gives it (as it stands when not given)."""

    def __init__(self, names: Iterable[Name], form: Callable[[str], str] | None = None) -> None:
        self._names: dict[tuple[str, ...], list[tuple[str, Outlet]]] = defaultdict(list)
        for tokens, name, outlet in names:
            self._names[tuple(map(form, tokens)) if form else tokens].append((name, outlet))
        lengths: dict[str, set[int]] = defaultdict(set)
        for tokens in self._names:
            lengths[tokens[0]].add(len(tokens))
        self._lengths = {first: sorted(some, reverse=True) for first, some in lengths.items()}

    def find(self, surfaces: Sequence[str], forms: Sequence[tuple[str, ...]]) -> list[Match]:
        """Return the names in a row of words, longest first, left to right, none overlapping another.

        `surfaces` are the words as written, `forms` what each can be looked up as: the first word of a name
        in any of its forms, the others in the first one.
        """
        found: list[Match] = []
        place = 0
        while place < len(forms):
            match = self._at(surfaces, forms, place)
            if match:
                found.append(match)
            place = match.end if match else place + 1
        return found

    def _at(self, surfaces: Sequence[str], forms: Sequence[tuple[str, ...]], place: int) -> Match | None:
        for first in forms[place]:
            if first in self._lengths and (match := self._longest(surfaces, forms, place, first)):
                return match
        return None

    def bearing(self, tokens: tuple[str, ...], surface: str) -> tuple[Outlet, ...]:
        """Return whose name these folded words are, when they are written as the table has them."""
        bearers = (outlet for name, outlet in self._names.get(tokens, ()) if _written_as(name, surface))
        return tuple({outlet.id: outlet for outlet in bearers}.values())

    def bearers(self, tokens: tuple[str, ...]) -> tuple[Outlet, ...]:
        """Return whose name these folded words are, whatever its capitals."""
        return tuple({outlet.id: outlet for _, outlet in self._names.get(tokens, ())}.values())

    def _longest(
        self, surfaces: Sequence[str], forms: Sequence[tuple[str, ...]], place: int, first: str
    ) -> Match | None:
        for length in self._lengths[first]:
            end = place + length
            key = (first, *(form[0] for form in forms[place + 1 : end]))
            if len(key) == length and key in self._names:
                outlets = self.bearing(key, " ".join(surfaces[place:end]))
                if outlets:
                    return Match(place, end, outlets)
        return None


def name_tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are looked up."""
    return tuple(map(name_key, BARE_WORD.findall(name)))


@lru_cache(maxsize=200_000)
def name_key(word: str) -> str:
    """Return a word folded, letters that only spelling tells apart as one; words come again and again, so
    results are kept."""
    return fold(word).translate(_ONE_LETTER)


def _written_as(name: str, surface: str) -> bool:
    """Tell whether the words are written as a name: capitals where the table has them, save for an article at
    the beginning ("the Guardian")."""
    if name.isupper() and len(name) <= _SHORT_ACRONYM:
        return surface.replace(" ", "").isupper()
    pairs = list(zip(BARE_WORD.findall(name), surface.split(), strict=False))
    articled = len(pairs) > 1 and len(pairs[0][0]) <= _LONGEST_ARTICLE
    return not any(word[0].isupper() and given[0].islower() for word, given in pairs[articled:])
