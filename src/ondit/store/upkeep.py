"""What is done to a store as a whole: reading it at one moment, a copy of it, the erasing of articles."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from ondit.errors import StoreError
from ondit.store import database, index
from ondit.store.kept import words
from ondit.store.store import Store

_PAGES = 2_000  # pages copied between two looks at whether somebody waits: some 8 MB


@contextmanager
def at_one_moment(store: Store) -> Iterator[None]:
    """Let everything that is read in the block be of one state of the store, whoever writes meanwhile."""
    with database.faults(store.path), database.transaction(store.connection):
        yield


def count_changes(store: Store) -> int:
    """Return a number that differs from an earlier one when another connection has changed the store."""
    with database.faults(store.path):
        return int(store.connection.pragma("data_version"))


def back_up(store: Store, target: Path) -> None:
    """Write a consistent copy of a store, which others may read and write meanwhile, to a new file.

    The copy is made beside its place and moved there whole. Raises `StoreError` when the file is there
    already or cannot be written.
    """
    if target.exists():
        raise StoreError(f"{target} is there already; give the copy a name of its own")
    unfinished = target.with_name(f"{target.name}.unfinished")
    with database.faults(target):
        try:
            unfinished.unlink(missing_ok=True)
            copy_to(store.connection, unfinished)
            unfinished.replace(target)
        except OSError as error:
            raise StoreError(f"{target} cannot be written ({error.strerror}); check its folder") from error
        finally:
            with suppress(OSError):  # what is left over is taken away by the next backup of this name
                unfinished.unlink(missing_ok=True)


def copy_to(connection: apsw.Connection, target: Path) -> None:
    """Copy a whole database into a new file, with SQLite's own backup."""
    copy = apsw.Connection(str(target))
    try:
        backup = copy.backup("main", connection, "main")
        try:
            while not backup.done:
                backup.step(_PAGES)
            backup.finish()
        finally:
            backup.close(True)  # after a step that failed, what fails in tidying up says nothing new
    finally:
        copy.close()


def erase(store: Store, ids: Sequence[str]) -> int:
    """Erase articles with all that was kept of them and made from them; return how many there were.

    What links the other articles is forgotten too, since the erased ones had a part in it: link them anew.
    The words are gone from the file when this returns: what is deleted is overwritten, and the file is
    written anew. Where that fails, the articles are gone and their words may not be; whoever opens the store
    to write finishes it. Decisions stay; they hold ids and no text of an article.

    Raises `StoreLockedError` when another process writes, or reads for so long that the file cannot be
    written anew.
    """
    store.lock()
    connection = store.connection
    with database.faults(store.path):
        connection.pragma("secure_delete", True)
        with database.transaction(connection, "IMMEDIATE"):
            before = int(connection.execute("SELECT count(*) FROM article").get)
            connection.executemany("DELETE FROM article WHERE id = ?", [(one,) for one in ids])
            erased = before - int(connection.execute("SELECT count(*) FROM article").get)
            if erased:
                index.clear(connection)
                words.refill(connection)
                database.mark_unfinished(connection)
        if erased:
            database.finish_erasing(connection)
        return erased
