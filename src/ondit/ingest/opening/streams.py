"""A stream of bytes is taken apart into items: lines, elements, pages of an archive, packed or not."""

import codecs
import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import BinaryIO, TypeAlias, cast

import msgspec
from backports import zstd

from ondit.errors import InputError
from ondit.ingest.archives import Reached, find_pages, is_archive
from ondit.ingest.feeds import LISTS, Sort, sort_of
from ondit.ingest.item import MOST_BYTES, TOO_BIG, Item, Kind, skipped
from ondit.model.article import Skipped

_BLANK = "the file is blank; give it an article"
_UNPACKERS: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {
    b"\x1f\x8b": lambda packed: cast(BinaryIO, gzip.GzipFile(fileobj=packed)),
    b"\x28\xb5\x2f\xfd": lambda packed: cast(BinaryIO, zstd.ZstdFile(packed)),
}
"""The packings of files that are undone, gzip and zstd, by their first bytes."""
_HEAD = 2_048  # bytes looked at to tell the kind of a file
_FAULTS = (OSError, EOFError, zlib.error, zstd.ZstdError)
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


class Packed(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is packed or a web archive: small to look at, and big or broken inside as its writer likes.

    `name` is the person's name for it, `ending` that of what is packed in it, such as ".html"; of an archive,
    records that begin before `start`, in bytes, are passed over.
    """

    name: str
    path: str
    ending: str
    start: int = 0


Unpack: TypeAlias = Callable[[Packed], Iterator[Item | Skipped]]
"""Yields the items of a packed file, unpacked here or in a process of its own."""


def unpack(packed: Packed) -> Iterator[Item | Skipped | Reached]:
    """Yield the items of a packed file or web archive and, of an archive, where each record begins: the stage
    that unpacks. Picklable, lazy; never raises."""
    try:
        with Path(packed.path).open("rb") as stream:
            yield from _unpacked(packed, stream)
    except InputError as error:
        yield skipped(packed.name, str(error))
    except _FAULTS as error:
        yield skipped(packed.name, f"broken off while reading ({fault(error)}); what came before was read")


def unpack_here(packed: Packed) -> Iterator[Item | Skipped]:
    """Yield the items of a packed file, unpacked in this process."""
    return (one for one in unpack(packed) if not isinstance(one, Reached))


def items_of_stream(
    name: str, stream: BinaryIO, ending: str, unpack: Unpack = unpack_here, *, path: Path | None = None
) -> Iterator[Item | Skipped]:
    """Yield the items of an open stream; `ending` is that of its file, packing apart, such as ".html".

    What is packed, or an archive, is given to `unpack` by its `path`; where it has none, in a pipe or in
    memory, it is copied to a file first.
    """
    try:
        first = stream.readline(MOST_BYTES + 1)
        if not (is_archive(name, first) or first.startswith(tuple(_UNPACKERS))):
            yield from _split(name, first.removeprefix(codecs.BOM_UTF8), stream, ending)
        elif path is not None:
            yield from unpack(Packed(name=name, path=str(path), ending=ending))
        else:
            with TemporaryDirectory(prefix="ondit-") as folder:
                copy = Path(folder) / "packed"
                with copy.open("wb") as written:
                    written.write(first)
                    copyfileobj(stream, written)
                yield from unpack(Packed(name=name, path=str(copy), ending=ending))
    except InputError as error:
        yield skipped(name, str(error))
    except _FAULTS as error:
        yield skipped(name, f"broken off while reading ({fault(error)}); what came before was read")


def _unpacked(packed: Packed, stream: BinaryIO) -> Iterator[Item | Skipped | Reached]:
    """Yield the items of a stream that is a web archive, or a packed file with one or anything else in it."""
    head = stream.read(_HEAD)
    stream.seek(0)
    unpacker = next((_UNPACKERS[sign] for sign in _UNPACKERS if head.startswith(sign)), None)
    if unpacker is None or is_archive(packed.name, head):
        yield from find_pages(packed.name, stream, packed.start)
        return
    inner = unpacker(stream)
    first = inner.readline(MOST_BYTES + 1)
    if is_archive(packed.name, first):
        yield from find_pages(packed.name, stream, packed.start)
    else:
        yield from _split(packed.name, first.removeprefix(codecs.BOM_UTF8), inner, packed.ending)


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


def fault(error: Exception) -> str:
    """Return what an error of the system says, for a person."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
