"""Sentences and tokens without a parser, for languages that have none here."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ondit.annotate.stretches import Stretch
from ondit.model.annotation import Sentence, Token
from ondit.model.span import hull
from ondit.text.patterns import Lemmas
from ondit.text.tokens import words_and_marks

_END = re.compile(
    r"(?P<stop>[.!?؟۔।॥…]+)[\"'”’»“)\]]*(?=\s+(?P<next>\S))|[。！？]+[」』”’）]*"
)  # matches ". " before "The", the "।" before a blank, and "。"; not the first mark of "3.5"
_ABBREVIATED = re.compile(r"(?:^|[\s(.])(?:[^\W\d_][\u0900-\u094f]*|\d{1,2})$")
"""What stands before a full stop that ends no sentence: an initial or an ordinal. Matches the "J" of "J.
Ito", "डॉ" with its vowel sign and the "17" of "17. Mai", not "2016"."""

_DASHES = "-–—"
NO_ENCLITICS: Mapping[str, str] = MappingProxyType({})


def plain_sentences(
    stretch: Stretch, lemmas: Lemmas, enclitics: Mapping[str, str] = NO_ENCLITICS
) -> Iterator[Sentence]:
    """Yield the sentences of a stretch; tokens carry text and the lexicon's lemma, else their lower case.

    `enclitics` are endings of words and the pronoun in each, a token of its own: {"-t-il": "il"} makes "a"
    and "il" of "a-t-il".
    """
    start = 0
    for end in [*_ends(stretch.text), len(stretch.text)]:
        tokens = tuple(
            Token(stretch.origin(*span), word, lemmas.of(word.lower()), head=position)
            for position, (word, span) in enumerate(_words(stretch.text, start, end, enclitics))
        )
        if tokens:
            yield Sentence(hull([tokens[0].span, tokens[-1].span]), tokens, stretch.paragraph)
        start = end


def _words(
    text: str, start: int, end: int, enclitics: Mapping[str, str]
) -> Iterator[tuple[str, tuple[int, int]]]:
    for found in words_and_marks(text, start, end):
        word, (begin, stop) = found[0], found.span()
        hyphen = word.find("-") if enclitics else -1
        pronoun = enclitics.get(word[hyphen:].lower()) if hyphen > 0 else None
        if pronoun is None:
            yield word, (begin, stop)
            continue
        yield word[:hyphen], (begin, begin + hyphen)
        yield word[-len(pronoun) :], (stop - len(pronoun), stop)


def _ends(text: str) -> Iterator[int]:
    """Yield where sentences end. A small letter begins none, but in a text that has no capital."""
    small = text.islower()
    for found in _END.finditer(text):
        following = found["next"]
        if following and ((following.islower() and not small) or following in _DASHES):
            continue
        if found["stop"] == "." and _ABBREVIATED.search(text, max(0, found.start() - 4), found.start()):
            continue
        yield found.end()
