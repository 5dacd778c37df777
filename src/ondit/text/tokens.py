"""Words of any script: where they begin and end, and the form in which a lexicon knows them."""

import re
from collections.abc import Iterator

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd"
    "\u0a01-\u0a4d\u0abc-\u0acd\u0b82\u0bbe-\u0bcd\u0c3e-\u0c4d\u0cbe-\u0ccd\u0d3e-\u0d4d\u0e31-\u0e3a"
    "\u0e47-\u0e4e\u200c\u200d"
)  # vowel signs and joiners inside words, which `\w` leaves out ("के" is one word)

_ONE_BY_ONE = "\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # scripts without spaces: a word each
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff"

_LETTER = rf"[^\W{_ONE_BY_ONE}{_KATAKANA}]"
_CORE = rf"[{_ONE_BY_ONE}]|[{_KATAKANA}]+(?:・[{_KATAKANA}]+)*|{_LETTER}(?:{_LETTER}|[{_MARKS}])*"

WORD_OR_MARK = re.compile(
    rf"(?:{_CORE})(?:(?<![{_ONE_BY_ONE}{_KATAKANA}])['’\-]{_LETTER}(?:{_LETTER}|[{_MARKS}])*)*|[^\w\s]"
)  # matches "l'eau", "250", "के", "«" and each sign of "新华社", not a blank

BARE_WORD = re.compile(_CORE)  # matches "don" and "t" of "don't", "के", each sign of "新华社", not "-"

NAME_WORD = re.compile(
    rf"[{_ONE_BY_ONE}]|[{_KATAKANA}]+(?:・[{_KATAKANA}]+)*|"
    rf"{_LETTER}(?:{_LETTER}|[{_MARKS}])*(?:[-‑’'.&@]{_LETTER}(?:{_LETTER}|[{_MARKS}])*)*"
)
"""A word with its inner marks. Matches "Al-Watan", "Russia’s", "RT.com", each sign of "路透社", no "-"."""

RUN = re.compile(rf"(?:\w|[{_MARKS}])+")  # matches "के" and the whole of "新华社", not "-"

_UNWRITTEN = re.compile("[\u0307\u0640\u064b-\u0652\u0670\u200c\u200d]")
"""Signs that may stand or not: Arabic vowels and lengthening, joiners, the dot of a lower-case "İ"."""


def words_and_marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the words and the single marks of a stretch of text, in order."""
    return WORD_OR_MARK.finditer(text, start, end)


def bare(word: str) -> str:
    """Return the form in which a word is looked up: lower case, typographic apostrophes straight, without
    signs that writers leave out ("يُزعم" and "يزعم")."""
    return _UNWRITTEN.sub("", word.lower()).replace("’", "'")


ONE_BY_ONE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""A sign of a script written without spaces. Matches "社" and "ダ", not "é"."""


def is_one_by_one(char: str) -> bool:
    """Tell whether a character belongs to a script written without spaces between words."""
    return "\u3041" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"
