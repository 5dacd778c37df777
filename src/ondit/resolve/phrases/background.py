"""Names that stand in the running text, whether or not they are a source: antecedents of short forms."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ondit.model.source import SourceKind
from ondit.model.span import hull, share_text
from ondit.resolve.phrases.names import tail_length
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.reader import read_phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word, WordReader

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
"""The parts of speech of which a plain noun phrase is made."""


def names_in_text(reader: WordReader, vocabulary: Vocabulary) -> Iterator[Phrase]:
    """Yield the proper names of an article and the nouns before them ("carmaker *Foo*"), in text order."""
    for words in reader.sentences_in_words:
        for start, end in _runs(words, vocabulary):
            ahead = start
            while ahead and not words[ahead].apart and _is_noun(words[ahead - 1], vocabulary):
                ahead -= 1
            first = (
                ahead - 1
                if ahead == start > 0 and words[start - 1].folded in vocabulary.says.definite
                else ahead
            )
            phrase = read_phrase(words[first:end], vocabulary)
            if phrase and phrase.form is Form.NAME:
                placed = ahead == start > 0 and words[start - 1].folded in vocabulary.says.places
                yield (
                    replace(phrase, kind=SourceKind.ORGANISATION) if placed and not phrase.outlets else phrase
                )


def persons_in_text(reader: WordReader, vocabulary: Vocabulary, known: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yield the unnamed persons that the text introduces ("*A source in Syria* met him"), save those that lie
    in a phrase already `known`."""
    taken = [span for phrase in known for span in phrase.spans]
    for words in reader.sentences_in_words:
        for place, word in enumerate(words):
            if word.lemma not in vocabulary.persons or word.capital or share_text([word.span], taken):
                continue
            start = _introduced(words, place, vocabulary)
            phrase = read_phrase(words[start : _completed(words, place + 1, vocabulary)], vocabulary)
            if start < place and phrase and phrase.form is Form.DESCRIPTION:
                yield replace(phrase, text=reader.article.cut(hull(phrase.spans)))


def _introduced(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> int:
    """Return where the noun phrase that ends at `place` begins with an indefinite word; `place` when it does
    not."""
    opening = vocabulary.says.indefinite | vocabulary.says.other | vocabulary.says.count
    closed = vocabulary.says.definite | vocabulary.says.boundary
    for start in range(place - 1, -1, -1):
        if words[start + 1].apart or (words[start].folded in closed and words[start].folded not in opening):
            break
        if words[start].folded in opening:
            return start
    return place


def _completed(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> int:
    """Return where the place or body behind a noun ends: "in Syria", "at the ministry"."""
    leads = vocabulary.says.places | vocabulary.says.belongs
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
    place = 0
    while place < len(words):
        end = place
        while (
            end < len(words)
            and words[end].capital
            and (end == place or not _parts(words[end - 1], words[end]))
        ):
            end += 1
            if end + 1 < len(words) and words[end].folded in vocabulary.says.joins and words[end + 1].capital:
                end += not words[end].apart and words[end].folded not in vocabulary.says.conjunctions
        if end > place and not _idle(words[place:end], vocabulary):
            yield place, end
        place = max(end, place + 1)


def _parts(before: Word, word: Word) -> bool:
    return bool(word.apart) or before.possessive


def _idle(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    return all(word.folded in vocabulary.naming.not_name for word in words)


def _is_noun(word: Word, vocabulary: Vocabulary) -> bool:
    nouns = vocabulary.persons | vocabulary.outlet_nouns | vocabulary.nouns.body
    return not word.capital and word.lemma in nouns
