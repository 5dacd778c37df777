"""Tidying: the last change a text sees before it becomes an article.

Text that came with offsets, or may have offsets elsewhere (a caller's JSON), is changed one code point for
one, so that every offset stays right. Text that nobody can have offsets into yet (a page, a plain file) is
brought to NFC and to bare line feeds as well.
"""

import re
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_CARRIAGE_RETURN = re.compile(r"\r(?=\n)")  # matches the first half of "\r\n", not a lone "\r"
_LINE_ENDS = "\r\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_CONTROLS = [code for code in range(0x20) if chr(code) not in "\t\n" + _LINE_ENDS]
_SURROGATES = range(0xD800, 0xE000)
_ONE_FOR_ONE = {
    **dict.fromkeys([*_CONTROLS, 0x7F, *_SURROGATES], REPLACEMENT),
    **{ord(char): "\n" for char in _LINE_ENDS},
}
_FOREIGN = re.compile(  # matches NUL, a lone surrogate, a lone "\r", not "\n" or "é"
    "[\ud800-\udfff" + "".join(re.escape(chr(code)) for code in _ONE_FOR_ONE if code not in _SURROGATES) + "]"
)


def tidy_in_place(text: str) -> str:
    """Return the text with each foreign code point replaced by one other, so that all offsets stay right.

    Control characters, NUL among them, and lone surrogates become U+FFFD; every kind of line end becomes a
    line feed, the first half of CR LF a space.
    """
    if not _FOREIGN.search(text):
        return text
    return _CARRIAGE_RETURN.sub(" ", text).translate(_ONE_FOR_ONE)


def tidy(text: str) -> str:
    """Return a text that nobody has offsets into yet: NFC, bare line feeds, no byte order mark, else as
    `tidy_in_place`."""
    bare = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n")
    return unicodedata.normalize("NFC", tidy_in_place(bare))


def one_line(text: str) -> str:
    """Return the tidy text as one line: every run of white space is one space, none at the ends."""
    return " ".join(tidy(text).split())
