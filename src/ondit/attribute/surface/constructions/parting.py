"""Where the content of one attribution ends because another begins beside it."""

from ondit.attribute.surface.line import Line
from ondit.attribute.surface.rules import Role
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.stretches import pieces


def joined(line: Line, cue: int) -> int | None:
    """Return where the conjunction stands that ties a cue to one before it, whose subject it shares ("X said
    P *and* added Q"); None when none does."""
    rules = line.rules
    at = cue - 1
    while at > 0 and line.at(rules.adverbs, at) == 1 and not _joins(line, at):
        at -= 1
    joins = at > 0 and _joins(line, at)
    said = any(one.stop < cue and one.payload.role is Role.SAY for one in line.anchors)
    return at if joins and said else None


def _joins(line: Line, place: int) -> bool:
    return line.low[place] in line.rules.conjunctions or line.at(line.rules.starts, place) == 1


def part(line: Line, sketch: Sketch, sketches: list[Sketch]) -> None:
    """Cut off the contents before a sketch what it says itself: at the conjunction that joins its cue to
    theirs, or at the word by which the writer sets it against them."""
    if sketch.tail or sketch.inner:
        return
    holders = [one for one in sketches if one.place < sketch.place and not one.tail and one is not sketch]
    if sketch.carries and (at := joined(line, sketch.place)) is not None:
        for one in holders:
            _cut(line, one, at)
        return
    begins = min(sketch.place, sketch.source[0] if sketch.source else sketch.place)
    against = next((at for at in range(begins, -1, -1) if line.at(line.rules.contrasts, at)), None)
    if against is None or any(line.is_comma(at) for at in range(against, begins)):
        return
    for one in holders:
        _cut(line, one, against)


def without_tails(sketch: Sketch, sketches: list[Sketch]) -> None:
    """Cut off a content what hangs on it from outside: "X said that P | , Y reports"."""
    for other in sketches:
        if other is sketch or not other.tail or not other.place > sketch.place:
            continue
        sketch.content = [(start, min(end, other.content[-1][1])) for start, end in sketch.content]
        sketch.content = [one for one in sketch.content if one[0] < one[1]]


def without_next(line: Line, sketch: Sketch, sketches: list[Sketch]) -> None:
    """Cut off a content the next thing that its source says: "X denied P | , saying that Q"."""
    for other in sketches:
        start = other.cue[0][0]
        if other is sketch or not other.carries or other.tail or not line.is_comma(start - 1):
            continue
        if start > sketch.cue[0][0]:
            cut = [(first, min(last, start - 1)) for first, last in sketch.content]
            sketch.content = [one for one in cut if one[0] < one[1]]


def _cut(line: Line, sketch: Sketch, place: int) -> None:
    if any(start < place for start, _ in sketch.content):
        sketch.content = [
            piece for start, end in sketch.content for piece in pieces(line, start, min(end, place))
        ]
