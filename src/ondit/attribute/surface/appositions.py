"""What is said of a source between commas: a name, an office, a relative clause."""

from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.stretches import LONGEST_SOURCE, bracketed, is_anchor

LONGEST_NAME = 4
"""Words of a name between commas."""


_NOUN_WITHIN = 3
"""Words of an apposition without article among which its noun stands: "unico superstite", "familiens
advokat"."""


_STOPS = frozenset(".;!?")


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


def with_name(line: Line, source: Stretch) -> Stretch:
    """Return a source that an anchor leads to with the name between commas behind its noun: "Nach den Worten
    | des Präsidenten*, Ralf Teichmann*, | ist"."""
    start, comma = source
    if not any(map(line.is_source_noun, range(start, comma))) or not line.is_comma(comma):
        return source
    whole = with_closed_apposition(line, source)
    return source if line.rules.cased and not is_named(line, (comma + 1, whole[1])) else whole


def is_named(line: Line, stretch: Stretch) -> bool:
    """Tell whether words between commas are a name, a title before it and brackets behind it included
    ("l'ingegner Paolo Sarti")."""
    places = [at for at in range(*stretch) if not _in_brackets(line, at)]
    others = [at for at in places if not line.is_capital(at) and line.low[at] not in line.rules.small]
    return bool(places) and line.is_capital(places[-1]) and others in ([], places[:1])


def _in_brackets(line: Line, place: int) -> bool:
    return any(at <= place < bracketed(line, at) for at in range(max(0, place - 3), place + 1))


def with_closed_apposition(line: Line, source: Stretch) -> Stretch:
    """Return a source right behind its cue with the name between commas that follows it: "دعا الأمين العام |
    ، *جابر المنفلوطي*، | الحكومة"."""
    comma = source[1]
    if source[0] >= comma or not line.is_comma(comma):
        return source
    near = range(comma + 1, min(len(line), comma + 2 + LONGEST_NAME))
    closing = next((at for at in near if line.is_mark(at)), comma)
    closing = bracketed(line, closing) or closing
    if closing < comma + 2 or not line.is_comma(closing) or line.quoted[comma + 1] is not None:
        return source
    idle = (line.rules.adverbs, line.rules.told, line.rules.that, line.rules.content, line.rules.adjuncts)
    inside = range(comma + 1, closing)
    spoken = any(is_anchor(line, at) for at in inside)
    if spoken or any(line.at(table, comma + 1) for table in idle):
        return source
    return source[0], closing


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
    while end < len(line) and line.quoted[end] is None:
        if behind := bracketed(line, end):
            end = behind
            continue
        if line.is_mark(end):
            break
        if is_anchor(line, end) or line.at(line.rules.that, end) or line.at(line.rules.as_words, end):
            return source
        end += 1
    stands = line.is_capital(first) or _is_apposed(line, first, end)
    ends = end == len(line) or line.is_comma(end) or line.low[end] in _STOPS
    return (source[0], end) if stands and ends and end - first <= LONGEST_SOURCE else source


def _is_apposed(line: Line, place: int, end: int) -> bool:
    """Tell whether words can be what is said of somebody: an article or relative leads them, or a noun for
    sources stands at their head."""
    rules = line.rules
    if line.low[place] in rules.articles or line.low[place] in rules.relatives:
        return True
    return any(line.is_source_noun(at) for at in range(place, min(end, place + _NOUN_WITHIN)))
