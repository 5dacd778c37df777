"""Files of others that lie in the package itself, as the README beside them lists them."""

import re

import msgspec

# Matches "| a.js | [a](https://a.example) of the npm package `a` | 1.0 | MIT, a.LICENSE.txt | DIGEST |",
# where DIGEST is 64 digits, not the head of the table.
_ROW = re.compile(
    r"^\| (\S+) \| .*npm package `(\S+)` \| (\S+) \| ([\w.-]+), \S+ \| ([0-9a-f]{64}) \|$", re.MULTILINE
)


class Carried(msgspec.Struct, frozen=True):
    """One file, and the npm package that it was taken from."""

    file: str
    package: str
    version: str
    licence: str
    """An SPDX identifier."""
    digest: str
    """SHA-256 of the file."""


def carried(readme: str) -> list[Carried]:
    """Return the files that the README lists."""
    return [Carried(*row) for row in _ROW.findall(readme)]
