"""Foreign text made fit to be shown: nothing invisible, nothing that steers a terminal or turns a line."""

import re
import unicodedata
from urllib.parse import urlsplit

# C0 and C1 controls but tab and newline, bidirectional and zero-width controls, separators, tags, surrogates.
# Matches U+001B, U+202E and U+D800; not "é", not the joiners U+200C and U+200D that Persian and emoji need.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff\ufffe\uffff]"
)
_SPACES = re.compile(r"\s+")  # matches "\n\t", not "a"
_CONTROL_PICTURES = 0x2400  # U+2400 + n is the picture of the C0 control n
_LINKABLE = {"http", "https"}


def visible(text: str) -> str:
    """Return the text with every control character as its picture (␛) or as its number ("[U+202E]").

    Newlines and tabs stay. The result holds no lone surrogate, so it can be written as UTF-8. Not for exact
    text: its length differs from the original's.
    """
    return _UNSEEN.sub(_picture, text)


def unseen(text: str) -> list[int]:
    """Return the places of the characters that `visible` puts a stand-in for, in ascending order."""
    return [match.start() for match in _UNSEEN.finditer(text)]


def one_line(text: str) -> str:
    """Return the text made visible, on one line, each run of white space as one space."""
    return visible(_SPACES.sub(" ", text).strip())


def cut(text: str, most: int) -> str:
    """Return the text made visible on one line, in at most `most` columns, the last an ellipsis if cut.

    A cut falls at the end of a word where one ends in the last quarter.
    """
    line = one_line(text)
    if columns(line) <= most:
        return line
    length, used = 0, 0
    while (used := used + columns(line[length])) < most:
        length += 1
    kept = line[:length]
    space = kept.rfind(" ")
    return (kept[:space] if space > length * 3 // 4 else kept).rstrip(" ,;:") + "…"


def columns(text: str) -> int:
    """Return how many columns a text needs in a fixed-width face; wide East Asian letters need two."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def safe_link(url: str | None) -> str | None:
    """Return the URL when a page may link to it: http or https, nothing invisible in it; else None."""
    if not url or _UNSEEN.search(url) or _SPACES.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in _LINKABLE and parts.netloc else None


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return "␡" if code == 0x7F else f"[U+{code:04X}]"
