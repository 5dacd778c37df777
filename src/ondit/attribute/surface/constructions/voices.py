"""Voices without a verb of saying: according to somebody, citing somebody."""

from collections.abc import Iterator

from msgspec.structs import replace

from ondit.attribute.surface.appositions import described, with_name
from ondit.attribute.surface.line import COLONS, Line, Stretch
from ondit.attribute.surface.rules import Anchor, Role, Words
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.source_before import before, run_before, without_adjunct
from ondit.attribute.surface.source_behind import after, attribute_end, next_speaker
from ondit.attribute.surface.stretches import (
    LONGEST_SOURCE,
    body,
    can_be_source,
    clause_start,
    is_anchor,
    pieces,
    trimmed,
)
from ondit.languages.surface import Order, Saying
from ondit.model.attribution import Distance
from ondit.text.patterns import Found


def according(line: Line, found: Found[Anchor], said: list[Sketch]) -> Iterator[Sketch]:
    """Yield what "according to X" ties together: its content is that in which it stands, or its sentence."""
    if found.payload.role is not Role.ACCORDING:
        return
    if any(one.cue[0][0] <= found.start < one.cue[0][1] for one in said):
        return
    source = _source_of(line, found)
    if source is None and not found.payload.leads:
        yield from _nobody(line, found, said)
    if source is None:
        return
    outer, inner = _owned(line, source)
    whole = (min(found.start, source[0]), max(found.stop, source[1]))
    cue = [(start + line.is_comma(start), end) for start, end in _cue(found, source)]
    sketch = Sketch(saying=found.payload.saying, cue=cue, source=outer, inner=True)
    holder = next((one for one in said if one.holds(found.start) and not one.tail), None)
    for start, end in holder.content if holder else [(clause_start(line, found.start), len(line))]:
        sketch.content += pieces(line, start, min(end, whole[0]))
        sketch.content += pieces(line, max(start, whole[1]), end)
    if sketch.content:
        yield sketch
        if inner:
            yield Sketch(
                saying=sketch.saying, cue=sketch.cue, source=inner, content=sketch.content, host=sketch
            )


def _nobody(line: Line, found: Found[Anchor], said: list[Sketch]) -> Iterator[Sketch]:
    """Yield what is put forward "according to" nobody: "*Alınan bilgiye göre* P"."""
    content = [
        *pieces(line, clause_start(line, found.start), found.start),
        *pieces(line, found.stop, len(line)),
    ]
    if content and not any(one.holds(found.start) for one in said):
        saying = Saying(distance=Distance.REPORTED)
        yield Sketch(saying=saying, cue=[(found.start, found.stop)], content=content, hearsay=True)


def _cue(found: Found[Anchor], source: Stretch) -> list[Stretch]:
    """Return the words of an anchor that are not its source's."""
    cue = [(found.start, min(found.end, max(found.start, source[0]))), (found.tail, found.stop)]
    if source[0] <= found.start:
        cue[0] = (found.start, found.end)
    return [one for one in cue if one[0] < one[1]]


def _source_of(line: Line, found: Found[Anchor]) -> Stretch | None:
    """Return the source that an anchor leads to. An article at the end of the anchor is the source's ("nach
    Angaben | *der* Polizei")."""
    if found.payload.around:
        inside = (one.start for one in line.anchors if one.start in range(found.end + 1, found.tail))
        end = min(inside, default=found.tail)
        source = trimmed(line, without_adjunct(line, (_with_article(line, found), end)))
    elif found.payload.leads:
        start = _with_article(line, found)
        source = after(line, found.stop)
        source = (start, source[1]) if source[0] == found.stop < source[1] else source
    else:
        source = _run_before(line, found.start)
    if found.payload.leads and (not found.payload.around or line.is_comma(found.tail)):
        source = with_name(line, source)
    if found.payload.leads and not found.start:
        source = source[0], _comma_end(line, source)
        source = source[0], _clause_end(line, source)
    if found.payload.leads and line.is_comma(found.start) and not _names_somebody(line, source):
        return None  # ", so | viele wie nie"
    unmarked = not (source[1] < len(line) and _stops(line, source[1]))
    if found.payload.leads and line.rules.cased and unmarked:
        source = source[0], _name_end(line, source)
    if found.payload.leads and not found.start:
        source = source[0], next_speaker(line, source)
    return source if source[0] < source[1] else None


def _names_somebody(line: Line, source: Stretch) -> bool:
    """Tell whether a name, an article or a noun for a source opens a phrase."""
    start, end = source
    return start < end and (
        line.is_capital(start) or line.low[start] in line.rules.articles or line.is_source_noun(start)
    )


