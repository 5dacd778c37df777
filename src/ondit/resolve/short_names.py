"""When one name is a shorter form of another, and what makes a name the same in every article."""

from collections.abc import Iterator, Sequence

from ondit.model.source import SourceKind
from ondit.resolve.phrases.phrase import Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.text.fold import fold
from ondit.text.names import name_parts

_FEWEST_INITIALS = 3  # words a name must have before its first letters count: "UN" is told by the table


def shortens(name: str, full: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a name is a short form of a body's full one.

    Its beginning without the form of the company or what it does ("Foo" of "Foo Technology Group" or "Foo
    Bank", but not of "Foo University": that is named after a place), its end without the noun for an outlet
    ("Foo" of "Radio Foo"), its end without the
    country ("Red Crescent" of "Libyan Red Crescent"), its country and noun ("the Libyan ministry" of "Libya's
    trade ministry"), the word that makes it an outlet's ("the Courier" of
    "Harbour Courier"), or its first letters.
    """
    short, long = fold(name).split(), fold(full).split()
    if short == long:
        return True
    if long[: len(short)] == short:
        rest = set(long[len(short) :])
        return rest <= vocabulary.naming.legal or (
            name[:1].isupper() and name not in vocabulary.country_of and not rest & vocabulary.public
        )
    if long[1:] == short and long[0] in vocabulary.outlet_nouns:
        return True
    if len(short) == 1 and long[-1:] == short and short[0] in vocabulary.naming.outlet:
        return True
    if len(short) > 1 and long[-len(short) :] == short:
        return " ".join(long[: -len(short)]) in vocabulary.country_of
    if short[-1] == long[-1] and short[-1] in vocabulary.nouns.body:
        few, more = (_with_countries(words, vocabulary) for words in (short, long))
        return few < more and any(word.isupper() for word in few)
    if len(short) == 1 and name.isupper() and len(long) >= _FEWEST_INITIALS:
        return short[0] == first_letters(full, vocabulary)
    return False


def first_letters(name: str, vocabulary: Vocabulary) -> str:
    """Return the first letters of the words of a name, small words left out: "Office for the Trade of Salt"
    gives "ots"."""
    return "".join(word[0] for word in _telling(name, vocabulary.says.joins | vocabulary.says.definite))


def identity(phrase: Phrase, vocabulary: Vocabulary) -> str:
    """Return what the id of a name outside the table is made of, so that it is the same in every article.

    A person's is that of the parts of the name. A body's leaves out the form of the company; where a common
    noun names it ("Russia's defence ministry") the country counts as its code and the order of the words
    does not matter.
    """
    folded = fold(phrase.name).split()
    if phrase.kind is SourceKind.PERSON:
        return " ".join(name_parts(phrase.name))
    if phrase.kind is not SourceKind.ORGANISATION:
        return " ".join(folded)
    if phrase.national:
        return " ".join([*sorted(phrase.countries), phrase.national])
    while len(folded) > 1 and folded[-1] in vocabulary.naming.legal:
        folded.pop()
    if phrase.head not in vocabulary.nouns.body:
        return " ".join(folded)
    countries = {vocabulary.country_of.get(word, "") for word in folded} - {""}
    rest = (word for word in folded if word not in vocabulary.country_of and len(word) > 1)
    return " ".join([*sorted(countries), *sorted(rest)])


def _with_countries(words: Sequence[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Return folded words, those that mean a country as its code (in capitals)."""
    return frozenset(vocabulary.country_of.get(word, word) for word in words)


def _telling(name: str, small: frozenset[str]) -> Iterator[str]:
    return (word for word in fold(name).split() if word not in small)
