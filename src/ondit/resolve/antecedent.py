"""From a short form or pronoun back to the figure it means.

No model decides here: a figure must fit in kind, number and noun; of those that fit, the one nearest in
sentences wins, and in one sentence a source of an attribution before a name that only stands there, an
earlier before a later one (the subject stands first).
"""

from collections.abc import Callable, Iterator

import msgspec

from ondit.model.source import SourceKind
from ondit.model.span import Part, Span
from ondit.resolve.figure import Figure
from ondit.resolve.fitting import bears_noun, fits_kind, fits_pronoun
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary

PRONOUN_REACH = 3
"""Sentences that a pronoun reaches back. Most pronoun sources have their antecedent in the same sentence or
the one before; a third one back is still safe where nobody else fits, further back it is a guess."""

MOST_STEPS = 400
"""Mentions that are looked through for an antecedent: all of a usual article, and a bound for a book."""

BESIDE = 2
"""Code points between a name and the relative pronoun behind it: a comma and a space at most."""

KIND_REACH, PERSON_REACH = 6, 2
"""Sentences within which a noun that no figure bears may mean the nearest figure of its kind: "the carmaker"
a firm never called so, "the billionaire" a person. Persons change faster in news prose than firms do."""

SILENT_BODY = 1
"""What a body that only stands there costs a pronoun, in sentences: it may be a mere place."""

BY_KIND = 4
"""What a fit by kind alone costs, in sentences, against one that bears the noun: "the candidate" rather means
the person of the sentence before than somebody called a candidate ten sentences ago."""


class Step(msgspec.Struct, frozen=True):
    """One mention on the way through the article. `sentence` counts from the title on."""

    figure: Figure
    span: Span
    sentence: int
    is_source: bool


Cost = Callable[[Phrase, Step, int], int | None]
"""What it costs, in sentences, to take a mention at a distance for what a phrase means; None for never."""


class Trail:
    """All mentions so far, in reading order."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.steps: list[Step] = []

    def add(self, step: Step) -> None:
        """Put a mention at the end of the trail."""
        self.steps.append(step)

    def antecedent(self, phrase: Phrase, sentence: int) -> Figure | None:
        """Return the figure that a pronoun or short form in the given sentence means, None when none fits."""
        span = phrase.spans[0]
        if phrase.head in self.vocabulary.says.relative:
            return self._just_before(span, sentence)
        if phrase.form is Form.PRONOUN:
            return self._nearest(phrase, span, sentence, self._cost_of_pronoun)
        return self._nearest(phrase, span, sentence, self._cost_of_short)

    def _nearest(self, phrase: Phrase, span: Span, sentence: int, cost: Cost) -> Figure | None:
        best: tuple[int, int, int] | None = None
        found: Figure | None = None
        for order, step in enumerate(self._before(span)):
            distance = max(sentence - step.sentence, 0)
            dear = cost(phrase, step, distance)
            if dear is not None:
                rank = (distance + dear, 0 if step.is_source else 1, order)
                if best is None or rank < best:
                    best, found = rank, step.figure
        return found

    def _cost_of_pronoun(self, phrase: Phrase, step: Step, distance: int) -> int | None:
        if distance > PRONOUN_REACH or not fits_pronoun(phrase, step.figure, self.vocabulary):
            return None
        silent_body = step.figure.kind is SourceKind.ORGANISATION and not step.is_source
        return SILENT_BODY if silent_body else 0

    def _cost_of_short(self, phrase: Phrase, step: Step, distance: int) -> int | None:
        figure = step.figure
        if bears_noun(phrase, figure, self.vocabulary):
            return 0
        reach = PERSON_REACH if figure.kind is SourceKind.PERSON else KIND_REACH
        return BY_KIND if distance <= reach and fits_kind(phrase, figure, self.vocabulary) else None

    def _just_before(self, span: Span, sentence: int) -> Figure | None:
        """Return the figure named last before a relative pronoun, in its own sentence."""
        before = [step for step in self._before(span) if step.sentence == sentence]
        gap = before[-1].span.gap(span) if before else None
        return before[-1].figure if gap is not None and gap <= BESIDE else None

    def _before(self, span: Span) -> Iterator[Step]:
        if span.part is Part.TITLE:
            return iter(self.steps[:MOST_STEPS])
        return (step for step in self.steps[-MOST_STEPS:] if step.span.precedes(span))
