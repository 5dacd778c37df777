"""Our own export, read back: its articles with all that their pages say, and its decisions."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from ondit.errors import InputError
from ondit.ingest.item import Item, skipped
from ondit.ingest.limits import check_length
from ondit.ingest.records import decode_as
from ondit.model.article import Article, Link, Skipped
from ondit.model.decision import Decision, DecisionKind, Edit
from ondit.model.span import Span, fits
from ondit.model.time import Basis, read_interval

T = TypeVar("T")


class _Schema(msgspec.Struct):
    schema: str = ""


class _LinkLine(msgspec.Struct):
    href: str
    text: str = ""
    start: int | None = None
    end: int | None = None


class _Page(msgspec.Struct, kw_only=True):
    text: str
    outlet: str | None = None
    byline: str | None = None
    modified: str | None = None
    captured: str | None = None
    links: tuple[_LinkLine, ...] = ()
    canonical_url: str | None = None
    site_name: str | None = None
    publisher: str | None = None
    based_on: tuple[str, ...] = ()
    published_basis: Basis | None = None


class _ArticleLine(msgspec.Struct, kw_only=True):
    article: str
    url: str | None = None
    title: str = ""
    published: str | None = None
    language: str | None = None
    page: _Page | None = None


class _DecisionLine(msgspec.Struct, kw_only=True):
    id: str
    kind: DecisionKind
    one: str
    other: str = ""
    name: str = ""
    edit: Edit | None = None
    reason: str
    who: str
    when: str


def read_export(found: Iterable[Item | Skipped]) -> Iterator[Article | Decision | Skipped]:
    """Yield the articles and decisions of the lines of an export; lines of other schemas, which are found
    anew from the articles, are passed over.

    Articles come back to the letter. A line that cannot be read, or a decision whose id is not that of what
    it says, is skipped with the reason.
    """
    for item in found:
        if isinstance(item, Skipped):
            yield item
            continue
        try:
            read = _READERS.get(_decoded(item, _Schema).schema)
            if read is not None:
                yield read(item)
        except InputError as error:
            yield skipped(item.name, str(error), item.input)


def _read_article(item: Item) -> Article:
    line = _decoded(item, _ArticleLine)
    page = line.page
    if page is None:
        raise InputError("the article has no text: 'ondit export --to jsonl' writes it, listings do not")
    check_length(page.text)
    if not line.article:
        raise InputError("the article has no id")
    if line.published:
        try:
            read_interval(line.published)
        except (ValueError, OverflowError) as error:
            raise InputError(f"'{line.published}' is no date; write it as 2024-09-17") from error
    return Article(
        id=line.article,
        text=page.text,
        title=line.title,
        url=line.url,
        outlet=page.outlet,
        byline=page.byline,
        published=line.published,
        modified=page.modified,
        captured=page.captured,
        language=line.language,
        links=tuple(_link(link, page.text) for link in page.links),
        canonical_url=page.canonical_url,
        site_name=page.site_name,
        publisher=page.publisher,
        based_on=page.based_on,
        published_basis=page.published_basis,
    )


def _link(link: _LinkLine, text: str) -> Link:
    span = Span(link.start, link.end) if link.start is not None and link.end is not None else None
    return Link(link.href, link.text, span if span and fits(span, text) else None)


def _read_decision(item: Item) -> Decision:
    line = _decoded(item, _DecisionLine)
    decision = Decision(
        kind=line.kind,
        one=line.one,
        other=line.other,
        name=line.name,
        edit=line.edit,
        reason=line.reason,
        who=line.who,
        when=line.when,
    )
    if decision.id != line.id:
        raise InputError(f"{line.id} was changed after it was exported")
    return decision


def _decoded(item: Item, shape: type[T]) -> T:
    try:
        return decode_as(shape, item.content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"no line of an export: {error}") from error


_READERS: Mapping[str, Callable[[Item], Article | Decision]] = {
    "ondit.article/1": _read_article,
    "ondit.decision/1": _read_decision,
}
