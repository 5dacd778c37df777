"""What the description of an unnamed source tells: its specific words, its role, whether it is one more."""

from functools import lru_cache

import msgspec

from ondit.languages import lexicon_of
from ondit.text.fold import fold

STEM = 5
"""Letters in which two specific words must agree: enough for "Syria" and "Syrian", "Moscow", "Moscow's"."""


class Description(msgspec.Struct, frozen=True):
    """`stems` are the first letters of the words that tell something, `roles` the positions, in the lexicon,
    of the classes of roles named, `another` whether it is said to be one more ("a second source")."""

    stems: frozenset[str] = frozenset()
    roles: frozenset[int] = frozenset()
    another: bool = False

    def excludes(self, other: "Description") -> bool:
        """Tell whether nobody can be both: each names a role, and no role in common."""
        return bool(self.roles and other.roles and not self.roles & other.roles)


@lru_cache(maxsize=4096)
def describe(name: str, language: str | None) -> Description:
    """Return what a description tells; without a lexicon of its language every word of it is specific."""
    words = fold(name).split()
    lexicon = lexicon_of(language or "en")
    if lexicon is None or lexicon.description is None:
        return Description(stems=frozenset(word[:STEM] for word in words))
    known = lexicon.description
    silent = {*known.generic, *known.another}
    return Description(
        stems=frozenset(word[:STEM] for word in words if word not in silent and not word.isdigit()),
        roles=frozenset(place for place, role in enumerate(known.role) if set(role) & set(words)),
        another=not set(known.another).isdisjoint(name.casefold().split()),  # not "a second-hand source"
    )
