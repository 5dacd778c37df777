"""Ondit: who says so?

`read` gives the attributions of a text, `trace` the provenance of a claim among articles, `open_store` a
collection that lasts. They load when they are first asked for: a worker process needs none of them.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ondit.api import Store, open_store, read, trace
    from ondit.model.article import Article

__all__ = ["Article", "Store", "open_store", "read", "trace"]


class _Package(ModuleType):
    """This package. A room of it is called `trace` too: importing the room must not hide the function."""

    def __getattr__(self, name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module 'ondit' has no attribute {name!r}")
        return getattr(import_module("ondit.api"), name)

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
