"""Stretches of a sentence: sources before and behind a cue, and where a content opens."""

from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.rules import Anchor, Role
from ondit.languages.surface import Order
from ondit.text.patterns import Found
from ondit.text.tokens import is_one_by_one

LONGEST_SOURCE = 14
"""Words of a source phrase. Longer ones are clauses; signs of scripts without spaces count for half."""

LONGEST_LABEL = 7
"""Words of a source that stands before a colon, at the head of an answer or headline."""

_FARTHEST_PLACE = 4
"""Words within which the noun of a body stands whose name begins with an adjective: "в *Счётной* палате"."""

CITES = frozenset({Role.CITING, Role.CITED})
"""What ties who cites to who is cited, in either order."""

_MOST_BETWEEN = 14
"""Words between a cue and what opens its content: "said in an interview with X on Friday that"."""


def before(line: Line, place: int) -> Stretch:
    """Return the source that can end at a position: the words before it, adverbials and who is told left
    out."""
    start, end = run_before(line, place)
    start = _behind_told(line, start, end)
    if line.rules.allows(Order.CONTENT_SOURCE_CUE):
        end = next((at for at in range(start + 1, end) if _is_told(line, at, end)), end)
    return trimmed(line, without_adjunct(line, (start, end)))


def _behind_told(line: Line, start: int, end: int) -> int:
    """Return where a source begins behind a phrase that leads its sentence and says who is told ("В интервью
    журналу «Излучина» | епископ ...")."""
    rules = line.rules
    if start >= end or line.low[start] not in rules.prepositions:
        return start
    told = next((at for at in range(start, end) if line.at(rules.told, at)), None)
    if told is None:
        return start
    at = told + line.at(rules.told, told)
    while (
        at < end and (line.is_source_noun(at) or line.low[at] in rules.articles) and not line.is_capital(at)
    ):
        at += 1
    if at >= end or not (line.is_capital(at) or line.names[at]):
        return start
    quoted = line.names[at]
    while at < end and (line.names[at] if quoted else line.is_capital(at)):
        at += 1
    return at


def _is_told(line: Line, place: int, end: int) -> bool:
    """Tell whether a word begins who is told; in a script without spaces it may be a sign of a name
    ("林*向*文")."""
    step = 0 if place in line.silent else line.at(line.rules.told, place)
    if not step or not is_one_by_one(line.low[place][0]):
        return bool(step)
    return holds_source(line, (place, end))


def without_adjunct(line: Line, stretch: Stretch) -> Stretch:
    """Return a source phrase before its cue without the adverbial that ends it: "部长 | 在会上"."""
    start, end = stretch
    return start, next((at for at in range(start + 1, end) if _begins_adjunct(line, at)), end)


def _begins_adjunct(line: Line, place: int) -> bool:
    if place in line.silent or not line.at(line.rules.adjuncts, place):
        return False
    belongs = line.low[place] in line.rules.belongs
    named = belongs and place + 1 < len(line) and line.is_source_noun(place + 1)
    return not (named and line.tokens[place - 1].lemma in line.rules.unnamed)


def run_before(line: Line, place: int) -> Stretch:
    """Return the words that end at a position: back to a mark, a quotation, a word that opens a clause or
    another anchor."""
    start, taken = place, line.taken
    while start and place - start < 2 * LONGEST_SOURCE:
        at = start - 1
        if line.is_mark(at) or line.quoted[at] is not None or at in taken:
            break
        opens = any(line.at(table, at) for table in (line.rules.starts, line.rules.that))
        if _opens_content(line, at):
            break
        if opens and not (
            joins_names(line, at) or _asks_no_name(line, at) or line.at(line.rules.describing, at)
        ):
            break
        if at < place - 1 and line.low[at][0].isalnum() and line.at(line.rules.topics, at):
            break
        start = at
    return start, place


def _opens_content(line: Line, place: int) -> bool:
    """Tell whether a word opens what a cue before it governs, where cues come first: "قالت الوكالة | *إنها*
    علمت"."""
    first = line.rules.surface.orders[0] is Order.CUE_SOURCE_CONTENT
    said = any(one.stop <= place and one.payload.role is Role.SAY for one in line.anchors)
    return first and said and bool(line.at(line.rules.content, place))


def _asks_no_name(line: Line, place: int) -> bool:
    """Tell whether a relative opens the wish not to be named: "a source *who* asked not to be named"."""
    return line.low[place] in line.rules.relatives and bool(line.at(line.rules.silent, place + 1))


