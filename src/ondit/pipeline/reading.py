"""Inputs become articles, articles become readings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib.metadata import version
from itertools import chain
from typing import BinaryIO

import msgspec

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.engines import Engine, Limits, Lost, Processes
from ondit.ingest import Fetcher, Item, distinct, find_items, followed, is_foreign, items_of_url, read_item
from ondit.match import find_mentions
from ondit.model.article import Article, Skipped
from ondit.model.ids import content_id
from ondit.model.reading import Reading
from ondit.resolve import Outlet, resolve

PARSING = Limits(cpu=5, wall=30.0, memory=1024**3)
"""What parsing one page may cost; one that is over it may be tried twice. Real pages take 0.05 s and 100 MB;
what takes a hundred times more is made to, or broken so that it might as well be."""

READING = Limits(cpu=300, wall=1_200.0, memory=3 * 1024**3)
"""What reading one article in a process of its own may cost. The longest that is let in, a million
characters, takes a minute and 2 GB."""

_Parsed = tuple[str, Article | Skipped]
"""The name of an item, and what it holds."""

_PARSERS = ("ondit.ingest", "trafilatura")  # what a worker that parses pages needs; dates load when they must


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """What may vary in reading an article. `model` is a path or package name of the language's model,
    `outlets` are rows of the user's own for the outlets table.

    `trained` lets installed weights choose attributions. They find more and cut contents better, so `ondit
    read` uses them; they also bring in side remarks that become false origins of a claim, so what is linked
    and traced is read by the rules (docs/decisions/0005).
    """

    model: str | None = None
    trained: bool = False
    outlets: tuple[Outlet, ...] = ()

    @property
    def digest(self) -> str:
        """The id of everything that goes into a reading: this version of Ondit and these settings."""
        rows = (msgspec.json.encode(outlet).decode() for outlet in self.outlets)
        return content_id("rec", version("ondit"), self.model or "", str(self.trained), *rows)


def read_article(article: Article, recipe: Recipe, *, mentions: bool = True) -> Reading:
    """Return what one article alone tells: attributions, sources, credits, mentions of claims.

    Without `mentions` it cannot be linked, but is read a fifth faster.
    """
    annotated = annotate(article, model=recipe.model)
    resolved = resolve(annotated, attribute(annotated, trained=recipe.trained), added=recipe.outlets)
    return Reading(
        article=article,
        resolved=resolved,
        mentions=find_mentions(annotated, resolved) if mentions else (),
        parsed=annotated.parsed,
        made_by=annotated.made_by,
    )


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
    with fetcher or Fetcher() as fetching:
        items = find_items(inputs, stdin, partial(items_of_url, fetcher=fetching))
        yield from read_items(followed(items, fetching), fast=fast)


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


def read_articles(
    articles: Iterable[Article | Skipped], recipe: Recipe, engine: Engine, *, mentions: bool = True
) -> Iterator[Reading | Skipped]:
    """Yield the reading of every article, in order; what was skipped before passes through."""
    for result in engine.map(partial(_read, recipe=recipe, mentions=mentions), articles):
        if isinstance(result, Lost):
            yield Skipped(item=_name(result.record), stage="read", reason=result.reason)
        else:
            yield result


def _read(article: Article | Skipped, recipe: Recipe, mentions: bool) -> Reading | Skipped:
    return article if isinstance(article, Skipped) else read_article(article, recipe, mentions=mentions)


def _name(item: Article | Skipped) -> str:
    return item.item if isinstance(item, Skipped) else item.id
