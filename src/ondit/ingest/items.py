"""Inputs become items: one page, one text, one JSON record each, not yet parsed."""

import codecs
import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from io import SEEK_CUR, BytesIO
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from ondit.errors import InputError
from ondit.model.article import Capture, Skipped

MOST_BYTES = 16 * 1024 * 1024
"""The biggest single item, in bytes after decompression. Pages with pictures inside reach a few megabytes;
the limit also bounds memory when a small compressed file unpacks to a huge one."""

STDIN = "-"
_TOO_BIG = f"more than {MOST_BYTES // 1024**2} MB, too big for one article; split it"
_BLANK = "the file is blank; give it an article"
_URL_SCHEMES = ("http://", "https://")
_GZIP = b"\x1f\x8b"
_HEAD = 2_048  # bytes looked at to tell the kind of a file
_PAGE_SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article")


class Kind(StrEnum):
    """What an item's bytes are."""

    RECORD = "record"
    PAGE = "page"
    TEXT = "text"


class Item(msgspec.Struct, frozen=True):
    """One item of an input, unparsed. `name` is the person's name for it: the file, with the line for a
    record among many. One that was fetched has its `capture`, and `published` is when the feed that listed it
    says it was published (ISO 8601)."""

    name: str
    kind: Kind
    content: bytes
    capture: Capture | None = None
    published: str | None = None


_LINES = {".jsonl", ".ndjson"}
ENDINGS = {
    **dict.fromkeys(_LINES, Kind.RECORD),
    ".json": Kind.RECORD,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
}
"""What the ending of a file says it is (before a ".gz"); content decides for any other ending."""


Fetch = Callable[[str], Iterator["Item | Skipped"]]
"""Gives the items of a web address."""


def find_items(
    inputs: Sequence[str], stdin: BinaryIO | None = None, fetch: Fetch | None = None
) -> Iterator[Item | Skipped]:
    """Yield the items of files, folders (in depth, in sorted order), web addresses and stdin ("-"), lazily.

    An input that cannot be read yields one `Skipped` that says why, and the rest goes on.
    """
    for name in inputs:
        if name == STDIN:
            yield from _items_of_stdin(stdin)
        elif name.lower().startswith(_URL_SCHEMES):
            yield from fetch(name) if fetch else [skipped(name, "web addresses are not fetched here")]
        else:
            yield from _items_of_path(Path(name))


def skipped(name: str, reason: str) -> Skipped:
    """Return the record of an item that ingest gives up on."""
    return Skipped(item=name, stage="ingest", reason=reason)


def _items_of_stdin(stdin: BinaryIO | None) -> Iterator[Item | Skipped]:
    if stdin is None:
        yield skipped("standard input", "there is no standard input here; give a file name instead of '-'")
    else:
        yield from items_of_stream("standard input", stdin, "")


def _items_of_path(path: Path) -> Iterator[Item | Skipped]:
    try:
        if path.is_dir():
            yield from _items_of_folder(path)
        else:
            with path.open("rb") as stream:
                yield from items_of_stream(
                    str(path), stream, Path(path.name.lower().removesuffix(".gz")).suffix
                )
    except FileNotFoundError:
        yield skipped(str(path), "there is no such file or folder; check the name")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield skipped(str(path), f"cannot be opened ({_fault(error)}); check the name and its permissions")


def _items_of_folder(folder: Path) -> Iterator[Item | Skipped]:
    paths = sorted(folder.rglob("*"))
    pages = {path.with_suffix("") for path in paths if ENDINGS.get(path.suffix.lower()) is Kind.PAGE}
    files = [path for path in paths if path.is_file() and not _is_passed_over(path, folder, pages)]
    if not files:
        yield skipped(str(folder), "the folder holds no file; give a folder with articles")
    for path in files:
        yield from _items_of_path(path)


