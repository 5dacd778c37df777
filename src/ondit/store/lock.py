"""The write lock: one process writes to a store at a time, and another is told so at once."""

import os
from contextlib import suppress
from errno import ENOENT
from pathlib import Path

from filelock import FileLock, Timeout

from ondit.errors import StoreError, StoreLockedError


class WriteLock:
    """The lock of one store, in a file beside it. The operating system drops it when its holder dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.with_name(f"{path.name}.lock")
        self._lock = FileLock(self._file)

    def acquire(self) -> None:
        """Take the lock, or do nothing when it is held by this object already.

        Raises `StoreLockedError` when another holds it, `StoreError` when the folder cannot be written.
        """
        if self._lock.is_locked:
            return
        try:
            if not self._path.parent.is_dir():  # the library would make the folder
                raise FileNotFoundError(ENOENT, "there is no such folder")
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreLockedError(
                f"{self._path} is being written by another process{self._holder()}; try again when it is done"
            ) from error
        except OSError as error:
            reason = f"{self._path} cannot be locked ({error.strerror})"
            raise StoreError(f"{reason}; check that its folder is there and writable") from error
        with suppress(OSError):  # who holds it is told as a help only: the lock itself is the system's
            self._file.write_text(str(os.getpid()))

    def _holder(self) -> str:
        try:
            number = self._file.read_text()
        except (OSError, UnicodeDecodeError):
            return ""
        return f" (number {number})" if number.isascii() and number.isdigit() else ""

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not held."""
        self._lock.release()
