"""The pages that a web archive holds."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import BinaryIO

from fastwarc import WarcRecord
from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, WarcReader, ZstdReader

from ondit.errors import InputError
from ondit.ingest.archives.records import Block, Gap, read_blocks
from ondit.ingest.item import MOST_BYTES, TOO_BIG, Item, Kind, skipped
from ondit.model.article import Skipped

_SIGN = b"WARC/"
_HEADERS = 256 * 1024  # bytes of HTTP headers beside the body, four times what servers accept
_CHUNK = 1024 * 1024  # bytes unpacked at a time, so that what unpacks to a gigabyte is stopped in time
_PAGES = ("text/html", "application/xhtml+xml")
_MOST_CODINGS = 5  # a server that packs what is packed already does it once or twice

_UNPACKERS: dict[str, Callable[[BytesIO], WarcReader]] = {
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": lambda stream: GzipReader(stream, zlib=True),
    "br": BrotliReader,
    "zstd": ZstdReader,
    "chunked": ChunkedReader,
}
"""Content and transfer codings by name. Source: IANA HTTP Parameters, RFC 9110, RFC 8878."""


def is_archive(name: str, head: bytes) -> bool:
    """Tell whether a file is a web archive: by its first bytes, unpacked, or by its name's ending."""
    return head.startswith(_SIGN) or ".warc" in name.lower()[-len(".warc.open.gz") :]


def find_pages(name: str, stream: BinaryIO) -> Iterator[Item | Skipped]:
    """Yield the pages of a web archive, in its order; what is no page of text is passed over.

    A page that is cut off or cannot be unpacked, and every stretch of the file where nothing can be read,
    is one `Skipped`. `stream` must be seekable.
    """
    found = False
    for block in read_blocks(stream, most=MOST_BYTES + _HEADERS):
        if isinstance(block, Gap):
            yield skipped(
                f"{name}@{block.start}", "records from this byte on are damaged; what follows was read"
            )
            found = True
            continue
        try:
            item = _page(name, block)
        except InputError as error:
            yield skipped(f"{name}@{block.start}", str(error))
            found = True
            continue
        if item is not None:
            yield item
            found = True
    if not found:
        yield skipped(name, "the archive holds no page of text; give one with HTML responses")


def _page(name: str, block: Block) -> Item | None:
    """Return the page of a record, or None when it holds none."""
    if block.kind == "response" and "http" in block.media:
        return _response(name, block)
    if block.kind in ("resource", "conversion") and block.media.startswith((*_PAGES, "text/plain")):
        _check(block)
        kind = Kind.PAGE if block.media.startswith(_PAGES) else Kind.TEXT
        return Item(
            f"{name}@{block.start}", kind, block.content, url=_address(block.uri), captured=block.date
        )
    return None


def _response(name: str, block: Block) -> Item | None:
    """Return the page of an HTTP response, its codings undone."""
    _check(block)
    record = WarcRecord.from_bytes(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n" % len(block.content) + block.content
    )
    try:
        record.parse_http(auto_decode="none", quirks_mode=True)
        headers = record.http_headers
        body = record.reader.read()
    except (OSError, ValueError) as error:
        raise InputError("the response's headers cannot be read; capture the page anew") from error
    if headers is None or headers.status_code != 200 or not _is_page(headers.get("Content-Type") or "", body):
        return None
    if block.length > len(block.content):
        raise InputError(TOO_BIG)
    codings = ",".join((headers.get("Content-Encoding") or "", headers.get("Transfer-Encoding") or ""))
    return Item(
        f"{name}@{block.start}",
        Kind.PAGE,
        _unpacked(body, [coding for one in codings.split(",") if (coding := one.strip().lower())]),
        url=_address(block.uri),
        captured=block.date,
        charset=record.http_charset,
    )


def _is_page(media: str, body: bytes) -> bool:
    """Tell whether a response is a page, by its type or, where it states none, by how it begins."""
    return media.lower().startswith(_PAGES) or (not media and body.lstrip()[:1] == b"<")


def _check(block: Block) -> None:
    if not block.whole:
        raise InputError("the record is cut off; what follows was read")


def _address(uri: str | None) -> str | None:
    """Return the address that a record states, without the angle brackets that older writers put round it."""
    return (uri or "").strip().removeprefix("<").removesuffix(">") or None


def _unpacked(body: bytes, codings: Sequence[str]) -> bytes:
    """Return a body with its codings undone, the last one first.

    Many archives keep the headers of packed bodies beside bodies that their writer has unpacked: a body that
    is not packed as stated is left as it is.

    Raises `InputError` when a coding is unknown, the body is damaged, or it unpacks to too much.
    """
    for coding in reversed([one for one in codings if one != "identity"][:_MOST_CODINGS]):
        if coding not in _UNPACKERS:
            raise InputError("the response is packed in a way that cannot be undone here; capture it anew")
        unpacked = bytearray()
        stream = _UNPACKERS[coding](BytesIO(body))
        try:
            while chunk := stream.read(_CHUNK):
                unpacked += chunk
                if len(unpacked) > MOST_BYTES:
                    raise InputError(TOO_BIG)
        except (OSError, ValueError) as error:
            if unpacked:
                raise InputError("the response is damaged: it cannot be unpacked whole") from error
            continue
        body = bytes(unpacked)
    return body
