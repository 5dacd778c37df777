"""What failed: one record an item and stage, until it succeeds or its input is gone through without it."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import apsw

from ondit.model.article import Failure, Skipped
from ondit.store import database

_NOTE = """
    INSERT INTO failure (item, stage, input, code, reason, retryable, attempts, first, last)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?7)
    ON CONFLICT (item, stage) DO UPDATE SET
        input = excluded.input, code = excluded.code, reason = excluded.reason,
        retryable = excluded.retryable, attempts = attempts + 1, last = excluded.last
"""
_ALL = """
    SELECT item, stage, input, code, reason, retryable, attempts, first, last FROM failure
    ORDER BY last DESC, item
"""


class FailureLog:
    """What could not be processed. A store has one; `lock` takes its write lock.

    Every verb that writes raises `StoreLockedError` when another process does.
    """

    def __init__(self, path: Path, connection: apsw.Connection, lock: Callable[[], None]) -> None:
        self._path = path
        self._connection = connection
        self._lock = lock

    def note(self, skipped: Iterable[Skipped], now: str) -> None:
        """Write down what was skipped; an item that fails again counts one attempt more. `now` is ISO 8601,
        in UTC."""
        self._lock()
        with database.faults(self._path), database.transaction(self._connection, "IMMEDIATE"):
            self._connection.executemany(
                _NOTE,
                [
                    (
                        one.item,
                        one.stage,
                        one.input or one.item,
                        one.code,
                        one.reason,
                        int(one.retryable),
                        now,
                    )
                    for one in skipped
                ],
            )

    def settle(self, inputs: Sequence[str], since: str) -> None:
        """Strike out the failures of inputs that were gone through whole since then without failing again."""
        self._lock()
        with database.faults(self._path), database.transaction(self._connection, "IMMEDIATE"):
            self._connection.executemany(
                "DELETE FROM failure WHERE input = ? AND last < ?", [(one, since) for one in inputs]
            )

    def read(self) -> list[Failure]:
        """Return the failures, those of the last attempt first."""
        with database.faults(self._path):
            return [
                Failure(
                    item=item,
                    stage=stage,
                    input=given,
                    code=code,
                    reason=reason,
                    retryable=bool(retryable),
                    attempts=attempts,
                    first=first,
                    last=last,
                )
                for item, stage, given, code, reason, retryable, attempts, first, last in (
                    self._connection.execute(_ALL)
                )
            ]
