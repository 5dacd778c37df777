"""`ondit watch`: feeds into the store, again and again."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import click
import msgspec

from ondit.cli import options
from ondit.cli.progress import Work
from ondit.errors import InputError, StoreLockedError
from ondit.ingest import FeedState, Fetcher, Item, Means, Watched, poll
from ondit.model.article import Skipped
from ondit.pipeline import Recipe, add_articles, means_apart, read_items
from ondit.resolve import Outlet
from ondit.store import Store, open_store

_MINUTES = 15  # most newsrooms' feeds turn over in hours; a quarter of an hour misses nothing
_AT_ONCE = 100  # articles that are fetched before they are stored together: two minutes at a page a second
_WAITS = 60  # seconds that another command that writes is waited for, with pages in hand that were fetched


@click.command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEED...")
@options.store
@click.option("--once", is_flag=True, help="Look once and end.")
@click.option(
    "--every",
    type=click.IntRange(min=1),
    default=_MINUTES,
    show_default=True,
    metavar="MINUTES",
    help="Look again after this many minutes.",
)
@options.model
@options.jobs
@options.outlets
@options.fetcher
def watch(
    feeds: tuple[str, ...],
    path: Path,
    once: bool,
    every: int,
    model: str | None,
    jobs: int,
    outlets: tuple[Outlet, ...],
    fetcher: Fetcher,
) -> None:
    """Put what is new in feeds and sitemaps into the store, and look again and again.

    What was seen is remembered beside the store, in a file of its name with ".watch".
    """
    recipe = Recipe(model=model, outlets=outlets)
    if once:
        _look(feeds, path, recipe, jobs, fetcher).finish()
        return
    while True:
        try:
            _look(feeds, path, recipe, jobs, fetcher)
        except StoreLockedError as error:  # another command is at work; its turn ends before our next look
            click.echo(f"{error}.", err=True)
        time.sleep(every * 60)


def _look(feeds: tuple[str, ...], path: Path, recipe: Recipe, jobs: int, fetcher: Fetcher) -> Work:
    """Look at every feed once. What was seen is remembered only when all of it is in the store.

    The store is locked while it is written to, and not while pages are fetched, which takes minutes.
    """
    memory = path.with_name(f"{path.name}.watch")
    states = _remembered(memory)
    watched = [Watched(feed, states.get(feed, FeedState())) for feed in dict.fromkeys(feeds)]
    with open_store(path, create=True) as store:
        store.lock()  # who cannot write need not fetch
    with means_apart(fetcher) as means, Work("watching") as work:
        articles = read_items(_items(watched, means))
        while batch := list(islice(articles, _AT_ONCE)):
            with _open_to_write(path) as store:
                for _ in work.watch(add_articles(store, batch, recipe, options.engine_for(jobs))):
                    pass
        _remember(memory, states | {one.url: one.state for one in watched})
    click.echo(f"{work.done} articles added to {path}.", err=True)
    return work


def _open_to_write(path: Path) -> Store:
    """Return the store, locked; another command that writes to it is waited for.

    Raises `StoreLockedError` when it takes longer than that.
    """
    for left in reversed(range(_WAITS)):
        store = open_store(path, create=True)
        try:
            store.lock()
        except StoreLockedError:
            store.close()
            if not left:
                raise
            time.sleep(1)
        else:
            return store
    raise AssertionError("the last try returns or raises")


def _items(watched: list[Watched], means: Means) -> Iterator[Item | Skipped]:
    for feed in watched:
        yield from poll(feed, means, datetime.now(UTC))


def _remembered(memory: Path) -> dict[str, FeedState]:
    try:
        return msgspec.json.decode(memory.read_bytes(), type=dict[str, FeedState])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(f"{memory}: {error}. Delete it; every feed is then read anew.") from error


def _remember(memory: Path, states: dict[str, FeedState]) -> None:
    """Write the file whole, so that no half of it is ever there."""
    new = memory.with_name(f"{memory.name}.new")
    new.write_bytes(msgspec.json.encode(states))
    new.replace(memory)
