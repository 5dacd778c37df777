"""Bytes become text, or a reason why not."""

import codecs
import re
from collections.abc import Iterator

import webencodings
from charset_normalizer import from_bytes

from ondit.errors import InputError
from ondit.ingest.language import language_score
from ondit.ingest.tidy import REPLACEMENT

_MARKS = (  # the longer mark first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (  # the first bytes of the files that people hand us by mistake
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_HEAD = 4_096  # bytes looked at to tell text from binary
_SAMPLE = 65_536  # bytes the detector of encodings sees: it is slow, and no encoding needs more to be told
_MOST_CHAOS = 0.06  # the detector's measure of disorder, 0 to 1; right guesses in eight languages had 0.0
_MOST_FOREIGN = 0.02  # share of control characters or broken bytes that a text may have: a stray few
_TEXT_CONTROLS = "\t\n\r\f\v\x1b"  # ESC switches alphabets in ISO 2022
_DECLARED = re.compile(  # matches b'<meta charset="windows-1251"', b'<?xml encoding="koi8-r"', not b"charset"
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)


def decode(content: bytes, *, markup: bool = False, charset: str | None = None) -> str:
    """Return the text of a file: by its byte order mark, as UTF-8, by the `charset` that a server stated, by
    the encoding that markup declares, or by the likeliest guess, in this order. A few broken bytes in UTF-8
    become U+FFFD.

    Raises `InputError` when the bytes are no text, or text in no encoding that can be told.
    """
    _refuse_binary(content)
    for encoding in _candidates(content, markup, charset):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _is_text(text):
            return text
    text = content.decode("utf-8", "replace")
    if text.count(REPLACEMENT) <= _MOST_FOREIGN * len(text) and _is_text(text):
        return text
    raise InputError("no text in an encoding that can be told; save it as UTF-8")


def _candidates(content: bytes, markup: bool, charset: str | None) -> Iterator[str]:
    yield from (encoding for mark, encoding in _MARKS if content.startswith(mark))
    yield "utf-8"
    declared = _DECLARED.search(content[:_HEAD]) if markup else None
    labels = (charset, declared[1].decode("ascii", "replace") if declared else None)
    for label in labels:
        if label and (encoding := webencodings.lookup(label)):  # no label of Python's own, such as "idna"
            yield encoding.codec_info.name
    if not _is_damaged_utf_8(content):
        yield from _guesses(content[:_SAMPLE])


def _is_damaged_utf_8(content: bytes) -> bool:
    """Tell whether most of what is not ASCII is right UTF-8: other encodings hardly ever look like it."""
    text = content.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    return sum(char > "\x7f" for char in text) - broken > broken


def _guesses(sample: bytes) -> list[str]:
    """Return the encodings that the bytes may be in, the likeliest first.

    The detector of encodings often cannot choose between neighbours ("č" or "è" in one French name); the text
    that sounds most like some language then is the right one.
    """
    matches = [match for match in from_bytes(sample) if match.chaos <= _MOST_CHAOS]
    return [
        match.encoding
        for match in sorted(
            matches, key=lambda match: (-round(language_score(str(match)), 2), match.encoding != "cp1252")
        )
    ]


def _refuse_binary(content: bytes) -> None:
    head = content[:_HEAD]
    for magic, what in _BINARY:
        if head.startswith(magic):
            raise InputError(f"{what}, which Ondit does not read; give it the text or the saved web page")
    marked = any(head.startswith(mark) for mark, _ in _MARKS)
    if not marked and not _is_text(head.decode("latin-1")):
        raise InputError("binary content, no text; give it the text or the saved web page")


def _is_text(text: str) -> bool:
    """Tell whether the beginning of a text is nearly free of control characters."""
    head = text[:_HEAD]
    foreign = sum(char < " " and char not in _TEXT_CONTROLS for char in head) + head.count("\x7f")
    return foreign <= _MOST_FOREIGN * len(head)
