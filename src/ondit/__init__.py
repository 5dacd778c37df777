"""Ondit: who says so?

`read` gives the attributions of a text, `trace` the provenance of a claim among articles, `open_store` a
collection that lasts.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ondit.api import Store, open_store, read, trace
    from ondit.model.article import Article

__all__ = ["Article", "Store", "open_store", "read", "trace"]

_HOMES = {"Article": "ondit.model.article"}


def __getattr__(name: str) -> object:
    """Return a name of this package, loaded when it is first asked for: workers need none of them."""
    if name not in __all__:
        raise AttributeError(f"module 'ondit' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "ondit.api")), name)
