"""Finding fixed phrases in a text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ondit.model.span import Span


def find_phrases(text: str, phrases: tuple[str, ...]) -> Iterator[Span]:
    """Yield the places of the given phrases, whole words, in any case, in text order.

    White space in a phrase stands for any white space of the text. No phrases, no places.
    """
    if phrases:
        for match in _pattern(phrases).finditer(text):
            yield Span(match.start(), match.end())


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    # for ("has learned",): matches "Has  learned", not "has learnedly"
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
