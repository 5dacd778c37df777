"""Where the content of one attribution ends because another begins beside it."""

from ondit.attribute.surface.line import Line
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.stretches import pieces


def joined(line: Line, cue: int) -> int | None:
    """Return where the conjunction stands before a cue that has no subject of its own ("P, *и* добавил, что Q"),
    None when none does."""
    at = cue - 1
    while at > 0 and line.low[at] not in line.rules.conjunctions and line.at(line.rules.adverbs, at) == 1:
        at -= 1
    return at if at > 0 and line.low[at] in line.rules.conjunctions else None


def part(line: Line, sketch: Sketch, sketches: list[Sketch]) -> None:
    """Cut off the contents before a sketch what it says itself: at the conjunction that joins its cue to the
    nearest of them, or, in all of them, at the word by which the writer sets it against them."""
    if sketch.tail or sketch.inner:
        return
    holders = [one for one in sketches if one.place < sketch.place and not one.tail and one is not sketch]
    if sketch.carries and (at := joined(line, sketch.place)) is not None:
        for one in holders[-1:]:
            _cut(line, one, at)
        return
    begins = min(sketch.place, sketch.source[0] if sketch.source else sketch.place)
    against = next((at for at in range(begins, -1, -1) if line.at(line.rules.contrasts, at)), None)
    if against is None or any(line.is_comma(at) for at in range(against, begins)):
        return
    for one in holders:
        _cut(line, one, against)


def _cut(line: Line, sketch: Sketch, place: int) -> None:
    if any(start < place for start, _ in sketch.content):
        sketch.content = [
            piece for start, end in sketch.content for piece in pieces(line, start, min(end, place))
        ]
