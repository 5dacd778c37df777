"""One file that keeps articles, readings and what links them."""

from ondit.store.opening import open_store
from ondit.store.store import Added, Store
from ondit.store.upkeep import at_one_moment, back_up, count_changes, erase

__all__ = ["Added", "Store", "at_one_moment", "back_up", "count_changes", "erase", "open_store"]
