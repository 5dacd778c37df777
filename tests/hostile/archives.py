"""Broken and hostile web archives, each known by its number, with the pages that can be had from it."""

import gzip
import random
from collections.abc import Callable

import msgspec
from tests.hostile.mutations import broken
from tests.ingest.archives.written import PACKINGS, TEXT, archive, record, response

MANY = 10


class Broken(msgspec.Struct, frozen=True):
    """An archive, and the pages whose records are intact and stand behind the damage."""

    content: bytes
    behind: tuple[bytes, ...]


def _page(number: int, source: random.Random) -> bytes:
    length = source.choice([1, 1, 1, 20])
    return (
        f"<html><head><title>Bridge {number}</title></head><body><article><p>{TEXT * length}</p>"
        f"<p>This was number {number} of {source.randrange(10**9)}.</p></article></body></html>"
    ).encode()


def _records(source: random.Random) -> list[tuple[bytes, bytes]]:
    """Return records, each with its page."""
    pages = [_page(number, source) for number in range(MANY)]
    return [
        (record(response(page, f"Content-Length: {len(page)}"), uri=f"http://velm.example/{number}"), page)
        for number, page in enumerate(pages)
    ]


Damage = Callable[[bytes, random.Random], bytes]


def _wrong_length(one: bytes, source: random.Random) -> bytes:
    head, _, rest = one.partition(b"\r\nContent-Length: ")
    stated, _, block = rest.partition(b"\r\n")
    wrong = source.choice(
        [
            b"0",
            b"1",
            b"%d" % (int(stated) * 2),
            b"%d" % (int(stated) + 7),
            b"-5",
            b"x",
            b"",
            b"9" * 25,
            b"1e3",
        ]
    )
    return head + b"\r\nContent-Length: " + wrong + b"\r\n" + block


def _without_end(one: bytes, source: random.Random) -> bytes:
    return one.rstrip(b"\r\n") + source.choice([b"", b"\r\n", b"\n", b"\n\n", b"\r"])


def _without_length(one: bytes, source: random.Random) -> bytes:
    return b"\r\n".join(
        line for line in one.split(b"\r\n") if not line.startswith((b"Content-Length", b"WARC-Type"))
    )


def _wrong_version(one: bytes, source: random.Random) -> bytes:
    return one.replace(b"WARC/1.0", source.choice([b"WARC/9.9", b"WARC/", b"ARC/1.0", b"warc/1.0", b""]), 1)


def _bare_line_ends(one: bytes, source: random.Random) -> bytes:
    return one.replace(b"\r\n", source.choice([b"\n", b"\r"]))


def _huge_header(one: bytes, source: random.Random) -> bytes:
    return one.replace(
        b"WARC-Date", b"X-Huge: " + b"a" * source.choice([9_000, 200_000]) + b"\r\nWARC-Date", 1
    )


def _many_headers(one: bytes, source: random.Random) -> bytes:
    return one.replace(b"WARC-Date", b"X-A: b\r\n" * source.choice([500, 20_000]) + b"WARC-Date", 1)


def _nested(one: bytes, source: random.Random) -> bytes:
    """A record in a record: what an archive of an archive's download holds."""
    return record(response(one, media="application/warc"))


def _wrong_digest(one: bytes, source: random.Random) -> bytes:
    return one.replace(b"WARC-Date", b"WARC-Block-Digest: sha1:" + b"A" * 32 + b"\r\nWARC-Date", 1)


def _bad_http(one: bytes, source: random.Random) -> bytes:
    status = source.choice(
        [b"HTTP/9 20", b"HTTP/1.1 abc OK", b"ICY 200 OK", b"\0\0", b"HTTP/1.1 200" + b" OK" * 9_999]
    )
    return one.replace(b"HTTP/1.1 200 OK", status, 1)


def _bad_coding(one: bytes, source: random.Random) -> bytes:
    coding = source.choice([b"gzip", b"br", b"zstd", b"deflate", b"gzip, " * 40 + b"br", b"x", b"\xff"])
    return one.replace(
        b"Content-Type: text/html", b"Content-Type: text/html\r\nContent-Encoding: " + coding, 1
    )


def _flipped_anywhere(one: bytes, source: random.Random) -> bytes:
    return broken(one, source)


BEFORE_PACKING: tuple[Damage, ...] = (
    _wrong_length, _without_end, _without_length, _wrong_version, _bare_line_ends, _huge_header,
    _many_headers, _nested, _wrong_digest, _bad_http, _bad_coding, _flipped_anywhere,
)  # fmt: skip


def _cut(one: bytes, source: random.Random) -> bytes:
    return one[: source.randrange(len(one))]


def _flipped(one: bytes, source: random.Random) -> bytes:
    changed = bytearray(one)
    for _ in range(source.randrange(1, 20)):
        changed[source.randrange(len(changed))] ^= 1 << source.randrange(8)
    return bytes(changed)


def _padded(one: bytes, source: random.Random) -> bytes:
    return one + source.choice(
        [b"\0" * 512, source.randbytes(700), b"\r\n" * 30, b"garbage\n" * 9, b"\x1f\x8b"]
    )


def _zeroed(one: bytes, source: random.Random) -> bytes:
    start, end = sorted(source.randrange(len(one)) for _ in range(2))
    return one[:start] + b"\0" * (end - start) + one[end:]


def _gone(one: bytes, source: random.Random) -> bytes:
    return source.choice([b"", source.randbytes(source.randrange(2_000)), b"<html>not an archive</html>"])


AFTER_PACKING: tuple[Damage, ...] = (_cut, _flipped, _padded, _zeroed, _gone)


def hostile_archive(number: int, seed: int = 0) -> Broken:
    """Return the archive of a number: some of its records damaged, before or after they are packed."""
    source = random.Random(f"archive {seed} {number}")
    packing = source.choice(sorted(PACKINGS))
    pack = PACKINGS[packing]
    records = _records(source)
    damaged = set(source.sample(range(MANY - 1), source.choice([1, 1, 1, 2, 4])))
    parts = []
    for place, (one, _) in enumerate(records):
        if place not in damaged:
            parts.append(pack(one))
        elif source.random() < 0.5:
            parts.append(pack(source.choice(BEFORE_PACKING)(one, source)))
        else:
            parts.append(source.choice(AFTER_PACKING)(pack(one), source))
    content = archive(packing, parts)
    if source.random() < 0.1:
        return Broken(
            source.choice([gzip.compress(content), source.randbytes(500) + content, content + b"\0" * 999]),
            (),
        )
    behind = tuple(
        page for place, (_, page) in enumerate(records) if place not in damaged and place > min(damaged)
    )
    return Broken(content, behind)
