"""Sources of headlines that no verb gives: "Ministry: P", "P - report"."""

from collections.abc import Sequence

from ondit.attribute.draft import Draft
from ondit.attribute.factuality import Factuality
from ondit.attribute.surface.factuality import surface_factuality
from ondit.attribute.surface.line import COLONS, Line
from ondit.attribute.surface.reading import SurfaceReader
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.stretches import LONGEST_LABEL
from ondit.languages.surface import Saying
from ondit.model.annotation import Token
from ondit.model.span import hull
from ondit.text.countries import countries_in
from ondit.text.patterns import PatternTable
from ondit.text.tokens import bare, is_one_by_one

_SHORT_LABEL = 3
"""Words of one that its noun alone tells: "local media", "a source in the ministry"."""


_SIGNS = 3
"""Signs that make a word, in scripts without spaces."""


_LABEL_MARKS = COLONS | frozenset("—–-＝")


def headline_sources(title: SurfaceReader, known: frozenset[str]) -> list[Draft]:
    """Return the source before the colon of a headline ("Ministry: P") or behind its last colon or dash
    ("P - report"), where the body names it as one or its noun says so.

    `known` are the words of the body's sources in lower case. A noun of saying at the end tells a source
    by itself ("P…Reuters 보도").
    """
    tokens = [(place, token) for place, one in enumerate(title.sentences) for token in one[1].tokens]
    words = [token for _, token in tokens]
    marks = [at for at, token in enumerate(words) if token.text in _LABEL_MARKS and 0 < at < len(words) - 1]
    if title.drafts:
        return []
    if told := _told_at_end(title, tokens):
        return told
    if not marks:
        return []
    first, last = marks[0], marks[-1]
    leads = words[first].text in COLONS
    if leads and (_is_label(title, words[:first], known) or _is_name(title, words[:first])):
        at, label, rest = first, words[:first], words[first + 1 :]
    elif _is_label(title, words[last + 1 :], known):
        at, label, rest = last, words[last + 1 :], words[:last]
    else:
        return []
    return [_headline(title, tokens[0][0], label, words[at : at + 1], rest)]


def _spoken(words: Sequence[Token]) -> Sequence[Token]:
    """Return words without marks at their end ("P | ——")."""
    end = next((at + 1 for at in range(len(words) - 1, -1, -1) if words[at].text not in _LABEL_MARKS), 0)
    return words[:end] or words


def _is_name(title: SurfaceReader, words: Sequence[Token]) -> bool:
    """Tell whether all words before the colon of a headline are a name and no genre or country: "Reuters:
    P"."""
    text = " ".join(token.text for token in words)
    return (
        title.rules.names_tell
        and len(words) <= _SHORT_LABEL
        and all(token.text[:1].isupper() for token in words)
        and text.lower() not in title.rules.words.genres
        and not countries_in(text, title.language)
    )


def _is_label(title: SurfaceReader, words: Sequence[Token], known: frozenset[str]) -> bool:
    if len(words) > _SIGNS * LONGEST_LABEL:
        return False
    if not words:
        return False
    low = [bare(token.text) for token in words]
    signs = is_one_by_one(low[0][0])
    short = len(words) <= (_SIGNS * _SHORT_LABEL if signs else _SHORT_LABEL) and (
        any(token.lemma in title.rules.labels for token in words)
        or any(_ends_at(title.rules.label_phrases, low, at) for at in range(len(low)))
    )
    return short or {token.text.lower() for token in words} <= known


def _told_at_end(title: SurfaceReader, tokens: Sequence[tuple[int, Token]]) -> list[Draft]:
    """Return the source between a mark and a noun of saying that closes a headline ("P…Reuters 보도")."""
    words = [token for _, token in tokens]
    low = [bare(token.text) for token in words]
    says = next((at for at in range(len(low)) if _ends_at(title.rules.headline_says, low, at)), 0)
    topics = title.rules.topics
    end = says - 1 if says > 1 and topics.at(low, says - 1) and is_one_by_one(low[says - 1][0]) else says
    begin = next((at + 1 for at in range(end - 1, 0, -1) if not low[at][0].isalnum()), 0)
    if not begin or begin >= end or end - begin > LONGEST_LABEL:
        return []
    content = [token for token in words[: begin - 1] if bare(token.text)[0].isalnum()]
    if not content:
        return []
    return [_headline(title, tokens[0][0], words[begin:end], words[says:], content)]


def _ends_at(table: PatternTable[str], low: Sequence[str], place: int) -> bool:
    found = table.at(low, place)
    return found is not None and found.stop == len(low)


def _headline(
    title: SurfaceReader, place: int, source: Sequence[Token], cue: Sequence[Token], content: Sequence[Token]
) -> Draft:
    spoken = _spoken(content)
    return Draft(
        sentence=title.sentences[place][0],
        source=(hull([token.span for token in source]),),
        cue=(hull([token.span for token in cue]),),
        content=(hull([token.span for token in spoken]),),
        factuality=_factuality(title, spoken),
    )


def _factuality(title: SurfaceReader, content: Sequence[Token]) -> Factuality:
    """Return what the words of a headline's content say of it; those of its first sentence, where it has
    several."""
    place, sentence = next(one for one in title.sentences if content[0] in one[1].tokens)
    line = Line(place, sentence, (), title.rules, title.text)
    start = sentence.tokens.index(content[0])
    stretch = start, min(start + len(content), len(line))
    return surface_factuality(line, Sketch(saying=Saying(), cue=[], content=[stretch]))
