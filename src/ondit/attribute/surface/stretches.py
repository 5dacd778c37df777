"""Stretches of a sentence and what they hold: words without marks, adverbs aside, who can be a source."""

from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.rules import Anchor, Role
from ondit.text.patterns import Found
from ondit.text.tokens import is_one_by_one

LONGEST_SOURCE = 14
"""Words of a source phrase. Longer ones are clauses; signs of scripts without spaces count for half."""


LONGEST_LABEL = 7
"""Words of a source that stands before a colon, at the head of an answer or headline."""


CITES = frozenset({Role.CITING, Role.CITED})
"""What ties who cites to who is cited, in either order."""


_BACK = (4, 3, 2, 1)
"""Words of an adverbial at the end of a source, the longest first: "die Feuerwehr | *am Dienstag*"."""

_NEAR_OFFICE = 3
"""Words before a conjunction among which an office stands that it joins to another."""

_FARTHEST_PLACE = 4
"""Words within which the noun of a body stands whose name begins with an adjective: "в *Счётной* палате"."""


def body(line: Line, stretch: Stretch) -> Stretch:
    """Return a stretch without marks at its ends; quotation marks of speech stay."""
    start, end = stretch
    while start < end and line.is_mark(start) and line.quoted[start] is None:
        start += 1
    while start < end and line.is_mark(end - 1) and line.quoted[end - 1] is None:
        end -= 1
    return start, end


def pieces(line: Line, start: int, stop: int) -> list[Stretch]:
    """Return what a stretch holds besides marks, as a list of no or one stretch."""
    piece = body(line, (start, stop))
    return [piece] if piece[0] < piece[1] else []


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
    if end > start + 1 and line.at(line.rules.echo, end - 1) == 1:
        end -= 1  # "vláda | *to* | odmieta"
    while back := next((one for one in _BACK if end - one >= start and _is_adverb(line, end, one)), 0):
        end -= back
    if _leads_adverbial(line, start, end):
        nouns = [at for at in range(start + 2, end) if line.is_source_noun(at)]
        start = start + 1 if leads_place(line, start, end) else next(iter(nouns), end)
    if sum(map(weight, line.low[start:end])) > LONGEST_SOURCE:
        start = end
    return start, end


def _is_adverb(line: Line, end: int, words: int) -> bool:
    return line.at(line.rules.adverbs, end - words) == words


def _leads_adverbial(line: Line, start: int, end: int) -> bool:
    """Tell whether a preposition leads a phrase, and not an article of the same form ("A polícia")."""
    if start >= end or line.low[start] not in line.rules.prepositions:
        return False
    return line.low[start] not in line.rules.articles or not (start + 1 < end and _is_named(line, start + 1))


def leads_place(line: Line, start: int, end: int) -> bool:
    """Tell whether a preposition leads the body in which somebody speaks: "В *полиции* пояснили"."""
    leads = line.rules.belongs & line.rules.prepositions - line.rules.articles
    if start + 1 >= end or line.low[start] not in leads:
        return False
    last = start + (_FARTHEST_PLACE if line.is_capital(start + 1) else 2)
    return any(line.tokens[at].lemma in line.rules.places for at in range(start + 1, min(end, last)))


def _is_named(line: Line, place: int) -> bool:
    return line.is_source_noun(place) or line.is_capital(place)


def weight(word: str) -> float:
    """Return the length of a word in words; a sign of a script without spaces counts for half."""
    return 0.5 if is_one_by_one(word[0]) else 1


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
    """Tell whether a conjunction stands between two names of a phrase ("the Gazette and the Herald") or two
    offices of one person ("podpredseda parlamentu *a* poslanec")."""
    if line.low[place] not in line.rules.conjunctions or not 0 < place < len(line) - 1:
        return False
    behind = [at for at in (place + 1, place + 2) if at < len(line)]
    before = line.names[place - 1] or line.is_capital(place - 1)
    names = before and any(line.names[at] or line.is_capital(at) for at in behind)
    near = range(max(0, place - _NEAR_OFFICE), place)
    offices = any(map(line.is_source_noun, near)) and any(map(line.is_source_noun, behind))
    return names or offices


def clause_start(line: Line, place: int) -> int:
    """Return where the part of the sentence begins that a tail at a position can take up."""
    return next((at + 1 for at in range(place - 1, -1, -1) if line.low[at] in ";؛"), 0)


def is_anchor(line: Line, place: int) -> bool:
    """Tell whether an anchor begins at a position."""
    return any(one.start == place for one in line.anchors)


def role_at(line: Line, place: int, *roles: Role) -> Found[Anchor] | None:
    """Return the anchor of one of the roles that begins at a position."""
    return next((one for one in line.anchors if one.start == place and one.payload.role in roles), None)


_BRACKETS = {"(": ")", "（": "）"}

_LONGEST_SHORT = 5
"""Words and marks of a short name or party in brackets."""


def bracketed(line: Line, place: int) -> int:
    """Return where short brackets end that begin at a position ("للأنباء *(سانا)*"), 0 when none do."""
    if place >= len(line) or line.low[place] not in _BRACKETS:
        return 0
    near = range(place + 2, min(len(line), place + 3 + _LONGEST_SHORT))
    return next((at + 1 for at in near if line.low[at] == _BRACKETS[line.low[place]]), 0)


def bracket_before(line: Line, end: int) -> int | None:
    """Return where short brackets begin behind a word and end at a position ("Carla Renneke *(Grüne)* |
    warnte"), None when none do."""
    near = range(end - 2, max(0, end - 4 - _LONGEST_SHORT), -1)
    return next((at for at in near if bracketed(line, at) == end and line.low[at - 1][0].isalnum()), None)
