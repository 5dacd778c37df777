"""Rows of the listings: a record with what is needed to show it in full."""

import msgspec

from ondit.model.article import Article
from ondit.model.claim import Claim, Copy, MainClaim, Story
from ondit.model.provenance import IndependentOrigins
from ondit.model.source import Source
from ondit.model.span import Span


class ListedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its main claim (None where it makes none) and the ids of the claims it carries."""

    article: Article
    main: MainClaim | None = None
    claims: tuple[str, ...] = ()


class ListedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with the articles that its mentions lie in; `origins` is None where it has not been traced."""

    claim: Claim
    articles: tuple[Article, ...]
    origins: IndependentOrigins | None = None


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
