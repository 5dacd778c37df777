"""Articles are read, linked and kept in a store, or taken out of it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

from ondit.engines import Engine
from ondit.match import Linker
from ondit.model.article import Article, Skipped
from ondit.model.reading import Reading
from ondit.pipeline.reading import Recipe, read_articles
from ondit.store import Store, erase

R = TypeVar("R")

BATCH = 500
"""Articles that are read before they are linked and stored together: linking sees more at once, and one
transaction costs about as much as reading three articles."""


def add_articles(
    store: Store, articles: Iterable[Article | Skipped], recipe: Recipe, engine: Engine
) -> Iterator[Reading | Skipped]:
    """Read what the store does not hold yet, link it with what it holds, store it; yield what is stored.

    What another recipe read is read anew first. Nothing is yielded before it is on the disk, so whatever was
    yielded survives a crash.
    """
    store.lock()
    made_by = recipe.digest
    linker = _linker(store, made_by)
    unread = store.unread(chain(store.outdated(recipe=made_by), articles), recipe=made_by)
    batches = 0
    for batch in _batches(read_articles(unread, recipe, engine)):
        batches += 1
        readings = [result for result in batch if isinstance(result, Reading)]
        linker.add(readings)
        store.add(readings, linker.changes(), recipe=made_by)
        yield from batch
    if batches > 1:
        linker.settle()
        store.add((), linker.changes(), recipe=made_by)


def _linker(store: Store, recipe: str) -> Linker:
    """Return the linker of a store in which all that this recipe has read is linked, and nothing else."""
    gaps = chain(store.outdated(recipe=recipe), store.readings(recipe=recipe, unlinked=True))
    if next(gaps, None) is not None:  # claims go with the readings that they were found in
        store.unlink()
    linker = Linker(store.known)
    for batch in _batches(store.readings(recipe=recipe, unlinked=True)):
        linker.add(batch)
        store.add((), linker.changes(), recipe=recipe)
    return linker


def _batches(results: Iterable[R]) -> Iterator[list[R]]:
    waiting = iter(results)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def remove_articles(store: Store, ids: Sequence[str], recipe: Recipe) -> int:
    """Erase articles from a store, with all that was kept of them, and link the others anew; return how many
    there were."""
    erased = erase(store, ids)
    if erased:
        _linker(store, recipe.digest)
    return erased
