"""What the commands of this folder share: figures of both parts of a gold, its errors, its floors."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import click
import msgspec

from eval.floors import below, read_floors, write_floors
from eval.marks.gold_set import GoldPart, gold_digest
from eval.score.tally import Figure
from eval.table import print_figures

Columns = Mapping[GoldPart, Sequence[Figure]]


def nothing(columns: Columns) -> Iterable[str]:
    """Return no remarks."""
    return ()


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is measured on a gold of our own, with its floors in a file of this folder.

    `figures` gives those of one part, `print_errors` shows what is wrong in the tuning part, `remarks` are
    lines below the table.
    """

    title: str
    explained: str
    floors: Path
    gold: tuple[Path, ...]
    figures: Callable[[GoldPart], Sequence[Figure]]
    print_errors: Callable[[], None]
    remarks: Callable[[Columns], Iterable[str]] = nothing

    @property
    def digest(self) -> str:
        """The digest of the gold, which the floors are tied to."""
        return gold_digest(*self.gold)

    def below(self, columns: Columns) -> list[str]:
        """Return a line for each figure below its floor; one alone when the floors are of other gold."""
        floors = read_floors(self.floors)
        if floors.digest != self.digest:
            return [f"eval/{self.floors.name} is of other gold; set the floors anew with --set-floors"]
        return list(below(floors, columns))

    def command(self, help_text: str) -> click.Command:
        """Return the command that prints the measure."""
        options = (
            click.Option(
                ["--part"], type=click.Choice([*(one.value for one in GoldPart), "both"]), default="both"
            ),
            click.Option(["--errors"], is_flag=True, help="Print what is wrong; of the tuning part only."),
            click.Option(["--set-floors"], is_flag=True, help="Write the present figures, rounded down."),
        )
        return click.Command("measure", callback=self.show, params=list(options), help=help_text)

    def show(self, part: str, errors: bool, set_floors: bool) -> None:
        """Print the figures of a part or of both.

        Raises `click.ClickException` when one is below its floor, `click.UsageError` for what would spoil the
        measure: looking at the errors of what is held aside, and floors of one part alone.
        """
        if errors and part == GoldPart.HELD_ASIDE:
            raise click.UsageError(
                "nobody looks at the part held aside; --errors shows those of the tuning part"
            )
        if set_floors and part != "both":
            raise click.UsageError("floors are set for both parts at once; leave --part out")
        columns = {one: self.figures(one) for one in GoldPart if part in (one.value, "both")}
        if errors:
            self.print_errors()
        click.echo(self.explained)
        print_figures(self.title, {one.value: column for one, column in columns.items()})
        for line in self.remarks(columns):
            click.echo(line)
        if set_floors:
            write_floors(columns, self.floors, self.digest)
        if lines := self.below(columns):
            raise click.ClickException("\n".join(lines))
        click.echo(f"\nNo figure is below its floor (eval/{self.floors.name}).")
