"""A disk under SQLite that does not take a write: the first so many steps succeed, the rest fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import apsw


class FaultyDisk(apsw.VFS):
    """Steps are writes, syncs, truncations, deletions and the making of files. While `error` is set, step
    number `allowed` and all later ones raise it; with `once`, that one alone."""

    def __init__(self) -> None:
        self.error: type[apsw.Error] | None = None
        self.allowed = self.steps = 0
        self.once = False
        self.real = apsw.vfs_names()[0]  # the default one
        super().__init__("faulty", self.real, makedefault=True)

    @contextmanager
    def failing(self, error: type[apsw.Error], allowed: int, *, once: bool = False) -> Iterator[None]:
        """Fail while the block lasts."""
        self.error, self.allowed, self.once, self.steps = error, allowed, once, 0
        try:
            yield
        finally:
            self.error = None

    @property
    def struck(self) -> bool:
        """Tell whether a step failed."""
        return self.steps > self.allowed

    def step(self) -> None:
        if self.error is None:
            return
        self.steps += 1
        if self.steps == self.allowed + 1 or (self.struck and not self.once):
            raise self.error("this step fails")

    def xOpen(self, name: Any, flags: list[int]) -> "FaultyFile":  # noqa: N802
        if flags[0] & apsw.SQLITE_OPEN_CREATE:
            self.step()
        return FaultyFile(self, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        """Delete a file. SQLite tidies up after a step that failed, and passes over that this fails too."""
        if self.error is None or self.once or not self.struck:
            self.step()
            super().xDelete(name, sync)


class FaultyFile(apsw.VFSFile):
    """A file on that disk."""

    def __init__(self, disk: FaultyDisk, name: Any, flags: list[int]) -> None:
        self.disk = disk
        super().__init__(disk.real, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.disk.step()
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.step()
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self.disk.step()
        super().xTruncate(size)

    def xLock(self, level: int) -> None:  # noqa: N802
        """A connection that only reads cannot lock a file to tidy it away; SQLite then leaves it."""
        try:
            super().xLock(level)
        except apsw.IOError as error:
            raise apsw.BusyError("for reading only") from error
