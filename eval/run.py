"""Running the system on the gold."""

from collections.abc import Sequence
from functools import cache

import msgspec

from eval.marks.claim_marks import ClaimStory, read_claims
from eval.marks.gold_set import GOLD, GoldPart, read_gold
from eval.marks.records import GoldItem
from eval.score.grouping import Found, count_claims, find_marked
from eval.score.said import Said, said_in_gold, said_in_reading
from eval.score.scoring import Counts, score_item
from eval.score.tally import Figure, figures
from ondit.match import Linker
from ondit.pipeline import Recipe, read_article

Answers = list[tuple[GoldItem, list[Said]]]


@cache
def answers(part: GoldPart, language: str = GOLD.name) -> Answers:
    """Return the items of one part of a language, each with what the system finds in it."""
    recipe = Recipe(trained=True)
    items = read_gold(part, GOLD.parent / language)
    return [(item, said_in_reading(read_article(item.article, recipe))) for item in items]


def score(answered: Sequence[tuple[GoldItem, list[Said]]]) -> list[Figure]:
    """Return the figures of items with their answers."""
    return figures([_counts(item, found) for item, found in answered])


class ClaimAnswers(msgspec.Struct, frozen=True):
    """The stories of one part, with what the system has in the place of every mark and its main claims by
    article id."""

    stories: tuple[ClaimStory, ...]
    found: tuple[Found, ...]
    mains: dict[str, str]


@cache
def claim_answers(part: GoldPart) -> ClaimAnswers:
    """Return what the system makes of all stories of one part, read and linked as one collection."""
    return link_stories(read_claims(part))


def link_stories(stories: Sequence[ClaimStory]) -> ClaimAnswers:
    """Return what the system makes of some stories, read and linked as one collection."""
    recipe = Recipe()
    readings = [read_article(article, recipe) for story in stories for article in story.articles]
    linker = Linker()
    linker.add(readings)
    linking = linker.linking()
    return ClaimAnswers(
        stories=tuple(stories),
        found=tuple(find_marked(stories, readings, linking)),
        mains={main.article_id: main.claim_id for main in linking.mains},
    )


def score_claims(answered: ClaimAnswers) -> list[Figure]:
    """Return the figures of linked stories."""
    return figures(count_claims(answered.stories, answered.found, answered.mains))


def _counts(item: GoldItem, found: list[Said]) -> Counts:
    return score_item(said_in_gold(item), found)
