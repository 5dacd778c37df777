"""One file that keeps articles, readings and what links them."""

from ondit.store.opening import open_store
from ondit.store.store import Added, Store

__all__ = ["Added", "Store", "open_store"]
