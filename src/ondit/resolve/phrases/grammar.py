"""What the parser tells of a phrase."""

from collections.abc import Sequence

from ondit.model.annotation import Annotated
from ondit.model.span import Span, SpanIndex, covers


class Grammar:
    """The grammar of one article; where no parser read it, nothing is a subject."""

    def __init__(self, annotated: Annotated, subjects: frozenset[str]) -> None:
        """`subjects` are the parser's labels of a subject."""
        tokens = [token for sentence in annotated.sentences for token in sentence.tokens]
        self._tokens = SpanIndex(token.span for token in tokens)
        self._lemmas = {token.span: token.lemma for token in tokens}
        self._verbs = {
            token.span: sentence.tokens[token.head].span
            for sentence in annotated.sentences
            for token in sentence.tokens
            if token.dep in subjects
        }

    def is_subject(self, spans: Sequence[Span]) -> bool:
        """Tell whether a phrase is the subject of a verb outside it."""
        verbs = (self._verbs.get(place) for place in self._within(spans))
        return any(verb and not covers(spans, verb) for verb in verbs)

    def holds_lemma(self, spans: Sequence[Span], lemmas: frozenset[str]) -> bool:
        """Tell whether one of some lemmas stands in the spans."""
        return any(self._lemmas[place] in lemmas for place in self._within(spans))

    def _within(self, spans: Sequence[Span]) -> list[Span]:
        return [self._tokens.spans[at] for span in spans for at in self._tokens.touching(span)]
