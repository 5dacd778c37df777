"""What all requests share: the store, opened for reading, and how the server was started."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import msgspec

from ondit.pipeline import Recipe
from ondit.store import Store, at_one_moment, count_changes, open_store
from ondit.web.jobs import Jobs, Plan

LARGEST_BODY = 32 * 1024 * 1024
"""Bytes of a request. A day's export of one newsroom, 2,000 articles of 5 kB, has 10 MB; a body is held in
memory, so it is no way in for archives, which `ondit add` takes from the disk."""

SLOWEST_BODY = 30.0
"""Seconds in which a body has to be there whole: 32 MB at 10 Mbit/s."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How the server was started.

    `token` lets a client write. `hosts` are the names, in lower case and without port, that a request may
    call the server by. Where not `open_reading`, reading needs the token too: the server is bound to more
    than this machine. `private` are hosts of the own network that pages may be fetched from.
    """

    path: Path
    token: str
    recipe: Recipe = Recipe()
    hosts: frozenset[str] = frozenset({"localhost", "127.0.0.1", "[::1]"})
    open_reading: bool = True
    private: tuple[str, ...] = ()
    largest_body: int = LARGEST_BODY
    slowest_body: float = SLOWEST_BODY


def new_token() -> str:
    """Return a token that nobody can guess: 192 bits."""
    return secrets.token_urlsafe(24)


class Serving:
    """The store of a running server. `jobs` is the box that adds to it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.jobs = Jobs(Plan(path=settings.path, recipe=settings.recipe, private=settings.private))
        self._born = secrets.token_hex(4)
        self._waiting: list[tuple[object, Store]] = []
        self._watch: tuple[object, Store] | None = None
        self._watching = Lock()

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Give an open store that is read from in the block, all of it in one state.

        Raises `StoreError` when it is not there or cannot be read.
        """
        place = self._place()
        held, store = self._take(place)
        try:
            with at_one_moment(store):
                yield store
        except BaseException:
            store.close()
            raise
        self._waiting.append((held, store))

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Give an open store that is written to in the block.

        Raises `StoreLockedError` when another process, or a job of this server, writes.
        """
        with open_store(self.settings.path, create=True) as store:
            store.lock()
            yield store

    def version(self) -> str:
        """Return a word that changes whenever anything in the store does, for this server's life time.

        Taken before the store is read: what is read then may be newer, never older.
        """
        place = self._place()
        with self._watching:
            if self._watch is None or self._watch[0] != place:
                if self._watch is not None:
                    self._watch[1].close()
                self._watch = (place, open_store(self.settings.path))
            return f"{self._born}-{place!r}-{count_changes(self._watch[1])}"

    def close(self) -> None:
        """Close all that is open, and end the job that runs; what it has added is kept."""
        self.jobs.close()
        for _, store in [*self._waiting, *([self._watch] if self._watch else [])]:
            store.close()
        self._waiting, self._watch = [], None

    def _take(self, place: object) -> tuple[object, Store]:
        while True:
            try:
                held, store = self._waiting.pop()
            except IndexError:
                return place, open_store(self.settings.path, reading=True)
            if held == place:
                return held, store
            store.close()

    def _place(self) -> object:
        """Return what tells this file from another at the same path: a store is renewed in a copy."""
        try:
            there = self.settings.path.stat()
        except OSError:
            return None
        return there.st_dev, there.st_ino
