"""The store: articles, readings and what links them, kept in one file."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

import apsw
import msgspec

from ondit.model.article import Article, Skipped
from ondit.model.claim import Changes, Linking
from ondit.model.listing import Narrowing
from ondit.model.reading import Reading
from ondit.store import database, index, linkings, readings
from ondit.store.decisions import DecisionLog
from ondit.store.kept.captures import Captures
from ondit.store.kept.claims import ClaimShelf
from ondit.store.kept.failures import FailureLog
from ondit.store.kept.shelf import Shelf
from ondit.store.kept.words import Words
from ondit.store.listed import Listed
from ondit.store.lock import WriteLock


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the readings handed to `Store.add`, by article id. `replaced` had been made by another
    recipe."""

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


class Store:
    """Articles, readings and what links them, in one file. Made by `open_store`; use it in a `with` block.

    Reading sees the last complete state and never waits; writing, save that of decisions, takes the store's
    one write lock and keeps it until the store is closed. Every verb raises `StoreError` when the file cannot
    be read or written.
    `decisions` is the log of what analysts decided, `known` what linking looks up,
    `failures` what could not be processed, `words` the full-text index, `captures` the answers of servers
    that articles were read from, `listed` its pages in order, `shelf` its articles and `claims` its
    claims by their ids.
    """

    def __init__(self, path: Path, connection: apsw.Connection, lock: WriteLock) -> None:
        self.path = path
        self.connection = connection
        self._lock = lock
        self.decisions = DecisionLog(path, connection)
        self.known = index.Index(connection)
        self.failures = FailureLog(path, connection, self.lock)
        self.words = Words(path, connection)
        self.captures = Captures(path, connection)
        self.listed = Listed(path, connection)
        self.shelf = Shelf(path, connection)
        self.claims = ClaimShelf(path, connection)

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and give the write lock back."""
        with database.faults(self.path):
            try:
                self.connection.close()
            finally:
                self._lock.release()

    def lock(self) -> None:
        """Take the write lock now, so that a second writer is told before any work is done.

        Raises `StoreLockedError` when another process holds it.
        """
        self._lock.acquire()
        with database.faults(self.path):
            database.let_readers_read(self.connection)
            if database.is_unfinished(self.connection):
                database.finish_erasing(self.connection)

    def unread(self, articles: Iterable[Article | Skipped], *, recipe: str) -> Iterator[Article | Skipped]:
        """Yield those articles that are still to be read by this recipe, in order, lazily.

        What was skipped before passes through. Left out are those stored and read by it already, and
        repetitions. An article whose id stands for other content, in the store or earlier in `articles`, is
        skipped with the reason.
        """
        with database.faults(self.path):
            yield from readings.unread(self.connection, articles, recipe)

    def outdated(self, *, recipe: str) -> Iterator[Article]:
        """Yield the stored articles that another recipe has read, lazily, in the order of adding.

        They may be read anew and given to `add` meanwhile; `unlink` before, and link them with what the
        same recipe has read only.
        """
        with database.faults(self.path):
            yield from readings.outdated(self.connection, recipe)

    def unlink(self) -> None:
        """Forget what links the articles, so that they can be linked anew; articles and readings stay.

        Raises `StoreLockedError` when another process writes.
        """
        self.lock()
        with database.faults(self.path), database.transaction(self.connection, "IMMEDIATE"):
            index.clear(self.connection)

    def add(self, new: Sequence[Reading], changes: Changes, *, recipe: str) -> Added:
        """Store readings and what changes in the linking with them, in one transaction.

        When this returns, all of it is on the disk; when it raises or the machine stops, nothing of it is.
        A reading that is there already changes nothing; one made by another recipe takes the place of the
        old. Of the linking only what differs is written. `recipe` is a digest of all settings and models
        that went into the readings.

        Raises `StoreLockedError` when another process writes, `StoreError` when an article's id stands for
        other content in the store (`unread` tells so before) or when the linking speaks of articles or
        mentions that are not in the store.
        """
        self.lock()
        with database.faults(self.path), database.transaction(self.connection, "IMMEDIATE"):
            states = [(readings.put(self.connection, reading, recipe), reading.id) for reading in new]
            linkings.change(self.connection, changes)
            self.known.file(changes.filing, changes.linking.stories)
        return Added(
            added=tuple(article for state, article in states if state is readings.State.NEW),
            replaced=tuple(article for state, article in states if state is readings.State.OUTDATED),
            unchanged=tuple(article for state, article in states if state is readings.State.KNOWN),
        )

    def articles(self, narrowing: Narrowing | None = None) -> Iterator[Article]:
        """Yield the articles within the bounds, in the order in which they were added, lazily."""
        with database.faults(self.path):
            yield from readings.articles(self.connection, narrowing or Narrowing())

    def readings(
        self, ids: Iterable[str] | None = None, *, recipe: str | None = None, unlinked: bool = False
    ) -> Iterator[Reading]:
        """Yield the readings of these articles (all, when no ids are given) in the order in which they were
        added, lazily; ids that are not there are passed over.

        With `recipe`, only the readings made by it; with `unlinked`, only those that nothing links yet: of a
        store of an older schema, or since `unlink`.
        """
        with database.faults(self.path):
            if unlinked:
                ids = index.unlinked(self.connection)
            yield from readings.load(self.connection, ids, recipe)

    def linking(self, narrowing: Narrowing | None = None, *, claims: Iterable[str] | None = None) -> Linking:
        """Return what links the articles within the bounds, as if there were no others; all parts in the
        order of their ids.

        With `claims`, only the claims with these ids, their stories, the copies among their carriers, and the
        main claims of the carriers.
        """
        with database.faults(self.path), database.transaction(self.connection):
            within = readings.numbers(self.connection, narrowing) if narrowing else None
            if claims is None:
                return linkings.load(self.connection, within)
            return linkings.load_claims(self.connection, within, claims)
