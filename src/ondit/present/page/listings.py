"""Views of listings: what a row says, in words."""

from collections.abc import Mapping, Sequence

import msgspec

from ondit.model.article import Failure
from ondit.model.listing import CountedClaim, CountedStory, ListedArticle
from ondit.model.provenance import IndependentOrigins
from ondit.present import wording
from ondit.present.dates import date, period
from ondit.present.visible import one_line

_NAMES = 5  # outlets named in a row; the rest are counted
_UNTITLED = "(without a title)"


class StoryView(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the stories. `facts` are its figures in words, `outlets` the names of those with most
    articles. `is_whole` tells that all its shared claims have been traced."""

    id: str
    title: str
    facts: tuple[str, ...]
    outlets: str
    is_whole: bool


class ClaimView(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the claims. `origins` is the range in words, empty where it has not been traced yet; `ends`
    are the chains that stop short of an origin."""

    id: str
    text: str
    carriers: int
    origins: str
    ends: str


class ArticleView(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the articles."""

    id: str
    title: str
    outlet: str
    when: str
    language: str
    claims: int


class FailureView(msgspec.Struct, frozen=True, kw_only=True):
    """One row of what failed. `where` is the input that it was found in, empty where that is the item."""

    item: str
    where: str
    stage: str
    reason: str
    attempts: str
    when: str
    can_retry: bool


def story_view(
    story: CountedStory, claims: Sequence[CountedClaim], origins: Mapping[str, IndependentOrigins]
) -> StoryView:
    """Return the row of a story: `origins` are the ranges of those of its claims that have been traced."""
    facts = [wording.counted(story.articles, "article"), wording.counted(len(story.outlets), "outlet")]
    if len(story.languages) > 1:
        facts.append(f"{len(story.languages)} languages ({', '.join(story.languages)})")
    shared = shared_claims(claims)
    single = sum(claim.id in origins and origins[claim.id].at_most == 1 for claim in shared)
    told = wording.counted(len(claims), "claim")
    facts.append(f"{told}, {len(shared)} in several articles" if shared else told)
    if single:
        facts.append(f"{single} of these from one origin")
    untraced = sum(claim.id not in origins for claim in shared)
    if untraced:
        facts.append(f"{untraced} not traced yet")
    facts.append(period((story.first, story.last)))
    return StoryView(
        id=story.id,
        title=one_line(story.title) or _UNTITLED,
        facts=tuple(filter(None, facts)),
        outlets=wording.named((one.name for one in story.outlets), most=_NAMES),
        is_whole=not untraced,
    )


def shared_claims(claims: Sequence[CountedClaim]) -> list[CountedClaim]:
    """Return the claims that several articles carry; how many origins others have tells nothing."""
    return [claim for claim in claims if claim.carriers > 1]


def claim_view(claim: CountedClaim, origins: IndependentOrigins | None) -> ClaimView:
    """Return the row of a claim; `origins` is its range where it has been traced."""
    return ClaimView(
        id=claim.id,
        text=one_line(claim.text),
        carriers=claim.carriers,
        origins=wording.in_words(origins) if origins else "",
        ends=wording.open_ends(origins) if origins else "",
    )


def article_view(row: ListedArticle) -> ArticleView:
    """Return the row of an article."""
    return ArticleView(
        id=row.article.id,
        title=one_line(row.article.title) or _UNTITLED,
        outlet=one_line(row.outlet or "") or "no outlet known",
        when=date(row.article.published),
        language=row.article.language or "",
        claims=len(row.claims),
    )


def failure_view(failure: Failure) -> FailureView:
    """Return the row of something that failed."""
    return FailureView(
        item=one_line(failure.item),
        where=one_line(failure.input) if failure.input not in (failure.item, "-") else "",
        stage=failure.stage,
        reason=wording.sentence(failure.reason),
        attempts="once" if failure.attempts == 1 else f"{failure.attempts} times",
        when=date(failure.last),
        can_retry=failure.input != "-",
    )
