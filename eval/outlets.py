"""`python -m eval.outlets`: how well outlets are recognised by their names, on our own gold."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import click

from eval.marks.gold_set import GoldPart
from eval.marks.outlet_marks import OUTLET_GOLD, Named, OutletItem, read_outlet_gold
from eval.measure import Columns, Measure
from eval.score.scoring import Counts
from eval.score.tally import Figure, figures
from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.model.source import OutletKind
from ondit.resolve import outlets_named

LEFT_OUT = {OutletKind.OFFICIAL_BODY, OutletKind.SOCIAL}
"""Kinds that stand in the table and are no outlets: the gold leaves them unmarked."""

EXPLAINED = """\
F1 in per cent with its 95% interval (bootstrap over items) and the number of marked names it rests on; a
name is found when the outlet is right and the words overlap. Then precision and recall."""

Answers = list[tuple[OutletItem, tuple[Named, ...]]]


@cache
def outlet_answers(part: GoldPart) -> Answers:
    """Return the items of one part, each with the outlets that the system finds named in it."""
    return [(item, _named(item)) for item in read_outlet_gold(part)]


def _named(item: OutletItem) -> tuple[Named, ...]:
    annotated = annotate(item.article)
    found = outlets_named(annotated, attribute(annotated, trained=False))
    return tuple(Named(span, outlet.id) for span, outlet in found if outlet.kind not in LEFT_OUT)


def score_outlets(answered: Answers) -> list[Figure]:
    """Return the figures of items with their answers: all languages together, then each."""
    counts: list[Counts] = []
    for item, found in answered:
        right = len(matched_names(item.named, found))
        count = (right, len(found), right, len(item.named))
        counts.append({"all languages": count, item.language: count})
    return figures(counts)


def matched_names(gold: Sequence[Named], found: Sequence[Named]) -> dict[int, int]:
    """Return which marked name is met by which found one, each once: the same outlet, words in common."""
    pairs: dict[int, int] = {}
    for place, one in enumerate(gold):
        for other, name in enumerate(found):
            alike = name.outlet_id == one.outlet_id and name.span.overlaps(one.span)
            if alike and other not in pairs.values():
                pairs[place] = other
                break
    return pairs


def _precision_and_recall(columns: Columns) -> Iterator[str]:
    for part, column in columns.items():
        whole = column[0]
        yield f"{part.value}: precision {whole.precision or 0:.1f}, recall {whole.recall:.1f}"


def _print_errors(answered: Answers) -> None:
    """Print, item by item, marked names that were not found (-) and found ones that nobody marked (+)."""
    for item, found in answered:
        pairs = matched_names(item.named, found)
        missed = [one for place, one in enumerate(item.named) if place not in pairs]
        extra = [one for place, one in enumerate(found) if place not in pairs.values()]
        if missed or extra:
            click.echo(f"\n{item.article.id}: {item.article.text}")
        for sign, some in (("-", missed), ("+", extra)):
            for one in some:
                click.echo(f"  {sign} {one.outlet_id} | {item.article.cut(one.span)}")


MEASURE = Measure(
    title="Outlets (eval/gold/outlets)",
    explained=EXPLAINED,
    floors=Path(__file__).parent / "outlet_floors.toml",
    gold=(OUTLET_GOLD,),
    figures=lambda part: score_outlets(outlet_answers(part)),
    print_errors=lambda: _print_errors(outlet_answers(GoldPart.TUNING)),
    remarks=_precision_and_recall,
)

main = MEASURE.command("Print how well outlets are recognised, language by language.")


if __name__ == "__main__":
    main()
