"""Voices without a verb of saying: according to somebody, citing somebody, hearsay."""

from collections.abc import Iterator

from msgspec.structs import replace

from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.rules import Anchor, Role
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.stretches import (
    after,
    body,
    clause_start,
    pieces,
    run_before,
    trimmed,
    without_adjunct,
)
from ondit.languages.surface import Order, Saying, Side
from ondit.model.attribution import Distance, Polarity
from ondit.text.patterns import Found
from ondit.text.tokens import is_one_by_one

_NEAR = 2
"""Words between a word of hearsay and a cue that it modifies ("якобы заявил")."""

_QUALIFIED = 2
"""Words of a noun phrase that a hearsay qualifies, article and adjectives aside; three signs make one."""


def according(line: Line, found: Found[Anchor], said: list[Sketch]) -> Iterator[Sketch]:
    """Yield what "according to X" ties together: its content is that in which it stands, or its sentence."""
    if found.payload.role is not Role.ACCORDING:
        return
    if any(one.cue[0][0] <= found.start < one.cue[0][1] for one in said):
        return
    source = _source_of(line, found)
    if source is None:
        return
    outer, inner = _owned(line, source)
    whole = (min(found.start, source[0]), max(found.stop, source[1]))
    cue = [(found.start, found.end), (found.tail, found.stop)]
    sketch = Sketch(
        saying=found.payload.saying, cue=[one for one in cue if one[0] < one[1]], source=outer, inner=True
    )
    holder = next((one for one in said if holds(one, found.start) and not one.tail), None)
    for start, end in holder.content if holder else [(clause_start(line, found.start), len(line))]:
        sketch.content += pieces(line, start, min(end, whole[0]))
        sketch.content += pieces(line, max(start, whole[1]), end)
    if sketch.content:
        yield sketch
        if inner:
            yield Sketch(
                saying=sketch.saying, cue=sketch.cue, source=inner, content=sketch.content, host=sketch
            )


def _source_of(line: Line, found: Found[Anchor]) -> Stretch | None:
    if found.payload.around:
        inside = (one.start for one in line.anchors if found.end < one.start < found.tail)
        source = trimmed(line, without_adjunct(line, (found.end, min(inside, default=found.tail))))
    else:
        source = after(line, found.stop) if found.payload.leads else _run_before(line, found.start)
    whole = found.start == 0 and body(line, (source[1], len(line)))[0] >= len(line)
    if found.payload.leads and line.rules.cased and whole:
        source = source[0], _name_end(line, source)
    return source if source[0] < source[1] else None


def _run_before(line: Line, place: int) -> Stretch:
    """Return the source that ends at a position; the last word may look like one who is told ("경찰*에* 따르면")."""
    return trimmed(line, run_before(line, place))


def _name_end(line: Line, source: Stretch) -> int:
    """Return where a phrase ends that no mark ends: at the first small word behind a name that joins nothing
    ("Według Reutersa | most runął")."""
    for at in range(source[0] + 1, source[1]):
        text = line.tokens[at].text
        name = line.is_capital(at - 1) and not line.is_source_noun(at)
        if name and text[:1].islower() and line.low[at] not in line.rules.small:
            return at
    return source[1]


def _owned(line: Line, source: Stretch) -> tuple[Stretch, Stretch | None]:
    """Part an outlet from the sources of its own that follow it: "RIA'nın | Suriyeli kaynakları"."""
    for at in range(source[0], source[1] - 1):
        head, mark, ending = line.low[at].partition("'")
        if mark and head and ending in line.rules.surface.genitive and line.is_source_noun(source[1] - 1):
            return (source[0], at + 1), (at + 1, source[1])
    return source, None


def holds(sketch: Sketch, place: int) -> bool:
    """Tell whether a position lies in the content of a sketch."""
    return any(start <= place < end for start, end in sketch.content)


