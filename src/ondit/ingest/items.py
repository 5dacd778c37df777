"""Inputs become items: files, folders and streams are opened and taken apart."""

import codecs
import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import SEEK_CUR
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

import msgspec
from backports import zstd
from msgspec.structs import replace

from ondit.errors import InputError
from ondit.ingest.archives import find_pages, is_archive
from ondit.ingest.feeds import LISTS, Sort, sort_of
from ondit.ingest.item import MOST_BYTES, TOO_BIG, Item, Kind, skipped
from ondit.model.article import Skipped

STDIN = "-"
_BLANK = "the file is blank; give it an article"
_URL_SCHEMES = ("http://", "https://")
_UNPACKERS: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {
    b"\x1f\x8b": lambda packed: cast(BinaryIO, gzip.GzipFile(fileobj=packed)),
    b"\x28\xb5\x2f\xfd": lambda packed: cast(BinaryIO, zstd.ZstdFile(packed)),
}
"""The packings of files that are undone, gzip and zstd, by their first bytes."""
_HEAD = 2_048  # bytes looked at to tell the kind of a file
_PAGE_SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article")

_LINES = {".jsonl", ".ndjson"}
ENDINGS = {
    **dict.fromkeys(_LINES, Kind.RECORD),
    ".json": Kind.RECORD,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
}
"""What the ending of a file says it is (before a ".gz" or ".zst"); content decides for any other ending."""


Fetch = Callable[[str], Iterator[Item | Skipped]]
"""Gives the items of a web address."""


def find_items(
    inputs: Sequence[str], stdin: BinaryIO | None = None, fetch: Fetch | None = None
) -> Iterator[Item | Skipped]:
    """Yield the items of files, folders (in depth, in sorted order), web addresses and stdin ("-"), lazily.

    An input that cannot be read yields one `Skipped` that says why, and the rest goes on.
    """
    for name in inputs:
        if name == STDIN:
            found = _items_of_stdin(stdin)
        elif is_address(name):
            found = _items_of_address(name, fetch)
        else:
            found = _items_of_path(Path(name))
        for one in found:
            yield replace(one, input=named(name))


def is_address(given: str) -> bool:
    """Tell whether an input is a web address."""
    return given.lower().startswith(_URL_SCHEMES)


def named(given: str) -> str:
    """Return the name of an input that holds from every folder: a file's with its whole path."""
    if given == STDIN or is_address(given):
        return given
    return str(Path(given).absolute())


def _items_of_address(url: str, fetch: Fetch | None) -> Iterator[Item | Skipped]:
    if fetch is None:
        yield skipped(url, "web addresses are not fetched here")
    else:
        yield from fetch(url)


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
                    str(path), stream, Path(path.name.lower().removesuffix(".gz").removesuffix(".zst")).suffix
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
        if is_archive(name, first) or first.startswith(tuple(_UNPACKERS)):
            with _wound_back(first, stream) as packed:
                yield from _unpack(name, packed, ending)
        else:
            yield from _split(name, first.removeprefix(codecs.BOM_UTF8), stream, ending)
    except InputError as error:
        yield skipped(name, str(error))
    except (OSError, EOFError, zlib.error, zstd.ZstdError) as error:
        yield skipped(name, f"broken off while reading ({_fault(error)}); what came before was read")


@contextmanager
def _wound_back(first: bytes, stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give a stream from its beginning, after its first line was read; a pipe is copied to a file first."""
    if stream.seekable():
        stream.seek(-len(first), SEEK_CUR)
        yield stream
        return
    with SpooledTemporaryFile(max_size=MOST_BYTES) as copy:
        copy.write(first)
        copyfileobj(stream, copy)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def _unpack(name: str, packed: BinaryIO, ending: str) -> Iterator[Item | Skipped]:
    """Yield the items of a stream that is a web archive, or a packed file with one or anything else in it."""
    head = packed.read(_HEAD)
    if is_archive(name, head):
        yield from find_pages(name, packed)
        return
    packed.seek(0)
    stream = _UNPACKERS[next(sign for sign in _UNPACKERS if head.startswith(sign))](packed)
    first = stream.readline(MOST_BYTES + 1)
    if is_archive(name, first):
        yield from find_pages(name, packed)
    else:
        yield from _split(name, first.removeprefix(codecs.BOM_UTF8), stream, ending)


def _split(name: str, first: bytes, stream: BinaryIO, ending: str) -> Iterator[Item | Skipped]:
    """Yield the items of a plain stream whose first line has been read."""
    if not first:
        raise InputError("the file is empty; give it an article")
    kind = ENDINGS.get(ending)
    if ending in _LINES or (kind in (None, Kind.RECORD) and _is_record(first)):
        yield from _lines(name, first, stream)
        return
    content = _whole(first, stream)
    if not content.strip():
        raise InputError(_BLANK)
    if kind is None or (kind is Kind.RECORD and sort_of(content, "") is Sort.JSON_FEED):
        kind = _kind(content)
    if kind is Kind.RECORD and content.lstrip().startswith(b"["):
        yield from _elements(name, content)
    else:
        yield Item(name, kind, content)


def _lines(name: str, first: bytes, stream: BinaryIO) -> Iterator[Item | Skipped]:
    """Yield the records of JSON Lines, each named by file and line number."""
    line, number, found = first, 1, False
    while line:
        if len(line) > MOST_BYTES:
            yield skipped(f"{name}:{number}", TOO_BIG)
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
        raise InputError(TOO_BIG)
    return content


def _kind(content: bytes) -> Kind:
    """Tell what a file is whose ending does not say it; NULs are dropped so that UTF-16 is seen through."""
    head = content[:_HEAD].replace(b"\x00", b"").lower()
    if sort_of(content, "") in LISTS:
        return Kind.LIST
    if any(sign in head for sign in _PAGE_SIGNS):
        return Kind.PAGE
    if content.lstrip()[:1] in (b"{", b"[") and _is_json(content):
        return Kind.RECORD
    return Kind.TEXT


def _is_record(line: bytes) -> bool:
    """Tell whether a first line is one of JSON Lines."""
    return line.lstrip().startswith(b"{") and _is_json(line) and sort_of(line, "") is not Sort.JSON_FEED


def _is_json(content: bytes) -> bool:
    try:
        msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _fault(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
