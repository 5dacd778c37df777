"""Bodies that every country has its own of: one identity under their names in all languages.

"Mezzaluna Rossa libica", "libysk Røde Halvmåne" and "the Libyan Red Crescent" are one body. The outlets
table cannot list every country's; this table knows the kind of body, and the words around the name tell the
country.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec

from ondit.errors import LexiconError
from ondit.languages.lexicon import NameWords
from ondit.model.source import OutletKind
from ondit.resolve.outlets.lookup import Lookup
from ondit.resolve.outlets.table import Match, Outlet, OutletTable
from ondit.resolve.phrases.words import Word
from ondit.text.countries import countries_in
from ondit.text.tokens import BARE_WORD

_PLACE = "resolve/outlets/national.toml"


class NationalBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of body that countries have; `name` and `names` stand without a country. A `common` one is
    called by a common noun ("police"), which alone is no name: of which country or town it is, only the
    story tells."""

    id: str
    name: str
    names: tuple[str, ...]
    common: bool = False


class NationalBodies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of the table."""

    body: tuple[NationalBody, ...]


@lru_cache(maxsize=1)
def national_table() -> OutletTable:
    """Return the kinds of bodies that have a name as a table of names."""
    return _table(one for one in national_bodies() if not one.common)


@lru_cache(maxsize=1)
def kinds_table() -> OutletTable:
    """Return all kinds of bodies as a table of names, those with a common noun as well."""
    return _table(national_bodies())


@lru_cache(maxsize=1)
def national_bodies() -> tuple[NationalBody, ...]:
    """Return the kinds of bodies.

    Raises `LexiconError` with file, path and fault when the file does not follow the schema.
    """
    raw = files("ondit.resolve.outlets").joinpath("national.toml").read_bytes()
    try:
        return msgspec.toml.decode(raw, type=NationalBodies).body
    except msgspec.DecodeError as error:
        raise LexiconError(f"{_PLACE}: {error}. docs/outlets.md lists the fields.") from error


def _table(bodies: Iterable[NationalBody]) -> OutletTable:
    return OutletTable(
        Outlet(id=one.id, name=one.name, kind=OutletKind.OFFICIAL_BODY, aliases=one.names) for one in bodies
    )


class National:
    """The bodies that every country has, as the words of one language name them."""

    def __init__(self, table: OutletTable, naming: NameWords) -> None:
        """`table` may list some country's own."""
        self._lookup = Lookup(national_table(), naming)
        self._listed = listed_bodies(table.outlets)

    def find(self, words: Sequence[Word]) -> Match | None:
        """Return the body that the words name first, None for none; positions count words."""
        return next(iter(self._lookup.find(words)), None)

    def listed(self, countries: frozenset[str], kind: str) -> Outlet | None:
        """Return the row of the table that is the body of a kind of the one country told."""
        (country,) = countries if len(countries) == 1 else ("",)
        return self._listed.get((country, kind))

    def kind_of(self, outlet: Outlet | None) -> str:
        """Return of which kind of body a row of the table is its country's, "" for none."""
        rows = self._listed.items() if outlet else ()
        return next((kind for (_, kind), listed in rows if listed is outlet), "")


def listed_bodies(outlets: Iterable[Outlet]) -> dict[tuple[str, str], Outlet]:
    """Return the rows of the outlets table that are some country's own, by country and kind of body: one of
    their names is that of the country with that of the kind. ("Gaza's Health Ministry" is no country's.)"""
    found: dict[tuple[str, str], Outlet] = {}
    for outlet in outlets:
        if outlet.kind is OutletKind.OFFICIAL_BODY and outlet.country:
            for kind in sorted({kind for name in outlet.names for kind in _kinds_in(name, outlet.country)}):
                found.setdefault((outlet.country, kind), outlet)
    return found


def _kinds_in(name: str, country: str) -> set[str]:
    if countries_in(name, "en") != {country}:
        return set()
    words = BARE_WORD.findall(name)
    return {kind.id for match in kinds_table().find(words) for kind in match.outlets}
