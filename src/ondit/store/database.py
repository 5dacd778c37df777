"""The SQLite file under a store: opening, checking, migrating, and SQLite's errors in words."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import apsw
import msgspec

from ondit.errors import StoreError, StoreLockedError

APPLICATION_ID = 0x6F6E6474
"""Marks the file as a store of Ondit in SQLite's header: "ondt"."""

_SIGN = b"SQLite format 3\0"  # begins every database
_MARK_AT = 68  # bytes from the start of the file. Source: sqlite.org, "Database File Format", 1.3

PATIENCE = 5_000
"""Milliseconds to wait for another connection. Readers never wait for a writer; this covers the moments in
which a closing connection tidies the log away."""

_UNFINISHED = "unfinished_erasing"
"""A table that is there from the commit that erases articles until the file is written anew."""

_DAMAGED = "is damaged; put a backup in its place"
_FAULTS: tuple[tuple[type[apsw.Error], str], ...] = (
    (apsw.NotADBError, "is no store of Ondit, and was left as it is; give another path"),
    (apsw.CorruptError, _DAMAGED),
    (apsw.FullError, "cannot grow, the disk is full; free some space and run the same command again"),
    (apsw.ReadOnlyError, "cannot be written; check the permissions of the file and its folder"),
    (apsw.CantOpenError, "cannot be opened; check that the folder exists and may be written"),
    (apsw.PermissionsError, "cannot be opened; check the permissions of the file and its folder"),
    (apsw.IOError, "cannot be read or written; check the disk"),
)


def exists(path: Path) -> bool:
    """Tell whether there is anything at the path; a file without a byte counts as nothing."""
    return path.exists() and not (path.is_file() and path.stat().st_size == 0)


def stored_version(path: Path) -> int:
    """Return the number of the schema that the store at this path has, and leave the file untouched, save
    that a write that was cut off in it is undone. It is 0 where there is nothing, or a database without
    anything in it: the making of a store was cut off.

    Raises `StoreError` when the file is no store of Ondit, or a newer one than this version reads.
    """
    if path.is_dir():
        raise StoreError(f"{path} is a folder; give the path of a store's file")
    if not exists(path):
        return 0
    with faults(path):
        try:
            mark, version = _marks(path, apsw.SQLITE_OPEN_READONLY)
        except apsw.ReadOnlyError:  # SQLite must write to the file before it can be read
            if _bytes_at(path, _MARK_AT, 4) != APPLICATION_ID.to_bytes(4, "big"):
                raise
            mark, version = _marks(path, apsw.SQLITE_OPEN_READWRITE)
    if mark is None and _bytes_at(path, 0, len(_SIGN)) in (_SIGN, b""):  # none: what was cut off is undone
        return 0
    if mark != APPLICATION_ID:
        raise StoreError(f"{path} is no store of Ondit, and was left as it is; give another path")
    if version > newest_version():
        raise StoreError(
            f"{path} was written by a newer Ondit: its schema is {version}, this one reads up to"
            f" {newest_version()}; upgrade Ondit"
        )
    return version


def _marks(path: Path, flags: int) -> tuple[int | None, int]:
    """Return whose file a database says it is, None where nothing is in it, and the number of its schema."""
    connection = apsw.Connection(str(path), flags=flags)
    try:
        connection.set_busy_timeout(PATIENCE)
        mark, version = int(connection.pragma("application_id")), int(connection.pragma("user_version"))
        is_empty = not (mark or version or connection.execute("SELECT count(*) FROM sqlite_schema").get)
        return None if is_empty else mark, version
    finally:
        connection.close()


def _bytes_at(path: Path, place: int, length: int) -> bytes:
    """Return what stands in a file, whatever SQLite makes of it."""
    with path.open("rb") as file:
        file.seek(place)
        return file.read(length)


def connect(path: Path, *, create: bool = False, reading: bool = False) -> apsw.Connection:
    """Return a connection to a store's file; one for `reading` refuses to write."""
    flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
    with faults(path):
        connection = apsw.Connection(str(path), flags=flags)
        connection.set_busy_timeout(PATIENCE)
        connection.pragma("synchronous", "FULL")  # a commit is on the disk before it is acknowledged
        connection.pragma("foreign_keys", True)
        connection.pragma("query_only", reading)
    return connection


def migrate(connection: apsw.Connection, path: Path) -> None:
    """Bring the schema up to date, in one transaction; the caller holds the write lock."""
    with faults(path):
        with transaction(connection, "IMMEDIATE"):
            connection.pragma("application_id", APPLICATION_ID)
            for version in range(int(connection.pragma("user_version")) + 1, newest_version() + 1):
                connection.execute(_migrations()[version - 1])
                connection.pragma("user_version", version)
        let_readers_read(connection)


def let_readers_read(connection: apsw.Connection) -> None:
    """Write through a log from now on, so that readers are never blocked; the file itself remembers it."""
    connection.pragma("journal_mode", "wal")


def mark_unfinished(connection: apsw.Connection) -> None:
    """Note, in the transaction that erases, that its words may stand in unused parts of the file."""
    connection.execute(f"CREATE TABLE IF NOT EXISTS {_UNFINISHED} (mark)")


def is_unfinished(connection: apsw.Connection) -> bool:
    """Tell whether words of erased articles may stand in unused parts of the file."""
    found = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = ?", (_UNFINISHED,)).get
    return bool(found)


def finish_erasing(connection: apsw.Connection) -> None:
    """Write the file anew, without what was erased, and empty the log; then take the note away."""
    connection.execute("VACUUM")
    connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    connection.execute(f"DROP TABLE {_UNFINISHED}")


def newest_version() -> int:
    """Return the number of the schema that this version of Ondit writes."""
    return len(_migrations())


@contextmanager
def transaction(connection: apsw.Connection, mode: str = "DEFERRED") -> Iterator[None]:
    """Run a block in one transaction: all of it is there after the block, or nothing.

    A DEFERRED one only reads and sees one state of the store all through; within another it is part of that.
    """
    if mode == "DEFERRED" and connection.in_transaction:
        yield
        return
    connection.execute(f"BEGIN {mode}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Raise SQLite's errors as `StoreError` that names the store, the fault and what to do."""
    try:
        yield
    except (apsw.BusyError, apsw.LockedError) as error:
        raise StoreLockedError(f"{path} is in use by another program; try again when it is done") from error
    except (zlib.error, msgspec.DecodeError) as error:  # a row holds other bytes than were put there
        raise StoreError(f"{path} {_DAMAGED}") from error
    except apsw.Error as error:
        reason = next((words for kind, words in _FAULTS if isinstance(error, kind)), f"failed: {error}")
        raise StoreError(f"{path} {reason}") from error


def _migrations() -> tuple[str, ...]:
    """Return the steps of the schema in order: `migrations/0001.sql` makes version 1 of an empty file."""
    folder = files("ondit.store").joinpath("migrations")
    steps = sorted(
        (step for step in folder.iterdir() if step.name.endswith(".sql")), key=lambda step: step.name
    )
    return tuple(step.read_text(encoding="utf-8") for step in steps)
