"""Where a provenance graph stands on paper: time from left to right, one band an origin.

Nodes stand in the cells of a grid, so no two labels meet. A slot of columns is a day or a run of days, as
many columns wide as the longest chain within it; what has no time stands left of its takers. Lines run in the
gaps between cells only (`routes`), so none crosses a label. Units are CSS pixels at full size.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

import msgspec

from ondit.present.dates import interval
from ondit.present.lineage import Lineage, Relative
from ondit.present.page.routes import GUTTER, LABEL, ROW, SIGN, Line, Mark, route

MOST_DRAWN = 60  # carriers and folds; beyond, leaves of one giver and day are folded into one mark
MOST_LEAVES = (MOST_DRAWN, 12, 6, 4, 3, 2, 1)
MOST_COLUMNS = 7  # on A4 more would make the letters smaller than 5.5 points
MOST_ROWS = 16  # nodes of one band in one column; more go to a further column
AXIS, BAND_HEAD, BAND_FOOT = 30, 28, 6


class Band(msgspec.Struct, frozen=True, kw_only=True):
    """The band of one origin; `root` is None in the band of all chains that stop short and in that of all
    denials (`denies`)."""

    root: Relative | None
    denies: bool
    y: int
    height: int


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A run of days on the axis of time; None where the column holds what has no time."""

    days: tuple[date, date] | None
    x: int


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """A graph on paper."""

    width: int
    height: int
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]

    @property
    def folded(self) -> int:
        """How many carriers do not stand alone."""
        return sum(len(mark.folded) for mark in self.marks)


class _Cell(msgspec.Struct):
    """A node on its way to its place. `slot` and `step` (within the slot) give the column; `row` counts in
    the band."""

    member: Relative
    folded: tuple[Relative, ...]
    band: int
    slot: int = 0
    step: int = 0
    column: int = 0
    row: int = 0


def draw(family: Lineage) -> Drawing:
    """Return the drawing of a lineage. The same lineage gives the same drawing."""
    roots = family.roots
    groups = [[origin] for origin in roots.origins] + [list(group) for group in (roots.ends, roots.denials)]
    cells = _cells(family, groups)
    days = sorted({day for cell in cells.values() if (day := _day(cell.member))})
    runs, starts = _columns(family, cells, days)
    heights = [
        max((cell.row + 1 for cell in cells.values() if cell.band == number), default=0)
        for number in range(len(groups))
    ]
    tops, bottom = [], AXIS
    for height in heights:
        tops.append(bottom)
        bottom += (BAND_HEAD + height * ROW + BAND_FOOT) if height else 0
    marks = tuple(
        Mark(
            member=cell.member,
            folded=cell.folded,
            x=cell.column * (LABEL + GUTTER) + SIGN,
            y=tops[cell.band] + BAND_HEAD + cell.row * ROW + ROW // 3,
        )
        for cell in cells.values()
    )
    return Drawing(
        width=starts[-1] * (LABEL + GUTTER),
        height=bottom,
        bands=tuple(
            Band(
                root=group[0] if number < len(roots.origins) else None,
                denies=number == len(groups) - 1,
                y=tops[number],
                height=BAND_HEAD + heights[number] * ROW + BAND_FOOT,
            )
            for number, group in enumerate(groups)
            if heights[number]
        ),
        ticks=_ticks(runs, starts),
        marks=marks,
        lines=route(family, marks),
    )


def _ticks(runs: Sequence[Sequence[date]], starts: Sequence[int]) -> tuple[Tick, ...]:
    return tuple(
        Tick(days=(run[0], run[-1]) if run else None, x=start * (LABEL + GUTTER))
        for run, (start, end) in zip(runs, pairwise(starts), strict=True)
        if end > start
    )


def _cells(family: Lineage, groups: Sequence[Sequence[Relative]]) -> dict[str, _Cell]:
    """Return a cell for each node or fold that is drawn, givers before takers."""
    bands = {root.node.id: number for number, group in enumerate(groups) for root in group}
    sources = sum(member.carrier is None for member in family.members)
    every = [family.folds(most, _day) for most in MOST_LEAVES] + [family.folds(1)]
    folds = next((folds for folds in every if family.shown(folds) <= MOST_DRAWN + sources), every[-1])
    first = {fold[0].node.id: tuple(fold) for fold in folds}
    hidden = {member.node.id for fold in folds for member in fold[1:]}
    return {
        member.node.id: _Cell(
            member=member,
            folded=first.get(member.node.id, ()),
            band=bands[family.root(member).node.id],
        )
        for member in family.members
        if member.node.id not in hidden
    }


