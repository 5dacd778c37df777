"""Web archives written for the tests, record by record."""

import gzip
from collections.abc import Callable, Iterable

from backports import zstd

TEXT = "The bridge at Velm was closed on Monday, the mayor said. Buses go by way of Orlen until May."


def page(number: int) -> bytes:
    head = f"<head><title>Bridge {number}</title></head>"
    return f"<html>{head}<body><article><p>{TEXT}</p></article></body></html>".encode()


def response(body: bytes, *headers: str, status: int = 200, media: str = "text/html") -> bytes:
    lines = [f"HTTP/1.1 {status} OK", f"Content-Type: {media}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def record(
    block: bytes,
    *,
    uri: str = "http://velm.example/",
    kind: str = "response",
    media: str = "application/http; msgtype=response",
    length: int | str | None = None,
) -> bytes:
    """Return one record; `length` is what it announces, right when it is left out."""
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {uri}",
        "WARC-Date: 2026-01-02T03:04:05Z",
        f"Content-Type: {media}",
        f"Content-Length: {len(block) if length is None else length}",
        "",
        "",
    ]
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


def ten_records() -> list[bytes]:
    return [record(response(page(n)), uri=f"http://velm.example/{n}") for n in range(10)]


def _with_dictionary(one: bytes) -> bytes:
    return zstd.compress(one, zstd_dict=DICTIONARY)


DICTIONARY = zstd.train_dict(
    [record(response(page(n) * (1 + n % 3)), uri=f"http://velm.example/{n}") for n in range(400)], 2_000
)
IN_FRONT = b"\x5d\x2a\x4d\x18" + len(DICTIONARY.dict_content).to_bytes(4, "little") + DICTIONARY.dict_content
"""The frame of the dictionary, which stands before the records that need it."""

PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    "gzip": gzip.compress,
    "zstd": zstd.compress,
    "zstd with a dictionary": _with_dictionary,
}
"""How a record is packed; an archive is its packed records one after the other."""


def archive(packing: str, packed: Iterable[bytes]) -> bytes:
    """Return the archive of packed records."""
    return (IN_FRONT if "dictionary" in packing else b"") + b"".join(packed)
