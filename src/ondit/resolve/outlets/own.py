"""A table of the user's own: rows that stand beside ours, or in their place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from ondit.errors import LexiconError
from ondit.resolve.outlets.names import name_tokens
from ondit.resolve.outlets.rows import Outlet, OutletRows
from ondit.resolve.outlets.table import OutletTable, outlet_table

_ID = re.compile(r"[a-z0-9-]+")  # matches "daily-foo", not "Daily Foo"
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")  # matches "foo.example", not "https://foo.example"
_WHAT_NEXT = "docs/outlets.md lists the fields of an outlet."


class OwnOutlets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The section `outlets` of `ondit.toml`: a TOML `file` of rows, rows that stand there (`outlet`), or
    both."""

    file: str = ""
    outlet: tuple[Outlet, ...] = ()


def read_own_outlets(path: Path) -> tuple[Outlet, ...]:
    """Return the rows of a user's TOML file.

    Raises `LexiconError` with file, path and fault when it cannot be read or does not follow the schema.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=OutletRows).outlet
    except OSError as error:
        raise LexiconError(
            f"{path}: {error.strerror or error}. Give the path of your outlets table."
        ) from error
    except msgspec.DecodeError as error:
        raise LexiconError(f"{path}: {error}. {_WHAT_NEXT}") from error


def checked(rows: Sequence[Outlet], place: str) -> tuple[Outlet, ...]:
    """Return the rows when nothing is wrong with them beyond what the schema tells; `place` is where they
    stand.

    Raises `LexiconError` with place, path and fault at the first one that is: an id given twice or not spelt
    as one, a name without a letter, a domain that is none, a whole that no table knows.
    """
    for fault in _faults(rows):
        raise LexiconError(f"{place}: {fault}. {_WHAT_NEXT}")
    return tuple(rows)


def _faults(rows: Sequence[Outlet]) -> Iterator[str]:
    times = Counter(row.id for row in rows)
    known = outlet_table().by_id.keys() | times.keys()
    for number, row in enumerate(rows):
        at = f"at `$.outlet[{number}]"
        if not _ID.fullmatch(row.id):
            yield f"“{row.id}” is no id: lower case, digits and hyphens - {at}.id`"
        if times[row.id] > 1:
            yield f"the id “{row.id}” stands twice - {at}.id`"
        for name in row.names:
            if not name_tokens(name):
                yield f"the name “{name}” has no letter - {at}`"
        for domain in row.domains:
            if not _DOMAIN.fullmatch(domain):
                yield f"“{domain}” is no bare domain - {at}.domains`"
        if row.part_of and (row.part_of not in known or row.part_of == row.id):
            yield f"no other outlet has the id “{row.part_of}” - {at}.part_of`"


def remarks(rows: Iterable[Outlet], table: OutletTable) -> Iterator[str]:
    """Yield what a user may want to know of rows that are right: which of ours they replace, and whose names
    and domains they share."""
    for row in rows:
        if row.id in table.by_id:
            yield f"{row.id}: stands in place of our row of this id"
        for name in row.names:
            others = [one.id for one in table.index.bearers(name_tokens(name)) if one.id != row.id]
            if others:
                yield f"{row.id}: “{name}” is also the name of {', '.join(others)}; now it needs evidence"
        for domain in row.domains:
            other = table.by_host(domain)
            if other and other.id != row.id and domain in other.domains:
                yield f"{row.id}: takes the domain {domain} from {other.id}"