def after(line: Line, place: int, stop: int | None = None) -> Stretch:
    """Return the source that begins behind a position: adverbs skipped, on to a mark, a quotation, a word
    that opens or ends a clause, or another anchor."""
    start, last = skipped(line, place), len(line) if stop is None else stop
    start += _leads_place(line, start, last)
    end = start
    if start < last and line.low[start] in line.rules.alone:
        return start, start + 1
    weight = 0.0
    while end < last and weight < LONGEST_SOURCE:
        if end > start and (closed := _bracketed(line, end)):
            end = closed
            continue
        if line.is_mark(end) or line.quoted[end] is not None or is_anchor(line, end) or end in line.helping:
            break
        if joins_names(line, end):
            end += 1
            continue
        if end > start and _is_counted(line, end):
            break
        ending = (line.rules.that, line.rules.content, line.rules.ends, line.rules.adverbs)
        ended = end not in line.silent and any(line.at(table, end) for table in ending)
        if ended and not (end > start and _goes_on(line, end)):
            break
        weight += _weight(line.low[end])
        end += 1
        if line.tokens[end - 1].lemma in line.rules.relays:
            break
    bare = line.rules.prepositions - line.rules.articles
    while end > start + 1 and line.low[end - 1] in bare and not line.is_capital(end - 1):
        end -= 1  # "تشتبه | النيابة | *في* أن"
    return start, end


def _bracketed(line: Line, place: int) -> int:
    """Return where short brackets end that begin at a position ("للأنباء *(سانا)*"), 0 when none do."""
    if line.low[place] not in _BRACKETS:
        return 0
    near = range(place + 2, min(len(line), place + 3 + _LONGEST_SHORT))
    return next((at + 1 for at in near if line.low[at] == _BRACKETS[line.low[place]]), 0)


def _is_counted(line: Line, place: int) -> bool:
    """Tell whether a number with its noun begins a phrase of its own, where nouns have capitals ("laut der
    Polizei | *214 Menschen*")."""
    counts = line.rules.capital_nouns and line.low[place].isdigit() and place + 1 < len(line)
    return counts and line.is_capital(place + 1)


def _goes_on(line: Line, place: int) -> bool:
    """Tell whether a preposition ties a place or body to somebody unnamed: "źródło | w policji"."""
    rules = line.rules
    if line.low[place] in rules.belongs and line.at(rules.noun_phrases, place + 1):
        return True
    if not rules.capital_nouns and line.low[place] in rules.belongs and line.is_capital(place - 1):
        behind = range(place + 1, min(len(line), place + 3))
        if len(behind) == 2 and all(line.is_capital(at) and not line.is_mark(at) for at in behind):
            return True  # "rzecznik Dyrekcji Dróg | *w Białymstoku Marek* Zalipski"
    if line.tokens[place - 1].lemma not in rules.unnamed or line.low[place] not in rules.belongs:
        return False
    return not (line.at(rules.told, place) or line.at(rules.adverbs, place))


def next_speaker(line: Line, source: Stretch) -> int:
    """Return where a source ends because the subject of the sentence follows without a mark: a noun as the
    lexicon names it, behind a noun in another form ("Со ссылкой на турецкие СМИ | портал X пишет")."""
    start, end = source
    nouns = [at for at in range(start, end) if line.is_source_noun(at)]
    for at in nouns[1:]:
        plain = line.low[at] == line.tokens[at].lemma and not line.is_capital(at)
        if plain and line.low[at - 1] not in line.rules.small and is_cue_behind(line, at):
            return at
    return end


def is_cue_behind(line: Line, place: int) -> bool:
    """Tell whether a form of saying stands behind a position before any mark."""
    for at in range(place, len(line)):
        if role_at(line, at, Role.SAY):
            return True
        if line.is_mark(at) and not line.names[at]:
            return False
    return False


def described(line: Line, stretch: Stretch) -> Stretch:
    """Return a source that is described with what goes on behind its comma: "источник, знакомый с делом"."""
    start, end = stretch
    unnamed = any(line.tokens[at].lemma in line.rules.unnamed for at in range(start, end))
    clause = line.is_comma(end) and line.at(line.rules.describing, end + 1)
    relatives = line.rules.relatives - line.rules.articles
    close = end < len(line) and bool({line.low[end - 1], line.low[end]} & relatives)
    if not unnamed or not (clause or close):
        return stretch
    edges = (at for at in range(end + 1, len(line)) if line.is_mark(at) or (close and is_anchor(line, at)))
    return start, next(edges, len(line))


def skipped(line: Line, place: int) -> int:
    """Return the position behind the adverbs that stand at a position."""
    while step := line.at(line.rules.adverbs, place):
        place += step
    return place


