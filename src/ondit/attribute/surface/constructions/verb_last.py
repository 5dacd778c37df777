"""The construction of languages whose verb stands last: "Xは、Pと述べた", "X, P olduğunu söyledi"."""

from msgspec.structs import replace

from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.rules import Role
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.stretches import body, clause_start, holds_source, pieces, skipped, trimmed
from ondit.languages.surface import Order
from ondit.model.attribution import Polarity

_APPOSITION = 6
"""Words of an apposition between commas, the first comma with them."""


_CLOSING = frozenset(")’'”」』")
"""Marks behind which a particle stands by itself."""

_FEWEST = 4
"""Words of a content, its subject and who says it."""

_MOST_LEADING = 6
"""Words at the head of a sentence among which a source without a mark of its topic is looked for."""


def verb_last(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """The source stands first, the cue last, the content between them.

    A cue right behind another ("AはBがPを認めた|と伝えた") holds it: the first topic is its own, the next
    that of the one inside.
    """
    if not line.rules.allows(Order.SOURCE_CONTENT_CUE):
        return False
    stop = sketch.place
    start = _clause_start(line, stop)
    if gap[0] < gap[1] and line.at(line.rules.topics, gap[1] - 1):  # "Pと | Xが | 述べた"
        sketch.source, sketch.content = trimmed(line, (gap[0], gap[1] - 1)), pieces(line, start, stop)
        return sketch.source[0] < sketch.source[1] and bool(sketch.content)
    if (
        gap[0] < gap[1]
        and line.at(line.rules.topics, stop)
        and _holds_content(line, sketch, (start, stop), gap)
    ):
        sketch.source, sketch.content = trimmed(line, body(line, (start, stop))), pieces(line, *gap)
        return sketch.source[0] < sketch.source[1] and bool(sketch.content)
    if gap[0] < gap[1] and sketch.saying.bare:  # "X | از | P | خبر داد"
        whole = trimmed(line, body(line, (start, stop)))
        if whole[0] < whole[1] and holds_source(line, whole):
            sketch.source, sketch.content = whole, pieces(line, *gap)
            return bool(sketch.content)
    if spoken := _quoted_end(line, start, stop):  # "P라고 | X가 | 말했다"
        sketch.source, sketch.content = trimmed(line, (spoken, stop)), pieces(line, start, spoken)
        return sketch.source[0] < sketch.source[1]
    source, content = _topic(line, start, stop)
    if source and _holder(line, sketch):
        content = _behind_citing(line, content, stop)
        source, content = _topic(line, content, stop)
    if source is None or (start and not holds_source(line, source)):
        return False
    sketch.source = source
    if line.at(line.rules.told, stop - 1) == 1 and line.at(line.rules.quoting, stop - 2):
        stop -= 1  # "P라고 | 로이터에 | 말했다"
        sketch.addressee = (stop, stop + 1)
    sketch.content = pieces(line, _behind_statement(line, sketch, content, stop), stop)
    if line.at(line.rules.quoting, stop - 1):  # "denied, saying that P" says what is so
        sketch.saying = replace(sketch.saying, polarity=Polarity.POSITIVE)
    return bool(sketch.content)


def _holds_content(line: Line, sketch: Sketch, lead: Stretch, gap: Stretch) -> bool:
    """Tell whether a gap holds what is said, and not who is told or when: "X | ने | P | का खंडन किया"; a
    cue that is not `bare` has its content there where none stands before its source."""
    if sketch.saying.bare:
        return True
    inner = trimmed(line, gap)
    told = any(line.at(line.rules.told, at) for at in range(*inner))
    before = any(line.is_mark(at) or line.quoted[at] is not None for at in range(*lead))
    return not told and not before and inner[1] - inner[0] >= _FEWEST - 1


def _quoted_end(line: Line, start: int, stop: int) -> int | None:
    """Return where indirect speech ends, closed by its own word, where its subject stands behind it and
    right before the cue."""
    if stop - start < _FEWEST or not line.at(line.rules.topics, stop - 1):
        return None
    ends = (
        at
        for at in range(stop - 2, start + 1, -1)
        if line.at(line.rules.quoting, at) and "*" in _form(line, at)
    )
    at = next(ends, None)
    if (
        at is None
        or any(line.is_mark(one) for one in range(at, stop))
        or any(line.at(line.rules.topics, one) for one in range(at + 1, stop - 1))
    ):
        return None
    return at + 1


def _form(line: Line, at: int) -> str:
    found = line.rules.quoting.at(line.low, at)
    return found.payload if found else ""


def without_subject(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """ "P olduğunu söyledi": the content stands before, and who spoke before speaks on."""
    if not (line.rules.allows(Order.SOURCE_CONTENT_CUE) and line.rules.surface.carries):
        return False
    if _holder(line, sketch):
        return False
    sketch.carries = True
    start = max(clause_start(line, sketch.place), _clause_start(line, sketch.place))
    sketch.content = pieces(line, start, sketch.place)
    return bool(sketch.content)


def object_first(line: Line, cue: int) -> bool:
    """Tell whether an object stands right before a cue ("این خبر *را* تکذیب کرد")."""
    return cue > 0 and bool(line.at(line.rules.objects, cue - 1))


def _clause_start(line: Line, cue: int) -> int:
    """Return where the clause of a cue begins: behind the cues before it that it does not hold, and behind
    "according to X"."""
    start = 0
    says = [one for one in line.anchors if one.payload.role is Role.SAY]
    for one in says:
        held = any(other.start == one.stop for other in says)
        if one.stop <= cue and not held:
            start = max(start, one.stop)
    for one in line.anchors:
        if one.payload.role is not Role.ACCORDING or one.stop > cue:
            continue
        behind = one.stop
        if one.payload.leads and not one.payload.around:
            behind = next((at + 1 for at in range(one.stop, cue) if line.is_comma(at)), 0)
        start = max(start, behind)
    for at in range(start + 1, cue):
        if line.is_comma(at - 1) and (step := line.at(line.rules.contrasts, at)):
            start = at + step
    while start < cue and (
        (line.is_mark(start) and line.quoted[start] is None) or line.at(line.rules.that, start)
    ):
        start += 1
    return start


def _holder(line: Line, sketch: Sketch) -> bool:
    """Tell whether another cue stands right behind a cue and takes it up."""
    end = sketch.cue[-1][1]
    return any(one.start == end and one.payload.role is Role.SAY for one in line.anchors)


def _behind_citing(line: Line, start: int, stop: int) -> int:
    """Return the position behind "citing X" where that stands between two positions."""
    citing = (one.stop for one in line.anchors if one.payload.role is Role.CITING)
    return max((at for at in citing if start <= at <= stop), default=start)


def _behind_statement(line: Line, sketch: Sketch, start: int, stop: int) -> int:
    """Return where a content begins behind who is told and the occasion, between commas: "X, | Reuters'a
    yaptığı açıklamada, | P söyledi"."""
    first = start + line.is_comma(start)
    step = line.at(line.rules.told, first)
    end = skipped(line, first + step)
    if end <= first + step or end >= stop or not line.is_comma(end):
        return start
    if step and sketch.addressee is None:
        sketch.addressee = (first, first + step)
    return end


def _topic(line: Line, start: int, stop: int) -> tuple[Stretch | None, int]:
    """Return the source that stands first between two positions, and where the rest begins."""
    for at in range(start, stop):
        if line.quoted[at] is not None:
            source = trimmed(line, body(line, (start, at)))
            return (source if source[0] < source[1] else None), at
        step = 0 if at in line.silent else line.at(line.rules.topics, at)
        alone = at > start and line.low[at - 1] in _CLOSING  # "월스트리트저널(WSJ)*은*"
        if step and (alone or _topic_of(line, at) != "*" + line.low[at]):
            inside = alone or (
                line.low[at][0].isalnum()
                and step == 1
                and len(line.low[at]) > 1
                and "*" in _topic_of(line, at)
            )
            end = at + 1 if inside else at
            end = _apposition_end(line, end, stop)
            source = trimmed(line, body(line, (start, end)))
            if source[0] < source[1]:
                return source, max(end, at + step)
            start = at + step
    last = start
    for at in range(start, min(stop - 1, start + _MOST_LEADING)):
        if line.is_mark(at) or (last > start and line.at(line.rules.content, at)):
            break
        if last > start and line.at(line.rules.told, at) == 1 and line.is_capital(at):
            break  # "Konuya yakın iki kişi | *Reuters'a* P söyledi"
        goes_on = last > start and at == last and line.low[at] in line.rules.completing
        if line.is_source_noun(at) or goes_on or (line.tokens[at].text[:1].isupper() and at == last):
            last = at + 1
    source = trimmed(line, (start, last))
    return (source, last) if source[0] < source[1] else (None, start)


def _apposition_end(line: Line, end: int, stop: int) -> int:
    """Return where a source ends whose comma opens an apposition: "the spokesman, | Mehran Farzin, | P"."""
    if not line.is_comma(end) or end < 1:
        return end
    near = range(end + 2, min(stop, end + _APPOSITION))
    closing = next((at for at in near if line.is_mark(at)), None)
    if closing is None or not line.is_comma(closing) or not line.at(line.rules.topics, closing):
        return end
    inside = range(end + 1, closing)
    idle = any(line.at(line.rules.adverbs, at) or at in line.taken for at in inside)
    return end if idle or any(line.quoted[at] is not None for at in range(end, closing)) else closing


def _topic_of(line: Line, at: int) -> str:
    found = line.rules.topics.at(line.low, at)
    return found.payload if found else ""
