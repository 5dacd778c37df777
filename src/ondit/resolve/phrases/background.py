"""Names that stand in the running text, whether or not they are a source: antecedents of short forms."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ondit.model.source import SourceKind
from ondit.model.span import SpanIndex, hull, merged
from ondit.resolve.phrases.names import tail_length
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.reader import read_phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word, WordReader

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
"""The parts of speech of which a plain noun phrase is made."""

_VERBAL = frozenset({"VERB", "AUX", "SCONJ", "CCONJ", "ADP", "PRON"})
"""The parts of speech that end the search for the beginning of one."""

_LONGEST = 7
"""Words between an article and its noun that are looked through; longer phrases are hardly ever sources."""


def names_in_text(reader: WordReader, vocabulary: Vocabulary) -> Iterator[Phrase]:
    """Yield the proper names of an article and the nouns before them ("carmaker *Foo*"), in text order."""
    for words in reader.sentences_in_words:
        for start, end in _runs(words, vocabulary):
            ahead = start
            while ahead and not words[ahead].apart and _is_noun(words[ahead - 1], vocabulary):
                ahead -= 1
            article = ahead == start > 0 and _is_article(words[start - 1], vocabulary)
            first = ahead - 1 if article else _role_before(words, ahead, vocabulary)
            phrase = read_phrase(words[first : _apposed(words, end, vocabulary)], vocabulary)
            if phrase and phrase.form is Form.NAME:
                placed = ahead == start > 0 and _leads_to_place(words[:start], vocabulary)
                is_place = (
                    placed and not phrase.outlets and not (phrase.sure and phrase.kind is SourceKind.PERSON)
                )
                if is_place:
                    phrase = replace(phrase, kind=SourceKind.ORGANISATION, sure=True, is_place=True)
                yield phrase


def _leads_to_place(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether words end in what leads to the name of a place: "*in* Foo", "the *village of* Foo"."""
    says = vocabulary.says
    if words[-1].folded in says.places:
        return True
    return len(words) > 1 and words[-1].folded in says.belongs and words[-2].folded in says.place_nouns


def described_in_text(
    reader: WordReader, vocabulary: Vocabulary, known: Sequence[Phrase]
) -> Iterator[Phrase]:
    """Yield whom and what the text speaks of without a name, save what lies in a phrase already `known`.

    Persons always ("*A source in Syria* met him", "*her mother*"); outlets, documents and bodies where they
    are introduced ("*a report* by the council") or are what the sentence is about ("*The company* grew").
    """
    taken = SpanIndex(merged(span for phrase in known for span in phrase.spans))
    things = (
        vocabulary.outlet_nouns | vocabulary.nouns.document | vocabulary.nouns.body
    ) - vocabulary.persons
    for words in reader.sentences_in_words:
        for place, word in enumerate(words):
            person = word.lemma in vocabulary.persons
            if word.capital or not (person or word.lemma in things):
                continue
            if taken.at(word.span) is not None and not (person and word.possessive):
                continue
            if _goes_on(words, place):
                continue
            start, introduced = _opening(words, place, vocabulary)
            plural = person and word.plural
            if start == place and not plural:
                continue
            if not (person or introduced or reader.grammar.is_subject([word.span])):
                continue
            phrase = read_phrase(words[start : _completed(words, place + 1, vocabulary)], vocabulary)
            if start == place and phrase and phrase.form is Form.NAME:
                continue
            if phrase and phrase.form in {Form.DESCRIPTION, Form.SHORT, Form.OFFICE}:
                yield replace(phrase, text=reader.article.cut(hull(phrase.spans)))


def _goes_on(words: Sequence[Word], place: int) -> bool:
    """Tell whether a noun only leads to the next one ("the *company* spokesman") or to a name."""
    if place + 1 >= len(words) or words[place + 1].apart or words[place].possessive:
        return False
    return words[place + 1].pos in {"NOUN", "PROPN"}


