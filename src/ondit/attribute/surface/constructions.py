"""The constructions of reporting on the surface: what an anchor ties to what, sentence by sentence."""

from msgspec.structs import replace

from ondit.attribute.surface.line import COLONS, Line, Stretch, auxiliary
from ondit.attribute.surface.parting import joined, part, without_tails
from ondit.attribute.surface.rules import Anchor, Role
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.stretches import (
    CITES,
    after,
    before,
    body,
    can_be_source,
    clause_start,
    described,
    holds_source,
    is_told_itself,
    next_speaker,
    opening,
    pieces,
    role_at,
    run_before,
    trimmed,
    with_apposition,
)
from ondit.attribute.surface.verb_last import object_first, verb_last, without_subject
from ondit.attribute.surface.voices import according, citing, hearsay, holds, tale
from ondit.languages.surface import Order, Saying
from ondit.model.attribution import Certainty, Distance, Polarity
from ondit.text.patterns import Found

_TAILS = (Order.CONTENT_CUE_SOURCE, Order.CONTENT_SOURCE_CUE)
_SEMICOLONS = frozenset(";؛；")
_LONGEST_LABEL = 7
"""Words of a source before a colon, as in headlines."""


def sketches_of(line: Line) -> list[Sketch]:
    """Return the attributions of a sentence, in the order of their cues."""
    sketches = [one for found in line.anchors if (one := _said(line, found))]
    for sketch in sketches:
        _settle(line, sketch, sketches)
    sketches += [one for found in line.anchors for one in according(line, found, sketches)]
    for sketch in sketches:
        part(line, sketch, sketches)
    for sketch in sketches:
        without_tails(sketch, sketches)
        _without_next(line, sketch, sketches)
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
    inside = any(holds(one, sketch.place) for one in sketches if one is not sketch)
    return sketch.inner or not inside or holds_source(line, source)


def _without_next(line: Line, sketch: Sketch, sketches: list[Sketch]) -> None:
    """Cut off a content the next thing that its source says: "X denied P | , saying that Q"."""
    for other in sketches:
        start = other.cue[0][0]
        if other is sketch or not other.carries or other.tail or not line.is_comma(start - 1):
            continue
        if start > sketch.cue[0][0]:
            cut = [(first, min(last, start - 1)) for first, last in sketch.content]
            sketch.content = [one for one in cut if one[0] < one[1]]


def _speaks(line: Line, sketch: Sketch, source: Stretch) -> bool:
    """Tell whether a source can be one: the subject of a verb of saying may be anybody, as long as no
    preposition leads it."""
    if can_be_source(line, source):
        return True
    return not sketch.inner and bool(sketch.cue) and line.low[source[0]] not in line.rules.prepositions


def _labelled(line: Line) -> list[Sketch]:
    """ "X: «P»": a source, a colon and a quotation to the end, as in a list of answers or a headline."""
    colon = next((at for at in range(min(len(line), _LONGEST_LABEL + 1)) if line.low[at] in COLONS), 0)
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
    sketch.joined = joined(line, start) is not None
    gap = (found.end, found.tail)
    first = (_as_clause, _behind, verb_last, _tail) if last else (_as_clause, _behind, _tail, verb_last)
    for construct in (*first, _bare, _echo, without_subject):
        if construct(line, sketch, gap):
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


def _carries(line: Line, sketch: Sketch) -> bool:
    return line.rules.surface.carries or sketch.joined


