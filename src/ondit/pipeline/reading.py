"""Inputs become articles, articles become readings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import BinaryIO

from ondit.engines import Engine, Limits, Lost, Processes
from ondit.ingest import (
    Fetcher,
    Item,
    Listed,
    Listing,
    ReadList,
    Unlisted,
    distinct,
    find_items,
    followed,
    is_foreign,
    items_of_url,
    read_item,
    read_list,
)
from ondit.model.article import Article, Skipped
from ondit.model.reading import Reading
from ondit.stage import Recipe, read_one

PARSING = Limits(cpu=5, wall=30.0, memory=1024**3, start=2)
"""What parsing one page, or one feed or sitemap, may cost. Real ones take 0.05 s and 100 MB; what takes a
hundred times more is made to, or broken so that it might as well be. To load the libraries takes a second."""

READING = Limits(cpu=12, wall=90.0, memory=1024**3, start=10)
"""What reading one article may cost. The longest that is let in, 200,000 characters, takes 560 MB, and 10 s
where the machine has much else to do; text that is all short forms or all attributions, which nobody writes,
takes many times more. To load the model takes a second."""

_Parsed = tuple[str, Article | Skipped]
"""The name of an item, and what it holds."""

_READERS = ("ondit.warm",)  # what a worker that reads articles finds loaded
_PARSERS = (*_READERS, "trafilatura")  # pages are read after they are parsed, by workers of one descent


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
    with fetcher or Fetcher() as fetching, reader_of_lists() as read:
        items = find_items(inputs, stdin, partial(items_of_url, fetcher=fetching, read=read))
        yield from read_items(followed(items, fetching, read), fast=fast)


@contextmanager
def reader_of_lists() -> Iterator[ReadList]:
    """Give what reads feeds and sitemaps in a process of its own, within limits, while the block lasts."""
    with Processes(1, limits=PARSING, preloaded=_PARSERS).calls(read_list) as call:

        def read(listing: Listing) -> Listed | Unlisted:
            result = call(listing)
            return Unlisted(result.reason) if isinstance(result, Lost) else result

        yield read


def read_items(items: Iterable[Item | Skipped], *, fast: bool = False) -> Iterator[Article | Skipped]:
    """Yield the articles of items in order, each article once; what cannot be read becomes one `Skipped`.

    Pages are parsed in a process of their own, within limits: from the first page on, so that texts alone
    need no second process.
    """
    return distinct(parse_items(items, fast=fast))


def parse_items(
    items: Iterable[Item | Skipped], *, fast: bool = False
) -> Iterator[tuple[str, Article | Skipped]]:
    """Yield what each item holds, in order, with the item's name."""
    return _parsed(items, partial(_parse, fast=fast))


def _parsed(items: Iterable[Item | Skipped], parse: Callable[[Item | Skipped], _Parsed]) -> Iterator[_Parsed]:
    coming = iter(items)
    for item in coming:
        if isinstance(item, Item) and is_foreign(item):
            yield from _parsed_apart(chain((item,), coming), parse)
        else:
            yield parse(item)


def _parsed_apart(
    items: Iterable[Item | Skipped], parse: Callable[[Item | Skipped], _Parsed]
) -> Iterator[_Parsed]:
    for result in Processes(1, limits=PARSING, preloaded=_PARSERS).map(parse, items):
        if isinstance(result, Lost):
            record = result.record
            name = record.name if isinstance(record, Item) else record.item
            yield name, Skipped(item=name, stage="ingest", reason=result.reason, input=record.input)
        else:
            yield result


def _parse(item: Item | Skipped, fast: bool) -> _Parsed:
    return (item.item, item) if isinstance(item, Skipped) else (item.name, read_item(item, fast=fast))


def reading_engine(jobs: int) -> Engine:
    """Return the engine that reads in so many processes, within limits: nothing that strangers wrote is read
    in this one."""
    return Processes(jobs, limits=READING, preloaded=_READERS)


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
