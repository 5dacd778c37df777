"""The persons of an article, looked up by any part of their names."""

from collections import defaultdict

from ondit.resolve.figure import Figure, may_be
from ondit.resolve.phrases.phrase import Phrase
from ondit.text.fold import fold
from ondit.text.names import name_likeness, name_parts, skeleton

SURNAME = 1.0
"""How alike a bare name must be to a person's last name to mean the person: "Police" is no "Pollak"."""


class Persons:
    """The named persons of one article, by the consonants of their last names and by their first names."""

    def __init__(self) -> None:
        self._by_last: dict[str, list[Figure]] = defaultdict(list)
        self._by_first: dict[str, list[Figure]] = defaultdict(list)

    def add(self, figure: Figure) -> None:
        """Take in a person."""
        parts = name_parts(figure.name) or ("",)
        self._by_last[skeleton(parts[-1])].append(figure)
        for part in parts[:-1]:
            self._by_first[part].append(figure)

    def of_name(self, phrase: Phrase, least: float) -> Figure | None:
        """Return the person whose name this is most likely, if at least so likely; of two of one surname the
        one named more often."""
        likely = [(name_likeness(phrase.name, figure.name), figure) for figure in self._of_last(phrase)]
        fitting = [pair for pair in likely if pair[0] >= least]
        return max(fitting, key=lambda pair: (pair[0], pair[1].weight))[1] if fitting else None

    def of_first_name(self, phrase: Phrase) -> Figure | None:
        """Return the one person who bears a bare name before the last one ("Lena", "Xi", "Lopez" for "Maria
        Lopez Garcia")."""
        parts = name_parts(phrase.name)
        found = self._by_first[parts[0]] if len(parts) == 1 else []
        return found[0] if len(found) == 1 else None

    def bearers(self, phrase: Phrase) -> list[Figure]:
        """Return the persons whose last name a bare name is."""
        if phrase.outlets or " " in fold(phrase.name):
            return []
        return [one for one in self._of_last(phrase) if name_likeness(phrase.name, one.name) >= SURNAME]

    def _of_last(self, phrase: Phrase) -> list[Figure]:
        bones = skeleton((name_parts(phrase.name) or ("",))[-1])
        return [one for one in self._by_last[bones] if may_be(phrase.gender, one.gender)]