def citing(line: Line, found: Found[Anchor], sketches: list[Sketch]) -> Iterator[Sketch]:
    """Yield the voice that somebody cites; its content is that of who cites it."""
    source = _source_of(line, found)
    if source is None:
        return
    outer, inner = _owned(line, source)
    cue = [one for one in ((found.start, found.end), (found.tail, found.stop)) if one[0] < one[1]]
    hosts = [one for one in sketches if (one.source or one.carries) and not one.hearsay and one.host is None]
    host = min(hosts, key=lambda one: _distance(one, found), default=None)
    if host is None or inner:
        whole = (min(found.start, source[0]), max(found.stop, source[1]))
        sketch = Sketch(saying=Saying(), cue=cue, source=outer, inner=True)
        sketch.content = [*pieces(line, 0, whole[0]), *pieces(line, whole[1], len(line))]
        yield sketch
        if inner:
            yield Sketch(saying=Saying(), cue=cue, source=inner, content=sketch.content, host=sketch)
        return
    host.content = _without_adjunct(
        line, host.content, (min(found.start, source[0]), max(found.stop, source[1]))
    )
    yield Sketch(
        saying=replace(host.saying, distance=Distance.NONE),
        cue=cue,
        source=source,
        content=host.content,
        echoes=host.echoes,
        host=host,
    )


def _distance(host: Sketch, citing: Found[Anchor]) -> tuple[bool, int]:
    """Return how far somebody is from a citing: whose words stand before it is nearer than who comes behind."""
    source = host.source or host.cue[0]
    if source[1] <= citing.start:
        return False, citing.start - source[1]
    return True, abs(host.place - citing.start)


def _without_adjunct(line: Line, content: list[Stretch], adjunct: Stretch) -> list[Stretch]:
    """Return a content without "citing Y" where that stands in it; whole where nothing else would be left."""
    left: list[Stretch] = []
    for start, end in content:
        left += pieces(line, start, min(end, adjunct[0]))
        left += pieces(line, max(start, adjunct[1]), end)
    return left or content


def hearsay(line: Line, found: Found[Anchor], sketches: list[Sketch]) -> Sketch | None:
    """Return what is put forward though nobody is named; a word beside a cue only keeps distance from it."""
    distance = found.payload.saying.distance
    if beside := _qualified(line, found):
        return Sketch(
            saying=found.payload.saying, cue=[(found.start, found.stop)], hearsay=True, content=[beside]
        )
    for one in sketches:
        near = min(abs(one.cue[0][0] - found.stop), abs(found.start - one.cue[-1][1]))
        if near < _NEAR and not one.hearsay:
            one.saying = replace(one.saying, distance=distance)
            return None
    holder = next((one for one in sketches if holds(one, found.start)), None)
    rumour = holder and holder.saying.bare and holder.saying.polarity is Polarity.NEGATIVE
    if holder and (distance is not Distance.DOUBTING or rumour):  # "denies rumours of P" says P, not a rumour
        return None
    sketch = Sketch(saying=found.payload.saying, cue=[(found.start, found.stop)], hearsay=True)
    for start, end in holder.content if holder else [(clause_start(line, found.start), len(line))]:
        sketch.content += pieces(line, start, min(end, found.start))
        sketch.content += pieces(line, max(start, found.stop), end)
    return sketch if sketch.content else None


def _qualified(line: Line, found: Found[Anchor]) -> Stretch | None:
    """Return the words that a hearsay qualifies: "疑似*主犯*", "*主犯*とされる男"; None where it does not
    stand beside a noun."""
    side, ends = found.payload.beside, found.stop >= len(line) or line.is_mark(found.stop)
    if side is None or (ends and line.rules.allows(Order.SOURCE_CONTENT_CUE)):
        return None
    step = -1 if side is Side.BEFORE else 1
    first = found.start - 1 if side is Side.BEFORE else found.stop
    limits = (line.rules.topics, line.rules.ends, line.rules.starts, line.rules.told)
    at, weight = first, 0.0
    while 0 <= at < len(line) and not line.is_mark(at) and weight < _QUALIFIED:
        if any(line.at(table, at) for table in limits) and (at != first or is_one_by_one(line.low[at])):
            break
        weight += 1 / 3 if is_one_by_one(line.low[at][0]) else 1
        at += step
    stretch = (at + 1, found.start) if side is Side.BEFORE else (found.stop, at)
    return stretch if stretch[0] < stretch[1] else None