def trimmed(line: Line, stretch: Stretch) -> Stretch:
    """Return a stretch without adverbs at its ends, and without an adverbial that leads it."""
    start, end = stretch
    idle = (line.rules.adverbs, line.rules.quoting)
    while start < end and (step := max(line.at(table, start) for table in idle)):
        if line.low[start] in line.rules.articles and start + 1 < end and line.is_capital(start + 1):
            break  # "*lo* Stato maggiore"
        start += step
    start = min(start, end)
    for back in range(1, 4):
        if end - back >= start and line.at(line.rules.adverbs, end - back) == back:
            end -= back
    if _leads_adverbial(line, start, end):
        nouns = [at for at in range(start + 2, end) if line.is_source_noun(at)]
        start = start + 1 if _leads_place(line, start, end) else next(iter(nouns), end)
    if sum(map(_weight, line.low[start:end])) > LONGEST_SOURCE:
        start = end
    return start, end


def _leads_adverbial(line: Line, start: int, end: int) -> bool:
    """Tell whether a preposition leads a phrase, and not an article of the same form ("A polícia")."""
    if start >= end or line.low[start] not in line.rules.prepositions:
        return False
    return line.low[start] not in line.rules.articles or not (start + 1 < end and _is_named(line, start + 1))


def _leads_place(line: Line, start: int, end: int) -> bool:
    """Tell whether a preposition leads the body in which somebody speaks: "В *полиции* пояснили"."""
    leads = line.rules.belongs & line.rules.prepositions - line.rules.articles
    if start + 1 >= end or line.low[start] not in leads:
        return False
    last = start + (_FARTHEST_PLACE if line.is_capital(start + 1) else 2)
    return any(line.tokens[at].lemma in line.rules.places for at in range(start + 1, min(end, last)))


def _is_named(line: Line, place: int) -> bool:
    return line.is_source_noun(place) or line.is_capital(place)


def _weight(word: str) -> float:
    return 0.5 if is_one_by_one(word[0]) else 1


def body(line: Line, stretch: Stretch) -> Stretch:
    """Return a stretch without marks at its ends; quotation marks of speech stay."""
    start, end = stretch
    while start < end and line.is_mark(start) and line.quoted[start] is None:
        start += 1
    while start < end and line.is_mark(end - 1) and line.quoted[end - 1] is None:
        end -= 1
    return start, end


def opening(line: Line, place: int) -> tuple[int, int] | None:
    """Return where the words between a cue that ends at `place` and its content end, and where the
    content begins; None when nothing opens a content there."""
    rules, brackets = line.rules, 0
    for at in range(place, min(len(line), place + _MOST_BETWEEN)):
        brackets = max(brackets, _bracketed(line, at))
        if at < brackets or _in_adjunct(line, at) or at in line.silent:
            continue
        if line.quoted[at] is not None:
            return at, at
        if step := line.at(rules.that, at):
            return at, at + step
        if line.at(rules.content, at):
            return at, at
        if line.is_comma(at):
            step = line.at(rules.that, at + 1)
            if step:
                return at, at + 1 + step
            if line.at(rules.content, at + 1):
                return at, at + 1
            if at + 1 < len(line) and line.quoted[at + 1] is not None:
                return at, at + 1
            if rules.surface.comma_opens and not line.at(rules.as_words, at + 1):
                return at, at + 1
            if not _closes_later(line, at):
                return None
        elif line.is_mark(at) or role_at(line, at, Role.SAY):
            return None
    return None


def _in_adjunct(line: Line, place: int) -> bool:
    """Tell whether a position lies in the words of "citing X" or "according to X"."""
    return any(
        place in range(one.start, one.end)
        for one in line.anchors
        if one.payload.role in CITES or one.payload.role is Role.ACCORDING
    )


def _closes_later(line: Line, comma: int) -> bool:
    """Tell whether another comma with an opening word behind it follows: an apposition stands between."""
    for at in range(comma + 1, min(len(line), comma + _MOST_BETWEEN)):
        if line.is_comma(at):
            return bool(line.at(line.rules.that, at + 1) or line.at(line.rules.content, at + 1))
    return False


