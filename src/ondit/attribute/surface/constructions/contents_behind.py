"""Contents behind their cue: "X сообщил, что P", "قال X إن P"."""

from msgspec.structs import replace

from ondit.attribute.surface.appositions import with_closed_apposition
from ondit.attribute.surface.constructions.speakers import apposed_subject, is_name, subject, tell
from ondit.attribute.surface.line import COLONS, Line, Stretch
from ondit.attribute.surface.openings import opening
from ondit.attribute.surface.rules import Role
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.source_behind import after
from ondit.attribute.surface.stretches import pieces, role_at, skipped
from ondit.languages.surface import Order
from ondit.model.attribution import Certainty, Distance, Polarity

_SHORT_HEAD = 4
"""Words before a comma and a cue that may be no clause: "Ayer por la tarde, dijo un funcionario que P"."""

_SEMICOLONS = frozenset(";؛；")


def content_behind(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """ "X сообщил, что P", "قال X إن P": the content follows."""
    start, stop = sketch.cue[0][0], sketch.cue[-1][1]
    opened = opening(line, stop) or _asked(line, sketch, stop)
    if opened and _is_inside(line, stop, opened):
        opened = None  # "渔民说港口关闭，但..."
    open_behind = line.rules.surface.nothing_opens or (
        gap[0] < gap[1]
        and line.rules.surface.orders[0] is Order.CUE_SOURCE_CONTENT
        and line.low[gap[1]] in line.rules.prepositions  # "شكك | X | في | P"
    )
    if opened is None and open_behind and stop < len(line) and not line.is_mark(stop):
        opened = stop, stop
    if opened is None or opened[1] >= len(line):
        return False
    quoted = line.quoted[opened[1]] is not None and opened == (stop, stop)
    if quoted and line.rules.surface.orders[0] is Order.SOURCE_CONTENT_CUE:
        return False  # what is quoted right behind a verb at the end is the next one's
    apart = opened[0] > stop or gap[0] < gap[1]
    if sketch.saying.bare and _is_object(line, opened, apart):
        return False
    if _hangs(line, start, stop, opened):
        return False
    between = (stop, opened[0])
    if gap[0] < gap[1] and not line.rules.allows(Order.SOURCE_CONTENT_CUE):
        between = gap
    if (told := _first_tale(line, *between)) is not None:
        opened = told, told
        between = stop, told
    source = subject(line, start)
    behind = tell(line, sketch, *between)
    if line.rules.surface.orders[0] is Order.CUE_SOURCE_CONTENT or source is None:
        source = with_closed_apposition(line, behind) if behind else source
    elif behind and sketch.addressee is None and is_name(line, behind):
        sketch.addressee = behind
    if source is None and not carries_on(line, sketch):
        return False
    sketch.source, sketch.carries = source, source is None and not sketch.saying.impersonal
    if source is None and sketch.saying.impersonal and sketch.saying.distance is Distance.NONE:
        sketch.saying = replace(sketch.saying, distance=Distance.REPORTED)
    sketch.content = pieces(line, opened[1], _sentence_end(line, opened[1]))
    if line.low[opened[1] - 1] in COLONS:  # "denies: no talks" says what is so
        sketch.saying = replace(sketch.saying, polarity=Polarity.POSITIVE)
    return bool(sketch.content)


def carries_on(line: Line, sketch: Sketch) -> bool:
    """Tell whether a cue without a subject may have that of the cue or sentence before."""
    return line.rules.surface.carries or sketch.joined


def _is_inside(line: Line, stop: int, opened: Stretch) -> bool:
    """Tell whether the comma that seems to open a content stands in it, where nothing has to open one: words
    stand between it and the cue, and tell nobody anything."""
    if not line.rules.surface.nothing_opens or opened != (opened[0], opened[0] + 1):
        return False
    between = range(skipped(line, stop), opened[0])
    return (
        bool(between) and line.is_comma(opened[0]) and not any(line.at(line.rules.told, at) for at in between)
    )


def _hangs(line: Line, cue: int, stop: int, opened: tuple[int, int]) -> bool:
    """Tell whether what seems to open a content belongs to the source of a cue that stands behind its
    content: "«P», recuerda | X, que ...", "P, bestätigte | ein Diplomat, der ..."."""
    if cue > _SHORT_HEAD and line.is_comma(cue - 1) and _is_relative(line, stop, opened[0]):
        return True  # "P, afirmó | un funcionario *que no está autorizado*"
    if cue and apposed_subject(line, cue):
        return False  # "Der Gouverneur, Igor Sawin, | schrieb | auf Telegram, P"
    if not cue or not any(line.is_comma(at) for at in range(stop + 1, opened[0] + 1)):
        return False
    quoted = line.quoted[cue - 1] is not None or line.quoted[max(0, cue - 2)] is not None
    return quoted or (line.is_comma(cue - 1) and opened[1] == opened[0] + 1 and line.is_comma(opened[0]))


def _is_object(line: Line, opened: Stretch, apart: bool) -> bool:
    """Tell whether what opens a content behind a cue that needs no clause belongs to its object ("accused him
    *of having* lied"); where cues stand first it cannot."""
    if line.rules.surface.orders[0] is Order.CUE_SOURCE_CONTENT and line.at(line.rules.content, opened[1]):
        return not apart
    comma = opened[1] == opened[0] + 1 and line.is_comma(opened[0])
    return (apart and comma) or bool(line.at(line.rules.content, opened[1]))


def _is_relative(line: Line, stop: int, opened: int) -> bool:
    """Tell whether a word that may open a content is a relative right behind somebody described."""
    start, end = after(line, stop)
    unnamed = any(line.tokens[at].lemma in line.rules.unnamed for at in range(start, min(end, opened)))
    return unnamed and end >= opened and line.low[opened] in line.rules.relatives


def _first_tale(line: Line, start: int, stop: int) -> int | None:
    """Return where a noun stands, its article with it, that puts the content forward: "опроверг | *сообщения*
    о том, что P"."""
    at = next((at for at in range(start, stop) if role_at(line, at, Role.TALE)), None)
    return None if at is None else at - (at > start and line.low[at - 1] in line.rules.articles)


def _asked(line: Line, sketch: Sketch, place: int) -> Stretch | None:
    """Return where a question begins that is left open: "не сообщил, *когда* P"."""
    if not sketch.negated and sketch.saying.certainty is not Certainty.UNSTATED:
        return None
    comma = next((at for at in range(place, len(line)) if line.is_mark(at)), len(line))
    begins = (at for at in range(place, min(comma + 2, len(line))) if line.at(line.rules.asks, at))
    at = next(begins, None)
    return None if at is None else (comma if comma < at else at, at)


def _sentence_end(line: Line, place: int) -> int:
    """Return where a semicolon outside quotations ends what a cue governs."""
    ends = (at for at in range(place, len(line)) if line.low[at] in _SEMICOLONS and line.quoted[at] is None)
    return next(ends, len(line))
