"""Run by a test as a process of its own: adds an article to a store, and dies before the commit."""

import os
import sys
from pathlib import Path

from tests.store.collection import changes_to, reading

from ondit.store import open_store

with open_store(Path(sys.argv[1])) as store:
    store.lock()
    store.connection.set_commit_hook(lambda: os._exit(9))  # SQLite calls it when the commit begins
    readings = [*store.readings(), reading("late")]
    store.add(readings, changes_to(readings), recipe="r1")
