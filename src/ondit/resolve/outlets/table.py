"""The outlets table: who publishes, under which names and domains."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

from ondit.resolve.outlets.hosts import enclosing
from ondit.resolve.outlets.names import Match, Name, NameIndex, name_key, name_tokens
from ondit.resolve.outlets.rows import Outlet, decode_outlets

__all__ = ["Match", "Outlet", "OutletTable", "decode_outlets", "name_tokens", "outlet_table"]


class OutletTable:
    """The outlets with their indexes by name and host."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self.outlets = tuple(outlets)
        self.by_id = {outlet.id: outlet for outlet in self.outlets}
        self._hosts = {domain: outlet for outlet in self.outlets for domain in outlet.domains}
        self.names: tuple[Name, ...] = tuple(
            (name_tokens(name), name, outlet) for outlet in self.outlets for name in outlet.names
        )
        self.index = NameIndex(self.names)

    def by_host(self, host: str) -> Outlet | None:
        """Return the outlet whose domain the host is or lies below, or None."""
        return next((found for one in enclosing(host) if (found := self._hosts.get(one))), None)

    def by_name(self, name: str) -> tuple[Outlet, ...]:
        """Return all outlets that bear exactly this name, the words' capitals as the table asks."""
        return self.index.bearing(name_tokens(name), name)

    def find(self, surfaces: Sequence[str]) -> list[Match]:
        """Return the names of outlets in a row of words (no spaces or marks in them), longest first, left to
        right, none overlapping another."""
        return self.index.find(surfaces, [(name_key(surface),) for surface in surfaces])


@lru_cache(maxsize=4)
def outlet_table(added: tuple[Outlet, ...] = ()) -> OutletTable:
    """Return the table that comes with the package, with the rows that a user has `added`: a row with the id
    of one of ours takes its place.

    Raises `LexiconError` with file, path and fault when a file does not follow the schema.
    """
    rows: dict[str, Outlet] = {}
    for file in sorted(files("ondit.resolve.outlets").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".jsonl"):
            outlets = decode_outlets(file.read_bytes(), f"resolve/outlets/{file.name}")
            rows.update((outlet.id, outlet) for outlet in outlets)
    rows.update((outlet.id, outlet) for outlet in added)
    return OutletTable(rows.values())
