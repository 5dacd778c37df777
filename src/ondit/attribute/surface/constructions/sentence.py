"""Every attribution of a sentence: what each anchor ties together, construction by construction."""

from ondit.attribute.surface.constructions.as_clauses import as_clause, settle
from ondit.attribute.surface.constructions.contents_before import content_before, echo, take_up
from ondit.attribute.surface.constructions.contents_behind import content_behind
from ondit.attribute.surface.constructions.hearsay import hearsay, tale
from ondit.attribute.surface.constructions.objects import bare_object
from ondit.attribute.surface.constructions.parting import joined, part, without_next, without_tails
from ondit.attribute.surface.constructions.verb_last import object_first, verb_last, without_subject
from ondit.attribute.surface.constructions.voices import according, citing
from ondit.attribute.surface.line import COLONS, Line, Stretch, auxiliary
from ondit.attribute.surface.rules import Anchor, Role
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.stretches import (
    CITES,
    LONGEST_LABEL,
    can_be_source,
    holds_source,
    pieces,
    trimmed,
)
from ondit.languages.surface import Order, Saying
from ondit.text.patterns import Found


def sketches_of(line: Line) -> list[Sketch]:
    """Return the attributions of a sentence, in the order of their cues."""
    sketches = [one for found in line.anchors if (one := _said(line, found))]
    for sketch in sketches:
        settle(line, sketch, sketches)
    sketches += [one for found in line.anchors for one in according(line, found, sketches)]
    for sketch in sketches:
        part(line, sketch, sketches)
    for sketch in sketches:
        without_tails(sketch, sketches)
        without_next(line, sketch, sketches)
    for found in line.anchors:
        if found.payload.role in CITES:
            sketches += citing(line, found, sketches)
    for found in line.anchors:
        if found.payload.role is Role.HEARSAY and (one := hearsay(line, found, sketches)):
            sketches.append(one)
        if found.payload.role is Role.TALE and (one := tale(line, found)):
            sketches.append(one)
    sketches = sketches or _labelled(line)
    kept = [one for one in sketches if one.content or one.echoes]
    kept = [one for one in kept if one.source is None or one.host or _may_speak(line, one, sketches)]
    for sketch in kept:
        sketch.host = sketch.host if sketch.host in kept else None
    return sorted(kept, key=lambda one: one.place)


def _may_speak(line: Line, sketch: Sketch, sketches: list[Sketch]) -> bool:
    """Tell whether the source of a sketch can be one; in what somebody else says ("X said | the roads
    expect"), where a script has no capitals, only a noun or name that can mean somebody."""
    source = sketch.source or sketch.cue[0]
    if line.rules.cased:
        return _speaks(line, sketch, source)
    inside = any(one.holds(sketch.place) for one in sketches if one is not sketch)
    return sketch.inner or not inside or holds_source(line, source)


def _speaks(line: Line, sketch: Sketch, source: Stretch) -> bool:
    """Tell whether a source can be one: the subject of a verb of saying may be anybody, as long as no
    preposition leads it."""
    if can_be_source(line, source):
        return True
    return not sketch.inner and bool(sketch.cue) and line.low[source[0]] not in line.rules.prepositions


def _labelled(line: Line) -> list[Sketch]:
    """ "X: «P»": a source, a colon and a quotation to the end, as in a list of answers or a headline."""
    colon = next((at for at in range(min(len(line), LONGEST_LABEL + 1)) if line.low[at] in COLONS), 0)
    rest = range(colon + 1, len(line))
    spoken = [at for at in rest if not line.is_mark(at)]
    if not colon or not spoken or any(line.quoted[at] is None for at in spoken):
        return []
    source = trimmed(line, (0, colon))
    if source != (0, colon) or any(line.is_mark(at) for at in range(colon)):
        return []
    return [
        Sketch(
            saying=Saying(),
            cue=[(colon, colon + 1)],
            source=source,
            content=pieces(line, colon + 1, len(line)),
        )
    ]


def _said(line: Line, found: Found[Anchor]) -> Sketch | None:
    """Return what a form of saying ties together, None when it stands alone."""
    if found.payload.role is not Role.SAY:
        return None
    helping = auxiliary(line, found)
    start = found.start if helping is None or helping > found.start else helping
    cue = [(start, found.end)] + ([(found.tail, found.stop)] if found.tail < found.stop else [])
    sketch = Sketch(saying=found.payload.saying, cue=cue)
    _take_inner(line, sketch, found.start)
    last = line.rules.surface.orders[0] is Order.SOURCE_CONTENT_CUE or object_first(line, start)
    lead = start if last else max(0, start - 1)  # before a verb at the end stands the content
    sketch.negated = any(
        line.low[at] in line.rules.words.negators for at in range(lead, max(start, found.start))
    )
    if sketch.negated and not last and line.low[start - 1] in line.rules.words.negators:
        start -= 1
        sketch.cue[0] = (start, sketch.cue[0][1])
    sketch.joined = joined(line, start) is not None
    gap = (found.end, found.tail)
    first = (
        (as_clause, content_behind, verb_last, content_before)
        if last
        else (as_clause, content_behind, content_before, verb_last)
    )
    for construct in (*first, bare_object, echo, without_subject):
        if construct(line, sketch, gap):
            take_up(line, sketch)
            return sketch
    return None


def _take_inner(line: Line, sketch: Sketch, verb: int) -> None:
    """Take the subject between an auxiliary and its participle: "P, har *en matros* fortalt", "a-t-*il*
    dit"."""
    helping = sketch.cue[0][0]
    inner = trimmed(line, (helping + 1, verb))
    if helping + 1 > verb or inner[0] >= inner[1] or not can_be_source(line, inner):
        return
    sketch.source = inner
    sketch.cue[:1] = [(helping, helping + 1), (verb, sketch.cue[0][1])]
