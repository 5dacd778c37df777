"""`python -m eval.agreement FILE`: how far a second pass over some gold items agrees with the first."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from eval.marks.gold_set import GOLD, GoldPart, gold_languages, read_gold
from eval.marks.marked import read_marked
from eval.marks.records import GoldError, GoldItem
from eval.score.matching import matched, same_content
from eval.score.said import said_in_gold
from eval.score.scoring import ROLES, score_item
from eval.score.tally import figures
from eval.table import print_figures

COMPARED = (
    "attribution",
    "nested chains",
    *(f"{role}, {how}" for role in ROLES for how in ("exact", "partial")),
)
ATTRIBUTES = ("manner", "certainty", "polarity", "distance", "source_class", "cue_class")


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--language",
    type=click.Choice([GOLD.name, *gold_languages()]),
    default=GOLD.name,
    help="The language of the gold.",
)
@click.option("--differences", is_flag=True, help="List the items in which whole attributions differ.")
def main(file: Path, language: str, differences: bool) -> None:
    """Compare a second pass, in the notation of the gold, with the first one."""
    first = {item.id: item for part in GoldPart for item in read_gold(part, GOLD.parent / language)}
    try:
        second = read_marked(file.read_text(encoding="utf-8"), file.name, language)
        passes = [(said_in_gold(_same_words(first, item)), said_in_gold(item)) for item in second]
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    counted = figures([score_item(one, other) for one, other in passes])
    print_figures(f"{len(passes)} items", {"F1": [one for one in counted if one.name in COMPARED]})
    pairs = [
        (one[left], other[right])
        for one, other in passes
        for left, right in matched(one, other, same_content).items()
    ]
    click.echo(f"\nOn {len(pairs)} attributions with the same content\n{'':14}    equal    kappa")
    for name in ATTRIBUTES:
        values = [(str(getattr(one, name)), str(getattr(other, name))) for one, other in pairs]
        equal = sum(a == b for a, b in values) / len(values) if values else 0.0
        click.echo(f"{name:14} {100 * equal:8.1f} {kappa(values):8.2f}")
    if differences:
        for item, (one, other) in zip(second, passes, strict=True):
            if len(matched(one, other)) < max(len(one), len(other)):
                click.echo(f"{item.id}: {len(one)} in the first pass, {len(other)} in the second")


def kappa(values: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two raters, 1.0 where chance alone explains everything.

    Source: J. Cohen, "A coefficient of agreement for nominal scales", 1960.
    """
    if not values:
        return 1.0
    ones, others = Counter(a for a, _ in values), Counter(b for _, b in values)
    equal = sum(a == b for a, b in values) / len(values)
    chance = sum(ones[value] * others[value] for value in ones) / len(values) ** 2
    return 1.0 if chance == 1 else (equal - chance) / (1 - chance)


def _same_words(first: dict[str, GoldItem], item: GoldItem) -> GoldItem:
    """Return the first pass's item. Raises `GoldError` when there is none or its words differ."""
    known = first.get(item.id)
    if known is None or (known.article.title, known.article.text) != (item.article.title, item.article.text):
        raise GoldError(f"{item.id}: not an item of the gold, or its words are not the same there")
    return known


if __name__ == "__main__":
    main()