def _run_before(line: Line, place: int) -> Stretch:
    """Return the source that ends at a position; the last word may look like one who is told ("경찰*에*
    따르면"). Where an article begins a phrase, what stands before the last one is none of it ("Vantis
    verhandelt | *einem Bericht* zufolge"), the article of a genitive aside."""
    start, end = trimmed(line, run_before(line, place))
    if not line.rules.cased or line.rules.surface.orders[0] is Order.SOURCE_CONTENT_CUE:
        return start, end
    own = line.rules.articles - line.rules.belongs
    return max((at for at in range(start, end) if line.low[at] in own), default=start), end


def _stops(line: Line, place: int) -> bool:
    """Tell whether a mark, a quotation or a cue ends a source at a position, and more stands behind it."""
    ends = line.is_mark(place) or line.quoted[place] is not None or is_anchor(line, place)
    return ends and body(line, (place, len(line)))[0] < len(line)


def _comma_end(line: Line, source: Stretch) -> int:
    """Return where the source of a sentence that begins with "according to" ends, a relative clause without
    comma included: "Según un informe | al que tuvo acceso El Litoral, P"."""
    if source[0] >= source[1] or not any(
        line.low[at] in line.rules.relatives for at in range(source[1], len(line))
    ):
        return source[1]
    last = min(len(line), source[0] + LONGEST_SOURCE)
    for at in range(source[1], last):
        if line.is_comma(at):
            clause = range(source[1], min(source[1] + 2, at))
            own = line.rules.relatives - line.rules.articles  # "die" begins no clause without a comma
            return at if any(line.low[one] in own for one in clause) else source[1]
        if line.is_mark(at) or line.quoted[at] is not None or is_anchor(line, at):
            break
    return source[1]


def _clause_end(line: Line, source: Stretch) -> int:
    """Return where the relative clause between commas ends that describes somebody or a document at the head
    of a sentence: "Laut einem Papier, | *das dieser Zeitung vorliegt*, P"."""
    comma = source[1]
    if source[0] >= comma or not line.is_comma(comma) or comma + 1 >= len(line):
        return comma
    head = next((at for at in (comma + 1, comma + 2) if at < len(line) and _opens_clause(line, at)), None)
    told = any(line.tokens[at].lemma in line.rules.unnamed | line.rules.places for at in range(*source))
    if head is None or not told:
        return comma
    end = next((at for at in range(head, len(line)) if line.is_mark(at)), len(line))
    anchored = any(is_anchor(line, at) for at in range(head, end))
    return comma if anchored or end >= len(line) or not line.is_comma(end) else end


def _opens_clause(line: Line, place: int) -> bool:
    return line.low[place] in line.rules.relatives or bool(line.at(line.rules.describing, place))


def _with_article(line: Line, found: Found[Anchor]) -> int:
    """Return where a source begins whose article, or noun behind "according to", ends an anchor."""
    last = found.end - 1
    nouns = line.rules.outlets | line.rules.unnamed if found.payload.role is Role.ACCORDING else frozenset()
    own = line.low[last] in line.rules.articles or line.tokens[last].lemma in nouns
    return last if last > found.start and own else found.end


def _name_end(line: Line, source: Stretch) -> int:
    """Return where a phrase ends that no mark ends: at the first small word behind a name or its noun that
    joins nothing ("Według Reutersa | most runął", "Podľa svedkov | voda stúpla")."""
    own = line.rules.articles - line.rules.belongs - line.rules.issued - line.rules.prepositions
    for at in range(attribute_end(line, *source) + 1, source[1]):
        text = line.tokens[at].text
        if (
            line.low[at] in own
            and text.islower()
            and (line.is_source_noun(at - 1) or line.is_capital(at - 1))
        ):
            return at  # "Secondo gli analisti | *il* prezzo ..."
        noun = line.tokens[at - 1].lemma
        closes = line.rules.noun_last or line.rules.surface.modifiers
        noun_ends = closes and noun in line.rules.nouns and noun not in line.rules.outlets
        name = (line.is_capital(at - 1) or line.names[at - 1]) and not line.names[at]
        name = name and not line.is_source_noun(at - 1)
        named_on = name and line.tokens[at].lemma in line.rules.outlets  # "denníka Hornozemské | *noviny*"
        if (
            not named_on
            and (name or (noun_ends and not line.is_source_noun(at)))
            and not line.at(line.rules.modifiers, at)
            and text[:1].islower()
            and line.low[at] not in line.rules.small
            and line.low[at] not in line.rules.completing
        ):
            return at
    return source[1]


