"""`python -m eval.sources`: how well it is told who is meant by a source."""

from pathlib import Path

import click

from eval.floors import below, read_floors, write_floors
from eval.marks.gold_set import GOLD, GoldPart, gold_digest, read_gold
from eval.meant.answers import fed, read
from eval.meant.entities import meanings
from eval.meant.errors import print_wrong
from eval.meant.scoring import score_meanings, score_reading
from eval.score.tally import Figure, figures
from eval.table import print_figures

SOURCES = GOLD.parent / "sources"
FLOORS = Path(__file__).parent / "source_floors.toml"
EXPLAINED = """\
Accuracy in per cent (F1 for B-cubed) with its 95% interval (bootstrap over items) and the number of mentions
it rests on. Every marked source is given to the system, which says whom it means; rows that begin with "read"
let it read the article for itself. docs/sources.md says what each row means."""


def source_figures(part: GoldPart) -> list[Figure]:
    """Return the figures of one part of the gold of sources."""
    counted = []
    for item in read_gold(part, SOURCES):
        gold = meanings(item)
        counted.append({**score_meanings(gold, fed(item)), **score_reading(gold, read(item))})
    return figures(counted)


@click.command()
@click.option("--part", type=click.Choice([*(p.value for p in GoldPart), "both"]), default="both")
@click.option("--errors", is_flag=True, help="Print which mentions are wrong; of the tuning part only.")
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
    click.echo(EXPLAINED)
    print_figures("Who is meant (eval/gold/sources)", {one.value: column for one, column in columns.items()})
    digest = gold_digest(SOURCES)
    if set_floors:
        write_floors(columns, FLOORS, digest=digest)
    floors = read_floors(FLOORS)
    if floors.digest != digest:
        raise click.ClickException(
            f"eval/{FLOORS.name} is of other gold; set the floors anew with --set-floors"
        )
    if lines := list(below(floors, columns)):
        raise click.ClickException("\n".join(lines))
    click.echo(f"\nNo figure is below its floor (eval/{FLOORS.name}).")


if __name__ == "__main__":
    main()
