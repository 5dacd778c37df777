"""Whether a figure can be what a pronoun or a short form means."""

from ondit.model.source import OutletKind, SourceKind
from ondit.resolve.figure import Figure, may_be
from ondit.resolve.phrases.phrase import Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.text.fold import fold

_THINGS = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.DOCUMENT})


def fits_pronoun(phrase: Phrase, figure: Figure, vocabulary: Vocabulary) -> bool:
    """Tell whether a pronoun can mean a figure: in kind, number and gender."""
    if figure.is_relay or not may_be(phrase.gender, figure.gender):
        return False
    unsure = not figure.sure and figure.outlet is None
    person = figure.kind is SourceKind.PERSON or bool(figure.nouns & vocabulary.persons)
    if phrase.kind is SourceKind.PERSON:
        return (person or unsure or figure.kind is SourceKind.UNNAMED) and not figure.plural
    if phrase.plural:
        return figure.plural or figure.kind in {SourceKind.GROUP, SourceKind.ORGANISATION}
    return not figure.plural and (figure.kind in _THINGS or unsure)


def bears_noun(phrase: Phrase, figure: Figure, vocabulary: Vocabulary) -> bool:
    """Tell whether the article has used the noun of this figure ("the *mayor*", "the *newspaper*")."""
    collective = phrase.head in vocabulary.reference.collective and figure.plural
    if not _may_mean(phrase, figure) or (figure.plural != phrase.plural and not collective):
        return False
    if collective and phrase.content <= {phrase.head}:
        return True
    nouns = vocabulary.nouns
    wanted = {phrase.head} | nouns.stands_for.get(phrase.head, frozenset())
    for alike in (nouns.spokes, nouns.source):  # "the source" is the insider as well
        wanted |= alike if phrase.head in alike else frozenset()
    return bool(wanted & figure.nouns) and _says_no_more(phrase, figure, vocabulary)


def _may_mean(phrase: Phrase, figure: Figure) -> bool:
    """Tell whether number, gender and country allow it."""
    apart = phrase.countries and figure.countries and not phrase.countries & figure.countries
    return not (figure.is_relay or apart or not may_be(phrase.gender, figure.gender))


def _says_no_more(phrase: Phrase, figure: Figure, vocabulary: Vocabulary) -> bool:
    """A short form may add nothing to what was said of somebody unnamed. Of a named person it may ("the
    *veteran* diplomat"), save another office ("the *deputy* minister")."""
    said = figure.content | figure.nouns | vocabulary.reference.first | vocabulary.reference.last
    more = phrase.content - {phrase.head, *phrase.head.split()} - said
    if figure.kind is SourceKind.UNNAMED:
        return not more
    if figure.kind is SourceKind.PERSON:
        return not more & (vocabulary.nouns.office_word | phrase.hints)
    return True


def _kinds(figure: Figure, vocabulary: Vocabulary) -> set[OutletKind]:
    """Return what kinds of outlet a figure can be: by the table, by its nouns, or by its name."""
    if figure.outlet:
        return {figure.outlet.kind}
    outlet = vocabulary.nouns.outlet
    kinds = {kind for noun in figure.nouns for kind in outlet.get(noun, ())}
    paper = vocabulary.naming.papers & set(fold(figure.name).split())
    return kinds or ({OutletKind.NEWSPAPER} if paper else set())


def fits_kind(phrase: Phrase, figure: Figure, vocabulary: Vocabulary) -> bool:
    """Tell whether a noun can mean a figure by its kind alone ("the carmaker" any company)."""
    if not _may_mean(phrase, figure) or figure.plural != phrase.plural:
        return False
    nouns, head = vocabulary.nouns, phrase.head
    unsure = not figure.sure and figure.outlet is None
    if head in nouns.outlet and (figure.kind is SourceKind.OUTLET or unsure):
        kinds, told = nouns.outlet[head], _kinds(figure, vocabulary)
        return not kinds or not told or bool(told & set(kinds))
    if head in nouns.piece and figure.kind is SourceKind.OUTLET:
        return True
    one = phrase.kind is SourceKind.PERSON and head not in nouns.office
    anybody = head in vocabulary.reference.anyone
    calling = figure.nouns & vocabulary.persons - vocabulary.reference.vague
    role = anybody or (head in nouns.people and not calling)
    native = one and figure.kind is SourceKind.UNNAMED and bool(phrase.countries & figure.countries)
    if native:
        return True
    if (role or one) and (figure.kind is SourceKind.PERSON or unsure):
        return True
    body = head in nouns.body - nouns.public_body or head in nouns.spokes or head in nouns.statement
    fits = (figure.kind is SourceKind.ORGANISATION and not figure.is_described) or unsure
    return body and fits and not (figure.is_place or figure.name.lower() in vocabulary.country_of)
