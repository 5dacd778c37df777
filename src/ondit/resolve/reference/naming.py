"""Somebody who is first described and then named: "A general said ... General Anna Berg showed ..."."""

from collections.abc import Iterable, Sequence

import msgspec

from ondit.model.source import SourceKind
from ondit.model.span import Part, Span
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
    phrase: Phrase, place: Span, sentence: int, names: Sequence[Coming], vocabulary: Vocabulary
) -> Figure | None:
    """Return who a description or pronoun at the head of an article is, where the text names him right after.

    The name must be new and follow within `NAMED_WITHIN` sentences. It fits where it bears the noun ("a
    general", "General X"), or, behind a phrase that can mean one person only (a post, "her coach", "she"),
    where it is the first name that speaks and has no role of its own. Nobody who is to stay unnamed is
    named: no "source", nobody "familiar with" a matter, no plural.
    """
    if place.part is Part.TITLE or not _may_be_named(phrase, vocabulary):
        return None
    known = {one.figure for one in names if one.phrase.spans[0].precedes(place)}
    coming = [
        one
        for one in names
        if place.precedes(one.phrase.spans[0])
        and one.figure not in known
        and one.sentence - sentence <= NAMED_WITHIN
        and may_be(phrase.gender, one.figure.gender)
    ]
    bearer = next((one.figure for one in coming if phrase.head in one.phrase.nouns), None)
    if bearer or phrase.introduces:
        return bearer
    first = coming[0] if coming else None
    return first.figure if first and _is_bare(first, coming) else None


def _is_bare(first: Coming, coming: Iterable[Coming]) -> bool:
    """Tell whether the first name has no role of its own and is that of a source, here or in its sentence."""
    speaks = any(one.is_source and one.figure is first.figure for one in coming)
    return speaks and not first.phrase.nouns


def _may_be_named(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    if phrase.plural or phrase.content & vocabulary.reference.secret:
        return False
    if phrase.form is Form.PRONOUN:
        return phrase.kind is SourceKind.PERSON
    nouns = vocabulary.nouns
    return phrase.head in nouns.office | nouns.title | vocabulary.reference.ranks
