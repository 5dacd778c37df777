"""Certainty, polarity and distance of a content without a parse: by its words."""

from collections.abc import Collection, Sequence

from ondit.attribute.factuality import Factuality
from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.rules import Words
from ondit.attribute.surface.sketch import Sketch
from ondit.model.attribution import Certainty, Polarity

_SHORT_HEAD = 5
"""Words of a first piece that is a subject alone, parted from its verb: "The tunnel, X says, | was not
safe"."""
_MAIN = 16
"""Words of a content within its first clause in which a negation is taken for that of its main event."""


def surface_factuality(line: Line, sketch: Sketch, sketches: Sequence[Sketch] = ()) -> Factuality:
    """Return what a sketch says of its content. A cue that is itself negated leaves the content unstated;
    what one of the other `sketches` says inside it is that one's alone."""
    rules, main = line.rules, _main_places(line, sketch.content, _said_inside(sketch, sketches))
    called = 0 if _rejects_thing(line, sketch) else _count(line, main, rules.verdicts)
    negations = max(0, _count(line, main, rules.negators) - _count(line, main, rules.unnegating))
    denies = bool(negations) if rules.surface.concord else negations % 2 == 1
    negative = (sketch.saying.polarity is Polarity.NEGATIVE) != (denies != bool(called))
    certainty = sketch.saying.certainty
    if sketch.negated:
        certainty, negative = Certainty.UNSTATED, negative and sketch.saying.polarity is Polarity.POSITIVE
    elif _count(line, main, rules.open) or (main and line.low[main[-1]] in {"?", "؟"}):
        certainty = Certainty.UNSTATED
    elif certainty is Certainty.CERTAIN and _count(line, main, rules.possible):
        certainty = Certainty.POSSIBLE
    elif certainty is Certainty.CERTAIN and _count(line, main, rules.probable):
        certainty = Certainty.PROBABLE
    return Factuality(certainty, Polarity.NEGATIVE if negative else Polarity.POSITIVE, sketch.saying.distance)


def _rejects_thing(line: Line, sketch: Sketch) -> bool:
    """Tell whether a denial has no clause: "rejected the report as false" denies it once, not twice."""
    start = sketch.content[0][0] if sketch.content else 0
    clause = start > 0 and (line.is_comma(start - 1) or bool(line.at(line.rules.that, start - 1)))
    return sketch.saying.polarity is Polarity.NEGATIVE and sketch.saying.bare and not clause


def _said_inside(sketch: Sketch, sketches: Sequence[Sketch]) -> frozenset[int]:
    """Return the positions of what others say inside a content."""
    own = {at for start, end in sketch.content for at in range(start, end)}
    return frozenset(
        at
        for other in sketches
        if other is not sketch and other.place in own
        for start, end in other.content
        for at in range(start, end)
    )


def _main_places(line: Line, content: Sequence[Stretch], inside: Collection[int]) -> list[int]:
    """Return the positions of the first clause of a content, without those `inside` what others say."""
    places: list[int] = []
    first = content[0] if content else (0, 0)
    for start, end in content[: 1 + (first[1] - first[0] < _SHORT_HEAD)]:
        for place in range(start, min(end, start + _MAIN)):
            if line.is_comma(place) and len(places) >= _SHORT_HEAD:
                break
            if place not in inside:
                places.append(place)
    return places


def _count(line: Line, places: Sequence[int], wanted: Words) -> int:
    """Return at how many positions one of the phrases begins, by its form or its lemma."""
    return sum(
        (at not in line.silent and bool(line.at(wanted, at)))
        or wanted.at([line.tokens[at].lemma], 0) is not None
        for at in places
    )
