"""Sentences and tokens without a parser, for languages that have none here."""

import re
from collections.abc import Iterator

from ondit.annotate.stretches import Stretch
from ondit.model.annotation import Sentence, Token
from ondit.model.span import hull

_TOKEN = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")  # matches "l'eau", "250" and "«", not a blank
_END = re.compile(
    r"[.!?؟۔।…]+[\"'”’»“)\]]*(?=\s+[^\sa-zа-яё])|[。！？]+[」』”’）]*"
)  # matches ". " before "The" and "。", not ". " before "and"


def plain_sentences(stretch: Stretch) -> Iterator[Sentence]:
    """Yield the sentences of a stretch; tokens carry text and lower-case form only."""
    start = 0
    for end in [*(found.end() for found in _END.finditer(stretch.text)), len(stretch.text)]:
        tokens = tuple(
            Token(stretch.origin(*found.span()), found[0], found[0].lower(), head=position)
            for position, found in enumerate(_TOKEN.finditer(stretch.text, start, end))
        )
        if tokens:
            yield Sentence(hull([tokens[0].span, tokens[-1].span]), tokens, stretch.paragraph)
        start = end
