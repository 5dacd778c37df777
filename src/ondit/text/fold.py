"""Folding: the form in which names and words are compared."""

import re
import unicodedata
from functools import lru_cache

from ondit.text.tokens import RUN

_WORD = re.compile(r"\w+(?:['’]\w+)*")  # matches "don't" and "250", not "-"


def fold(text: str) -> str:
    """Return the text without case, accents and punctuation, words separated by one space.

    Compatibility forms are unified and combining marks dropped (NFKD), so "Al‑Waṭan" and "AL WATAN" fold
    alike. Not for display: offsets do not survive it.
    """
    if text.isascii():  # most words of most texts: nothing to decompose
        return " ".join(RUN.findall(text.lower()))
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(RUN.findall(bare))


def words(text: str) -> list[str]:
    """Return the words of a text in order, case kept; an inner apostrophe belongs to its word."""
    return _WORD.findall(text)


def folded_words(text: str) -> list[str]:
    """Return the folded words of a text in order: those of `fold`, quicker for a long text."""
    return " ".join(map(fold_word, RUN.findall(unicodedata.normalize("NFC", text)))).split()


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Return `fold` of one word; words come again and again, so results are kept."""
    return fold(word)
