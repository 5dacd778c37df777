"""`python -m eval.claims`: how well mentions are grouped into claims, on stories of our own."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from eval.claim_errors import print_claim_errors
from eval.floors import below, read_floors, write_floors
from eval.marks.claim_marks import CLAIMS
from eval.marks.gold_set import GoldPart, gold_digest
from eval.run import claim_answers, score_claims
from eval.score.grouping import DENIAL_TOLD, ROLES_TOLD
from eval.score.tally import Figure
from eval.table import print_figures

FLOORS = Path(__file__).parent / "claim_floors.toml"
EXPLAINED = """\
All stories of a part are read and linked as one collection. In per cent with a 95% interval (bootstrap over
articles) and the number that a figure rests on. B-cubed is taken over all marked mentions; one that the
system does not have is a group of its own. "joined" and "kept apart" rows are pairs of marked mentions: of
one claim, and of claims that are easily taken for one. Voice is judged on mentions that are there."""


@click.command()
@click.option("--part", type=click.Choice([*(p.value for p in GoldPart), "both"]), default="both")
@click.option(
    "--errors", is_flag=True, help="Print what is grouped or voiced wrong; of the tuning part only."
)
@click.option("--set-floors", is_flag=True, help="Write the present figures, rounded down (both parts).")
def main(part: str, errors: bool, set_floors: bool) -> None:
    """Print the figures of claims: grouping, pairs that are hard, voice, numbers, main claims."""
    if errors and part == GoldPart.HELD_ASIDE:
        raise click.UsageError("nobody looks at the part held aside; --errors shows those of the tuning part")
    if set_floors and part != "both":
        raise click.UsageError("floors are set for both parts at once; leave --part out")
    parts = [one for one in GoldPart if part in (one.value, "both")]
    columns = {one: score_claims(claim_answers(one)) for one in parts}
    if errors:
        print_claim_errors(claim_answers(GoldPart.TUNING))
    click.echo(EXPLAINED)
    print_figures("Claims (eval/gold/claims)", {one.value: column for one, column in columns.items()})
    for one, column in columns.items():
        click.echo("\n".join(_merged(one, column)))
    if set_floors:
        write_floors(columns, FLOORS, gold_digest(CLAIMS))
    _check_floors(columns)


def _merged(part: GoldPart, column: Sequence[Figure]) -> Iterator[str]:
    for figure in column:
        if figure.name in (DENIAL_TOLD, ROLES_TOLD):
            wrong = round(figure.marked * (1 - figure.value / 100))
            yield f"{part.value}: {figure.name}: {wrong} of {figure.marked} pairs are merged"


def _check_floors(columns: Mapping[GoldPart, Sequence[Figure]]) -> None:
    floors = read_floors(FLOORS)
    if floors.digest != gold_digest(CLAIMS):
        raise click.ClickException(
            f"eval/{FLOORS.name} is of other gold; set the floors anew with --set-floors"
        )
    if lines := list(below(floors, columns)):
        raise click.ClickException("\n".join(lines))
    click.echo(f"\nNo figure is below its floor (eval/{FLOORS.name}).")


if __name__ == "__main__":
    main()