def _owned(line: Line, source: Stretch) -> tuple[Stretch, Stretch | None]:
    """Part an outlet from the sources of its own that follow it: "RIA'nın | Suriyeli kaynakları"."""
    for at in range(source[0], source[1] - 1):
        head, mark, ending = line.low[at].partition("'")
        own = line.tokens[source[1] - 1].lemma in line.rules.unnamed
        if mark and head and ending in line.rules.surface.genitive and own:
            return (source[0], at + 1), (at + 1, source[1])
    return source, None


def citing(line: Line, found: Found[Anchor], sketches: list[Sketch]) -> Iterator[Sketch]:
    """Yield the voice that somebody cites; its content is that of who cites it."""
    source = _source_of(line, found)
    if source is None or (found.payload.role is Role.CITED and not found.start):
        return  # "Asked by X, Y denied P" cites nobody
    outer, inner = _owned(line, source)
    cue = _cue(found, source)
    source = described(line, source)
    host = _citer(line, found, sketches)
    if line.rules.cased and not can_be_source(line, source):
        return
    if host and not inner and (told := _cites_within(line, found, host)):
        yield told
        return
    if found.payload.role is Role.CITED and host:
        host.content = _without_adjunct(line, host.content, (found.start, source[1]))
        host.host = Sketch(saying=Saying(), cue=cue, source=source, content=host.content)
        yield host.host
        return
    if host is None and not inner and (both := _cites(line, found, source)):
        yield from both
        return
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
        cited=True,
    )


def _distance(host: Sketch, citing: Found[Anchor]) -> tuple[bool, int]:
    """Return how far somebody is from a citing: whose words stand before it is nearer than who comes
    behind."""
    source = host.source or host.cue[0]
    if source[1] <= citing.start:
        return False, citing.start - source[1]
    return True, abs(host.place - citing.start)


def _citer(line: Line, found: Found[Anchor], sketches: list[Sketch]) -> Sketch | None:
    """Return who cites: the one cited right before, who cites in turn ("citing X, which cites Y"), else the
    nearest who speaks."""
    for one in sketches:
        if one.cited and one.source and one.source[1] <= found.start:
            between = range(one.source[1], found.start)
            idle = (line.rules.starts, line.rules.adverbs, line.rules.ends)
            if all(line.is_comma(at) or _in_any(line, at, between.start, idle) for at in between):
                return one
    hosts = [one for one in sketches if (one.source or one.carries) and not one.hearsay and one.host is None]
    return min(hosts, key=lambda one: _distance(one, found), default=None)


def _in_any(line: Line, place: int, start: int, tables: tuple[Words, ...]) -> bool:
    return any(
        line.at(table, at) > place - at
        for table in tables
        for at in range(start, place + 1)
        if line.at(table, at)
    )


def _cites(line: Line, found: Found[Anchor], source: Stretch) -> list[Sketch]:
    """Return the two voices of "X cites Y: P" and "X cites Y", whose P is what was said before."""
    subject = before(line, found.start)
    if not found.payload.leads or found.start == 0 or subject[0] >= subject[1]:
        return []
    cue = [(found.start, found.end)]
    colon = next((at + 1 for at in range(source[1], len(line)) if line.low[at] in COLONS), source[1])
    content = pieces(line, colon, len(line))
    outer = Sketch(saying=Saying(), cue=cue, source=subject, content=content)
    if not content:
        return [Sketch(saying=Saying(), cue=cue, source=source, echoes=True)]
    if source[1] < len(line) and line.is_mark(source[1]):
        return [
            outer,
            Sketch(saying=Saying(), cue=cue, source=source, content=content, host=outer, cited=True),
        ]
    return []


def _cites_within(line: Line, found: Found[Anchor], host: Sketch) -> Sketch | None:
    """Return who cites inside what another says: "X said that *Y cited Z* as saying P"."""
    subject = before(line, found.start)
    if not found.payload.leads or host.tail or subject[0] >= subject[1] or not can_be_source(line, subject):
        return None
    if not any(start <= subject[0] < end for start, end in host.content):
        return None
    content = pieces(line, found.stop, len(line))
    cue = [(found.start, found.end)]
    return Sketch(saying=Saying(), cue=cue, source=subject, content=content) if content else None


def _without_adjunct(line: Line, content: list[Stretch], adjunct: Stretch) -> list[Stretch]:
    """Return a content without "citing Y" where that stands in it; whole where nothing else would be left."""
    left: list[Stretch] = []
    for start, end in content:
        left += pieces(line, start, min(end, adjunct[0]))
        left += pieces(line, max(start, adjunct[1]), end)
    return left or content
