"""The source that begins behind a cue, and where it ends."""

from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.rules import Role
from ondit.attribute.surface.stretches import (
    LONGEST_SOURCE,
    bracketed,
    joins_names,
    leads_place,
    role_at,
    skipped,
    weight,
)


def after(line: Line, place: int, stop: int | None = None) -> Stretch:
    """Return the source that begins behind a position: adverbs skipped, on to a mark, a quotation, a word
    that opens or ends a clause, or another anchor."""
    start, last = skipped(line, place), len(line) if stop is None else stop
    end = attribute_end(line, start, last)
    if end == start:
        start += leads_place(line, start, last)
        end = start
    if start < last and line.low[start] in line.rules.alone:
        return start, start + 1
    taken = 0.0
    while end < last and taken < LONGEST_SOURCE:
        if end > start and (closed := bracketed(line, end)):
            end = closed
            continue
        if line.is_mark(end) or line.quoted[end] is not None or end in line.parts:
            break
        if joins_names(line, end):
            end += 1
            continue
        if end > start and _is_counted(line, end):
            break
        ending = (line.rules.that, line.rules.content, line.rules.ends, line.rules.adverbs)
        ended = end not in line.silent and any(line.at(table, end) for table in ending)
        if ended and not (end > start and (_goes_on(line, start, end) or _is_last_place(line, end, last))):
            break
        taken += weight(line.low[end])
        end += 1
        if line.tokens[end - 1].lemma in line.rules.relays:
            break
    bare = line.rules.prepositions - line.rules.articles
    while end > start + 1 and line.low[end - 1] in bare and not line.is_capital(end - 1):
        end -= 1  # "تشتبه | النيابة | *في* أن"
    return start, end


def _is_counted(line: Line, place: int) -> bool:
    """Tell whether a number with its noun begins a phrase of its own, where nouns have capitals ("laut der
    Polizei | *214 Menschen*")."""
    counts = line.rules.capital_nouns and line.low[place].isdigit() and place + 1 < len(line)
    return counts and line.is_capital(place + 1)


def attribute_end(line: Line, start: int, stop: int) -> int:
    """Return where the noun stands behind an article and what is said of it first ("*ein mit dem
    Vorgang vertrauter* | Diplomat"); the start itself where nothing is."""
    rules = line.rules
    led = start < stop and (line.low[start] in rules.articles or line.low[start] in rules.counts)
    first = start + led
    if first >= stop or not rules.surface.attributes:
        return start
    if not (
        line.low[first] in rules.prepositions or line.at(rules.ends, first) or line.at(rules.adverbs, first)
    ):
        return start
    near = range(first + 3, min(stop, start + LONGEST_SOURCE))
    nouns = (at for at in near if line.is_capital(at) and line.low[at - 1] not in rules.articles)
    return next((at for at in nouns if line.at(rules.attributes, at - 1)), start)


def _goes_on(line: Line, start: int, place: int) -> bool:
    """Tell whether a preposition ties a place or body to somebody unnamed: "źródło | w policji", "منابع محلی
    | در ادلب"."""
    rules = line.rules
    if line.low[place] not in rules.belongs:
        return False
    if line.at(rules.noun_phrases, place + 1):
        return True
    if not rules.capital_nouns and any(map(line.is_capital, range(start, place))):
        behind = range(place + 1, min(len(line), place + 3))
        if len(behind) == 2 and all(line.is_capital(at) and not line.is_mark(at) for at in behind):
            return True  # "rzecznik Dyrekcji Dróg | *w Białymstoku Marek* Zalipski"
    described = range(max(start, place - 1 - (not rules.noun_last)), place)
    if not any(line.tokens[at].lemma in rules.unnamed | rules.documents for at in described):
        return False
    return not (line.at(rules.told, place) or line.at(rules.adverbs, place))


def _is_last_place(line: Line, place: int, stop: int) -> bool:
    """Tell whether a preposition with a name, and no more, stands before the cue that ends a source:
    "ministerstvo obrany | *v Moskve* | oznámila"."""
    if line.low[place] not in line.rules.belongs or line.at(line.rules.told, place):
        return False
    end = place + 1
    while end < stop and line.is_capital(end) and not line.is_mark(end):
        end += 1
    return place + 1 < end < len(line) and role_at(line, end, Role.SAY) is not None


def next_speaker(line: Line, source: Stretch) -> int:
    """Return where a source ends because the subject of the sentence follows without a mark: a noun as the
    lexicon names it, behind a noun in another form ("Со ссылкой на турецкие СМИ | портал X пишет",
    "Według prokuratury | burmistrz wziął łapówkę")."""
    start, end = source
    nouns = [at for at in range(start, end) if line.is_source_noun(at)]
    for at in nouns[1:]:
        plain = line.low[at] == line.tokens[at].lemma and not line.is_capital(at)
        declined = line.rules.surface.modifiers and line.low[nouns[0]] != line.tokens[nouns[0]].lemma
        if plain and line.low[at - 1] not in line.rules.small and (declined or _is_cue_behind(line, at)):
            return at
    return end


def _is_cue_behind(line: Line, place: int) -> bool:
    """Tell whether a form of saying stands behind a position before any mark."""
    for at in range(place, len(line)):
        if role_at(line, at, Role.SAY):
            return True
        if line.is_mark(at) and not line.names[at]:
            return False
    return False
