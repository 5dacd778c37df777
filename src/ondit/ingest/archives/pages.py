"""The pages that a web archive holds."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

from fastwarc import WarcRecord
from fastwarc.stream_io import ChunkedReader

from ondit.errors import FetchError, InputError
from ondit.ingest.archives.records import Block, Gap, Reached, read_blocks
from ondit.ingest.dates import read_date
from ondit.ingest.fetching import decoded
from ondit.ingest.item import MOST_BYTES, TOO_BIG, Item, Kind, skipped
from ondit.model.article import Capture, Skipped

_SIGN = b"WARC/"
_HEADERS = 256 * 1024  # bytes of HTTP headers beside the body, four times what servers accept
_CHUNK = 1024 * 1024  # bytes unpacked at a time, so that what unpacks to a gigabyte is stopped in time
_OK = 200  # the status of an answer that holds what was asked for
_PAGES = ("text/html", "application/xhtml+xml")


def is_archive(name: str, head: bytes) -> bool:
    """Tell whether a file is a web archive: by its first bytes, unpacked, or by its name's ending."""
    return head.startswith(_SIGN) or ".warc" in name.lower()[-len(".warc.open.gz") :]


def find_pages(name: str, stream: BinaryIO, start: int = 0) -> Iterator[Item | Skipped | Reached]:
    """Yield the pages of a web archive, in its order, and where each record begins; what is no page of text
    is passed over. With a `start`, the pages of the records that begin there or behind it.

    A page that is cut off or cannot be unpacked, and every stretch of the file where nothing can be read,
    is one `Skipped`. `stream` must be seekable.
    """
    found = False
    for block in read_blocks(stream, most=MOST_BYTES + _HEADERS, start=start):
        if isinstance(block, Reached):
            yield block
            continue
        try:
            item = _page(name, block)
        except InputError as error:
            item = skipped(f"{name}@{block.start}", str(error))
        if item is not None:
            yield item
            found = True
    if not found and not start:
        yield skipped(name, "the archive holds no page of text; give one with HTML responses")


def _page(name: str, block: Block | Gap) -> Item | Skipped | None:
    """Return the page of a record, or None when it holds none.

    Raises `InputError` when nothing can be read there, or the page not whole.
    """
    if isinstance(block, Gap):
        raise InputError("records from this byte on are damaged; what follows was read")
    if block.kind == "response" and "http" in block.media:
        return _response(name, block)
    if block.kind in ("resource", "conversion") and block.media.startswith((*_PAGES, "text/plain")):
        _check(block)
        kind = Kind.PAGE if block.media.startswith(_PAGES) else Kind.TEXT
        return _item(name, kind, block, block.content, ())
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
    if headers is None or headers.status_code != _OK or not _is_page(headers.get("Content-Type") or "", body):
        return None
    if block.length > len(block.content):
        raise InputError(TOO_BIG)
    body = _undone(body, headers.get("Transfer-Encoding"), headers.get("Content-Encoding"))
    return _item(name, Kind.PAGE, block, body, headers.items())


def _is_page(media: str, body: bytes) -> bool:
    """Tell whether a response is a page, by its type or, where it states none, by how it begins."""
    return media.lower().startswith(_PAGES) or (not media and _looks_like_page(body))


def _check(block: Block) -> None:
    if not block.whole:
        raise InputError("the record is cut off; what follows was read")


def _address(uri: str | None) -> str:
    """Return the address that a record states, without the angle brackets that older writers put round it."""
    return (uri or "").strip().removeprefix("<").removesuffix(">")


def _item(name: str, kind: Kind, block: Block, content: bytes, headers: Iterable[tuple[str, str]]) -> Item:
    address = _address(block.uri)
    capture = Capture(
        url=address,
        final_url=address,
        captured=read_date(block.date) or "",
        status=_OK,
        headers=tuple((key.lower(), value) for key, value in headers if key.lower() != "set-cookie"),
        sha256=sha256(content).hexdigest(),
        content=content,
    )
    return Item(f"{name}@{block.start}", kind, content, capture=capture)


def _undone(body: bytes, transfer: str | None, content: str | None) -> bytes:
    """Return the body of a response with its codings undone.

    Many archives keep the headers of a packed body beside one that their writer has unpacked: a body that
    begins as a page does is taken as it is.

    Raises `InputError` when it is damaged or unpacks to too much.
    """
    if _looks_like_page(body):
        return body
    try:
        if "chunked" in (transfer or "").lower():
            body = _dechunked(body)
        return body if _looks_like_page(body) else decoded([body], content or "", MOST_BYTES)
    except (FetchError, OSError, ValueError) as error:
        raise InputError(f"the response cannot be unpacked ({error}); what follows was read") from error


def _dechunked(body: bytes) -> bytes:
    reader = ChunkedReader(BytesIO(body))
    return b"".join(iter(lambda: reader.read(_CHUNK), b""))


def _looks_like_page(body: bytes) -> bool:
    return body.lstrip(b"\xef\xbb\xbf\r\n\t ")[:1] == b"<"
