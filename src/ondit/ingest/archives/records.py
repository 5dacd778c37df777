"""The records of a WARC file, those behind damaged ones too.

The library frames and unpacks records. Where a packed member is damaged or a length is wrong it gives up, or
takes what follows for the record's own; reading then starts anew where the next record can begin.
"""

import re
import zlib
from collections.abc import Generator, Iterator
from typing import BinaryIO

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


class _Stop(msgspec.Struct, frozen=True):
    """Where reading stopped: behind the record that began at `last`. `sound` when nothing is amiss there,
    `read` when records were read before, `told` when the last of them says itself that something is."""

    last: int
    sound: bool
    read: bool = True
    told: bool = False


def read_blocks(stream: BinaryIO, *, most: int) -> Iterator[Block | Gap]:
    """Yield the records of a seekable WARC file in order, packed or not, and the gaps between them.

    Of each record's content at most `most` bytes are kept. Never raises for what the bytes are.
    """
    stream.seek(0)
    head = stream.read(_CHUNK)
    packed = _PACKED.match(head) is not None or not _PLAIN.search(head)
    offset: int | None = 0
    gaping = False
    while offset is not None:
        stop = yield from _read_from(stream, offset, most, packed)
        if stop.sound:
            return
        if not stop.told and (stop.read or not gaping):
            yield Gap(max(stop.last, offset))
        gaping = not stop.told
        offset = _next_beginning(stream, max(stop.last, offset) + 1, packed)


def _read_from(stream: BinaryIO, offset: int, most: int, packed: bool) -> Generator[Block | Gap, None, _Stop]:
    """Yield the records from an offset on, until the end or the first that something is wrong with."""
    last, end, read = offset - 1, offset, False
    stream.seek(offset)
    try:
        for record in ArchiveIterator(stream, parse_http=False):
            last = record.stream_pos
            if not packed and read and last > end:  # the library passes over what is no record
                yield Gap(end)
            headers = 0 if packed else _headers_length(stream, last)
            if headers is None:
                return _Stop(last, sound=False, read=read)
            content, length, swallowed = _content(record, most, packed)
            whole = swallowed or length == record.content_length
            read = True
            yield _block(record, content, length, whole)
            if swallowed or not whole:
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
    """Return a record's content, at most this much of it, its length, and whether other records follow in
    it. In a packed archive every record has a member of its own that bounds it."""
    kept, length, seam = bytearray(), 0, b""
    while chunk := record.reader.read(_CHUNK):
        if not packed and (found := _SWALLOWED.search(seam + chunk)):
            end = length - len(seam) + found.start()
            return bytes((kept + chunk)[: min(end, most)]), end, True
        kept += chunk[: most - len(kept)]
        length += len(chunk)
        seam = chunk[-_OVERLAP:]
    return bytes(kept), length, False


def _block(record: WarcRecord, content: bytes, length: int, whole: bool) -> Block:
    headers = record.headers
    return Block(
        start=record.stream_pos,
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


def _next_beginning(stream: BinaryIO, offset: int, packed: bool) -> int | None:
    """Return the first place from `offset` on where a record can begin; None when there is none."""
    sign = _PACKED if packed else _PLAIN
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
