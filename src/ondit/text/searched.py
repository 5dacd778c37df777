"""The form in which texts are searched: words that a full-text index can tell apart in every script."""

import re

from ondit.text.fold import fold

# Matches a stretch of a script that is written without spaces, or whose endings are written on: Thai, Lao,
# Myanmar, Khmer, kana, Han, Hangul. It matches "橋は" of "橋は2", not "bridge".
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]+"
)
# Group 1 matches the bare word behind what Arabic writes before it: conjunction, preposition, article. It
# matches "دفاع" of "والدفاع" and of "للدفاع", nothing in "ال" alone.
# Source: N. Habash, Introduction to Arabic Natural Language Processing, 2010, 4.2.
_CLITICS = re.compile(r"(?:[وف]?(?:[بك]?ال|لل)|[وف]?[بكل](?=\w{4}))(\w{2,})")


def search_text(text: str) -> str:
    """Return a text as it is put into the index: folded, scripts without spaces as pairs of characters that
    overlap, an Arabic word with and without what is written before it."""
    pieces = []
    for word in fold(text).split():
        for piece in _pieces(word):
            if _UNSPACED.match(piece):
                pieces += _pairs(piece)
            else:
                pieces.append(piece)
                if (bare := _bare(piece)) != piece:
                    pieces.append(bare)
    return " ".join(pieces)


def search_query(asked: str) -> str:
    """Return what a person asks for as a query of FTS5: all the words, each quoted, so that no word of theirs
    is read as an operator. Empty when nothing of it can be searched."""
    phrases = []
    for word in fold(asked).split():
        for piece in _pieces(word):
            if not _UNSPACED.match(piece):
                phrases.append(f'"{_bare(piece)}"')
            elif len(piece) == 1:
                phrases.append(f'"{piece}" *')  # a word that begins so: a pair, or the last one of a run
            else:
                phrases.append(f'"{" ".join(_pairs(piece)[:-1])}"')
    return " ".join(phrases)


def _pieces(word: str) -> list[str]:
    """Return a word's stretches with and without spaces between words, in order."""
    pieces, place = [], 0
    for run in _UNSPACED.finditer(word):
        pieces += [word[place : run.start()], run[0]]
        place = run.end()
    return [piece for piece in (*pieces, word[place:]) if piece]


def _pairs(run: str) -> list[str]:
    """Return a run's pairs of neighbours, and its last character."""
    return [run[place : place + 2] for place in range(len(run))]


def _bare(word: str) -> str:
    found = _CLITICS.fullmatch(word)
    return found[1] if found else word
