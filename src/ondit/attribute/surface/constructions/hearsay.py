"""Hearsay: what is put forward though nobody is named."""

from msgspec.structs import replace

from ondit.attribute.surface.constructions.objects import clause_end
from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.rules import Anchor
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.stretches import clause_start, pieces
from ondit.languages.surface import HearsayKind, Order
from ondit.model.attribution import Distance, Polarity
from ondit.text.patterns import Found
from ondit.text.tokens import is_one_by_one

_NEAR = 2
"""Words between a word of hearsay and a cue that it modifies ("якобы заявил")."""


_QUALIFIED = 2
"""Words of a noun phrase that a hearsay qualifies, article and adjectives aside; three signs make one."""


def hearsay(line: Line, found: Found[Anchor], sketches: list[Sketch]) -> Sketch | None:
    """Return what is put forward though nobody is named; a word beside a cue only keeps distance from it."""
    saying, kind, cue = found.payload.saying, found.payload.kind, [(found.start, found.stop)]
    if beside := _qualified(line, found):
        return Sketch(saying=saying, cue=cue, hearsay=True, content=[beside])
    if kind is HearsayKind.ADJECTIVE:
        around = _phrase_around(line, found.start, found.stop)
        return Sketch(saying=saying, cue=cue, hearsay=True, content=around)
    for one in sketches:
        near = min(abs(one.cue[0][0] - found.stop), abs(found.start - one.cue[-1][1]))
        if (near < _NEAR or _opens(line, one, found.start)) and not one.hearsay:
            one.saying = replace(one.saying, distance=saying.distance)
            return None
    if kind is HearsayKind.MOOD and line.at(line.rules.open, 0):
        return None  # "Si P, Q serait" is a condition
    holder = next((one for one in sketches if one.holds(found.start)), None)
    plain = holder and (holder.inner or holder.tail) and holder.saying.distance is Distance.NONE
    if holder and plain and kind is HearsayKind.MOOD:
        holder.saying = replace(holder.saying, distance=saying.distance)  # "selon X, P aurait": one voice
    rumour = holder and holder.saying.bare and holder.saying.polarity is Polarity.NEGATIVE
    if holder and (saying.distance is not Distance.DOUBTING or rumour):
        return None  # "denies that P allegedly" says P, not a rumour
    sketch = Sketch(saying=saying, cue=cue, hearsay=True)
    for start, end in holder.content if holder else [(clause_start(line, found.start), len(line))]:
        sketch.content += pieces(line, start, min(end, found.start))
        sketch.content += pieces(line, max(start, found.stop), end)
    if holder is None and kind is HearsayKind.SENTENCE:
        _take_document(line, sketch)
    return sketch if sketch.content else None


def _take_document(line: Line, sketch: Sketch) -> None:
    """Let the document have said it that opens a sentence whose passive stands last: "*Yapılan açıklamada*, P
    belirtildi"."""
    if line.rules.surface.orders[0] is not Order.SOURCE_CONTENT_CUE or len(sketch.content) != 1:
        return
    start, end = sketch.content[0]
    comma = next((at for at in range(start + 1, end - 1) if line.is_mark(at)), start)
    if line.is_comma(comma) and line.tokens[comma - 1].lemma in line.rules.documents:
        sketch.source, sketch.content = (start, comma), pieces(line, comma, end)
        sketch.saying = replace(sketch.saying, distance=Distance.NONE)


def _opens(line: Line, sketch: Sketch, place: int) -> bool:
    """Tell whether nothing but a pronoun stands between the opening of a content and a position: "твердит:
    он, *мол*, P"."""
    start = next((start for start, end in sketch.content if start <= place < end), place)
    return sketch.place < start <= place and all(
        line.is_mark(at) or line.low[at] in line.rules.alone for at in range(start, place)
    )


def _qualified(line: Line, found: Found[Anchor]) -> Stretch | None:
    """Return the words that a hearsay qualifies: "疑似*主犯*", "*主犯*とされる男"; None where it does not
    stand beside a noun."""
    kind, ends = found.payload.kind, found.stop >= len(line) or line.is_mark(found.stop)
    if kind not in {HearsayKind.BEFORE, HearsayKind.BEHIND} or (
        ends and line.rules.allows(Order.SOURCE_CONTENT_CUE)
    ):
        return None
    step = -1 if kind is HearsayKind.BEFORE else 1
    first = found.start - 1 if kind is HearsayKind.BEFORE else found.stop
    limits = (line.rules.topics, line.rules.ends, line.rules.starts, line.rules.told)
    at, weight = first, 0.0
    while 0 <= at < len(line) and not line.is_mark(at) and weight < _QUALIFIED:
        if any(line.at(table, at) for table in limits) and (at != first or is_one_by_one(line.low[at])):
            break
        weight += 1 / 3 if is_one_by_one(line.low[at][0]) else 1
        at += step
    stretch = (at + 1, found.start) if kind is HearsayKind.BEFORE else (found.stop, at)
    return stretch if stretch[0] < stretch[1] else None


def tale(line: Line, found: Found[Anchor]) -> Sketch | None:
    """Return what a noun puts forward, whoever says it: "сообщения о том, что P", "P yönündeki iddialar"."""
    behind = found.stop + line.is_comma(found.stop)
    if step := line.at(line.rules.that, behind):
        end = clause_end(line, behind + step) if not found.start else len(line)
        content = pieces(line, behind + step, end)
    elif found.payload.saying.bare:
        content = pieces(line, found.stop, _part_end(line, found.stop))
    else:
        content = pieces(line, _clause_before(line, found), found.start)
    cue = [(found.start, found.stop)]
    return Sketch(saying=found.payload.saying, cue=cue, content=content, hearsay=True) if content else None


def _clause_before(line: Line, found: Found[Anchor]) -> int:
    return next((at + 1 for at in range(found.start - 1, -1, -1) if line.is_mark(at)), 0)


def _part_end(line: Line, place: int) -> int:
    """Return where the words end that a noun governs: at the next mark but the comma before its clause."""
    start = place + line.is_comma(place)
    return next((at for at in range(start, len(line)) if line.is_mark(at) or at in line.taken), len(line))


def _phrase_around(line: Line, start: int, stop: int) -> list[Stretch]:
    """Return the noun phrase around an adjective, without it: the noun behind it, or before where an article
    does not stand there, and what a preposition ties to it ("El supuesto | *jefe de la banda*")."""
    rules = line.rules
    led = start == 0 or line.low[start - 1] in rules.articles or not line.low[start - 1][0].isalnum()
    if led:
        first = [(start - 1, start)] if start and line.low[start - 1] in rules.articles else []
        return [*first, *pieces(line, stop, _phrase_end(line, stop))]
    lead = start - 2 if start > 1 and line.low[start - 2] in rules.articles else start - 1
    return [(lead, start), *pieces(line, stop, _tied(line, stop))]


def _phrase_end(line: Line, place: int) -> int:
    """Return where a noun phrase ends that begins at a position: behind a number, its noun and what is tied
    to it."""
    end = place
    while end < len(line) - 1 and line.low[end].isdigit():
        end += 1
    return _tied(line, min(end + 1, len(line)))


def _tied(line: Line, place: int) -> int:
    end = place
    while end + 1 < len(line) and line.low[end] in line.rules.belongs and not line.is_mark(end + 1):
        end += 2 if line.low[end + 1] not in line.rules.articles else 3
        while end < len(line) and line.is_capital(end) and not line.is_mark(end):
            end += 1
    return min(end, len(line))
