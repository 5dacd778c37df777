"""The log of decisions in its table: it only grows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from ondit.model.decision import Decision
from ondit.store import database
from ondit.store.records import Unpacker, pack

_decision = Unpacker(Decision)

_PATIENCE = 60_000
"""Milliseconds to wait for another process that writes: a batch of 500 articles is put into a store of 20,000
in a few seconds."""


class DecisionLog:
    """What analysts decided, in the order of deciding. A store has one.

    Decisions lie over all else in a store and change nothing of it, so they need not wait for the write lock:
    a person can decide while another process adds articles, between two of its batches.
    """

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection

    def read(self) -> tuple[Decision, ...]:
        """Return all decisions, oldest first."""
        rows = "SELECT record FROM decision ORDER BY number"
        with database.faults(self._path):
            return tuple(_decision(record) for (record,) in self._connection.execute(rows))

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Let nobody else write in the block, so that what is appended stands beside all that was read there.
        What is appended is on the disk behind the block, all of it or, when it raises, nothing.

        Raises `StoreLockedError` when another process writes without a pause.
        """
        if self._connection.in_transaction:
            yield
            return
        with database.faults(self._path):
            database.let_readers_read(self._connection)
            self._connection.set_busy_timeout(_PATIENCE)
            try:
                with database.transaction(self._connection, "IMMEDIATE"):
                    yield
            finally:
                self._connection.set_busy_timeout(database.PATIENCE)

    def append(self, *new: Decision) -> None:
        """Write decisions at the end of the log; one that is there changes nothing."""
        with self.turn(), database.faults(self._path):
            self._connection.executemany(
                "INSERT INTO decision (id, record) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                [(decision.id, pack(decision)) for decision in new],
            )
