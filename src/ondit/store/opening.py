"""The door of the room: a path becomes an open store."""

import os
from contextlib import suppress
from pathlib import Path

from ondit.errors import StoreError
from ondit.store import database, linkings, readings
from ondit.store.kept import words
from ondit.store.lock import WriteLock
from ondit.store.store import Store
from ondit.store.upkeep import copy_to

FORCE = "ONDIT_FORCE_STORE"
"""The environment variable that allows a store on a network file system, when it is set to 1."""

_MOUNTS = Path("/proc/self/mounts")  # Linux; elsewhere nothing tells
_NETWORK = {"9p", "afs", "ceph", "cifs", "fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3"}
# File systems whose locks and shared memory SQLite cannot rely on. Source: sqlite.org, "How To Corrupt An
# SQLite Database File", 2.1, and "Write-Ahead Logging", 1.


def open_store(path: Path, *, create: bool = False, reading: bool = False) -> Store:
    """Open the store at a path; with `create`, make it when nothing is there. What is opened for `reading`
    cannot be written to.

    A new store, or one with an older schema, is written to at once under the write lock, and the lock of a
    new one is kept until it is closed. An older one is brought up to date in a copy, which takes its place
    when it is whole.

    Raises `StoreError` when there is no store, when the file is something else (it is left untouched), lies
    on a network file system, or was written by a newer Ondit, and `StoreLockedError` when it must be written
    while another process writes.
    """
    _refuse_network(path)
    lock = WriteLock(path)
    version = database.stored_version(path)
    if not version and not create:
        raise StoreError(f"{path}: there is no store here; 'ondit add --store {path} INPUT' makes one")
    if version == database.newest_version():
        return _opened(Store(path, database.connect(path, reading=reading), lock), reading)
    lock.acquire()
    try:
        if version:
            _renew(path)
        connection = database.connect(path, create=create)
        try:
            database.migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.release()
        raise
    if reading:
        connection.pragma("query_only", True)
        lock.release()
    return Store(path, connection, lock)


def _opened(store: Store, reading: bool) -> Store:
    """Return a store of this schema; where an erasing was cut off, it is finished now, if that can be."""
    if not reading:
        with suppress(StoreError), database.faults(store.path):
            if database.is_unfinished(store.connection):
                store.lock()
    return store


def _renew(path: Path) -> None:
    """Bring an older store up to date in a copy, and put that in its place."""
    copy = path.with_name(f"{path.name}.renewed")
    try:
        copy.unlink(missing_ok=True)
        connection = database.connect(path)
        try:
            with database.faults(path):
                copy_to(connection, copy)
                connection.pragma("wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
        connection = database.connect(copy)
        try:
            database.migrate(connection, copy)
            with database.faults(copy), database.transaction(connection, "IMMEDIATE"):
                words.refill(connection)
                linkings.file_words(connection)
                linkings.name_mentions(connection)
                readings.show_outlets(connection)
            with database.faults(copy):
                connection.pragma("wal_checkpoint(TRUNCATE)")
                connection.pragma("journal_mode", "delete")
        finally:
            connection.close()
        copy.replace(path)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be brought up to date ({error.strerror}); check its folder"
        ) from error
    finally:
        with suppress(OSError):  # what is left over is taken away by the next try
            copy.unlink(missing_ok=True)


def _refuse_network(path: Path) -> None:
    """Raise `StoreError` for a path on a network file system, unless the person insists."""
    if os.environ.get(FORCE) == "1" or not _MOUNTS.exists():
        return
    place = path.parent.resolve()
    mounts = (line.split()[1:3] for line in _MOUNTS.read_text(errors="replace").splitlines())
    above = [(mount, kind) for mount, kind in mounts if place.is_relative_to(mount)]
    if above and max(above, key=lambda one: len(one[0]))[1] in _NETWORK:
        raise StoreError(
            f"{path} lies on a network file system, where two programs can damage a store; keep it on a disk"
            f" of this machine, or set {FORCE}=1 if only one program will ever use it"
        )
