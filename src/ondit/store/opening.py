"""The door of the room: a path becomes an open store."""

from pathlib import Path

from ondit.errors import StoreError
from ondit.store import database
from ondit.store.lock import WriteLock
from ondit.store.store import Store


def open_store(path: Path, *, create: bool = False) -> Store:
    """Open the store at a path; with `create`, make it when nothing is there.

    A new store, or one with an older schema, is written to at once under the write lock, and the lock of a
    new one is kept until it is closed.

    Raises `StoreError` when there is no store, when the file is something else (it is left untouched) or
    when a newer Ondit wrote it, and `StoreLockedError` when it must be written while another process writes.
    """
    lock = WriteLock(path)
    if not database.exists(path) and not create:
        raise StoreError(f"{path}: there is no store here; 'ondit add --store {path} INPUT' makes one")
    if not database.exists(path):
        lock.acquire()
    if database.exists(path) and database.stored_version(path) == database.newest_version():
        return Store(path, database.connect(path), lock)
    lock.acquire()
    connection = database.connect(path, create=create)
    try:
        database.migrate(connection, path)
    except BaseException:
        connection.close()
        lock.release()
        raise
    return Store(path, connection, lock)
