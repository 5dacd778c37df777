"""What the process beside the server does: it adds to the store, one task after another."""

import signal
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from itertools import chain
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from ondit.engines import ENGINES
from ondit.errors import OnditError, StoreLockedError
from ondit.ingest import STDIN, Fetcher, Item, Manners, distinct, find_items, followed, items_of_url
from ondit.model.article import Article, Skipped
from ondit.model.reading import Reading
from ondit.pipeline import READING, Recipe, add_articles, parse_items
from ondit.store import Store, open_store


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How tasks are done: into which store, by which recipe, with which hosts of the own network."""

    path: Path
    recipe: Recipe
    private: tuple[str, ...] = ()


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be added: items at hand, and inputs to be opened, as `ondit add` takes them. The names of
    `items` differ from each other."""

    items: tuple[Item, ...] = ()
    inputs: tuple[str, ...] = ()


class Fate(StrEnum):
    """What became of an item."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """One item with what became of it. `article` is the id of the article that it holds, where it holds one;
    `reason` says why it failed, `code` is a word for programs."""

    item: str
    fate: Fate
    article: str | None = None
    reason: str = ""
    code: str = ""


class Ended(msgspec.Struct, frozen=True, kw_only=True):
    """The end of a task; `error` says why not all of it was done, `is_locked` that another process writes."""

    error: str = ""
    is_locked: bool = False


def work(plan: Plan, pipe: Connection) -> None:
    """Do the tasks that come through the pipe; send an `Outcome` for each item and an `Ended` for each task.

    Ends when the other side of the pipe is closed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl-C is for the server, which ends this one
    with Fetcher(Manners(allow_private=plan.private)) as fetcher:
        while True:
            try:
                task = pipe.recv()
            except EOFError:
                return
            try:
                for outcome in add(task, plan, fetcher):
                    pipe.send(outcome)
                pipe.send(Ended())
            except OnditError as error:
                pipe.send(Ended(error=str(error), is_locked=isinstance(error, StoreLockedError)))


def add(task: Task, plan: Plan, fetcher: Fetcher) -> Iterator[Outcome]:
    """Yield what became of each item of a task, each when it is on the disk.

    What failed is noted in the store: under its input where that can be opened again, else as if it had come
    from standard input. Raises `StoreLockedError` when another process writes.
    """
    began = _now()
    with open_store(plan.path, create=True) as store:
        store.lock()
        opened = find_items(task.inputs, None, partial(items_of_url, fetcher=fetcher))
        names = _Names()
        articles = distinct(names.noted(parse_items(chain(task.items, followed(opened, fetcher)))))
        failed: list[Skipped] = []
        try:
            for result in add_articles(store, articles, plan.recipe, ENGINES["loop"](1, READING)):
                if isinstance(result, Skipped):
                    failed.append(result)
                yield names.outcome(result)
        finally:
            _note(store, failed)
        store.failures.settle(task.inputs, began)
        yield from names.rest()


def _note(store: Store, failed: Iterable[Skipped]) -> None:
    store.failures.note([msgspec.structs.replace(one, input=one.input or STDIN) for one in failed], _now())


class _Names:
    """Which item holds which article. What the store has already is passed over without a word, so what is
    left at the end is unchanged."""

    def __init__(self) -> None:
        self._items: dict[str, list[str]] = {}

    def noted(
        self, parsed: Iterable[tuple[str, Article | Skipped]]
    ) -> Iterator[tuple[str, Article | Skipped]]:
        """Pass on what items hold, and keep it in mind."""
        for name, found in parsed:
            if isinstance(found, Article):
                self._items.setdefault(found.id, []).append(name)
            yield name, found

    def outcome(self, result: Reading | Skipped) -> Outcome:
        """Return what became of the item behind a result."""
        if isinstance(result, Reading):
            return Outcome(item=self._item(result.id), fate=Fate.ADDED, article=result.id)
        held = self._items.get(result.item)
        article = result.item if held else None
        name = self._item(result.item) if held else self._forgotten(result.item)
        return Outcome(item=name, fate=Fate.FAILED, article=article, reason=result.reason, code=result.code)

    def rest(self) -> Iterator[Outcome]:
        """Yield the outcomes of all other items."""
        for article, names in self._items.items():
            for name in names:
                yield Outcome(item=name, fate=Fate.UNCHANGED, article=article)

    def _item(self, article: str) -> str:
        names = self._items.get(article)
        return names.pop(0) if names else article

    def _forgotten(self, name: str) -> str:
        """Return the name of an item that failed after its article was met: it is not unchanged."""
        for names in self._items.values():
            if name in names:
                names.remove(name)
        return name


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
