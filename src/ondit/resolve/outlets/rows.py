"""The rows of the outlets table, and how a file of them is read."""

import msgspec

from ondit.errors import LexiconError
from ondit.model.source import OutletKind


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

    `aliases` name it wherever they stand; `short` are names that others bear too or that are everyday words:
    they need a sign that an outlet is meant, and evidence where more than one bears them. `homonyms` are
    proper names of other things as well ("Sabah", "The Atlantic"): for them a capital is no sign. A row's own
    name may stand there too ("El País"). `country` is ISO 3166 alpha-2 (XK for Kosovo), `language` BCP 47.
    `part_of` is the id of another outlet. `domains` may hold hosts below a registered domain; the longest one
    that fits wins. `prime` marks the one bearer of a shared name that is meant where nothing tells another
    ("The Guardian" is that of London, not that of Lagos).
    """

    id: str
    name: str
    kind: OutletKind
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    homonyms: tuple[str, ...] = ()
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

    @property
    def names(self) -> tuple[str, ...]:
        """All names, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.short, *self.homonyms)))


class OutletRows(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rows of a user's own table: a TOML file of `[[outlet]]`."""

    outlet: tuple[Outlet, ...] = ()


def decode_outlets(raw: bytes, place: str) -> tuple[Outlet, ...]:
    """Return the outlets of one file of the package, one a line, in JSON; `place` is its name for a message.

    Raises `LexiconError` with file, line, path and fault when it does not follow the schema.
    """
    rows: list[Outlet] = []
    for number, line in enumerate(raw.splitlines(), start=1):
        try:
            rows.append(_ROW.decode(line))
        except msgspec.DecodeError as error:
            raise LexiconError(f"{place}:{number}: {error}. {_WHAT_NEXT}") from error
    return tuple(rows)


_ROW = msgspec.json.Decoder(Outlet)
_WHAT_NEXT = "docs/outlets.md lists the fields of an outlet."
