"""The log of decisions in its table: it only grows."""

from collections.abc import Callable
from pathlib import Path

import apsw

from ondit.model.decision import Decision
from ondit.store import database
from ondit.store.records import Unpacker, pack

_decision = Unpacker(Decision)


class DecisionLog:
    """What analysts decided, in the order of deciding. A store has one; `lock` takes its write lock."""

    def __init__(self, path: Path, connection: apsw.Connection, lock: Callable[[], None]) -> None:
        self._path = path
        self._connection = connection
        self._lock = lock

    def read(self) -> tuple[Decision, ...]:
        """Return all decisions, oldest first."""
        rows = "SELECT record FROM decision ORDER BY number"
        with database.faults(self._path):
            return tuple(_decision(record) for (record,) in self._connection.execute(rows))

    def append(self, *new: Decision) -> None:
        """Write decisions at the end of the log, in one transaction; one that is there changes nothing.

        Raises `StoreLockedError` when another process writes.
        """
        self._lock()
        with database.faults(self._path), database.transaction(self._connection, "IMMEDIATE"):
            self._connection.executemany(
                "INSERT INTO decision (id, record) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                [(decision.id, pack(decision)) for decision in new],
            )
