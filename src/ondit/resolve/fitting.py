"""Whether a figure can be what a pronoun or a short form means."""

from ondit.model.source import SourceKind
from ondit.resolve.figure import Figure
from ondit.resolve.phrases.phrase import Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary


def fits_pronoun(phrase: Phrase, figure: Figure, vocabulary: Vocabulary) -> bool:
    """Tell whether a pronoun can mean a figure: in kind and number."""
    if figure.is_relay:
        return False
    person = figure.kind is SourceKind.PERSON or bool(figure.nouns & vocabulary.persons)
    if phrase.kind is SourceKind.PERSON:
        return person and not figure.plural
    if phrase.plural:
        return figure.plural or figure.kind in {SourceKind.GROUP, SourceKind.ORGANISATION}
    return not figure.plural and figure.kind in {
        SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.DOCUMENT,
    }  # fmt: skip


def bears_noun(phrase: Phrase, figure: Figure, vocabulary: Vocabulary) -> bool:
    """Tell whether the article has used the noun of this figure ("the *mayor*", "the *newspaper*")."""
    if figure.plural != phrase.plural or figure.is_relay:
        return False
    if phrase.countries and figure.countries and not phrase.countries & figure.countries:
        return False
    nouns = vocabulary.nouns
    wanted = {phrase.head} | nouns.stands_for.get(phrase.head, frozenset())
    if phrase.head in nouns.spokes:
        wanted |= nouns.spokes
    alike = bool(wanted & figure.nouns)
    return alike and _says_no_more(phrase, figure)


def _says_no_more(phrase: Phrase, figure: Figure) -> bool:
    """An unnamed figure or a person is meant only when the short form adds nothing to what was said."""
    if figure.kind not in {SourceKind.UNNAMED, SourceKind.PERSON}:
        return True
    return phrase.content - {phrase.head} <= figure.content | figure.nouns


def fits_kind(phrase: Phrase, figure: Figure, vocabulary: Vocabulary) -> bool:
    """Tell whether a noun can mean a figure by its kind alone ("the carmaker" any company)."""
    nouns, head = vocabulary.nouns, phrase.head
    if figure.is_relay or phrase.plural != figure.plural:
        return False
    if phrase.countries and figure.countries and not phrase.countries & figure.countries:
        return False
    if head in nouns.outlet and figure.kind is SourceKind.OUTLET:
        kinds = nouns.outlet[head]
        return not kinds or figure.outlet is None or figure.outlet.kind in kinds
    if head in nouns.piece and figure.kind is SourceKind.OUTLET:
        return True
    if head in nouns.people and figure.kind is SourceKind.PERSON:
        return True
    body = head in nouns.body - nouns.public_body or head in nouns.spokes or head in nouns.statement
    return body and figure.kind is SourceKind.ORGANISATION and not _is_place(figure, vocabulary)


def _is_place(figure: Figure, vocabulary: Vocabulary) -> bool:
    return figure.name.lower() in vocabulary.country_of
