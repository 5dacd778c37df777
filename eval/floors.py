"""Floors: what no figure may fall below, tied to the gold they were measured on."""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from eval.marks.gold_set import GoldPart, gold_digest
from eval.score.tally import Figure

FLOORS = Path(__file__).parent / "floors.toml"
FEWEST = 20
"""A figure that rests on fewer marked attributions has no floor: one more error moves it by five points."""
SLACK = 1.0
"""Points that a figure may lie above its floor before rounding: libraries of another platform may round
otherwise."""
HEAD = """\
# No figure may fall below its floor; --set-floors of the command that prints them writes the present ones.
# They may rise at any time, and fall only with a reason in the commit message.
"""


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The floors by part and name of figure; `digest` is that of the gold they were measured on."""

    digest: str
    tuning: dict[str, int]
    held_aside: dict[str, int]


def read_floors(path: Path = FLOORS) -> Floors:
    """Return the floors. Raises `msgspec.ValidationError` when the file does not follow its schema."""
    return msgspec.toml.decode(path.read_bytes(), type=Floors)


def below(floors: Floors, columns: Mapping[GoldPart, Sequence[Figure]]) -> Iterator[str]:
    """Yield a line for every figure below its floor, and for every floor whose figure is gone."""
    for part, column in columns.items():
        values = {figure.name: figure.value for figure in column}
        for name, floor in getattr(floors, part.value).items():
            value = values.get(name, 0.0)
            if value < floor:
                yield f"{part.value}: {name} is {value:.1f}, below its floor of {floor}"


def write_floors(columns: Mapping[GoldPart, Sequence[Figure]], path: Path = FLOORS, digest: str = "") -> None:
    """Write the present figures, rounded down, as floors; a part that is not given gets none.

    `digest` is that of the gold they were measured on, by default the gold of attributions.
    """
    lines = [f'digest = "{digest or gold_digest()}"']
    for part in GoldPart:
        lines.append(f"\n[{part.value}]")
        firm = filter(_is_firm, columns.get(part, ()))
        lines += [f'"{one.name}" = {math.floor(one.value - SLACK)}' for one in firm]
    path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def _is_firm(figure: Figure) -> bool:
    return figure.marked >= FEWEST and figure.value >= 1
