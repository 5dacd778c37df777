"""Contents before their cue: "P, сообщает X", "The bridge, says X, will hold", "Об этом сообщает X"."""

from ondit.attribute.surface.appositions import described, with_apposition
from ondit.attribute.surface.constructions.objects import clause_end
from ondit.attribute.surface.constructions.speakers import apposed_subject, subject, tell
from ondit.attribute.surface.line import COLONS, Line, Stretch
from ondit.attribute.surface.rules import Role
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.source_before import before, run_before
from ondit.attribute.surface.source_behind import after
from ondit.attribute.surface.stretches import bracket_before, clause_start, pieces, skipped, trimmed
from ondit.languages.surface import Order

_TAILS = (Order.CONTENT_CUE_SOURCE, Order.CONTENT_SOURCE_CUE)


_DASHES = frozenset("–—-")


_CLAUSE = 4
"""Words that make a clause."""

_SHORT_HEAD = 4
"""Words before a cue, its comma with them, that are no clause: "The bridge, says X, will hold"."""


def content_before(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """ "P, сообщает X", "«P», dijo X", "P, X ने कहा": the content stands before."""
    if not line.rules.allows(*_TAILS):
        return False
    start, stop = sketch.cue[0][0], sketch.cue[-1][1]
    if sketch.saying.bare and apposed_subject(line, start):
        return False  # "Die Sprecherin, Heike Tammen, | beschuldigte | das Amt"
    source = sketch.source or (tell(line, sketch, *gap) if gap[0] < gap[1] else None)
    if source is None:
        end = after(line, stop)[1] if sketch.addressee is None else stop
        source = tell(line, sketch, stop, max(end, min(len(line), stop + 1)))
        if sketch.addressee and source is None:
            behind = after(line, sketch.addressee[1])
            source = behind if behind[0] < behind[1] else None
    edge = start
    while edge and line.at(line.rules.adverbs, edge - 1) == 1:
        edge -= 1
    if any(line.low[at] in line.rules.conjunctions for at in range(max(0, edge - 1), start)):
        return False
    if edge > 0 and line.low[edge - 1] in COLONS and line.quoted[edge - 1] is None:
        return False  # a colon leads to what follows it
    if gap[0] < gap[1] and sketch.saying.bare and line.rules.allows(Order.SOURCE_CONTENT_CUE):
        return False  # "X, | خواستار | P | شد"
    bracket = bracket_before(line, edge) is not None
    at_edge = edge > 0 and (line.is_mark(edge - 1) or line.quoted[edge - 1] is not None) and not bracket
    if not at_edge:
        subject, edge = before(line, start), run_before(line, start)[0]
        at_edge = edge > 0 and (line.is_mark(edge - 1) or line.quoted[edge - 1] is not None)
        if (
            not at_edge
            or line.low[edge - 1] in COLONS
            or subject[0] >= subject[1]
            or not line.rules.allows(Order.CONTENT_SOURCE_CUE)
        ):
            return False
        source = subject
    if source is None and not (line.rules.surface.carries and line.quoted[max(0, edge - 2)] is not None):
        return False
    if skipped(line, clause_start(line, edge)) >= edge - 1:
        return False  # "من جهته، دعا X"
    sketch.content = pieces(line, clause_start(line, edge), edge)
    sketch.tail = True
    if source and source[0] >= sketch.cue[0][1]:
        source = described(line, with_apposition(line, source))
        rest = _resumed(line, source[1])
        rest = rest or _spoken_on(line, source[1])
        if not rest and edge <= _SHORT_HEAD and all(line.quoted[at] is None for at in range(edge)):
            rest = going_on(line, source[1])
            sketch.tail = not rest
        sketch.content += rest
    sketch.source, sketch.carries = source, source is None
    return bool(sketch.content)


def _spoken_on(line: Line, place: int) -> list[Stretch]:
    """Return what follows a dash behind a full stop: speech without quotation marks goes on ("– P –
    powiedział X. | – *Q*")."""
    goes_on = place + 2 < len(line) and line.low[place] in {".", ","} and line.low[place + 1] in _DASHES
    return pieces(line, place + 2, len(line)) if goes_on else []


def _resumed(line: Line, place: int) -> list[Stretch]:
    """Return the rest of a content behind the cue that interrupts it: "Le virus, dit X, | *se transmet*"."""
    if not line.is_comma(place) or not line.at(line.rules.resumes, place + 1):
        return []
    return pieces(line, place + 1, clause_end(line, place + 1))


def going_on(line: Line, place: int) -> list[Stretch]:
    """Return what goes on behind a cue between commas ("Самолёт, как сообщается, | выкатился"), unless
    another cue stands there."""
    spoken = any(one.start >= place and one.payload.role is Role.SAY for one in line.anchors)
    return [] if spoken or not line.is_comma(place) else pieces(line, place, len(line))


def echo(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """ "Об этом сообщает X", "Das berichtete X": the content is what was said before."""
    start, stop = sketch.cue[0][0], sketch.cue[-1][1]
    near = range(max(0, start - 6), min(len(line), stop + 6))
    if not any(line.at(line.rules.echo, at) for at in near):
        return False
    before = subject(line, start)
    behind = tell(line, sketch, *(gap if gap[0] < gap[1] else (stop, len(line))))
    if before and line.at(line.rules.echo, before[0]):
        before = trimmed(line, (before[0] + line.at(line.rules.echo, before[0]), before[1]))
    while behind and (step := line.at(line.rules.echo, behind[0])):
        behind = trimmed(line, (behind[0] + step, behind[1]))
    behind = with_apposition(line, behind) if behind and behind[0] < behind[1] else behind
    choice = [one for one in (before, behind) if one and one[0] < one[1]]
    if not choice:
        return False
    sketch.source, sketch.content = choice[0], _taken_up(line, min(start, choice[0][0]))
    sketch.echoes, sketch.tail = not sketch.content, bool(sketch.content)
    return True


def _taken_up(line: Line, place: int) -> list[Stretch]:
    """Return what stands before the mark behind which a clause takes it up: "I negoziati sono fermi |
    : lo ha detto X"; nothing where it is too short for a clause."""
    marks = (at for at in range(place - 1, 0, -1) if line.is_mark(at) and line.quoted[at] is None)
    clause = pieces(line, 0, next(marks, 0))
    return clause if clause and clause[0][1] - clause[0][0] >= _CLAUSE else []


def take_up(line: Line, sketch: Sketch) -> None:
    """Let a cue whose object only points back have the content of the sentence before ("bunu doğruladı",
    "این خبر را تأیید کرد"); where that says nothing, the object stays the content."""
    spoken = any(one.stop <= sketch.place and one.payload.role is Role.SAY for one in line.anchors)
    if sketch.content and sketch.source and not spoken:
        sketch.echoes = sketch.echoes or all(_points_back(line, one) for one in sketch.content)


def _points_back(line: Line, stretch: Stretch) -> bool:
    start, end = stretch
    while start < end and (step := line.at(line.rules.echo, start) or line.at(line.rules.adverbs, start)):
        start += step
    return start >= end
