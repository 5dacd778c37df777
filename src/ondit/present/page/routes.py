"""How the lines of a drawn graph run: in the gaps between labels, each giver in a lane of its own."""

from collections.abc import Sequence

import msgspec

from ondit.model.provenance import Edge, EdgeKind
from ondit.present.lineage import Lineage, Relative, is_support

LABEL, GUTTER, ROW = 130, 36, 48  # a cell is LABEL by ROW; lines run in the gutter to its right
SIGN = 6  # half the width of the sign at the left end of a label
_LANES, _LANE = 5, 6  # lines of different givers run apart by _LANE in one gutter, until lanes are shared
_GAP, _GAP_LANE, _GAP_LANES = 10, 3, 3  # a line to a far column runs so much above its first taker there
_ROUND = 5  # radius of a corner
_LOW = 6  # a denial ends so much lower, so that it does not hide a credit that ends at the same sign
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
    pairs = []
    for taker in marks:
        if taker.folded:
            groups = [tuple(edge for one in taker.folded for edge in one.edges)]
        else:
            groups = [taker.member.edges, *taker.member.beside]
        for edges in groups:
            giver = by_id.get(family[edges[0].giver].node.id) if edges else None
            if giver is not None and giver is not taker:
                pairs.append((giver, taker, edges))
    router = _Router(marks, [(giver, taker) for giver, taker, _ in pairs])
    return tuple(
        Line(edges=edges, path=_path(router.points(giver, taker, 0 if is_support(edges) else _LOW)))
        for giver, taker, edges in pairs
    )


class _Router:
    """Finds the way of a line. Lines of one giver to one column share a trunk above the first taker there."""

    def __init__(self, marks: Sequence[Mark], pairs: Sequence[tuple[Mark, Mark]]) -> None:
        givers = sorted({(giver.y, giver.x) for giver, _ in pairs})
        self._lanes = {place: number for number, place in enumerate(givers)}
        self._taken = {(mark.column, mark.y) for mark in marks}
        self._tops: dict[tuple[int, int, int], int] = {}
        for giver, taker in pairs:
            trunk = giver.y, giver.x, taker.column
            self._tops[trunk] = min(taker.y, self._tops.get(trunk, taker.y))

    def points(self, giver: Mark, taker: Mark, low: int) -> list[Point]:
        """Return the corners of the line from giver to taker, whose end is so much lower than its sign."""
        start, end = (giver.x, giver.y), (taker.x - SIGN - _ARROW, taker.y + low)
        lane = self._lanes[giver.y, giver.x]
        if taker.column <= giver.column:  # an impossible order, or the last step of a circle: right to left
            turn, above = _gutter(taker.column, lane), giver.y - _GAP
            back = taker.column * (LABEL + GUTTER) + LABEL, taker.y + low
            return [start, (giver.x, above), (turn, above), (turn, taker.y + low), back]
        out = _gutter(giver.column, lane)
        between = range(giver.column + 1, taker.column)
        if not any((column, taker.y) in self._taken for column in between):
            return [start, (out, giver.y), (out, taker.y + low), end]
        top = self._tops[giver.y, giver.x, taker.column]
        trunk, near = top - _GAP - lane % _GAP_LANES * _GAP_LANE, _gutter(taker.column - 1, lane)
        return [start, (out, giver.y), (out, trunk), (near, trunk), (near, taker.y + low), end]


def _gutter(column: int, lane: int) -> int:
    return column * (LABEL + GUTTER) + LABEL + (lane % _LANES + 1) * _LANE


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
