"""How the lines of a drawn graph run: in the gaps between labels, each giver in a lane of its own."""

from collections.abc import Sequence

import msgspec

from ondit.model.provenance import Edge, EdgeKind
from ondit.present.lineage import Lineage, Relative, is_support

LABEL, GUTTER, ROW = 150, 40, 38  # a cell is LABEL by ROW; lines run in the gutter to its right
SIGN = 5  # half the width of the sign at the left end of a label
_LANES, _LANE = 5, 6  # lines of different givers run apart by _LANE in one gutter, until lanes are shared
_GAP = 13  # a line to a far column runs this much above its taker, between two rows of labels
_ROUND = 5  # radius of a corner
_ARROW = 4  # from the tip of an arrow to the sign it points at

Point = tuple[int, int]


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A node, or a fold of several; x and y are the middle of its sign, its label stands to the right."""

    member: Relative
    folded: tuple[Relative, ...] = ()
    x: int
    y: int

    @property
    def column(self) -> int:
        """The column that it stands in, from 0."""
        return self.x // (LABEL + GUTTER)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """All edges from one taker, or one fold, to one giver; `path` is an SVG path from giver to taker."""

    edges: tuple[Edge, ...]
    path: str

    @property
    def style(self) -> str:
        """How it is drawn: "denial", "copy" or "credit"."""
        if not is_support(self.edges):
            return "denial"
        return "copy" if all(edge.kind is EdgeKind.COPIES for edge in self.edges) else "credit"


def route(family: Lineage, marks: Sequence[Mark]) -> tuple[Line, ...]:
    """Return the lines between marks. Of a fold, only the edges to the giver it stands under are drawn."""
    by_id = {mark.member.node.id: mark for mark in marks}
    taken = {(mark.column, mark.y) for mark in marks}
    lanes = {mark.member.node.id: number % _LANES for number, mark in enumerate(_givers(family, marks))}
    lines = []
    for taker in marks:
        if taker.folded:
            groups = [tuple(edge for one in taker.folded for edge in one.edges)]
        else:
            groups = [taker.member.edges, *taker.member.beside]
        for edges in groups:
            giver = by_id.get(family[edges[0].giver].node.id) if edges else None
            if giver is not None and giver is not taker:
                points = _points(giver, taker, lanes.get(giver.member.node.id, 0), taken)
                lines.append(Line(edges=edges, path=_path(points)))
    return tuple(lines)


def _givers(family: Lineage, marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks that somebody stands under, from top to bottom, so that neighbours get other lanes."""
    return sorted((mark for mark in marks if family.below(mark.member)), key=lambda mark: (mark.y, mark.x))


def _points(giver: Mark, taker: Mark, lane: int, taken: set[tuple[int, int]]) -> list[Point]:
    def gutter(column: int) -> int:
        return column * (LABEL + GUTTER) + LABEL + (lane + 1) * _LANE

    end = taker.x - SIGN - _ARROW
    if taker.column <= giver.column:  # an impossible order, or the last step of a circle: from right to left
        turn, above = gutter(taker.column), giver.y - _GAP
        back = taker.column * (LABEL + GUTTER) + LABEL
        return [(giver.x, giver.y), (giver.x, above), (turn, above), (turn, taker.y), (back, taker.y)]
    out = gutter(giver.column)
    between = range(giver.column + 1, taker.column)
    if not any((column, taker.y) in taken for column in between):
        return [(giver.x, giver.y), (out, giver.y), (out, taker.y), (end, taker.y)]
    above, near = taker.y - _GAP - lane % 3, gutter(taker.column - 1)
    return [
        (giver.x, giver.y),
        (out, giver.y),
        (out, above),
        (near, above),
        (near, taker.y),
        (end, taker.y),
    ]


def _path(points: Sequence[Point]) -> str:
    """Return an SVG path along the points, its corners rounded where there is room."""
    kept = [point for place, point in enumerate(points) if not place or point != points[place - 1]]
    parts = [f"M{kept[0][0]} {kept[0][1]}"]
    for before, corner, after in zip(kept, kept[1:], kept[2:], strict=False):
        (x1, y1), (x2, y2) = _towards(corner, before), _towards(corner, after)
        parts.append(f"L{x1} {y1}Q{corner[0]} {corner[1]} {x2} {y2}")
    return "".join([*parts, f"L{kept[-1][0]} {kept[-1][1]}"])


def _towards(corner: Point, other: Point) -> Point:
    """Return the point at most _ROUND away from a corner, towards another point on one axis with it."""

    def step(distance: int) -> int:
        return max(-_ROUND, min(_ROUND, distance // 2))

    return corner[0] + step(other[0] - corner[0]), corner[1] + step(other[1] - corner[1])