def _is_passed_over(path: Path, folder: Path, pages: set[Path]) -> bool:
    """Tell whether a file is hidden, or belongs to a saved page: browsers put the pictures and scripts of
    "port.html" into a folder "port_files", whose ending differs from language to language."""
    if any(part.startswith(".") for part in path.relative_to(folder).parts):
        return True
    between = [parent for parent in path.parents if folder in parent.parents]
    return any(
        parent.with_name(parent.name.rpartition(mark)[0] or parent.name) in pages
        for parent in between
        for mark in "_-"
    )


def items_of_stream(name: str, stream: BinaryIO, ending: str) -> Iterator[Item | Skipped]:
    """Yield the items of an open stream, compressed or not; `ending` is that of its file, such as ".html"."""
    try:
        first = stream.readline(MOST_BYTES + 1)
        if first.startswith(_GZIP):
            stream = _unpacked(first, stream)
            first = stream.readline(MOST_BYTES + 1)
        yield from _split(name, first.removeprefix(codecs.BOM_UTF8), stream, ending)
    except InputError as error:
        yield skipped(name, str(error))
    except (OSError, EOFError, zlib.error) as error:
        yield skipped(name, f"broken off while reading ({_fault(error)}); what came before was read")


def _unpacked(first: bytes, stream: BinaryIO) -> BinaryIO:
    """Return the unpacked stream; one that cannot be wound back (a pipe) is held in memory, packed."""
    if stream.seekable():
        stream.seek(-len(first), SEEK_CUR)
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    return cast(BinaryIO, gzip.GzipFile(fileobj=BytesIO(_whole(first, stream))))


def _split(name: str, first: bytes, stream: BinaryIO, ending: str) -> Iterator[Item | Skipped]:
    """Yield the items of a plain stream whose first line has been read."""
    if not first:
        raise InputError("the file is empty; give it an article")
    kind = ENDINGS.get(ending)
    if ending in _LINES or (kind in (None, Kind.RECORD) and _is_object(first)):
        yield from _lines(name, first, stream)
        return
    content = _whole(first, stream)
    if not content.strip():
        raise InputError(_BLANK)
    kind = kind or _kind(content)
    if kind is Kind.RECORD and content.lstrip().startswith(b"["):
        yield from _elements(name, content)
    else:
        yield Item(name, kind, content)


def _lines(name: str, first: bytes, stream: BinaryIO) -> Iterator[Item | Skipped]:
    """Yield the records of JSON Lines, each named by file and line number."""
    line, number, found = first, 1, False
    while line:
        if len(line) > MOST_BYTES:
            yield skipped(f"{name}:{number}", _TOO_BIG)
            while line and not line.endswith(b"\n"):
                line = stream.readline(MOST_BYTES)
            found = True
        elif line.strip():
            yield Item(f"{name}:{number}", Kind.RECORD, line.strip())
            found = True
        line, number = stream.readline(MOST_BYTES + 1), number + 1
    if not found:
        raise InputError(_BLANK)


def _elements(name: str, content: bytes) -> Iterator[Item]:
    """Yield the elements of a JSON array, each named by file and position from 1."""
    try:
        elements = msgspec.json.decode(content, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"broken JSON: {error}. An array of articles or JSON Lines is needed") from error
    for number, element in enumerate(elements, 1):
        yield Item(f"{name}[{number}]", Kind.RECORD, bytes(element))


def _whole(first: bytes, stream: BinaryIO) -> bytes:
    content = first + stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise InputError(_TOO_BIG)
    return content


def _kind(content: bytes) -> Kind:
    """Tell what a file is whose ending does not say it; NULs are dropped so that UTF-16 is seen through."""
    head = content[:_HEAD].replace(b"\x00", b"").lower()
    if any(sign in head for sign in _PAGE_SIGNS):
        return Kind.PAGE
    if content.lstrip()[:1] in (b"{", b"[") and _is_json(content):
        return Kind.RECORD
    return Kind.TEXT


def _is_object(line: bytes) -> bool:
    return line.lstrip().startswith(b"{") and _is_json(line)


def _is_json(content: bytes) -> bool:
    try:
        msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _fault(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
