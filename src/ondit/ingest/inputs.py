"""The door of the room: names of inputs go in, articles come out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import BinaryIO

import msgspec

from ondit.ingest.fetching import Fetcher
from ondit.ingest.items import Item, find_items, skipped
from ondit.ingest.reading import read_item
from ondit.ingest.web.collecting import items_of_url
from ondit.model.article import Article, Skipped
from ondit.model.ids import content_id


def read_inputs(
    inputs: Sequence[str], *, stdin: BinaryIO | None = None, fetcher: Fetcher | None = None
) -> Iterator[Article | Skipped]:
    """Yield the articles of files, folders, web addresses and stdin ("-"), lazily and in the order given.

    JSON Lines, JSON, HTML and plain text are told apart by ending and content. What stands on the web is
    fetched with `fetcher`, or one of its own, and so are the pages that a feed or sitemap lists. Whatever
    cannot be read becomes one `Skipped`, and the rest goes on. The same article twice comes out once; another
    article under an id that was there already is skipped, since an id means one article.
    """
    with fetcher or Fetcher() as fetching:
        yield from read_items(find_items(inputs, stdin, partial(items_of_url, fetcher=fetching)))


def read_items(items: Iterable[Item | Skipped]) -> Iterator[Article | Skipped]:
    """Yield the articles of items, each article once, as `read_inputs` does."""
    seen: dict[str, str] = {}
    for item in items:
        read = read_item(item) if isinstance(item, Item) else item
        if isinstance(read, Skipped):
            yield read
            continue
        digest = content_id("", msgspec.json.encode(read.uncaptured).decode())
        if read.id not in seen:
            seen[read.id] = digest
            yield read
        elif seen[read.id] != digest:
            name = item.name if isinstance(item, Item) else item.item
            yield skipped(name, f"another article has the id {read.id} already; give each its own id")