def _as_clause(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """ "Как сообщает X, P", "P, según informó X": the clause gives the source, the sentence the content."""
    start, stop = sketch.cue[0][0], sketch.cue[-1][1]
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
        parted = _told_name(line, source)
        if parted > source[0]:
            sketch.addressee, source = (source[0], parted), after(line, parted)
    if source[0] >= source[1]:
        return False
    if sketch.addressee is None:
        _tell(line, sketch, stop, source[0])
    sketch.source, sketch.inner = source, True
    sketch.cue[0] = (lead, sketch.cue[0][1])
    end = max(source[1], stop)
    if lead and body(line, (0, lead))[0] < body(line, (0, lead))[1]:
        sketch.content = pieces(line, clause_start(line, lead), lead) + _going_on(line, end)
    else:
        sketch.content = pieces(line, end, len(line))
    return bool(sketch.content)


def _going_on(line: Line, place: int) -> list[Stretch]:
    """Return what goes on behind a cue between commas ("Самолёт, как сообщается, | выкатился"), unless
    another cue stands there."""
    spoken = any(one.start >= place and one.payload.role is Role.SAY for one in line.anchors)
    return [] if spoken or not line.is_comma(place) else pieces(line, place, len(line))


def _settle(line: Line, sketch: Sketch, said: list[Sketch]) -> None:
    """Tell what an as-clause that stands in somebody's content hangs on: on all before it ("X said that P, as
    Y reported"), or, where that is denied, on the content alone ("X denied that P, as Y had reported")."""
    if not sketch.inner:
        return
    holder = next(
        (one for one in said if one is not sketch and not one.tail and holds(one, sketch.place)), None
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


def _behind(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """ "X сообщил, что P", "قال X إن P": the content follows."""
    start, stop = sketch.cue[0][0], sketch.cue[-1][1]
    opened = opening(line, stop) or _asked(line, sketch, stop)
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
    if sketch.saying.bare and apart and opened[1] == opened[0] + 1 and line.is_comma(opened[0]):
        return False
    if sketch.saying.bare and line.at(line.rules.content, opened[1]):  # "accused him *of having* lied"
        return False
    if _hangs(line, start, stop, opened):
        return False
    between = (stop, opened[0])
    if gap[0] < gap[1] and not line.rules.allows(Order.SOURCE_CONTENT_CUE):
        between = gap
    if (told := _first_tale(line, *between)) is not None:
        opened = told, told
        between = stop, told
    source = _subject(line, start)
    behind = _tell(line, sketch, *between)
    if line.rules.surface.orders[0] is Order.CUE_SOURCE_CONTENT or source is None:
        source = behind or source
    elif behind and sketch.addressee is None and _is_name(line, behind):
        sketch.addressee = behind
    if source is None and not _carries(line, sketch):
        return False
    sketch.source, sketch.carries = source, source is None and not sketch.saying.impersonal
    if source is None and sketch.saying.impersonal and sketch.saying.distance is Distance.NONE:
        sketch.saying = replace(sketch.saying, distance=Distance.REPORTED)
    sketch.content = pieces(line, opened[1], _sentence_end(line, opened[1]))
    if line.low[opened[1] - 1] in COLONS:  # "denies: no talks" says what is so
        sketch.saying = replace(sketch.saying, polarity=Polarity.POSITIVE)
    return bool(sketch.content)


def _hangs(line: Line, cue: int, stop: int, opened: tuple[int, int]) -> bool:
    """Tell whether what seems to open a content belongs to the source of a cue that stands behind its
    content: "«P», recuerda | X, que ...", "P, bestätigte | ein Diplomat, der ..."."""
    if not cue or not any(line.is_comma(at) for at in range(stop + 1, opened[0] + 1)):
        return False
    quoted = line.quoted[cue - 1] is not None or line.quoted[max(0, cue - 2)] is not None
    return quoted or (line.is_comma(cue - 1) and opened[1] == opened[0] + 1 and line.is_comma(opened[0]))


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


def _is_name(line: Line, stretch: Stretch) -> bool:
    start, end = stretch
    return line.is_capital(start) or any(line.names[at] for at in range(start, end))


def _subject(line: Line, cue: int) -> Stretch | None:
    """Return the source that stands before a cue, an apposition between commas included."""
    if citing := _citing_before(line, cue):
        behind_comma = citing.start - 1 if line.is_comma(citing.start - 1) else citing.start
        return _subject(line, behind_comma)
    start, end = before(line, cue)
    cited = next((one for one in line.anchors if one.stop == start and one.payload.role in CITES), None)
    if cited and (split := next_speaker(line, (start, end))) < end:
        return split, end
    if start < end:
        return None if _is_cited(line, (start, end)) else (start, end)
    if not line.is_comma(cue - 1):
        return None
    comma = next((at for at in range(cue - 2, -1, -1) if line.is_mark(at)), None)
    if comma is None or not line.is_comma(comma):
        return None
    head = before(line, comma)
    if head[0] >= head[1] or head[1] != comma:
        return None
    return head if role_at(line, comma + 1, *CITES) else (head[0], cue - 1)


def _citing_before(line: Line, cue: int) -> Found[Anchor] | None:
    """Return the citing that stands between a cue and its subject: "X, citing Y, | said", "X cites Y and |
    said"."""
    edge = cue - 1 if line.low[cue - 1] in line.rules.conjunctions or line.is_comma(cue - 1) else cue
    found = (one for one in line.anchors if one.payload.role in CITES and one.start > 0)
    for one in found:
        if one.stop == cue or (one.payload.leads and one.stop < edge == after(line, one.stop, edge)[1]):
            return one
    return None


def _tell(line: Line, sketch: Sketch, start: int, stop: int) -> Stretch | None:
    """Note who is told between two positions; return what else is left there that can be a source."""
    for at in range(start, stop):
        step = line.at(line.rules.told, at)
        if step:
            told = at + step - is_told_itself(line, at)
            end = told + 1
            while end < stop and (line.is_capital(end) or line.names[end]):
                if line.is_mark(end):
                    break
                end += 1
            end = min(max(end, told + 1), stop)
            if told < end:
                sketch.addressee = (told, end)
            before, behind = trimmed(line, (start, at)), after(line, end, stop)
            return next((one for one in (before, behind) if one[0] < one[1]), None)
    found = after(line, start, stop)
    parted = _told_name(line, found)
    if parted > found[0]:
        sketch.addressee = found[0], parted
        found = after(line, parted, stop)
    return found if found[0] < found[1] else None


def _told_name(line: Line, stretch: Stretch) -> int:
    """Return where a name ends that is told something, without any word to lead to it: what follows is
    somebody unnamed, or a body after its preposition ("сообщил | ТАСС | источник в МИД")."""
    start, end = stretch
    at = start
    while at < end and (line.is_capital(at) or line.names[at]) and not line.is_source_noun(at):
        at += 1
    speaks = at < end and line.tokens[at].lemma in line.rules.unnamed
    led = (
        at + 1 < end and line.low[at] in line.rules.belongs and line.tokens[at + 1].lemma in line.rules.places
    )
    return at if start < at and (speaks or led) else start


def _tail(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """ "P, сообщает X", "«P», dijo X", "P, X ने कहा": the content stands before."""
    if not line.rules.allows(*_TAILS):
        return False
    start, stop = sketch.cue[0][0], sketch.cue[-1][1]
    source = sketch.source or (_tell(line, sketch, *gap) if gap[0] < gap[1] else None)
    if source is None:
        end = after(line, stop)[1] if sketch.addressee is None else stop
        source = _tell(line, sketch, stop, max(end, min(len(line), stop + 1)))
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
    at_edge = edge > 0 and (line.is_mark(edge - 1) or line.quoted[edge - 1] is not None)
    if not at_edge:
        subject, edge = before(line, start), run_before(line, start)[0]
        at_edge = edge > 0 and (line.is_mark(edge - 1) or line.quoted[edge - 1] is not None)
        if not at_edge or subject[0] >= subject[1] or not line.rules.allows(Order.CONTENT_SOURCE_CUE):
            return False
        source = subject
    if source is None and not (line.rules.surface.carries and line.quoted[max(0, edge - 2)] is not None):
        return False
    sketch.content = pieces(line, clause_start(line, edge), edge)
    sketch.tail = True
    if source and source[0] >= sketch.cue[0][1]:
        source = described(line, with_apposition(line, source))
        rest = _resumed(line, source[1])
        rest = rest or _spoken_on(line, source[1])
        if not rest and edge <= _SHORT_HEAD and all(line.quoted[at] is None for at in range(edge)):
            rest = _going_on(line, source[1])
            sketch.tail = not rest
        sketch.content += rest
    sketch.source, sketch.carries = source, source is None
    return bool(sketch.content)


_DASHES = frozenset("–—-")
_SHORT_HEAD = 4
"""Words before a cue, its comma with them, that are no clause: "The bridge, says X, will hold"."""


def _spoken_on(line: Line, place: int) -> list[Stretch]:
    """Return what follows a dash behind a full stop: speech without quotation marks goes on ("– P –
    powiedział X. | – *Q*")."""
    goes_on = place + 2 < len(line) and line.low[place] in {".", ","} and line.low[place + 1] in _DASHES
    return pieces(line, place + 2, len(line)) if goes_on else []


def _resumed(line: Line, place: int) -> list[Stretch]:
    """Return the rest of a content behind the cue that interrupts it: "Le virus, dit X, | *se transmet*"."""
    if not line.is_comma(place) or not line.at(line.rules.resumes, place + 1):
        return []
    return pieces(line, place + 1, _clause_end(line, place + 1))


def _bare(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """ "X dementiert P", "X hat P dementiert", "X опроверг P": a noun phrase is the content."""
    if not sketch.saying.bare:
        return False
    start, stop = sketch.cue[0][0], sketch.cue[-1][1]
    source = _subject(line, start)
    inner, object_ = _parted(line, trimmed(line, gap))
    led = any(_leads(one) and one.stop < start for one in line.anchors)
    if source is None and led and inner[0] < inner[1] and can_be_source(line, inner):
        sketch.source, sketch.content = inner, pieces(line, *object_)
        sketch.echoes = not sketch.content
        return True
    content = gap if gap[0] < gap[1] else body(line, (stop, _clause_end(line, stop)))
    if source is None and line.rules.surface.orders[0] is Order.CUE_SOURCE_CONTENT:
        source = after(line, stop)
        content = body(line, (source[1], _clause_end(line, source[1])))
        if content[0] >= content[1] and gap[0] >= gap[1] and (split := _second_noun(line, source)):
            source, content = (source[0], split), (split, source[1])
    if content[0] >= content[1] and gap[0] >= gap[1]:
        source, content = _object_before(line, start)
    rest = _governed(line, stop) if gap[0] < gap[1] else []
    carries = sketch.joined and (source is None or source[0] >= source[1])
    if content[0] >= content[1] or (not carries and (source is None or source[0] >= source[1])):
        return False
    sketch.source, sketch.carries, sketch.content = None if carries else source, carries, [content, *rest]
    return True


def _governed(line: Line, comma: int) -> list[Stretch]:
    """Return the clause that goes on with an object behind its cue: "forderte beide Armeen auf, | *die Laster
    durchzulassen*"; none where another clause begins."""
    begins = (line.rules.starts, line.rules.contrasts, line.rules.as_words)
    if not line.is_comma(comma) or any(line.at(table, comma + 1) for table in begins):
        return []
    return pieces(line, comma, _clause_end(line, comma + 1))


def _second_noun(line: Line, source: Stretch) -> int | None:
    """Return where the last noun for somebody begins in "X | Y ...": the object of an accusing cue."""
    nouns = [at for at in range(source[0] + 1, source[1]) if line.is_source_noun(at)]
    return nouns[-1] if nouns else None


def _parted(line: Line, gap: Stretch) -> tuple[Stretch, Stretch]:
    """Part who denies from what he denies, between the parts of a cue: "hat Kellmann | *den Bericht*
    dementiert"; the article of a genitive parts nothing."""
    own = line.rules.articles - line.rules.belongs
    at = next((at for at in range(gap[0] + 1, gap[1]) if line.low[at] in own), gap[1])
    return (gap[0], at), (at, gap[1])


def _is_cited(line: Line, source: Stretch) -> bool:
    """Tell whether words before a cue are those of another anchor ("Unter Berufung auf *X* hat Y P", "Nach
    Angaben *des X* hat Y P"): then the subject stands behind the first part of the cue."""
    ends = {at for one in line.anchors if _leads(one) for at in (one.stop - 1, one.stop)}
    return source[0] in ends  # the article of a source may end its anchor


def _leads(found: Found[Anchor]) -> bool:
    """Tell whether the source of an anchor without a verb of saying stands right behind it."""
    cites = found.payload.role in {Role.CITING, Role.ACCORDING}
    return cites and found.payload.leads and not found.payload.around


def _object_before(line: Line, cue: int) -> tuple[Stretch | None, Stretch]:
    """Return source and content where the object stands between them ("Компания X, ..., сообщения отрицает"):
    the words before the cue, and those at the head of the sentence before its first comma."""
    content = run_before(line, cue)
    comma = next((at for at in range(content[0]) if line.is_comma(at)), None)
    return (before(line, comma) if comma is not None else None), content


def _sentence_end(line: Line, place: int) -> int:
    """Return where a semicolon outside quotations ends what a cue governs."""
    ends = (at for at in range(place, len(line)) if line.low[at] in _SEMICOLONS and line.quoted[at] is None)
    return next(ends, len(line))


def _clause_end(line: Line, place: int) -> int:
    for at in range(place, len(line)):
        if line.is_mark(at) and line.quoted[at] is None:
            return at
    return len(line)


def _echo(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """ "Об этом сообщает X", "Das berichtete X": the content is what was said before."""
    start, stop = sketch.cue[0][0], sketch.cue[-1][1]
    near = range(max(0, start - 6), min(len(line), stop + 6))
    if not any(line.at(line.rules.echo, at) for at in near):
        return False
    before, behind = _subject(line, start), _tell(line, sketch, stop, len(line))
    if before and line.at(line.rules.echo, before[0]):
        before = trimmed(line, (before[0] + line.at(line.rules.echo, before[0]), before[1]))
    choice = [one for one in (before, behind) if one and one[0] < one[1]]
    if not choice:
        return False
    sketch.source, sketch.echoes = choice[0], True
    return True