def _opening(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> tuple[int, bool]:
    """Return where the noun phrase that ends at `place` begins with an article or owner, `place` when it does
    not, and whether that introduces somebody new."""
    says = vocabulary.says
    opening, closed = vocabulary.groups.opening, vocabulary.groups.closing
    for start in range(place - 1, max(place - _LONGEST, -1), -1):
        if words[start + 1].apart:
            break
        word = words[start]
        if word.folded in opening:
            return start, True
        if word.folded in says.definite:
            return (start, False) if word.pos in {"DET", ""} else (place, False)
        if word.folded in says.possessive:
            return start, False
        if word.possessive:
            return _owner(words, start, vocabulary), False
        if word.folded in closed or word.pos in _VERBAL:
            break
    return place, False


def _owner(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> int:
    """Return where the owner that ends at `place` begins ("*the victim's* brother", "*Ann Lee's* son")."""
    start = place
    while start and not words[start].apart and (words[start - 1].capital and words[place].capital):
        start -= 1
    article = (
        start
        and not words[start].apart
        and words[start - 1].folded
        in (vocabulary.says.definite | vocabulary.says.indefinite | vocabulary.says.possessive)
    )
    return start - 1 if article else start


def _completed(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> int:
    """Return where the place or body behind a noun ends: "in Syria", "at the ministry"."""
    leads = vocabulary.groups.leading_on
    if place >= len(words) or words[place].apart or words[place].folded not in leads:
        return place
    end = place + 1
    while end < len(words) and not words[end].apart and words[end].pos in _NOMINAL:
        end += 1
    return end if end > place + 1 else place


def acronyms(reader: WordReader, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield names with the acronym that stands in brackets behind them: ("Office for Trade", "OFT")."""
    for words in reader.sentences_in_words:
        for place in range(1, len(words)):
            word = words[place]
            if word.apart == "(" and word.text.isupper() and len(word.text) > 1:
                length = tail_length(words[:place], vocabulary)
                if length > 1:
                    yield " ".join(one.text for one in words[place - length : place]), word.text


def _runs(words: Sequence[Word], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield the beginnings and ends of rows of words that make proper names."""
    if vocabulary.naming.caseless:
        yield from ((match.start, match.end) for match in vocabulary.matches(words))
        return
    place = 0
    while place < len(words):
        if words[place].folded in vocabulary.naming.not_name:
            place += 1
            continue
        end = place
        while (
            end < len(words)
            and words[end].capital
            and (end == place or not _parts(words[end - 1], words[end]))
        ):
            end += 1
            if end + 1 < len(words) and words[end].folded in vocabulary.says.joins and words[end + 1].capital:
                end += not words[end].apart and words[end].folded not in vocabulary.says.conjunctions
        alone = end == place + 1 and words[place].doubtful
        if end > place and not alone and not _idle(words[place:end], vocabulary):
            yield place, end
        place = max(end, place + 1)


def _parts(before: Word, word: Word) -> bool:
    return bool(word.apart) or before.possessive


def _idle(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    return all(word.folded in vocabulary.naming.not_name for word in words)


def _role_before(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> int:
    """Return where a role set off before a name begins ("*the treasurer*, Nils Orre"), `place` for none."""
    if place == 0 or place >= len(words) or words[place].apart != ",":
        return place
    if not _is_noun(words[place - 1], vocabulary) or words[place - 1].plural:
        return place
    start, introduced = _opening(words, place - 1, vocabulary)
    return place if introduced or start == place - 1 else start


def _apposed(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> int:
    """Return where the age or role behind a name ends (", 40," or ", *a retired pilot*,"), `place` when there
    is none."""
    if place >= len(words) or words[place].apart != ",":
        return place
    end, first = place + 1, words[place]
    while end < len(words) and not words[end].apart and words[end].pos in _NOMINAL | {"ADP"}:
        end += 1
    opening = vocabulary.groups.apposed
    told = any(word.pos == "NOUN" and not word.capital for word in words[place:end])
    closed = end == len(words) or bool(words[end].apart)
    leads = first.folded.isdigit() or (told and (first.folded in opening or first.lemma in vocabulary.known))
    return end if closed and leads else place


def _is_article(word: Word, vocabulary: Vocabulary) -> bool:
    return word.folded in vocabulary.says.definite and word.pos in {"DET", ""}


def _is_noun(word: Word, vocabulary: Vocabulary) -> bool:
    return not word.capital and word.lemma in vocabulary.groups.described
