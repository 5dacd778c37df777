"""The records of a WARC file, those behind damaged ones too.

The library frames and unpacks records. Where a packed member is damaged or a length is wrong it gives up, or
takes what follows for the record's own; reading then starts anew where the next record can begin.
"""

import re
import zlib
from collections.abc import Generator, Iterator
from typing import Any, BinaryIO

import msgspec
from fastwarc import ArchiveIterator, WarcRecord

_CHUNK = 1024 * 1024  # bytes read at a time
_OVERLAP = 64  # bytes of a chunk looked at again with the next: the signs below are shorter

_PLAIN = re.compile(rb"^WARC/\d\.\d\r?\n|WARC/\d\.\d\r?\n(?=WARC-[A-Z])", re.MULTILINE)
# Matches b"WARC/1.1\r\n" in a line of its own, or behind the rest of a broken line when a header follows; not
# b"in WARC/1.1\r\n".
_PACKED = re.compile(rb"\x1f\x8b\x08|\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18|\x04\x22\x4d\x18")
# Matches the first bytes of a gzip member, a zstd frame (skippable ones too) and an lz4 frame, not
# b"\x1f\x8b\x00".
_SWALLOWED = re.compile(rb"\r?\n\r?\nWARC/\d\.\d\r?\nWARC-[A-Z]")
# Matches b"\r\n\r\nWARC/1.0\r\nWARC-Type": one record ends and another begins, which inside a record shows
# that its length is wrong; not a text that only names b"WARC/1.0".
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")  # matches b"\r\n\r\n", the end of headers, not b"\r\n"
_HEADERS = 64 * 1024  # bytes in which a record's headers end: real ones take less than one thousand
_GZIP = 31  # zlib's window bits for one gzip member
_DICTIONARY = b"\x5d\x2a\x4d\x18"  # begins the dictionary of a zstd archive, by the IIPC's proposal
_MOST_DICTIONARY = 16 * 1024 * 1024  # bytes; they are trained to some hundred kilobytes

_LONGEST = 256 * 1024 * 1024
"""Bytes to which a packed record is unpacked; the rest of it is passed over unread. No page comes near it,
and a film that does is none; a record of a few bytes may unpack to as many as its writer likes."""

