"""Clauses that only name the source: "как сообщает X, P", "P, según informó X"."""

from ondit.attribute.surface.constructions.contents_before import going_on
from ondit.attribute.surface.constructions.speakers import citing_before, tell, told_name
from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.openings import opening
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.source_before import run_before
from ondit.attribute.surface.source_behind import after
from ondit.attribute.surface.stretches import body, clause_start, pieces, trimmed
from ondit.model.attribution import Polarity


def as_clause(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """ "Как сообщает X, P", "P, según informó X": the clause gives the source, the sentence the content."""
    start, stop = sketch.cue[0][0], sketch.cue[-1][1]
    citing = citing_before(line, start)
    start = citing.start if citing else start  # "Wie X | unter Berufung auf Y | meldet"
    run = run_before(line, start)
    behind = [
        at for at in range(max(0, run[0] - 3), run[0]) if at + line.at(line.rules.as_words, at) >= run[0]
    ]
    inside = (at for at in range(run[0], start) if line.at(line.rules.as_words, at))
    lead = behind[0] if behind else next(inside, None)
    opened = opening(line, stop)
    if lead is None or (opened and opened[0] == stop and not line.is_comma(stop)):
        return False
    source = trimmed(line, (min(start, lead + line.at(line.rules.as_words, lead)), start))
    if source[0] >= source[1]:
        source = after(line, stop)
        parted = told_name(line, source)
        if parted > source[0]:
            sketch.addressee, source = (source[0], parted), after(line, parted)
    if source[0] >= source[1]:
        return False
    if sketch.addressee is None:
        tell(line, sketch, stop, source[0])
    sketch.source, sketch.inner = source, True
    word = lead + line.at(line.rules.as_words, lead)
    if word <= source[0] and source[1] <= sketch.cue[0][0]:
        sketch.cue.insert(0, (lead, word))  # "*Wie* | die Polizei | *mitteilte*"
    else:
        sketch.cue[0] = (lead, sketch.cue[0][1])
    end = max(source[1], stop)
    if lead and body(line, (0, lead))[0] < body(line, (0, lead))[1]:
        sketch.content = pieces(line, clause_start(line, lead), lead) + going_on(line, end)
    else:
        sketch.content = pieces(line, end, len(line))
    return bool(sketch.content)


def settle(line: Line, sketch: Sketch, said: list[Sketch]) -> None:
    """Tell what an as-clause that stands in somebody's content hangs on: on all before it ("X said that P, as
    Y reported"), or, where that is denied, on the content alone ("X denied that P, as Y had reported")."""
    if not sketch.inner:
        return
    holder = next(
        (one for one in said if one is not sketch and not one.tail and one.holds(sketch.place)), None
    )
    if holder is None or holder.inner or sketch.source is None:
        return
    if holder.saying.polarity is Polarity.POSITIVE:
        sketch.tail = sketch.content[-1][1] <= sketch.place
        return
    whole = (sketch.place, max(sketch.source[1], sketch.cue[-1][1]))
    sketch.content = []
    for start, end in holder.content:
        sketch.content += pieces(line, start, min(end, whole[0]))
        sketch.content += pieces(line, max(start, whole[1]), end)
