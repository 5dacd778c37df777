"""Attributions of an article whose language has no lexicon: its quotations, and the names it credits."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ondit.attribute.draft import Draft
from ondit.attribute.factuality import Factuality
from ondit.attribute.nesting import finished
from ondit.languages.credits import credit_phrases
from ondit.model.annotation import Annotated, Sentence, Token
from ondit.model.attribution import Attributed, Certainty, Distance, Polarity
from ondit.model.span import Part, Span, SpanIndex, covers, hull, trimmed, without
from ondit.text.patterns import GAP, Found, PatternTable
from ondit.text.quotations import Quotation, find_quotations
from ondit.text.tokens import BARE_WORD, bare

QUOTED_BY, CREDITED_BY = "quotations/1", "credits/1"
"""`made_by` of quotations without a speaker, and of what a credited name says."""

ANY_MARKS = {"«": "»", "“": "”", "„": "“", "”": "”", "»": "«", '"': '"', "「": "」"}
"""Quotation marks of languages that nobody has listed; an opening one that also closes others opens where
none is open ("”så här”", "»sådan«")."""

_SHORTEST_SPEECH = 5
"""Words from which on a quotation is speech by its length alone; shorter ones are often names."""

_MOST_BETWEEN = 3
"""Words of a noun between a phrase and the name: "enligt *nyhetsbyrån* Reuters"."""

_FEWEST = 3
"""Words of a content. What is left of a shorter sentence is no clause."""

_MARKS = " \n\t,.;:–—-"
_PLAIN = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Distance.NONE)


def attribute_unread(annotated: Annotated) -> Attributed:
    """Return the longer quotations of an article, without who says them, and each sentence that credits a
    name ("enligt Reuters") as that name's.

    Quotations that nothing closes are left out. A credited name has capitals; who is only described, or
    named in a script without capitals, is not found.
    """
    quotations = [
        one
        for part in Part
        for one in find_quotations(annotated.article.part(part), ANY_MARKS, part)
        if one.closed and len(BARE_WORD.findall(annotated.article.cut(one.inner))) >= _SHORTEST_SPEECH
    ]
    credited = list(_credited(annotated, quotations))
    sentences = SpanIndex(one.span for one in annotated.sentences)
    quoted = [
        Draft(sentence=place, content=(one.span,), factuality=_PLAIN)
        for one in quotations
        if (place := sentences.at(one.span)) is not None
        and not any(covers(draft.content, one.span) for draft in credited)
    ]
    found = ((quoted, QUOTED_BY), (credited, CREDITED_BY))
    return Attributed(
        attributions=tuple(
            one for drafts, made_by in found for one in finished(drafts, quotations, annotated, made_by)
        )
    )


@lru_cache(maxsize=64)
def _phrases(language: str) -> PatternTable[bool]:
    """Return the phrases of a language, each with whether the name stands behind it."""
    phrases = credit_phrases().get(language.partition("-")[0].lower(), ())
    return PatternTable([(one.replace(GAP, "").strip(), one.endswith(GAP)) for one in phrases])


def _credited(annotated: Annotated, quotations: Sequence[Quotation]) -> Iterator[Draft]:
    phrases = _phrases(annotated.language)
    spoken = [one.span for one in quotations]
    for place, sentence in enumerate(annotated.sentences):
        low = [bare(token.text) for token in sentence.tokens]
        for found in phrases.find(low):
            name = _name(sentence.tokens, found)
            cue = hull([token.span for token in sentence.tokens[found.start : found.stop]])
            if name is None or covers(spoken, cue):
                continue
            content = tuple(_left(sentence, annotated.article.part(sentence.span.part), (cue, name)))
            if sum(len(BARE_WORD.findall(annotated.article.cut(one))) for one in content) >= _FEWEST:
                yield Draft(sentence=place, source=(name,), cue=(cue,), content=content, factuality=_PLAIN)
                break


def _name(tokens: Sequence[Token], found: Found[bool]) -> Span | None:
    """Return the name with capitals beside a phrase, a noun before it included; None where none stands
    there."""
    if not found.payload:
        start = found.start
        while start and _is_name(tokens[start - 1]):
            start -= 1
        return hull([one.span for one in tokens[start : found.start]]) if start < found.start else None
    near = range(found.stop, min(len(tokens), found.stop + _MOST_BETWEEN + 1))
    first = next((at for at in near if not tokens[at].text[0].islower()), len(tokens))
    end = first
    while end < len(tokens) and _is_name(tokens[end]):
        end += 1
    return hull([one.span for one in tokens[found.stop : end]]) if end > first else None


def _is_name(token: Token) -> bool:
    return token.text[0].isupper()


def _left(sentence: Sentence, text: str, holes: Sequence[Span]) -> Iterator[Span]:
    for piece in without(sentence.span, holes):
        bared = trimmed(piece, text, _MARKS)
        if len(bared):
            yield bared
