"""Sentences and tokens without a parser, for languages that have none here."""

import re
from collections.abc import Iterator

from ondit.annotate.stretches import Stretch
from ondit.model.annotation import Sentence, Token
from ondit.model.span import hull
from ondit.text.patterns import Lemmas
from ondit.text.tokens import words_and_marks

_END = re.compile(
    r"(?P<stop>[.!?؟۔।॥…]+)[\"'”’»“)\]]*(?=\s+(?P<next>\S))|[。！？]+[」』”’）]*"
)  # matches ". " before "The", the "।" before a blank, and "。"; not the first mark of "3.5"
_ABBREVIATED = re.compile(r"(?:^|[\s(.])(?:[^\W\d_][\u0900-\u094f]*|\d{1,2})$")
"""What stands before a full stop that ends no sentence: an initial or an ordinal. Matches the "J" of "J. Ito",
"डॉ" with its vowel sign and the "17" of "17. Mai", not "2016"."""

_DASHES = "-–—"


def plain_sentences(stretch: Stretch, lemmas: Lemmas) -> Iterator[Sentence]:
    """Yield the sentences of a stretch; tokens carry text and the lexicon's lemma, else their lower case."""
    start = 0
    for end in [*_ends(stretch.text), len(stretch.text)]:
        tokens = tuple(
            Token(stretch.origin(*found.span()), found[0], lemmas.of(found[0].lower()), head=position)
            for position, found in enumerate(words_and_marks(stretch.text, start, end))
        )
        if tokens:
            yield Sentence(hull([tokens[0].span, tokens[-1].span]), tokens, stretch.paragraph)
        start = end


def _ends(text: str) -> Iterator[int]:
    for found in _END.finditer(text):
        following = found["next"]
        if following and (following.islower() or following in _DASHES):
            continue
        if found["stop"] == "." and _ABBREVIATED.search(text, max(0, found.start() - 4), found.start()):
            continue
        yield found.end()
