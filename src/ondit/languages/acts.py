"""Which concepts are acts, and which acts are opposites: the same in all languages."""

from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from ondit.languages.table import Table


class Acts(Table, frozen=True):
    """`act` are the concepts that are acts, `opposite` pairs of acts that are never the same one."""

    act: frozenset[str]
    opposite: tuple[tuple[str, str], ...]


@cache
def load_acts() -> Acts:
    """Return the acts of `languages/acts.toml`."""
    return msgspec.toml.decode(files("ondit.languages").joinpath("acts.toml").read_bytes(), type=Acts)


@lru_cache(maxsize=1 << 14)
def opposites_of(acts: frozenset[str]) -> frozenset[str]:
    """Return the acts that are never the same as one of these."""
    return frozenset(
        opposite
        for one, other in load_acts().opposite
        for act, opposite in ((one, other), (other, one))
        if act in acts
    )
