"""Views of listings: what a row says, in words."""

from collections.abc import Mapping, Sequence

import msgspec

from ondit.model.listing import CountedClaim, CountedStory
from ondit.model.provenance import IndependentOrigins
from ondit.present import wording
from ondit.present.dates import period
from ondit.present.visible import one_line

_NAMES = 5  # outlets named in a row; the rest are counted


class StoryView(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the stories. `facts` are its figures in words, `outlets` the names of those with most
    articles."""

    id: str
    title: str
    facts: str
    outlets: str


def story_view(
    story: CountedStory, claims: Sequence[CountedClaim], origins: Mapping[str, IndependentOrigins]
) -> StoryView:
    """Return the row of a story: `origins` are the ranges of those of its claims that have been traced."""
    facts = [wording.counted(story.articles, "article"), wording.counted(len(story.outlets), "outlet")]
    if len(story.languages) > 1:
        facts.append(f"{len(story.languages)} languages ({', '.join(story.languages)})")
    facts.append(wording.counted(len(claims), "claim"))
    shared = [claim for claim in claims if claim.carriers > 1]
    if shared:
        facts[-1] += f", {len(shared)} in several articles"
        single = sum(claim.id in origins and origins[claim.id].at_most == 1 for claim in shared)
        untraced = sum(claim.id not in origins for claim in shared)
        if single:
            facts[-1] += f", {single} of them from one origin"
        if untraced:
            facts[-1] += f" ({untraced} not traced yet)"
    if days := period((story.first, story.last)):
        facts.append(days)
    names = [one_line(one.name) for one in story.outlets]
    return StoryView(
        id=story.id,
        title=one_line(story.title) or "(without a title)",
        facts=" · ".join(facts),
        outlets=wording.named(names, most=_NAMES),
    )
