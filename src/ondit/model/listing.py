"""Listings: what a person wants to see of a collection, and the rows that show it in full."""

from collections.abc import Iterable
from datetime import datetime
from typing import Generic, TypeVar

import msgspec

from ondit.errors import InputError
from ondit.model.article import Article
from ondit.model.claim import Claim, Copy, MainClaim, Mention, Story
from ondit.model.decision import ListedDecision
from ondit.model.provenance import IndependentOrigins, Trace
from ondit.model.reading import Reading
from ondit.model.source import Source
from ondit.model.span import Span
from ondit.model.time import read_interval

Row = TypeVar("Row")


class Narrowing(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds that an article must keep to; None is no bound.

    `since` and `until` are ISO 8601 and inclusive: "2024-09" as `until` takes in the whole month. An article
    whose time is known only roughly is kept when it may lie within; an undated one is left out as soon as
    there is a bound of time. `language` is a BCP 47 tag: "en" takes in "en-GB", not the other way round.
    `outlet` is a name, upper and lower case alike.

    Raises `InputError` when a bound is no date.
    """

    since: str | None = None
    until: str | None = None
    language: str | None = None
    outlet: str | None = None

    def __post_init__(self) -> None:
        self.bounds()

    def bounds(self) -> tuple[datetime | None, datetime | None]:
        """Return the first moment that lies within and the first that lies beyond, in UTC."""
        return _moment(self.since, "since", 0), _moment(self.until, "until", 1)

    def admits(self, article: Article) -> bool:
        """Tell whether an article keeps to all bounds."""
        start, end = self.bounds()
        published = article.published_interval
        if (start or end) and published is None:
            return False
        if published and ((start and published.end <= start) or (end and published.start >= end)):
            return False
        if self.language and not _is_within((article.language or "").lower(), self.language.lower()):
            return False
        return not self.outlet or (article.outlet or "").casefold() == self.outlet.casefold()


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows of a listing are wanted: `limit` of them after the first `offset`."""

    offset: int = 0
    limit: int


class Rows(msgspec.Struct, Generic[Row], frozen=True, kw_only=True):
    """The rows of a listing that a window shows; `total` are all that there are."""

    rows: tuple[Row, ...]
    total: int
    window: Window


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many articles have something in common: the name of an outlet, a language."""

    name: str
    count: int


class CountedStory(msgspec.Struct, frozen=True, kw_only=True):
    """A story with what is counted of its articles: `outlets` and `languages` with the most articles first.
    `first` and `last` are when the first and the last dated article were published, ISO 8601 in UTC."""

    id: str
    title: str
    articles: int
    outlets: tuple[Tally, ...] = ()
    languages: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


class CountedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with how many articles carry it."""

    id: str
    text: str
    story: str | None = None
    carriers: int


class ToldStory(msgspec.Struct, frozen=True, kw_only=True):
    """A counted story with its claims, those with the most carriers first."""

    story: CountedStory
    claims: tuple[CountedClaim, ...]


class DecidedClaims(msgspec.Struct, frozen=True, kw_only=True):
    """What became of claims by decisions: the ids of those `stored`, and the `claims` that they are now."""

    stored: frozenset[str] = frozenset()
    claims: tuple[Claim, ...] = ()


class ListedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its main claim (None where it makes none) and the ids of the claims it carries.

    `told` is the outlet that address or text tell, where nobody states it.
    """

    article: Article
    main: MainClaim | None = None
    claims: tuple[str, ...] = ()
    told: str | None = None

    @property
    def outlet(self) -> str | None:
        """The name of the article's outlet, stated or told; None for neither."""
        return self.article.outlet or self.told


class ListedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with the articles that its mentions lie in; `origins` is None where it has not been traced."""

    claim: Claim
    articles: tuple[Article, ...]
    origins: IndependentOrigins | None = None


class CarriedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as one article carries it: `mentions` are the article's mentions of it, `carriers` is how many
    articles carry it, this one among them."""

    id: str
    text: str
    mentions: tuple[Mention, ...]
    carriers: int


class ListedStory(msgspec.Struct, frozen=True, kw_only=True):
    """A story with the articles it holds, as far as the lister has them at hand."""

    story: Story
    articles: tuple[Article, ...] = ()


class ListedCopy(msgspec.Struct, frozen=True, kw_only=True):
    """A copy with the two articles that its passages lie in."""

    copy: Copy
    later: Article
    earlier: Article


class Place(msgspec.Struct, frozen=True):
    """A span of one article."""

    article: Article
    span: Span


class ListedSource(msgspec.Struct, frozen=True, kw_only=True):
    """A source over all articles that name it: its record, every other wording, every place."""

    source: Source
    aliases: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


Exported = ListedArticle | Reading | ListedClaim | ListedStory | ListedCopy | ListedSource | ListedDecision


class TracedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """The trace of one claim with the articles that carry it."""

    trace: Trace
    articles: tuple[Article, ...]

    def article(self, article_id: str | None) -> Article | None:
        """Return the article with this id, or None."""
        return next((one for one in self.articles if one.id == article_id), None)


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """What an export draws from. Each part is made only when it is gone through, and once.

    `rows` are all rows of a store; `traced` are its claims with several carriers, those with the most first,
    or the one that was asked for. `made` is when the export is made, ISO 8601 in UTC.
    """

    rows: Iterable[Exported] = ()
    traced: Iterable[TracedClaim] = ()
    made: str = ""


def _is_within(language: str, wider: str) -> bool:
    return language == wider or language.startswith(f"{wider}-")


def _moment(stated: str | None, name: str, side: int) -> datetime | None:
    if not stated:
        return None
    try:
        interval = read_interval(stated)
    except (ValueError, OverflowError) as error:
        raise InputError(f"{name}: '{stated}' is no date; write it as 2024-09-17 or 2024-09") from error
    return (interval.start, interval.end)[side]
