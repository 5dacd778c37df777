"""Which concepts are acts, and which acts are opposites: the same in all languages."""

from functools import cache
from importlib.resources import files

import msgspec

from ondit.languages.table import Table


class Acts(Table, frozen=True):
    """`act` are the concepts that are acts, `opposite` pairs of acts that are never the same one."""

    act: frozenset[str]
    opposite: tuple[tuple[str, str], ...]

    def are_opposite(self, ones: frozenset[str], others: frozenset[str]) -> bool:
        """Tell whether one of these concepts is the opposite of one of those."""
        return any((a in ones and b in others) or (b in ones and a in others) for a, b in self.opposite)


@cache
def load_acts() -> Acts:
    """Return the acts of `languages/acts.toml`."""
    return msgspec.toml.decode(files("ondit.languages").joinpath("acts.toml").read_bytes(), type=Acts)
