"""Names that can be one name, and lists of names that can be asked for one quickly."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

_SHORTEST_ACRONYM = 2
_ACRONYM = "."  # before what a name may be shortened to, so that it meets no word


class Names(msgspec.Struct, frozen=True, gc=False):
    """Some folded names, and which of them have a key. Two lists without a key in common have no name in
    common."""

    listed: tuple[str, ...]
    held: frozenset[str]
    words: frozenset[str]
    by_key: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1 << 16)
def names_of(names: tuple[str, ...]) -> Names:
    """Return a list of names with its keys. Many mentions have the same names."""
    by_key: dict[str, tuple[str, ...]] = {}
    for name in names:
        for key in _keys(name):
            by_key[key] = (*by_key.get(key, ()), name)
    words = frozenset(word for name in names for word in name.split())
    return Names(names, frozenset(names), words, by_key)


def share_name(one: Names, other: Names) -> bool:
    """Tell whether two lists of names can have one in common."""
    if not one.held.isdisjoint(other.held):
        return True
    if one.by_key.keys().isdisjoint(other.by_key):
        return False
    return any(_is_among(name, other) for name in one.listed)


def has_stranger(names: Names, known: Names) -> bool:
    """Tell whether some names have one that is not among those known."""
    if names.held <= known.held:
        return False
    return any(not _is_among(name, known) for name in names.listed)


def _is_among(name: str, known: Names) -> bool:
    if name in known.held:
        return True
    by_key = known.by_key
    return any(same_name(name, other) for key in _keys(name) if key in by_key for other in by_key[key])


def shared_names(names: Sequence[str], others: Sequence[str]) -> float | None:
    """Return the share of the shorter list of names that the longer has too; None when one is empty."""
    if not names or not others:
        return None
    fewer, more = sorted((names, others), key=len)
    return sum(any(same_name(name, other) for other in more) for name in fewer) / len(fewer)


@lru_cache(maxsize=200_000)
def same_name(name: str, other: str) -> bool:
    """Tell whether two folded names can be one: all words of the shorter in the longer, or its initials."""
    words, others = sorted((name.split(), other.split()), key=len)
    if set(words) <= set(others):
        return True
    initials = "".join(word[0] for word in others)
    return len(words) == 1 and len(words[0]) >= _SHORTEST_ACRONYM and _is_subsequence(words[0], initials)


def _is_subsequence(acronym: str, initials: str) -> bool:
    """Tell whether the letters of an acronym are initials in order, all but one of them ("hts", h t a s)."""
    letters = iter(initials)
    return len(initials) - len(acronym) <= 1 and all(letter in letters for letter in acronym)


@lru_cache(maxsize=1 << 16)
def _keys(name: str) -> frozenset[str]:
    """Return what two names that `same_name` takes for one have in common: a word, or an acronym."""
    words = name.split()
    if len(words) == 1:
        return frozenset((name, _ACRONYM + name))
    initials = "".join(word[0] for word in words)
    but_one = (initials[:at] + initials[at + 1 :] for at in range(len(initials)))
    return frozenset((*words, *(_ACRONYM + short for short in (initials, *but_one))))