def with_closed_apposition(line: Line, source: Stretch) -> Stretch:
    """Return a source right behind its cue with the name between commas that follows it: "دعا الأمين العام |
    ، *جابر المنفلوطي*، | الحكومة"."""
    comma = source[1]
    if source[0] >= comma or not line.is_comma(comma):
        return source
    near = range(comma + 1, min(len(line), comma + 2 + _LONGEST_NAME))
    closing = next((at for at in near if line.is_mark(at)), comma)
    if closing < comma + 2 or not line.is_comma(closing) or line.quoted[comma + 1] is not None:
        return source
    idle = (line.rules.adverbs, line.rules.told, line.rules.that, line.rules.content, line.rules.adjuncts)
    inside = range(comma + 1, closing)
    spoken = any(is_anchor(line, at) for at in inside)
    if spoken or any(line.at(table, comma + 1) for table in idle):
        return source
    return source[0], closing


def phrase_around(line: Line, start: int, stop: int) -> list[Stretch]:
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


def with_apposition(line: Line, source: Stretch) -> Stretch:
    """Return a source behind its cue with the apposition or relative clause that follows it between commas,
    or up to the end ("dijo Tomás*, el único superviviente*")."""
    comma = source[1]
    if not line.is_comma(comma) or comma + 1 >= len(line) or source[1] - source[0] > LONGEST_SOURCE:
        return source
    first = comma + 1
    if any(line.at(table, first) for table in (line.rules.starts, line.rules.adverbs, line.rules.resumes)):
        return source
    end = first
    while end < len(line) and not line.is_mark(end) and line.quoted[end] is None:
        if is_anchor(line, end) or line.at(line.rules.that, end) or line.at(line.rules.as_words, end):
            return source
        end += 1
    stands = line.is_capital(first) or _is_apposed(line, first, end)
    ends = end == len(line) or line.is_comma(end) or line.low[end] in _STOPS
    return (source[0], end) if stands and ends and end - first <= LONGEST_SOURCE else source


_LONGEST_NAME = 4
"""Words of a name between commas."""

_BRACKETS = {"(": ")", "（": "）"}
_LONGEST_SHORT = 2
"""Words of a short name in brackets."""

_STOPS = frozenset(".;!?")


_NOUN_WITHIN = 3
"""Words of an apposition without article among which its noun stands: "unico superstite", "familiens
advokat"."""


def _is_apposed(line: Line, place: int, end: int) -> bool:
    """Tell whether words can be what is said of somebody: an article or relative leads them, or a noun for
    sources stands at their head."""
    rules = line.rules
    if line.low[place] in rules.articles or line.low[place] in rules.relatives:
        return True
    return any(line.is_source_noun(at) for at in range(place, min(end, place + _NOUN_WITHIN)))


def can_be_source(line: Line, stretch: Stretch) -> bool:
    """Tell whether words can mean a source: where names have capitals one of them has one, or is a noun
    or pronoun that means somebody."""
    if not line.rules.cased:
        return True
    return any(
        line.is_capital(at)
        or line.names[at]
        or line.is_source_noun(at)
        or line.low[at] in line.rules.pronouns
        for at in range(*stretch)
    )


def holds_source(line: Line, stretch: Stretch) -> bool:
    """Tell whether words hold a noun, pronoun or name that can mean a source, whatever the script."""
    if line.rules.cased:
        return can_be_source(line, stretch)
    return any(
        line.low[at] in line.rules.pronouns
        or line.tokens[at].text[:1].isupper()
        or line.at(line.rules.noun_phrases, at)
        or (line.is_source_noun(at) and (at == stretch[1] - 1 or not is_one_by_one(line.low[at][0])))
        for at in range(*stretch)
    )


def joins_names(line: Line, place: int) -> bool:
    """Tell whether a conjunction stands between two names of a phrase ("the Gazette and the Herald")."""
    if line.low[place] not in line.rules.conjunctions or not 0 < place < len(line) - 1:
        return False
    behind = [at for at in (place + 1, place + 2) if at < len(line)]
    before = line.names[place - 1] or line.is_capital(place - 1)
    return before and any(line.names[at] or line.is_capital(at) for at in behind)


def clause_start(line: Line, place: int) -> int:
    """Return where the part of the sentence begins that a tail at a position can take up."""
    return next((at + 1 for at in range(place - 1, -1, -1) if line.low[at] in ";؛"), 0)


def is_anchor(line: Line, place: int) -> bool:
    """Tell whether an anchor begins at a position."""
    return any(one.start == place for one in line.anchors)


def role_at(line: Line, place: int, *roles: Role) -> Found[Anchor] | None:
    """Return the anchor of one of the roles that begins at a position."""
    return next((one for one in line.anchors if one.start == place and one.payload.role in roles), None)


def pieces(line: Line, start: int, stop: int) -> list[Stretch]:
    """Return what a stretch holds besides marks, as a list of no or one stretch."""
    piece = body(line, (start, stop))
    return [piece] if piece[0] < piece[1] else []
