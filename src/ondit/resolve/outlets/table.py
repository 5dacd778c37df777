"""The outlets table: who publishes, under which names and domains."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec

from ondit.errors import LexiconError
from ondit.model.source import OutletKind
from ondit.resolve.outlets.hosts import enclosing
from ondit.text.fold import fold

_folded = lru_cache(maxsize=1 << 16)(fold)
_NAME_WORD = re.compile(r"\w+")  # matches both words of "Al-Watan", nothing in "--"
_SHORT_ACRONYM = 5
"""Capitals up to this length are taken for an outlet only as capitals: "AP" is one, "ap" and "Ap" are not."""


class Ownership(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who owns an outlet, and on what this rests.

    `group` is the whole that the owner belongs to. `state` is True when a state controls the outlet, False
    when it surely does not, None when we are not sure. `basis` is a public document or the outlet's own
    description of itself, `year` the year for which it holds.
    """

    owner: str = ""
    group: str = ""
    state: bool | None = None
    basis: str
    year: int


class Outlet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One outlet, agency or body that is cited in the news.

    `aliases` name it wherever they stand; `short` are names that others bear too or that are common words:
    they need evidence when more than one outlet has them. `country` is ISO 3166 alpha-2 (XK for Kosovo),
    `language` BCP 47. `part_of` is the id of another outlet. `domains` may hold hosts below a registered
    domain; the longest one that fits wins. `prime` marks the one bearer of a shared name that is meant where
    nothing tells another ("The Guardian" is that of London, not that of Lagos).
    """

    id: str
    name: str
    kind: OutletKind
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str = ""
    language: str = ""
    part_of: str = ""
    prime: bool = False
    ownership: Ownership | None = None

    @property
    def owner(self) -> str | None:
        """The owner, the group when there is one; None when we do not know."""
        return (self.ownership.group or self.ownership.owner or None) if self.ownership else None


class _OutletFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the table."""

    outlet: tuple[Outlet, ...]


class Match(msgspec.Struct, frozen=True):
    """An outlet's name in a row of words: positions `start` to `end`, half-open, and whom it can mean."""

    start: int
    end: int
    outlets: tuple[Outlet, ...]


class OutletTable:
    """The outlets with their indexes by name and host."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self.outlets = tuple(outlets)
        self.by_id = {outlet.id: outlet for outlet in self.outlets}
        self._hosts = {domain: outlet for outlet in self.outlets for domain in outlet.domains}
        self._names: dict[tuple[str, ...], list[tuple[str, Outlet]]] = defaultdict(list)
        for outlet in self.outlets:
            for name in dict.fromkeys((outlet.name, *outlet.aliases, *outlet.short)):
                self._names[name_tokens(name)].append((name, outlet))
        self._lengths: dict[str, list[int]] = defaultdict(list)
        for tokens in self._names:
            if len(tokens) not in self._lengths[tokens[0]]:
                self._lengths[tokens[0]].append(len(tokens))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def by_host(self, host: str) -> Outlet | None:
        """Return the outlet whose domain the host is or lies below, or None."""
        return next((found for one in enclosing(host) if (found := self._hosts.get(one))), None)

    def by_name(self, name: str) -> tuple[Outlet, ...]:
        """Return all outlets that bear exactly this name, the words' capitals as the table asks."""
        return self._bearing(name_tokens(name), name)

    def find(self, surfaces: Sequence[str]) -> list[Match]:
        """Return the names of outlets in a row of words (no spaces or marks in them), longest first, left to
        right, none overlapping another."""
        tokens = [_folded(surface) for surface in surfaces]
        found: list[Match] = []
        place = 0
        while place < len(tokens):
            match = self._longest(tokens, surfaces, place)
            if match:
                found.append(match)
            place = match.end if match else place + 1
        return found

    def _longest(self, tokens: Sequence[str], surfaces: Sequence[str], place: int) -> Match | None:
        for length in self._lengths.get(tokens[place], ()):
            key = tuple(tokens[place : place + length])
            if len(key) == length and key in self._names:
                outlets = self._bearing(key, " ".join(surfaces[place : place + length]))
                if outlets:
                    return Match(place, place + length, outlets)
        return None

    def _bearing(self, tokens: tuple[str, ...], surface: str) -> tuple[Outlet, ...]:
        bearers = (outlet for name, outlet in self._names.get(tokens, ()) if _written_as(name, surface))
        return tuple({outlet.id: outlet for outlet in bearers}.values())


def name_tokens(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, without a leading "the" of its own language's table."""
    return tuple(fold(word) for word in _NAME_WORD.findall(name))


def _written_as(name: str, surface: str) -> bool:
    """Tell whether the words are written as a name: capitals where the table has them, save for an article at
    the beginning ("the Guardian")."""
    if name.isupper() and len(name) <= _SHORT_ACRONYM:
        return surface.replace(" ", "").isupper()
    pairs = list(zip(_NAME_WORD.findall(name), surface.split(), strict=False))
    articled = pairs[1:] if len(pairs) > 1 else pairs
    return not any(word[0].isupper() and given[0].islower() for word, given in articled)


@lru_cache(maxsize=1)
def outlet_table() -> OutletTable:
    """Return the table that comes with the package.

    Raises `LexiconError` with file, path and fault when a file does not follow the schema.
    """
    outlets: list[Outlet] = []
    for file in sorted(files("ondit.resolve.outlets").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            outlets.extend(decode_outlets(file.read_bytes(), f"resolve/outlets/{file.name}"))
    return OutletTable(outlets)


def decode_outlets(raw: bytes, place: str) -> tuple[Outlet, ...]:
    """Return the outlets of one TOML file; `place` is its name for a message.

    Raises `LexiconError` with file, path and fault when it does not follow the schema.
    """
    try:
        return msgspec.toml.decode(raw, type=_OutletFile).outlet
    except msgspec.DecodeError as error:
        raise LexiconError(f"{place}: {error}. docs/outlets.md lists the fields of an outlet.") from error