def _columns(
    family: Lineage, cells: dict[str, _Cell], days: Sequence[date]
) -> tuple[list[Sequence[date]], list[int]]:
    """Place all cells; return the run of days of each slot (the first is empty: no time), and the column that
    each slot starts with, one more at the end.

    Days are joined into longer runs until the columns are few enough, if that helps.
    """
    most = min(len(days), MOST_COLUMNS - 1)
    ways = [_runs(days, wanted) for wanted in range(most, min(most, 1) - 1, -1)]
    runs = min(ways, key=lambda runs: max(_place(family, cells, runs)[-1], MOST_COLUMNS))
    return runs, _place(family, cells, runs)


def _runs(days: Sequence[date], wanted: int) -> list[Sequence[date]]:
    """Return the days in so many runs of about one length, after an empty run for what has no time."""
    cuts = [len(days) * place // max(wanted, 1) for place in range(wanted + 1)]
    return [(), *(days[start:end] for start, end in pairwise(cuts))]


def _place(family: Lineage, cells: dict[str, _Cell], runs: Sequence[Sequence[date]]) -> list[int]:
    """Give every cell its slot, step, column and row; return the first column of each slot, and the end."""
    slots = {day: number for number, run in enumerate(runs) for day in run}
    for cell in sorted(cells.values(), key=lambda cell: cell.member.depth):  # givers before takers
        givers = (
            cells.get(family[edges[0].giver].node.id)
            for edges in (cell.member.edges, *cell.member.beside)
            if edges
        )
        placed = [giver for giver in givers if giver and giver.member.depth < cell.member.depth]
        day = _day(cell.member)
        cell.slot = max([slots.get(day, 0) if day else 0, *(giver.slot for giver in placed)])
        cell.step = max((giver.step + 1 for giver in placed if giver.slot == cell.slot), default=0)
    crowds = Counter((cell.slot, cell.step, cell.band) for cell in cells.values())
    wide: dict[tuple[int, int], int] = defaultdict(int)
    for (slot, step, _), number in crowds.items():
        wide[slot, step] = max(wide[slot, step], -(-number // MOST_ROWS))
    starts, firsts, column = [], {}, 0
    for slot in range(len(runs)):
        starts.append(column)
        for step in sorted(step for one, step in wide if one == slot):
            firsts[slot, step] = column
            column += wide[slot, step]
    _rows(cells, firsts)
    return [*starts, column]


def _rows(cells: dict[str, _Cell], firsts: dict[tuple[int, int], int]) -> None:
    """Give every cell its column and its row: that of the giver it stands under, or the next free below."""
    free: Counter[tuple[int, int]] = Counter()
    met: Counter[tuple[int, int, int]] = Counter()

    def wish(cell: _Cell) -> int:
        above = cells.get(cell.member.above or "")
        return above.row if above is not None and above.band == cell.band else 0

    by_column = sorted(cells.values(), key=lambda cell: (cell.slot, cell.step))
    for (slot, step), crowd in _grouped(by_column):
        for cell in sorted(crowd, key=wish):
            crowded = slot, step, cell.band
            cell.column = firsts[slot, step] + met[crowded] // MOST_ROWS
            met[crowded] += 1
            cell.row = max(free[cell.column, cell.band], wish(cell))
            free[cell.column, cell.band] = cell.row + 1


def _grouped(cells: Sequence[_Cell]) -> Iterator[tuple[tuple[int, int], list[_Cell]]]:
    for place, crowd in groupby(cells, key=lambda cell: (cell.slot, cell.step)):
        yield place, list(crowd)


def _day(member: Relative) -> date | None:
    """Return the day on which an article was published, None for what has no time."""
    when = interval(member.carrier.published) if member.carrier else None
    return when.start.date() if when else None
