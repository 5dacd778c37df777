"""Floors: what no figure may fall below, tied to the gold they were measured on."""

import math
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

import click
import msgspec

from eval.marks.claim_marks import CLAIMS
from eval.marks.gold_set import GOLD, GoldPart, gold_digest
from eval.score.tally import Figure

FLOORS = Path(__file__).parent / "floors.toml"
FEWEST = 20
"""A figure that rests on fewer marked ones has no floor: one more error moves it by five points."""
SLACK = 1.0
"""Points that a figure may lie above its floor before rounding: libraries of another platform may round
otherwise."""
HEAD = """\
# No figure may fall below its floor. python -m eval.attribution --set-floors writes the present ones of
# attribution, python -m eval.claims --set-floors those of claims.
# They may rise at any time, and fall only with a reason in the commit message.
"""


class Measure(StrEnum):
    """What is measured on a gold of its own: a table of the floors."""

    ATTRIBUTION = "attribution"
    CLAIMS = "claims"


GOLD_OF = {Measure.ATTRIBUTION: GOLD, Measure.CLAIMS: CLAIMS}


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The floors by part and name of figure; `digest` is that of the gold they were measured on."""

    digest: str = ""
    tuning: dict[str, int] = {}
    held_aside: dict[str, int] = {}


def read_floors(path: Path = FLOORS) -> dict[Measure, Floors]:
    """Return the floors. Raises `msgspec.ValidationError` when the file does not follow its schema."""
    return msgspec.toml.decode(path.read_bytes(), type=dict[Measure, Floors])


def below(floors: Floors, columns: Mapping[GoldPart, Sequence[Figure]]) -> Iterator[str]:
    """Yield a line for every figure below its floor, and for every floor whose figure is gone."""
    for part, column in columns.items():
        values = {figure.name: figure.value for figure in column}
        for name, floor in getattr(floors, part.value).items():
            value = values.get(name, 0.0)
            if value < floor:
                yield f"{part.value}: {name} is {value:.1f}, below its floor of {floor} in eval/floors.toml"


def check_floors(measure: Measure, columns: Mapping[GoldPart, Sequence[Figure]]) -> None:
    """Say that no figure is below its floor. Raises `click.ClickException` when one is."""
    floors = read_floors().get(measure, Floors())
    if floors.digest != gold_digest(GOLD_OF[measure]):
        raise click.ClickException("eval/floors.toml is of other gold; set the floors anew with --set-floors")
    if lines := list(below(floors, columns)):
        raise click.ClickException("\n".join(lines))
    click.echo("\nNo figure is below its floor (eval/floors.toml).")


def set_floors(measure: Measure, columns: Mapping[GoldPart, Sequence[Figure]], path: Path = FLOORS) -> None:
    """Write the present figures of one measure, rounded down, as floors; the other's stay."""
    firm = {
        part: {one.name: _floor(one) for one in column if _is_firm(one)} for part, column in columns.items()
    }
    new = Floors(
        digest=gold_digest(GOLD_OF[measure]),
        tuning=firm.get(GoldPart.TUNING, {}),
        held_aside=firm.get(GoldPart.HELD_ASIDE, {}),
    )
    kept = read_floors(path) if path.exists() else {}
    text = "\n".join(_table(one, floors) for one, floors in {**kept, measure: new}.items())
    path.write_text(f"{HEAD}\n{text}", encoding="utf-8")


def _table(measure: Measure, floors: Floors) -> str:
    lines = [f'[{measure}]\ndigest = "{floors.digest}"']
    for part in GoldPart:
        lines.append(f"\n[{measure}.{part}]")
        lines += [f'"{name}" = {floor}' for name, floor in getattr(floors, part.value).items()]
    return "\n".join(lines) + "\n"


def _floor(figure: Figure) -> int:
    return math.floor(figure.value - SLACK)


def _is_firm(figure: Figure) -> bool:
    return figure.marked >= FEWEST and figure.value >= 1
