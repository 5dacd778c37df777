"""`python -m eval.sources`: how well it is told who is meant by a source, and which sources are one mouth."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import click

from eval.floors import below, read_floors, write_floors
from eval.marks.gold_set import GOLD, GoldPart, gold_digest, read_gold
from eval.meant.answers import fed, read
from eval.meant.entities import meanings
from eval.meant.errors import print_wrong, print_wrong_pairs
from eval.meant.judging import score_meanings, score_reading
from eval.meant.pairs import Pair, Sameness, read_pairs
from eval.meant.sameness import confusion, sameness_of, score_pair
from eval.score.tally import Figure, figures
from eval.table import print_figures

SOURCES, PAIRS = GOLD.parent / "sources", GOLD.parent / "pairs"
FLOORS = Path(__file__).parent / "source_floors.toml"
EXPLAINED = """\
Accuracy in per cent (F1 for B-cubed) with its 95% interval (bootstrap over items) and what it rests on. Every
marked source is given to the system, which says whom it means; rows that begin with "read" let it read the
article for itself. docs/sources.md says what each row means."""


@cache
def source_figures(part: GoldPart) -> list[Figure]:
    """Return the figures of one part: those of mentions, then those of pairs."""
    counted = []
    for item in read_gold(part, SOURCES):
        gold = meanings(item)
        counted.append({**score_meanings(gold, fed(item)), **score_reading(gold, read(item))})
    paired = [score_pair(pair, said) for pair, said in zip(*answered_pairs(part), strict=True)]
    return [*figures(counted), *figures(paired)]


@cache
def answered_pairs(part: GoldPart) -> tuple[Sequence[Pair], Sequence[Sameness | None]]:
    """Return the pairs of one part, and what the system says of each."""
    pairs = read_pairs(part, PAIRS)
    return pairs, [sameness_of(pair) for pair in pairs]


def source_digest() -> str:
    """Return the digest of the gold of sources and of pairs, which the floors are tied to."""
    return gold_digest(SOURCES, PAIRS)


@click.command()
@click.option("--part", type=click.Choice([*(p.value for p in GoldPart), "both"]), default="both")
@click.option("--errors", is_flag=True, help="Print what is wrong; of the tuning part only.")
@click.option("--set-floors", is_flag=True, help="Write the present figures, rounded down (both parts).")
def main(part: str, errors: bool, set_floors: bool) -> None:
    """Print how well sources are resolved in English."""
    if errors and part == GoldPart.HELD_ASIDE:
        raise click.UsageError("nobody looks at the part held aside; --errors shows those of the tuning part")
    if set_floors and part != "both":
        raise click.UsageError("floors are set for both parts at once; leave --part out")
    columns = {one: source_figures(one) for one in GoldPart if part in (one.value, "both")}
    if errors:
        print_wrong(read_gold(GoldPart.TUNING, SOURCES))
        print_wrong_pairs(*answered_pairs(GoldPart.TUNING))
    click.echo(EXPLAINED)
    print_figures(
        "Sources (eval/gold/sources, eval/gold/pairs)", {one.value: columns[one] for one in columns}
    )
    for one in columns:
        _print_confusion(one)
    if set_floors:
        write_floors(columns, FLOORS, digest=source_digest())
    _check_floors(columns)


def _print_confusion(part: GoldPart) -> None:
    called = [*(one.value for one in Sameness), "no origin"]
    met = confusion(*answered_pairs(part))
    click.echo(f"\n{'pairs, ' + part.value + ', called':26}" + "".join(f"{one:>11}" for one in called))
    for gold in Sameness:
        cells = "".join(f"{met[gold.value, one]:11d}" for one in called)
        click.echo(f"{gold.value:26}{cells}")


def _check_floors(columns: Mapping[GoldPart, Sequence[Figure]]) -> None:
    floors = read_floors(FLOORS)
    if floors.digest != source_digest():
        raise click.ClickException(
            f"eval/{FLOORS.name} is of other gold; set the floors anew with --set-floors"
        )
    if lines := list(below(floors, columns)):
        raise click.ClickException("\n".join(lines))
    click.echo(f"\nNo figure is below its floor (eval/{FLOORS.name}).")


if __name__ == "__main__":
    main()
