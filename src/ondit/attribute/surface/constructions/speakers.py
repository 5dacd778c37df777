"""Who speaks and who is told, beside a cue."""

from ondit.attribute.surface.appositions import LONGEST_NAME, described, is_named
from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.rules import Anchor, Role
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.source_before import before, run_before
from ondit.attribute.surface.source_behind import after, next_speaker
from ondit.attribute.surface.stretches import CITES, role_at, trimmed
from ondit.text.patterns import GAP, Found

_NEAR_NOUN = 3
"""Words behind the name of an outlet among which the noun of who tells it something stands: "заявил
«Спорт-экспрессу» | спортивный *директор*"."""


def subject(line: Line, cue: int) -> Stretch | None:
    """Return the source that stands before a cue, an apposition between commas included."""
    if citing := citing_before(line, cue):
        behind_comma = citing.start - 1 if line.is_comma(citing.start - 1) else citing.start
        cites = subject(line, behind_comma)
        if cites and cites[1] - cites[0] == 1 and line.low[cites[0]] in line.rules.relatives:
            return subject(
                line, cites[0] - line.is_comma(cites[0] - 1)
            )  # "X, citing Y, which cites Z, | said"
        return cites
    if (led := _before_adverbial(line, cue)) is not None:
        return led
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
    head = _with_office(line, head)
    away = line.rules.prepositions - line.rules.articles - line.rules.issued
    idle = role_at(line, comma + 1, *CITES) or line.at(line.rules.adjuncts, comma + 1)
    idle = idle or line.low[comma + 1] in away  # "Il ministro, | *in visita ad Almena*, | ha detto"
    return head if idle else (head[0], cue - 1)


def _before_adverbial(line: Line, cue: int) -> Stretch | None:
    """Return the source before a comma where only an adverbial or who is told stands between it and a cue:
    "علی مروانی، کارشناس اقتصادی، | *در گفتوگو با ایسنا* | اظهار کرد"."""
    start = run_before(line, cue)[0]
    leads = line.at(line.rules.told, start) or line.at(line.rules.adjuncts, start)
    if start >= cue or not line.is_comma(start - 1) or not leads:
        return None
    led = subject(line, start) or before(line, start - 1)
    known = any(map(line.is_source_noun, range(*led))) or line.is_capital(led[0])
    return led if led[0] < led[1] and known else None


def _with_office(line: Line, name: Stretch) -> Stretch:
    """Return a name between commas with the office before it: "*Il sindaco di Portovesco*, Luca Amerio | ,
    interpellato, | spiega"."""
    start, end = name
    if not line.is_comma(start - 1) or not all(line.is_capital(at) for at in range(start, end)):
        return name
    office = before(line, start - 1)
    holds = any(map(line.is_source_noun, range(*office))) and office[1] == start - 1
    return (office[0], end) if line.rules.cased and holds else name


def apposed_subject(line: Line, cue: int) -> bool:
    """Tell whether a noun for somebody opens the sentence and only what is said of him stands between commas
    before a cue: a name, a relative clause, whom he cites
    ("Die Sprecherin, *Heike Tammen*, beschuldigte")."""
    if not line.is_comma(cue - 1):
        return False
    comma = next((at for at in range(cue - 2, -1, -1) if line.is_comma(at)), 0)
    head = trimmed(line, (0, comma))
    if head[0] >= head[1] or any(line.is_mark(at) or line.quoted[at] is not None for at in range(*head)):
        return False
    if not any(line.is_source_noun(at) for at in range(*head)):
        return False
    first = comma + 1
    leads = line.low[first] in line.rules.relatives or bool(line.at(line.rules.describing, first))
    leads = leads or line.at(line.rules.adverbs, first) > 0  # "L'ex ministro, *ora* a capo di X,"
    named = is_named(line, (first, cue - 1)) if line.rules.cased else cue - 1 - first <= LONGEST_NAME
    return leads or named or role_at(line, first, *CITES) is not None


