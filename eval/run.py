"""Running the system on the gold."""

from collections.abc import Sequence
from functools import cache

from eval.marks.gold_set import GoldPart, read_gold
from eval.marks.records import GoldItem
from eval.score.said import Said, said_in_gold, said_in_reading
from eval.score.scoring import Counts, score_item
from eval.score.tally import Figure, figures
from ondit.pipeline import Recipe, read_article

Answers = list[tuple[GoldItem, list[Said]]]


@cache
def answers(part: GoldPart) -> Answers:
    """Return the items of one part, each with what the system finds in it."""
    recipe = Recipe(trained=True)
    return [(item, said_in_reading(read_article(item.article, recipe))) for item in read_gold(part)]


def score(answered: Sequence[tuple[GoldItem, list[Said]]]) -> list[Figure]:
    """Return the figures of items with their answers."""
    return figures([_counts(item, found) for item, found in answered])


def _counts(item: GoldItem, found: list[Said]) -> Counts:
    return score_item(said_in_gold(item), found)
