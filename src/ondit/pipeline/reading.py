"""Inputs become articles, articles become readings."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import BinaryIO

from ondit.engines import Engine, Limits, Lost, Processes
from ondit.ingest import (
    Fetcher,
    Item,
    distinct,
    find_items,
    followed,
    items_of_url,
    read_item,
    skipped,
)
from ondit.model.article import Article, Skipped
from ondit.model.reading import Reading
from ondit.pipeline.apart import READERS, means_apart, parsing_engine
from ondit.stage import Recipe, read_one

READING = Limits(cpu=12, wall=90.0, memory=1024**3, start=10)
"""What reading one article may cost. The longest that is let in, 200,000 characters, takes 560 MB, and 10 s
where the machine has much else to do; text that is all short forms or all attributions, which nobody writes,
takes many times more. To load the model takes a second."""

_Parsed = tuple[str, Article | Skipped]
"""The name of an item, and what it holds."""


def read_inputs(
    inputs: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    fast: bool = False,
) -> Iterator[Article | Skipped]:
    """Yield the articles of files, folders, web addresses and stdin ("-"), lazily, in the order given.

    JSON Lines, JSON, HTML, web archives and plain text are told apart by ending and content. What stands on
    the web is fetched with `fetcher`, or one of its own, and so are the pages that a feed or sitemap lists.
    `fast` takes the quicker, coarser extraction for pages.
    """
    with fetcher or Fetcher() as fetching, means_apart(fetching) as means:
        items = find_items(inputs, stdin, partial(items_of_url, means=means), means.unpack)
        yield from read_items(followed(items, means), fast=fast)


def read_items(items: Iterable[Item | Skipped], *, fast: bool = False) -> Iterator[Article | Skipped]:
    """Yield the articles of items in order, each article once; what cannot be read becomes one `Skipped`."""
    return distinct(parse_items(items, fast=fast))


def parse_items(
    items: Iterable[Item | Skipped], *, fast: bool = False
) -> Iterator[tuple[str, Article | Skipped]]:
    """Yield what each item holds, in order, with the item's name: parsed in a process of its own, within
    limits."""
    for result in parsing_engine().map(partial(_parse, fast=fast), items):
        if isinstance(result, Lost):
            record = result.record
            name = record.name if isinstance(record, Item) else record.item
            yield name, skipped(name, result.reason, record.input)
        else:
            yield result


def _parse(item: Item | Skipped, fast: bool) -> _Parsed:
    return (item.item, item) if isinstance(item, Skipped) else (item.name, read_item(item, fast=fast))


def reading_engine(jobs: int) -> Engine:
    """Return the engine that reads in so many processes, within limits: nothing that strangers wrote is read
    in this one."""
    return Processes(jobs, limits=READING, preloaded=READERS)


def read_articles(
    articles: Iterable[Article | Skipped], recipe: Recipe, engine: Engine, *, mentions: bool = True
) -> Iterator[Reading | Skipped]:
    """Yield the reading of every article, in order; what was skipped before passes through."""
    for result in engine.map(partial(read_one, recipe=recipe, mentions=mentions), articles):
        if isinstance(result, Lost):
            yield Skipped(item=_name(result.record), stage="read", reason=result.reason)
        else:
            yield result


def _name(item: Article | Skipped) -> str:
    return item.item if isinstance(item, Skipped) else item.id
