"""Printing which mentions and pairs are wrong, for the part that may be looked at."""

from collections.abc import Iterable, Sequence

import click

from eval.marks.records import GoldItem
from eval.meant.answers import fed
from eval.meant.entities import CANDIDATES, meanings
from eval.meant.judging import rights
from eval.meant.pairs import Pair, Sameness


def print_wrong(items: Iterable[GoldItem]) -> None:
    """Print, item by item, the mentions whose entity or grade is wrong: their words and form, who is meant,
    whom the system names and by which id."""
    for item in items:
        gold, answers = meanings(item), fed(item)
        right = rights(gold, answers)
        lines = []
        for one in gold.mentions:
            answer = answers[one.number]
            as_sure = answer.grade is one.grade or not one.form.is_short or gold.is_single(one)
            if right[one.number] and as_sure:
                continue
            named = ", ".join(
                f"{name} ({id_[-4:]})" for name, id_ in zip(answer.names, answer.ids, strict=True)
            )
            meant = CANDIDATES.join(one.entities)
            lines.append(
                f"  {one.number}. {one.words} [{one.form.value}]: meant {meant} ({one.grade.value}), "
                f"named {named or 'nobody'} ({answer.grade.value})"
            )
        if lines:
            click.echo(f"\n{item.id}: {item.article.title} / {item.article.text}\n" + "\n".join(lines))


def print_wrong_pairs(pairs: Sequence[Pair], said: Sequence[Sameness | None]) -> None:
    """Print the pairs that are answered wrongly: what they are, what they are called, and their words."""
    for pair, one in zip(pairs, said, strict=True):
        if one is not pair.answer:
            click.echo(
                f"\n{pair.id}: {pair.answer.value} ({pair.why}), called {one.value if one else 'no origin'}"
            )
            for item in pair.items:
                click.echo(f"  {item.article.outlet}: {item.article.text}")
