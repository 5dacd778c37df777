"""`python -m eval.outlets`: how well outlets are recognised by their names, on our own gold."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import click

from eval.floors import Floors, below, read_floors, write_floors
from eval.marks.gold_set import GoldPart, gold_digest
from eval.marks.outlet_marks import OUTLET_GOLD, Named, OutletItem, read_outlet_gold
from eval.score.scoring import Counts
from eval.score.tally import Figure, figures
from eval.table import print_figures
from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.model.source import OutletKind
from ondit.resolve import outlets_named

FLOORS = Path(__file__).parent / "outlet_floors.toml"
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


@click.command()
@click.option("--part", type=click.Choice([*(p.value for p in GoldPart), "both"]), default="both")
@click.option("--errors", is_flag=True, help="Print what is missed or wrong; of the tuning part only.")
@click.option("--set-floors", is_flag=True, help="Write the present figures, rounded down, as floors.")
def main(part: str, errors: bool, set_floors: bool) -> None:
    """Print how well outlets are recognised, language by language."""
    if errors and part == GoldPart.HELD_ASIDE:
        raise click.UsageError("nobody looks at the part held aside; --errors shows those of the tuning part")
    if set_floors and part != "both":
        raise click.UsageError("floors are set for both parts at once; leave --part out")
    parts = [one for one in GoldPart if part in (one.value, "both")]
    columns = {one: score_outlets(outlet_answers(one)) for one in parts}
    if errors:
        _print_errors(outlet_answers(GoldPart.TUNING))
    click.echo(EXPLAINED)
    print_figures("Outlets (eval/gold/outlets)", {one.value: column for one, column in columns.items()})
    for one, column in columns.items():
        whole = column[0]
        click.echo(f"{one.value}: precision {whole.precision or 0:.1f}, recall {whole.recall:.1f}")
    if set_floors:
        write_floors(columns, FLOORS, digest=outlet_digest())
    floors = outlet_floors()
    if floors.digest != outlet_digest():
        raise click.ClickException(f"{FLOORS.name} is of other gold; set the floors anew with --set-floors")
    if lines := list(below(floors, columns)):
        raise click.ClickException("\n".join(lines))
    click.echo(f"\nNo figure is below its floor (eval/{FLOORS.name}).")


def outlet_floors() -> Floors:
    """Return the floors of this measure."""
    return read_floors(FLOORS)


def outlet_digest() -> str:
    """Return the digest of the gold that this measure rests on."""
    return gold_digest(OUTLET_GOLD)


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


if __name__ == "__main__":
    main()
