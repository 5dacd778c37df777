"""Somebody who is first described and then named: "A general said ... General Anna Berg showed ..."."""

from collections.abc import Sequence

import msgspec

from ondit.model.source import SourceKind
from ondit.model.span import Part
from ondit.resolve.figure import Figure, may_be
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary

LEDE = 2
"""Sentences of the body in which somebody may stand by role before he is named: the lede and one more."""

NAMED_WITHIN = 3
"""Sentences within which the name follows; a paper that keeps it back longer means somebody else."""


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A name of a person on its way: the phrase, whom it names, its sentence, whether it is a source."""

    phrase: Phrase
    figure: Figure
    sentence: int
    is_source: bool


def named_later(
    phrase: Phrase, sentence: int, names: Sequence[Coming], vocabulary: Vocabulary, *, in_lede: bool
) -> Figure | None:
    """Return who a description or pronoun is that the text names only after it.

    The name must be new. A definite noun before it names whoever bore the noun, wherever it stands ("an
    engineer ... *the engineer, Goran Pilic*"). In the lede a name that follows within `NAMED_WITHIN`
    sentences fits too where it bears the noun ("a general", "General X"), or, behind what can mean one person
    only (a post, "her coach", "she"), where it is the first one and, save behind a pronoun, speaks and has no
    role of its own. Nobody who is to stay unnamed is named: no "source", nobody "familiar with" a matter, no
    plural.
    """
    place = phrase.spans[0]
    unnamed = phrase.plural or phrase.content & vocabulary.reference.secret
    thing = phrase.form is Form.PRONOUN and phrase.kind is not SourceKind.PERSON
    if place.part is Part.TITLE or unnamed or thing:
        return None
    known = {one.figure for one in names if one.phrase.spans[0].precedes(place)}
    coming = [
        one
        for one in names
        if place.precedes(one.phrase.spans[0])
        and one.figure not in known
        and may_be(phrase.gender, one.figure.gender)
    ]
    wanted = {phrase.head} & vocabulary.persons
    if phrase.definite:
        wanted |= vocabulary.nouns.stands_for.get(phrase.head, frozenset())
    again = (one.figure for one in coming if one.phrase.definite and wanted & one.phrase.nouns)
    found = next(again, None)
    if found or not in_lede:
        return found
    return _in_lede(phrase, [one for one in coming if one.sentence - sentence <= NAMED_WITHIN], vocabulary)


def _in_lede(phrase: Phrase, coming: Sequence[Coming], vocabulary: Vocabulary) -> Figure | None:
    nouns = vocabulary.nouns
    if not coming:
        return None
    first = coming[0]
    if phrase.form is Form.PRONOUN:
        return first.figure
    if phrase.head not in nouns.office | nouns.title | vocabulary.reference.ranks:
        return None
    bearer = next((one.figure for one in coming if phrase.head in one.phrase.nouns), None)
    if bearer or phrase.introduces:
        return bearer
    speaks = any(one.is_source and one.figure is first.figure for one in coming)
    return first.figure if speaks and not first.phrase.nouns & vocabulary.persons else None
