"""Printing what is missed and what is wrong, for the part that may be looked at."""

from collections.abc import Sequence

import click

from eval.marks.records import GoldItem
from eval.score.matching import matched
from eval.score.said import Said, WordIndex, said_in_gold
from ondit.model.article import Article


def print_errors(answered: Sequence[tuple[GoldItem, list[Said]]]) -> None:
    """Print, item by item, marked attributions that were not found (-) and found ones that nobody marked
    (+)."""
    for item, found in answered:
        gold = said_in_gold(item)
        pairs = matched(gold, found)
        missed = [one for place, one in enumerate(gold) if place not in pairs]
        extra = [one for place, one in enumerate(found) if place not in pairs.values()]
        if missed or extra:
            click.echo(
                f"\n{item.id}: {' / '.join(filter(None, (item.article.title, item.article.text)))[:400]}"
            )
        for sign, some in (("-", missed), ("+", extra)):
            for one in some:
                click.echo(f"  {sign} {_in_words(one, item.article)}")


def _in_words(one: Said, article: Article) -> str:
    words = WordIndex(article)
    roles = (one.source, one.cue, one.content)
    return " | ".join(words.shown(role, article) or "(none)" for role in roles)
