"""Looking names of outlets up in the words of one language."""

from collections.abc import Sequence
from functools import cached_property

from ondit.languages.lexicon import NameWords
from ondit.resolve.outlets.names import Match, NameIndex, name_key
from ondit.resolve.outlets.table import OutletTable
from ondit.resolve.phrases.words import Word
from ondit.text.tokens import BARE_WORD

_SHORTEST_STEM = 3
"""Letters that must be left of a word whose ending is cut off."""

_SHORTEST_BARE = 2
"""Letters that must be left of a word whose prefix is cut off: "لبي بي سي" is "to the BBC"."""

_HYPHENS = ("", "-", "‑")  # what may stand behind a name in its word: nothing, or a hyphen


class Lookup:
    """The names of a table, found in whatever form a language gives them."""

    def __init__(self, table: OutletTable, naming: NameWords) -> None:
        self._table = table
        self._naming = naming

    def find(self, words: Sequence[Word]) -> tuple[Match, ...]:
        """Return the outlets named in the words, in order; positions count words, none overlaps another.

        A mark within a name ends it: "mehr Welt, Zeit" names no "Welt Zeit".
        """
        parts = _Parts(words)
        found = self._table.index.find(parts.surfaces, [self._forms(part) for part in parts.surfaces])
        if self._naming.endings:
            taken = {at for one in found for at in range(one.start, one.end)}
            stems = [(self.stem(name_key(part)),) for part in parts.surfaces]
            other = self._inflected.find(parts.surfaces, stems)
            found += [one for one in other if taken.isdisjoint(range(one.start, one.end))]
            found.sort(key=lambda one: one.start)
        placed = (
            Match(parts.starts[one.start], parts.ends[one.end], one.outlets)
            for one in found
            if one.start in parts.starts and one.end in parts.ends
        )
        return tuple(one for one in placed if not any(word.apart for word in words[one.start + 1 : one.end]))

    def names_in(self, words: Sequence[str]) -> tuple[Match, ...]:
        """Return the outlets named in words that nobody has analysed; positions count words."""
        found = self._table.index.find(words, [self._forms(word) for word in words])
        if not found and self._naming.endings:
            found = self._inflected.find(words, [(self.stem(name_key(word)),) for word in words])
        return tuple(found)

    def stems(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the words of a name without the endings of the language."""
        return tuple(map(self.stem, words))

    def _forms(self, surface: str) -> tuple[str, ...]:
        """Return a word folded, and without what its language writes together with it in front."""
        word = name_key(surface)
        if not self._naming.prefixes:
            return (word,)
        bare = [
            instead + word.removeprefix(prefix)
            for prefix, instead in self._naming.prefixes.items()
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_BARE
        ]
        return word, *bare

    @cached_property
    def _inflected(self) -> NameIndex:
        return NameIndex(self._table.names, self.stem)

    def stem(self, word: str) -> str:
        """Return a folded word without the longest ending of its language."""
        for cut in range(_SHORTEST_STEM, len(word)):
            if word[cut:] in self._naming.endings:
                return word[:cut]
        return word


class _Parts:
    """Words in the parts that names of outlets are made of: `starts` and `ends` say at which part a word
    begins and ends. A name may end before an inner hyphen ("Reuters-Reporter") and may begin behind an elided
    article ("l'Ansa")."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.surfaces: list[str] = []
        self.starts: dict[int, int] = {}
        self.ends: dict[int, int] = {}
        for place, word in enumerate(words):
            self.starts[len(self.surfaces)] = place
            if word.text.isalpha() and word.text.isascii():  # most words: one part
                self.surfaces.append(word.text)
                self.ends[len(self.surfaces)] = place + 1
                continue
            parts = list(BARE_WORD.finditer(word.text))
            if len(parts) > 1 and parts[0][0].islower() and word.text[parts[0].end()] in "'’":
                self.starts[len(self.surfaces) + 1] = place
            for part in parts:
                self.surfaces.append(part[0])
                if word.text[part.end() : part.end() + 1] in _HYPHENS:
                    self.ends[len(self.surfaces)] = place + 1