def citing_before(line: Line, cue: int) -> Found[Anchor] | None:
    """Return the citing that stands between a cue and its subject: "X, citing Y, | said", "X cites Y and |
    said"."""
    edge = cue - 1 if line.low[cue - 1] in line.rules.conjunctions or line.is_comma(cue - 1) else cue
    found = (one for one in line.anchors if one.payload.role in CITES and one.start > 0)
    for one in found:
        cited = described(line, after(line, one.stop, edge)) if one.payload.leads else (cue, cue)
        if one.stop == cue or (one.payload.leads and one.stop < edge == cited[1]):
            return one
    return None


def _is_cited(line: Line, source: Stretch) -> bool:
    """Tell whether words before a cue are those of another anchor ("Unter Berufung auf *X* hat Y P", "Nach
    Angaben *des X* hat Y P"): then the subject stands behind the first part of the cue."""
    ends = {at for one in line.anchors if leads_to_source(one) for at in (one.stop - 1, one.stop)}
    return source[0] in ends  # the article of a source may end its anchor


def leads_to_source(found: Found[Anchor]) -> bool:
    """Tell whether the source of an anchor without a verb of saying stands right behind it."""
    cites = found.payload.role in {Role.CITING, Role.ACCORDING}
    return cites and found.payload.leads and not found.payload.around


def tell(line: Line, sketch: Sketch, start: int, stop: int) -> Stretch | None:
    """Note who is told between two positions; return what else is left there that can be a source."""
    told_at = [
        at for at in range(start, stop) if line.at(line.rules.told, at) and not _completes(line, start, at)
    ]
    for at in sorted(told_at, key=lambda at: not _tells_name(line, at)):
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
    parted = told_name(line, found)
    if parted > found[0]:
        sketch.addressee = found[0], parted
        found = after(line, parted, stop)
    return found if found[0] < found[1] else None


def _completes(line: Line, start: int, place: int) -> bool:
    """Tell whether what seems to tell somebody completes an office: "l'assessora | *alla Sanità*"."""
    behind = place + line.at(line.rules.told, place)
    completing = behind < len(line) and line.low[behind] in line.rules.completing
    return completing and any(map(line.is_source_noun, range(start, place)))


def _tells_name(line: Line, place: int) -> bool:
    """Tell whether somebody with a name or noun is told at a position ("med kendskab til sagen | *til
    Reuters*")."""
    at = place + line.at(line.rules.told, place)
    named = at < len(line) and (line.is_capital(at) or line.names[at] or line.is_source_noun(at))
    return named or is_told_itself(line, place)


def told_name(line: Line, stretch: Stretch) -> int:
    """Return where a name ends that is told something, without any word to lead to it: what follows is
    somebody unnamed, or a body after its preposition ("сообщил | ТАСС | источник в МИД")."""
    start, end = stretch
    at = start
    while at < end and (line.is_capital(at) or line.names[at]) and not line.is_source_noun(at):
        at += 1
    speaks = at < end and line.tokens[at].lemma in line.rules.unnamed
    quoted = start < at < end and all(line.names[one] for one in range(start, at))
    speaks = speaks or (quoted and any(map(line.is_source_noun, range(at, min(end, at + _NEAR_NOUN)))))
    leads = line.rules.belongs - line.rules.issued  # "Remo Falda *della* Federazione" is one
    led = at + 1 < end and line.low[at] in leads and line.tokens[at + 1].lemma in line.rules.places
    return at if start < at and (speaks or led) else start


def is_name(line: Line, stretch: Stretch) -> bool:
    """Tell whether a stretch begins with a capital or holds a name in quotation marks."""
    start, end = stretch
    return line.is_capital(start) or any(line.names[at] for at in range(start, end))


def is_told_itself(line: Line, place: int) -> bool:
    """Tell whether the last word that leads to who is told is part of it ("a la *agencia* X", "all'Ansa")."""
    found = line.rules.told.at(line.low, place)
    if found is None:
        return False
    whole = "*" in found.payload or not found.payload.endswith(GAP)
    return whole or line.is_source_noun(found.stop - 1)
