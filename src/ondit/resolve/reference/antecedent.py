"""From a short form or pronoun back to the figure it means.

No model decides here. A mention must fit in kind, number, gender and noun; of those that fit, the cheapest
wins. A mention costs its distance in sentences, and more where the sentence was not about it: who speaks or
is the subject costs nothing, all else `ASIDE`. Of two of one cost the one who speaks wins, then the subject,
then the earlier one (the subject of a sentence stands first).
"""

import bisect
from collections.abc import Iterator

from ondit.model.source import Grade, SourceKind
from ondit.model.span import Part, Span, text_order
from ondit.resolve.figure import Figure
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.reference.costs import (
    PRONOUN_REACH,
    Cost,
    Question,
    bear_together,
    cost_of_pronoun,
    cost_of_short,
)
from ondit.resolve.reference.fitting import bears_noun
from ondit.resolve.reference.place import Found, Setting, Step

MOST_STEPS = 400
"""Mentions that are looked through for an antecedent: all of a usual article, and a bound for a book."""

BESIDE = 2
"""Code points between a name and the relative pronoun behind it: a comma and a space at most."""

PAIR_REACH = 2
"""Sentences within which "the two" finds two of several persons that are not named side by side."""

CLOSE = 1
"""How much more another may cost, in sentences, and still be in question."""

Rank = tuple[int, int, int, int]
"""How good a mention is, best first: its cost, its standing in the sentence, its order, its sentence."""


