"""What it costs to take a mention for what a pronoun or short form means, in sentences."""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from ondit.model.source import SourceKind
from ondit.resolve.figure import Figure
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.reference.fitting import bears_noun, fits_kind, fits_pronoun
from ondit.resolve.reference.place import Setting, Step
from ondit.text.fold import fold

PRONOUN_REACH = 3
"""Sentences that a pronoun reaches back. Most pronoun sources have their antecedent in the same sentence or
the one before; a third one back is still safe where nobody else fits, further back it is a guess."""

KIND_REACH, PERSON_REACH = 6, 2
"""Sentences within which a noun that no figure bears may mean the nearest figure of its kind: "the carmaker"
a firm never called so, "the billionaire" a person. Persons change faster in news prose than firms do."""

ASIDE = 1
"""What a mention costs that neither speaks nor is a subject, in sentences: the subject of the sentence before
last is as near as the object of the last one."""

SILENT_BODY = 1
"""What a body costs that neither speaks nor is a subject: it may be a mere place."""

GUESSED = 1
"""What it costs that only the number of its words makes a name a person or a body."""

QUOTED = 2
"""What a mention inside somebody's quoted words costs the writer's "he": it is only taken for want of
another."""

ADDED = 2
"""What anybody but a speaker costs where the cue says that one goes on ("he added")."""

ACCUSER = 2
"""What the last speaker costs where the cue denies: who denies is rather the one spoken about."""

BY_KIND = 6
"""What a fit by kind alone costs, in sentences, against one that bears the noun: "the candidate" rather means
the person of the sentence before than somebody called a candidate ten sentences ago."""


class Question(msgspec.Struct, frozen=True):
    """Whom does a phrase mean here? `speaker` is who spoke last before it."""

    phrase: Phrase
    setting: Setting
    speaker: Figure | None
    vocabulary: Vocabulary

    def distance(self, step: Step) -> int:
        """Return the sentences between a mention and the phrase; 0 from a headline to the text below it."""
        return max(self.setting.sentence - step.sentence, 0)


KINDRED = 1
"""What a noun costs that can stand for one the figure bears ("the diplomat" for a minister), and a kind that
is known for certain: "the newspaper" of an outlet that the table calls one, "the Russian agency"."""

KINDRED_PERSON = 5
"""The same for persons: who was called an official is "the official" rather than a minister named since."""

Cost = Callable[[Question, Step], int | None]
"""What a mention costs as the answer, in sentences; None where it cannot be meant."""


def cost_of_pronoun(question: Question, step: Step) -> int | None:
    """Return what a mention costs as the antecedent of a pronoun."""
    phrase, setting, figure = question.phrase, question.setting, step.figure
    distance = question.distance(step)
    if distance > PRONOUN_REACH or (setting.quotation is not None and figure is setting.speaker):
        return None
    if len(step.figures) > 1:
        return distance if phrase.plural else None
    if not fits_pronoun(phrase, figure, question.vocabulary):
        return None
    kind = SourceKind.PERSON if phrase.kind is SourceKind.PERSON else SourceKind.ORGANISATION
    cost = distance + (0 if figure.sure or figure.kind is kind else GUESSED)
    if phrase.kind is SourceKind.PERSON and not _is_somebody(figure, question.vocabulary):
        cost += GUESSED
    if not (step.is_source or step.is_subject):
        if phrase.kind is SourceKind.PERSON:
            cost += ASIDE
        elif figure.kind is SourceKind.ORGANISATION:
            cost += SILENT_BODY
    if step.quotation is not None and step.quotation != setting.quotation:
        cost += QUOTED
    if setting.adding and not step.is_source:
        cost += ADDED
    if setting.denying and step.is_source and distance and figure is question.speaker:
        cost += ACCUSER
    return cost


def cost_of_short(question: Question, step: Step) -> int | None:
    """Return what a mention costs as the antecedent of a short form ("the newspaper")."""
    phrase, figure, distance = question.phrase, step.figure, question.distance(step)
    vocabulary = question.vocabulary
    listens = question.setting.listens and phrase.kind is SourceKind.OUTLET
    if listens and figure is question.speaker and not distance and figure.kind is not SourceKind.OUTLET:
        return None  # who speaks tells another ("Anna Berg told the paper")
    if len(step.figures) > 1:
        return distance if phrase.plural and bear_together(phrase, step, vocabulary) else None
    if bears_noun(phrase, figure, vocabulary):
        person = figure.kind in {SourceKind.PERSON, SourceKind.UNNAMED}
        return distance + (0 if phrase.head in figure.nouns else KINDRED_PERSON if person else KINDRED)
    reach = PERSON_REACH if figure.kind is SourceKind.PERSON else KIND_REACH
    aside = figure.kind is SourceKind.ORGANISATION and not (step.is_source or step.is_subject)
    word = phrase.head in vocabulary.nouns.spokes | vocabulary.nouns.statement
    generic = phrase.head in vocabulary.nouns.generic_body
    if distance > reach or (aside and not (word or generic)) or (word and phrase.form is Form.SHORT):
        return None
    if not fits_kind(phrase, figure, vocabulary):
        return None
    if phrase.hints & set(fold(figure.name).split()):
        return distance
    listed = figure.outlet is not None and figure.outlet.kind in vocabulary.nouns.outlet.get(phrase.head, ())
    told = listed or bool(phrase.countries & figure.countries)
    return distance + (KINDRED if told else BY_KIND) + (0 if figure.sure else GUESSED)


def bear_together(phrase: Phrase, step: Step, vocabulary: Vocabulary) -> bool:
    """Tell whether all figures named side by side are what a plural says ("the *ministers*")."""
    one = replace(phrase, plural=False)
    right = phrase.count in {0, len(step.figures)}
    return right and all(
        bears_noun(one, figure, vocabulary) or fits_kind(one, figure, vocabulary) for figure in step.figures
    )


def _is_somebody(figure: Figure, vocabulary: Vocabulary) -> bool:
    """Tell whether a figure is surely a person, and not just called by a noun that nobody has listed."""
    return figure.kind is not SourceKind.UNNAMED or bool(figure.nouns & vocabulary.persons)
