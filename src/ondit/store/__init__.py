"""One file that keeps articles, readings and what links them."""

from ondit.store.opening import open_store
from ondit.store.store import Added, Store
from ondit.store.upkeep import back_up, erase

__all__ = ["Added", "Store", "back_up", "erase", "open_store"]
