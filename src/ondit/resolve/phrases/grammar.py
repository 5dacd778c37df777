"""What the parser tells of a phrase."""

from collections.abc import Sequence

from ondit.model.annotation import Annotated
from ondit.model.span import Span, SpanIndex, covers


class Grammar:
    """The grammar of one article; where no parser read it, nothing is a subject."""

    def __init__(self, annotated: Annotated, subjects: frozenset[str], places: SpanIndex) -> None:
        """`subjects` are the parser's labels of a subject, `places` the spans of all tokens."""
        self._places = places
        self._lemmas = {
            token.span: token.lemma for sentence in annotated.sentences for token in sentence.tokens
        }
        self._verbs = {
            token.span: sentence.tokens[token.head].span
            for sentence in annotated.sentences
            for token in sentence.tokens
            if token.dep in subjects
        }
        self._subjects = SpanIndex(self._verbs)

    def is_subject(self, spans: Sequence[Span]) -> bool:
        """Tell whether a phrase is the subject of a verb outside it."""
        subjects = self._subjects
        heads = (subjects.spans[at] for span in spans for at in subjects.touching(span))
        return any(not covers(spans, self._verbs[head]) for head in heads)

    def holds_lemma(self, spans: Sequence[Span], lemmas: frozenset[str]) -> bool:
        """Tell whether one of some lemmas stands in the spans."""
        places = (self._places.spans[at] for span in spans for at in self._places.touching(span))
        return any(self._lemmas[place] in lemmas for place in places)
