"""The source that ends where a cue begins."""

from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.rules import Role
from ondit.attribute.surface.stretches import (
    LONGEST_SOURCE,
    bracket_before,
    holds_source,
    joins_names,
    trimmed,
)
from ondit.languages.surface import Order
from ondit.text.tokens import is_one_by_one


def before(line: Line, place: int) -> Stretch:
    """Return the source that can end at a position: the words before it, adverbials and who is told left
    out."""
    start, end = run_before(line, place)
    start = _behind_told(line, start, end)
    if line.rules.cased:
        end = next((at for at in range(start + 1, end) if _told_last(line, at, end)), end)
    if line.rules.allows(Order.CONTENT_SOURCE_CUE):
        end = next((at for at in range(start + 1, end) if _is_told(line, at, end)), end)
    return trimmed(line, without_adjunct(line, (start, end)))


def _told_last(line: Line, place: int, end: int) -> bool:
    """Tell whether nobody but who is told stands behind a position: "Zdroje z koalície | *pre Denník N* |
    potvrdili"."""
    told = place + line.at(line.rules.told, place)
    return place < told < end and all(line.is_capital(at) or line.names[at] for at in range(told, end))


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
        if start == place and (bracket := bracket_before(line, start)) is not None:
            start = bracket
            continue
        if line.is_mark(at) or line.quoted[at] is not None or at in taken:
            break
        opens = any(line.at(table, at) for table in (line.rules.starts, line.rules.that))
        if _opens_content(line, at):
            break
        if opens and not (
            joins_names(line, at)
            or _asks_no_name(line, at)
            or at in line.silent
            or line.at(line.rules.describing, at)
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
