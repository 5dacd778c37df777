"""The lock, `requirements/dev.txt`, as records: which packages there are, and which of them Ondit needs."""

import re
from collections.abc import Iterable, Iterator

import msgspec

PROJECT = "ondit (pyproject.toml)"  # what the lock calls the package itself

# Matches "numpy==2.4.6 ; python_full_version < '3.12' \", not "-r dev.in".
_PIN = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)==([^\s;]+)(?: ; (.+?))? \\")
_HASH = re.compile(r" {4}--hash=sha256:([0-9a-f]{64})(?: \\)?")  # matches "    --hash=sha256:" and 64 digits
_ASKED_BY = re.compile(r" {4}# (?:via (\S.*)|  (\S.*)|via)")  # matches "    # via click", not "# via click"


class Pin(msgspec.Struct, frozen=True, kw_only=True):
    """One package at one version. A package has several pins where environments need different versions."""

    name: str
    """Normalised as PyPI does: small letters, hyphens."""
    version: str
    marker: str
    """The environments that get it, as in PEP 508; empty where all do."""
    digests: tuple[str, ...]
    """SHA-256 of each file that may be installed for it: source, and a wheel for each platform."""
    asked_by: frozenset[str]
    """The packages that depend on it, by name, or `PROJECT`."""


def pins(lock: str) -> list[Pin]:
    """Return the pins of a lock as `make lock` writes it, in its order.

    Raises `ValueError` for a line that it does not know: what is passed over would be missing from the bill.
    """
    return [_pin(block) for block in _blocks(lock)]


def needed(all_pins: Iterable[Pin], first: frozenset[str]) -> list[Pin]:
    """Return the pins that are reached from `first`, the names of packages, by what they depend on."""
    kept = list(all_pins)
    names, before = first, frozenset[str]()
    while names != before:
        before = names
        names = names | {pin.name for pin in kept if pin.asked_by & names}
    return [pin for pin in kept if pin.name in names]


def _blocks(lock: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lock.splitlines():
        if block and not line.startswith(" "):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _pin(block: list[str]) -> Pin:
    head = _PIN.fullmatch(block[0])
    if head is None:
        raise ValueError(f"not a pinned package with hashes: {block[0]!r}; write the lock with 'make lock'")
    digests, asked_by = [], set()
    for line in block[1:]:
        if found := _HASH.fullmatch(line):
            digests.append(found[1])
        elif found := _ASKED_BY.fullmatch(line):
            asked_by |= {name for name in found.groups() if name}
        else:
            raise ValueError(
                f"neither a hash nor who asks for {head[1]}: {line!r}; write the lock with 'make lock'"
            )
    return Pin(
        name=head[1],
        version=head[2],
        marker=head[3] or "",
        digests=tuple(digests),
        asked_by=frozenset(asked_by),
    )
