"""Names of outlets in the running text, and whether a sign tells that an outlet is meant.

Many outlets bear the names of other things ("Time", "El País", "Der Stern"). Such a name stands in the
column `short` of the table, or `homonyms`, and counts only with a sign: a common noun beside it ("the daily
*El País*"), quotation marks, a country before it ("Kenya's *Standard*"), an attribution to it, a word that
says what outlets do, another outlet beside it, or a capital or an apostrophe that nothing else explains. A
capital says nothing of a homonym: Sabah is a newspaper and a land.
"""

from collections.abc import Sequence

import msgspec

from ondit.model.span import Span
from ondit.resolve.choice import has_homonym
from ondit.resolve.outlets.neighbourhood import Neighbourhood
from ondit.resolve.phrases.phrase import Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word, WordReader

_BETWEEN = 3
"""Words that may stand between two names side by side ("the *Stern* and the Austrian *Standard*")."""

Ends = tuple[Span, Span]
"""The first and the last word of a source."""


class Mention(msgspec.Struct, frozen=True):
    """A name of the table in a text: `needy` where it needs a sign, `signed` where it has one."""

    span: Span
    phrase: Phrase
    needy: bool
    signed: bool

    @property
    def counts(self) -> bool:
        """Whether an outlet is meant."""
        return self.signed or not self.needy


def find_mentions(reader: WordReader, vocabulary: Vocabulary, sources: Sequence[Span]) -> tuple[Mention, ...]:
    """Return the names of outlets in an article, in text order; `sources` are the spans of its attributions'
    sources and addressees."""
    said = [_bare_words(reader.words((span,)), vocabulary) for span in sources]
    spoken = {(words[0].span, words[-1].span) for words in said if words}
    mentions: list[Mention] = []
    for words in reader.sentences_in_words:
        matches = vocabulary.matches(words)
        if matches:
            text = reader.article.part(words[0].span.part)
            row = [Neighbourhood(words, match, text, vocabulary) for match in matches]
            mentions += _of_sentence([one for one in row if not one.in_longer_name], spoken)
    return tuple(mentions)


def _of_sentence(row: Sequence[Neighbourhood], spoken: set[Ends]) -> list[Mention]:
    """Return the names of one sentence; one beside a sure one has a sign as well ("*Stern* and Reuters")."""
    found = [Mention(one.span, one.phrase, one.needy, _is_signed(one, spoken)) for one in row]
    for place, one in enumerate(found):
        for other in (place - 1, place + 1):
            if not one.counts and 0 <= other < len(found) and found[other].counts:
                left, right = sorted((place, other))
                if _side_by_side(row[left], row[right]) or _of_one_country(row[place], found[other]):
                    found[place] = msgspec.structs.replace(one, signed=True)
    return found


def _side_by_side(left: Neighbourhood, right: Neighbourhood) -> bool:
    vocabulary = left.vocabulary
    small = vocabulary.says.conjunctions | vocabulary.introducing
    between = left.words[left.match.end : right.match.start]
    return len(between) <= _BETWEEN and all(
        word.folded in small or vocabulary.is_country([word]) for word in between
    )


def _of_one_country(one: Neighbourhood, other: Mention) -> bool:
    """Tell whether a capital marks a name beside that of another outlet of its country ("*Sabah*" behind
    Anadolu)."""
    if len(other.phrase.outlets) > 1 or not _told_by_writing(one):
        return False
    country = other.phrase.outlets[0].country
    return bool(country) and any(outlet.country == country for outlet in one.match.outlets)


def _is_signed(one: Neighbourhood, spoken: set[Ends]) -> bool:
    vocabulary = one.vocabulary
    trade = vocabulary.groups.trade
    bare = _bare_words(one.name, vocabulary) or one.name
    ends = {(words[0].span, words[-1].span) for words in (one.name, bare)}
    if one.quoted or (ends & spoken and not _can_be_person(one)):
        return True
    near = one.ahead[-2:] if vocabulary.is_country(one.name[-1:]) else (*one.ahead[-2:], *one.next)
    return (
        any({word.lemma, word.folded, vocabulary.lookup.stem(word.folded)} & trade for word in near)
        or bool({word.folded for word in (*one.ahead[-1:], *one.next)} & vocabulary.naming.reports)
        or bool(one.ahead and vocabulary.is_country(one.ahead[-1:]))
        or (_told_by_writing(one) and not has_homonym(one.phrase, vocabulary))
    )


def _can_be_person(one: Neighbourhood) -> bool:
    """Tell whether a homonym can be somebody's name: "Fox said" is no sign of Fox News, "MENA said" is."""
    alone = len(one.name) == 1 and not one.name[0].text.isupper()
    return alone and has_homonym(one.phrase, one.vocabulary)


def _told_by_writing(one: Neighbourhood) -> bool:
    """Tell whether a capital that neither the head of the sentence nor a post explains marks a name, or an
    apostrophe where only names have it ("*Sözcü*'nün")."""
    naming, last = one.vocabulary.naming, one.name[-1]
    if naming.apostrophe and last.possessive:
        return True
    if naming.caseless or naming.capital_nouns or last is one.words[0]:
        return False
    letters = [word for word in one.name if not word.text.isdigit()]
    if not letters or not letters[-1].text[:1].isupper():
        return False
    if one.vocabulary.is_country(one.name[-1:]):
        return False
    of_office = any(word.lemma in one.vocabulary.nouns.office for word in one.ahead[-2:])
    return len(one.name) > 1 or not of_office


def _bare_words(words: Sequence[Word], vocabulary: Vocabulary) -> Sequence[Word]:
    """Return a source's words without what may stand around the name of an outlet."""
    start, end = 0, len(words)
    while start < end and _is_idle(words[start], vocabulary):
        start += 1
    while end > start and _is_idle(words[end - 1], vocabulary):
        end -= 1
    return words[start:end]


def _is_idle(word: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word beside a name says only what and whence it is ("the *Syrian newspaper* Al-Foo")."""
    return (
        word.folded in vocabulary.groups.idle
        or word.lemma in vocabulary.outlet_nouns
        or word.folded in vocabulary.naming.outlet
        or vocabulary.is_country([word])
    )