class Trail:
    """All mentions so far, in reading order."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.steps: list[Step] = []
        self._order: list[tuple[bool, int, int]] = []

    def add(self, step: Step) -> None:
        """Put a mention at its place in the trail."""
        order = text_order(step.span)
        at = bisect.bisect_right(self._order, order)
        self._order.insert(at, order)
        self.steps.insert(at, step)

    def antecedent(self, phrase: Phrase, setting: Setting) -> Found | None:
        """Return whom a pronoun or short form means, None when nobody fits."""
        span = phrase.spans[0]
        if phrase.head in self.vocabulary.says.relative:
            return self._just_before(span, setting)
        if phrase.count > 1 and phrase.form is Form.PRONOUN:
            return self._several(phrase, setting) or self._cheapest(phrase, setting, cost_of_pronoun)
        if phrase.which:
            return self._chosen(phrase, setting)
        if phrase.form is Form.PRONOUN:
            return self._cheapest(phrase, setting, cost_of_pronoun)
        found = self._cheapest(phrase, setting, cost_of_short)
        if found is None and phrase.count > 1 and phrase.head in self.vocabulary.persons:
            return self._several(phrase, setting)
        return found

    def last(self, span: Span) -> Step | None:
        """Return the last mention before a place."""
        return next(self._back(span), None)

    def last_mention(self, figure: Figure, span: Span) -> Step | None:
        """Return the last mention of a figure before a place."""
        return next((one for one in self._back(span) if figure in one.figures), None)

    def _cheapest(self, phrase: Phrase, setting: Setting, cost: Cost) -> Found | None:
        span = phrase.spans[0]
        ranks: dict[tuple[Figure, ...], Rank] = {}
        title = span.part is Part.TITLE
        speaker = next((one.figure for one in self._back(span) if one.is_source), None)
        question = Question(phrase, setting, speaker, self.vocabulary)
        met: dict[tuple[object, ...], int] = {}
        for order, step in enumerate(self._back(span)):
            distance = question.distance(step)
            if phrase.form is Form.PRONOUN and distance > PRONOUN_REACH:
                break
            alike = (step.figures, step.standing, step.is_subject, step.quotation)
            if met.get(alike, distance) < distance:
                continue  # the same further back costs more, or cannot be meant either
            dear = cost(question, step)
            if dear is not None or distance:
                met[alike] = distance
            if dear is not None:
                rank = (dear, step.standing, order if title else -order, step.sentence)
                ranks[step.figures] = min(rank, ranks.get(step.figures, rank))
        if not ranks:
            return None
        (figures, best), *others = sorted(ranks.items(), key=lambda item: item[1])
        apart = (rank for others_of, rank in others if not set(others_of) & set(figures))
        return Found(figures, _grade(phrase, best, next(apart, None)))

    def _chosen(self, phrase: Phrase, setting: Setting) -> Found | None:
        """Return which of several "the other official", "the first" or "the latter" is; "the other" alone is
        somebody new."""
        reference, says = self.vocabulary.reference, self.vocabulary.says
        figures: dict[Figure, None] = {}
        turn = phrase.which in says.light
        for step in self._before(phrase.spans[0]):
            near = not turn or setting.sentence - step.sentence <= PAIR_REACH
            single = not step.figure.plural and step.figure.kind is not SourceKind.DOCUMENT
            bare = phrase.form is Form.PRONOUN and near and single
            fits = bare or bears_noun(phrase, step.figure, self.vocabulary)
            if fits and len(step.figures) == 1 and (turn or not bare or step.figure.is_described):
                if turn or phrase.which in says.other:
                    figures.pop(step.figure, None)
                figures[step.figure] = None
        order = list(figures)
        if len(order) < 2:
            return None
        if phrase.which in reference.first:
            return Found((order[-2 if turn else 0],), Grade.CERTAIN)
        if phrase.which in reference.last:
            fresh = next((one for one in order if one.fresh), order[1])
            return Found((order[-1] if turn else fresh,), Grade.CERTAIN)
        return Found((order[-2],), Grade.LIKELY)

    def _several(self, phrase: Phrase, setting: Setting) -> Found | None:
        """Return the so many persons that "the two" are: named side by side, else those of the last sentence
        that has as many."""
        before = self._before(phrase.spans[0])
        for step in reversed(before):
            if len(step.figures) == phrase.count and (
                phrase.form is Form.PRONOUN or bear_together(phrase, step, self.vocabulary)
            ):
                return Found(step.figures, Grade.CERTAIN)
            if step.figure.plural and step.figure.count == phrase.count:
                return Found(step.figures, Grade.CERTAIN)
        persons: dict[Figure, None] = {}
        near: dict[Figure, None] = {}
        for step in reversed(before):
            if step.figure.kind is SourceKind.PERSON and step.figure.sure:
                persons[step.figure] = None
                if setting.sentence - step.sentence <= PAIR_REACH and len(near) < phrase.count:
                    near[step.figure] = None
        if len(persons) == phrase.count:
            return Found(tuple(reversed(persons)), Grade.CERTAIN)
        return Found(tuple(reversed(near)), Grade.LIKELY) if len(near) == phrase.count else None

    def _just_before(self, span: Span, setting: Setting) -> Found | None:
        """Return the figure named last before a relative pronoun, or whose phrase holds it."""
        around = next((step for step in reversed(self.steps) if step.span.contains(span)), None)
        if around:
            return Found(around.figures, Grade.CERTAIN)
        before = [step for step in self._before(span) if step.sentence == setting.sentence]
        gap = before[-1].span.gap(span) if before else None
        return Found(before[-1].figures, Grade.CERTAIN) if gap is not None and gap <= BESIDE else None

    def _before(self, span: Span) -> list[Step]:
        """Return the mentions before a place, in reading order."""
        steps = list(self._back(span))
        return steps if span.part is Part.TITLE else steps[::-1]

    def _back(self, span: Span) -> Iterator[Step]:
        """Yield the mentions before a place, the nearest first; for a headline those of the body, the first
        first: the body is what it sums up."""
        if span.part is Part.TITLE:
            start = bisect.bisect_left(self._order, (True, 0, 0))
            yield from self.steps[start : start + MOST_STEPS]
            return
        at = bisect.bisect_left(self._order, text_order(span))
        for place in range(at - 1, max(at - MOST_STEPS, 0) - 1, -1):
            if self.steps[place].span.precedes(span):
                yield self.steps[place]


def _grade(phrase: Phrase, best: Rank, second: Rank | None) -> Grade:
    """Return how sure the cheapest is: open where another is as good, or stands in the same sentence as near;
    of two outlets or bodies that a short form can mean, also where the other is one sentence further."""
    if second is None or second[0] - best[0] > CLOSE:
        return Grade.CERTAIN
    pronoun = phrase.form is Form.PRONOUN
    person = phrase.kind is SourceKind.PERSON
    thing = phrase.kind in {SourceKind.OUTLET, SourceKind.ORGANISATION}
    if second[:2] == best[:2] or (not pronoun and thing):
        return Grade.OPEN
    if pronoun and person and best[3] == second[3]:
        return Grade.OPEN if best[1] else Grade.LIKELY
    return Grade.LIKELY if second[0] == best[0] else Grade.CERTAIN