_MOST_IN_VAIN = 10_000
"""Places in a row at which a record could begin and none did, before the rest is given up. In packed bytes
one comes by chance every 10 MB; a file that is nothing but such signs costs a second so."""


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One record as it stands in the archive.

    `start` is its place in the file in bytes; `content` holds no more of it than was asked for, `length` says
    how much there is. `whole` tells whether all the bytes were there that the record announces.
    """

    start: int
    kind: str
    uri: str | None
    date: str | None
    media: str
    content: bytes
    length: int
    whole: bool


class Gap(msgspec.Struct, frozen=True):
    """A place in the file, in bytes, behind which one or more records could not be read."""

    start: int


class Reached(msgspec.Struct, frozen=True):
    """Where reading has come to, in bytes: what is read next begins here. Whoever loses the reader on it goes
    on behind it."""

    start: int


class _Stop(msgspec.Struct, frozen=True):
    """Where reading stopped: behind the record that began at `last`. `sound` when nothing is amiss there,
    `read` when records were read before, `told` when the last of them says itself that something is."""

    last: int
    sound: bool
    read: bool = True
    told: bool = False


def read_blocks(stream: BinaryIO, *, most: int, start: int = 0) -> Iterator[Block | Gap | Reached]:
    """Yield the records of a seekable WARC file in order, packed or not, and the gaps between them; before
    each, where it begins. With a `start`, those from the first that begins there or behind it.

    Of each record's content at most `most` bytes are kept. Never raises for what the bytes are.
    """
    archive = _archive(stream)
    offset: int | None = 0
    if start:
        offset = _next_beginning(archive, start)
    gaping, in_vain = False, 0
    while offset is not None and in_vain < _MOST_IN_VAIN:
        yield Reached(offset)
        stop = yield from _read_from(archive, offset, most)
        if stop.sound:
            return
        if not stop.told and (stop.read or not gaping):
            yield Gap(max(stop.last, offset))
        gaping = not stop.told
        in_vain = 0 if stop.read else in_vain + 1
        offset = _next_beginning(archive, max(stop.last, offset) + 1)


class _Archive(msgspec.Struct, frozen=True):
    """A WARC file, whether its records are packed, and the frame of the dictionary that they need."""

    stream: BinaryIO
    packed: bool
    dictionary: bytes = b""


def _archive(stream: BinaryIO) -> _Archive:
    stream.seek(0)
    head = stream.read(_CHUNK)
    dictionary = b""
    if head.startswith(_DICTIONARY):
        length = len(_DICTIONARY) + 4 + int.from_bytes(head[4:8], "little")
        stream.seek(0)
        dictionary = stream.read(length) if length <= _MOST_DICTIONARY else b""
    packed = _PACKED.match(head) is not None or not _PLAIN.search(head)
    return _Archive(stream, packed, dictionary)


class _Spliced:
    """An archive from `offset` on, with its dictionary in front, as if nothing stood between: the library
    looks for a dictionary at the beginning only. What it takes for a place is `shift` bytes too few."""

    def __init__(self, archive: _Archive, offset: int) -> None:
        self.shift = offset - len(archive.dictionary)
        self._waiting = archive.dictionary
        self._stream = archive.stream
        self._stream.seek(offset)

    def read(self, size: int) -> bytes:
        """Return at most so many bytes."""
        if not self._waiting:
            return self._stream.read(size)
        piece, self._waiting = self._waiting[:size], self._waiting[size:]
        return piece

    def tell(self) -> int:
        """Return the place as the library sees it."""
        return self._stream.tell() - len(self._waiting) - self.shift


def _read_from(archive: _Archive, offset: int, most: int) -> Generator[Block | Gap | Reached, None, _Stop]:
    """Yield the records from an offset on, until the end or the first that something is wrong with."""
    stream, packed = archive.stream, archive.packed
    last, end, read = offset - 1, offset, False
    stream.seek(offset)
    source: Any = _Spliced(archive, offset) if offset and archive.dictionary else stream
    shift = source.shift if source is not stream else 0
    try:
        for record in ArchiveIterator(source, parse_http=False):
            last = record.stream_pos + shift
            if not packed and read and last > end:  # the library passes over what is no record
                yield Gap(end)
            headers = 0 if packed else _headers_length(stream, last)
            if headers is None:
                return _Stop(last, sound=False, read=read)
            if last > offset:
                yield Reached(last)
            content, length, broken_off = _content(record, most, packed)
            whole = broken_off or length == record.content_length
            read = True
            yield _block(record, last, content, length, whole)
            if broken_off or not whole:
                return _Stop(last, sound=False, told=True)
            end = last + headers + length + len(b"\r\n\r\n")
    except (OSError, ValueError):
        return _Stop(last, sound=False, read=read)
    sound = _is_last_member(stream, last) if packed else _is_end(stream, end)
    return _Stop(last, sound=read and sound, read=read)


def _headers_length(stream: BinaryIO, start: int) -> int | None:
    """Return how long the headers of a plain record are, in bytes, or None when they break off. Where the
    stream stands does not change."""
    stands = stream.tell()
    stream.seek(start)
    head = stream.read(_HEADERS)
    stream.seek(stands)
    end = _BLANK_LINE.search(head)
    if end is None or _PLAIN.search(head, 1, end.start()):
        return None
    return end.end()


def _content(record: WarcRecord, most: int, packed: bool) -> tuple[bytes, int, bool]:
    """Return a record's content, at most this much of it, its length as far as it was read, and whether it
    was broken off: where another record begins in it, or, packed, behind `_LONGEST`."""
    kept, length, seam = bytearray(), 0, b""
    while chunk := record.reader.read(_CHUNK):
        if not packed and (found := _SWALLOWED.search(seam + chunk)):
            end = length - len(seam) + found.start()
            return bytes((kept + chunk)[: min(end, most)]), end, True
        kept += chunk[: most - len(kept)]
        length += len(chunk)
        seam = chunk[-_OVERLAP:]
        if packed and length > _LONGEST:
            return bytes(kept), length, True
    return bytes(kept), length, False


def _block(record: WarcRecord, start: int, content: bytes, length: int, whole: bool) -> Block:
    headers = record.headers
    return Block(
        start=start,
        kind=(headers.get("WARC-Type") or "").lower(),
        uri=headers.get("WARC-Target-URI"),
        date=headers.get("WARC-Date"),
        media=(headers.get("Content-Type") or "").lower(),
        content=content,
        length=length,
        whole=whole,
    )


def _is_end(stream: BinaryIO, end: int) -> bool:
    """Tell whether a plain file ends where its last record does: of a record that is cut off the library does
    not tell."""
    stream.seek(end)
    return not stream.read(_CHUNK).strip()


def _is_last_member(stream: BinaryIO, start: int) -> bool:
    """Tell whether a packed file ends with the gzip member that begins at `start`, and that member with its
    own end; of other packings the library tells itself."""
    stream.seek(max(start, 0))
    waiting = stream.read(_CHUNK)
    if not waiting.startswith(b"\x1f\x8b"):
        return True
    unpacker = zlib.decompressobj(_GZIP)
    while not unpacker.eof:
        if not waiting and not (waiting := stream.read(_CHUNK)):
            return False
        unpacker.decompress(waiting, _CHUNK)
        waiting = unpacker.unconsumed_tail
    return not (unpacker.unused_data + stream.read(_CHUNK)).strip(b"\0\r\n")


def _next_beginning(archive: _Archive, offset: int) -> int | None:
    """Return the first place from `offset` on where a record can begin; None when there is none."""
    stream, sign = archive.stream, _PACKED if archive.packed else _PLAIN
    position = offset - 1  # what stands before tells whether a line begins
    stream.seek(position)
    seam = b""
    while chunk := stream.read(_CHUNK):
        window = seam + chunk
        for found in sign.finditer(window):
            if (place := position - len(seam) + found.start()) >= offset:
                return place
        position += len(chunk)
        seam = window[-_OVERLAP:]
    return None
