"""Content codings undone piece by piece, so that a small answer that unpacks to a huge one costs nothing.

Source: RFC 9110, 8.4; RFC 9659 for the window of zstd.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import brotli
from backports import zstd

from ondit.errors import FetchError

ACCEPTED = "gzip, deflate, br, zstd"
"""What we ask for, as the header Accept-Encoding."""

MOST_BYTES = 16 * 1024 * 1024
"""The biggest answer, in bytes as they come and after decoding; the limit of ingest for one item."""

_PIECE = 65_536  # bytes that a decoder gives out at a time
_MOST_LAYERS = 4  # codings upon each other; more than one is rare, more than two is an attack or a fault
_MOST_MEMBERS = 10_000  # 16 MB in blocks as `bgzip` writes them are 256; each one costs its own decoder
_ZSTD_WINDOW_LOG = 23  # 8 MiB, which RFC 9659 sets as the most for the web
_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC, _ZSTD_MAGIC = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_LIBRARY_FAULTS = (zlib.error, brotli.error, zstd.ZstdError)


class _Decoder(Protocol):
    """A decoder of one member. Fed while `hungry`, else called with nothing to get more of the output."""

    @property
    def hungry(self) -> bool: ...

    @property
    def eof(self) -> bool: ...

    @property
    def unused(self) -> bytes:
        """What followed the end of the member in the last content."""

    def __call__(self, content: bytes) -> bytes:
        """Return at most a piece of output."""


class _Zlib:
    def __init__(self, window: int) -> None:
        self._inner = zlib.decompressobj(window)
        self._full = False  # a full piece may not be all, even where all input is consumed

    @property
    def hungry(self) -> bool:
        return not self._inner.unconsumed_tail and not self._full

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused(self) -> bytes:
        return self._inner.unused_data

    def __call__(self, content: bytes) -> bytes:
        piece = self._inner.decompress(self._inner.unconsumed_tail + content, _PIECE)
        self._full = len(piece) == _PIECE
        return piece


class _Deflate:
    """zlib's format, as the standard says, or bare deflate, as some servers have always sent it."""

    unused = b""  # no second member is looked for

    def __init__(self) -> None:
        self._head = b""
        self._inner: _Zlib | None = None

    @property
    def hungry(self) -> bool:
        return self._inner is None or self._inner.hungry

    @property
    def eof(self) -> bool:
        return self._inner is not None and self._inner.eof

    def __call__(self, content: bytes) -> bytes:
        if self._inner is None:
            self._head += content
            if len(self._head) < 2:
                return b""
            content = self._head
            self._inner = _Zlib(zlib.MAX_WBITS if _has_zlib_header(content) else -zlib.MAX_WBITS)
        return self._inner(content)


class _Brotli:
    unused = b""

    def __init__(self) -> None:
        self._inner = brotli.Decompressor()
        self._full = False

    @property
    def hungry(self) -> bool:
        return bool(self._inner.can_accept_more_data()) and not self._full

    @property
    def eof(self) -> bool:
        return bool(self._inner.is_finished())

    def __call__(self, content: bytes) -> bytes:
        piece = bytes(self._inner.process(content, output_buffer_limit=_PIECE))
        self._full = len(piece) >= _PIECE
        return piece


class _Zstd:
    def __init__(self) -> None:
        self._inner = zstd.ZstdDecompressor(
            options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG}
        )

    @property
    def hungry(self) -> bool:
        return self._inner.needs_input

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused(self) -> bytes:
        return self._inner.unused_data

    def __call__(self, content: bytes) -> bytes:
        return self._inner.decompress(content, _PIECE)


_DECODERS: dict[str, tuple[Callable[[], _Decoder], bytes]] = {  # with the mark of a further member, if any
    "gzip": (lambda: _Zlib(_GZIP), _GZIP_MAGIC),
    "x-gzip": (lambda: _Zlib(_GZIP), _GZIP_MAGIC),
    "deflate": (_Deflate, b""),
    "br": (_Brotli, b""),
    "zstd": (_Zstd, _ZSTD_MAGIC),
}


def decoded(pieces: Iterable[bytes], codings: str, most: int) -> bytes:
    """Return a body with its codings undone. `codings` is the header Content-Encoding: the codings in the
    order in which they were applied. `most` bytes are the limit of the body, of the pieces as they come, and
    of what stands between two codings.

    Raises `FetchError` for more than that, a coding that is not known, and one that is broken or breaks off.
    """
    names = [name for name in (part.strip().lower() for part in codings.split(",")) if name]
    names = [name for name in names if name != "identity"]
    if len(names) > _MOST_LAYERS:
        raise _fault(f"packed {len(names)} times over")
    body: Iterator[bytes] = _bounded(pieces, most)
    for name in reversed(names):
        if name not in _DECODERS:
            raise _fault("packed in a way that is not known")
        body = _bounded(_undone(body, *_DECODERS[name]), most)
    return b"".join(body)


def unpacked(content: bytes, most: int = MOST_BYTES) -> bytes:
    """Return a file that is packed with gzip as a file, such as a sitemap, unpacked; others as they are.

    Raises `FetchError` when it is damaged or holds more than `most` bytes.
    """
    return decoded([content], "gzip", most) if content.startswith(_GZIP_MAGIC) else content


def _bounded(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > most:
            raise FetchError(
                f"more than {most / 1024**2:g} MB, too big for one page", code="too-big", retryable=False
            )
        yield piece


def _undone(pieces: Iterable[bytes], make: Callable[[], _Decoder], mark: bytes) -> Iterator[bytes]:
    """Yield what pieces hold, member after member; what follows the last member and is none is dropped, as
    browsers do. Nothing at all is an empty body."""
    decoder, members = make(), 0
    for piece in pieces:
        rest = piece
        while rest:
            if decoder.eof:
                if not mark or rest[: len(mark)] != mark[: len(rest)]:  # the mark itself may be cut in two
                    return
                decoder = make()
            members += not members or rest is not piece
            if members > _MOST_MEMBERS:
                raise _fault("packed in too many pieces")
            yield from _drained(decoder, rest)
            rest = decoder.unused if decoder.eof else b""
    if members and not decoder.eof:
        raise _fault("packed, and breaks off")


def _drained(decoder: _Decoder, content: bytes) -> Iterator[bytes]:
    try:
        yield decoder(content)
        while not decoder.eof and not decoder.hungry:
            yield decoder(b"")
    except _LIBRARY_FAULTS:
        raise _fault("packed, and damaged") from None


def _has_zlib_header(content: bytes) -> bool:
    """Tell whether content begins as zlib's format does. Source: RFC 1950, 2.2; bare deflate begins so only
    with a stored block whose padding is not zero, which no packer writes."""
    return content[0] & 0x0F == 8 and int.from_bytes(content[:2], "big") % 31 == 0


def _fault(what: str) -> FetchError:
    return FetchError(f"the answer is {what}; nothing of it was read", code="coding", retryable=False)
