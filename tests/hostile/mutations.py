"""Ways of breaking bytes, whatever they are: each is one function of the content and a random source."""

import gzip
import random
import re
import zlib
from collections.abc import Callable

from backports import zstd

MOST = 400_000
"""Bytes that a broken file may have: ways that multiply stop there, so that thousands are made soon."""

_WORDS = re.compile(rb"\d+")  # matches the "2026" of b"2026-01", not b"a"
_NAMES = re.compile(rb"[A-Za-z][\w:-]{2,}")  # matches b"pubDate" and b"dc:date", not b"a"
_EXTREMES = (
    *(b"0", b"-1", b"00", b"1e999", b"NaN", b"0x7fffffff", b"9" * 30, b"2147483648", b"18446744073709551616"),
    *("١٢٣".encode(), "Ⅷ".encode(), "²".encode(), b"", b"9" * 5_000),
)
_PIECES = (
    *(b"\0", b"\x1b", b"\x7f", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xc0\x80"),
    *(b"\xf4\x90\x80\x80", b"\xf0\x9f", b"\r", b"\x0b", b"\x85", "\u202e".encode(), "\u0301".encode() * 400),
    *(
        b"&#0;",
        b"&#xD800;",
        b"&#x110000;",
        b"&#99999999999;",
        b"&amp",
        b"&lol9;",
        b"&",
        b"<",
        b">",
        b'"',
        b"'",
    ),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"]]", b"<?xml version='1.1'?>", b"<?php", b"<!DOCTYPE", b"<%"),
    *(
        b"<!ENTITY a 'b'>",
        b"%s%n",
        b"{{",
        b"}}",
        b"\\u0000",
        b"\\ud800",
        b"\\",
        b"/",
        b"=",
        b"://",
        b"http://[",
    ),
    *(b"<script>", b"</script>", b"<style>", b"<plaintext>", b"<svg/onload=1>", b"<template>", b"<math><mi>"),
)


def untouched(content: bytes, source: random.Random) -> bytes:
    return content


def flipped(content: bytes, source: random.Random) -> bytes:
    changed = bytearray(content or b"\0")
    for _ in range(source.randrange(1, 1 + max(1, len(changed) // 20))):
        changed[source.randrange(len(changed))] ^= 1 << source.randrange(8)
    return bytes(changed)


def cut_off(content: bytes, source: random.Random) -> bytes:
    return content[: source.randrange(len(content) + 1)]


def headless(content: bytes, source: random.Random) -> bytes:
    return content[source.randrange(len(content) + 1) :]


def holed(content: bytes, source: random.Random) -> bytes:
    start, end = sorted(source.randrange(len(content) + 1) for _ in range(2))
    return content[:start] + content[end:]


def strewn(content: bytes, source: random.Random) -> bytes:
    """Pieces that mean something to some parser, put anywhere."""
    changed = content
    for _ in range(source.randrange(1, 30)):
        place = source.randrange(len(changed) + 1)
        changed = changed[:place] + source.choice(_PIECES) + changed[place:]
    return changed


def repeated(content: bytes, source: random.Random) -> bytes:
    start, end = sorted(source.randrange(len(content) + 1) for _ in range(2))
    piece = content[start:end][: source.choice([8, 80, 2_000])]
    many = min(source.choice([3, 100, 5_000]), MOST // max(1, len(piece)))
    return content[:start] + piece * many + content[start:]


def swapped(content: bytes, source: random.Random) -> bytes:
    places = sorted(source.randrange(len(content) + 1) for _ in range(4))
    a, b, c, d = places
    return content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]


def renumbered(content: bytes, source: random.Random) -> bytes:
    return _WORDS.sub(lambda one: source.choice(_EXTREMES) if source.random() < 0.4 else one[0], content)


def renamed(content: bytes, source: random.Random) -> bytes:
    """Names exchanged among themselves: elements, attributes, prefixes and keys that do not belong."""
    names = sorted(set(_NAMES.findall(content))) or [b"a"]
    return _NAMES.sub(lambda one: source.choice(names) if source.random() < 0.1 else one[0], content)


def unmarked(content: bytes, source: random.Random) -> bytes:
    """Some of one mark left out, or doubled."""
    mark = source.choice([b"<", b">", b'"', b"/", b"=", b"\r\n", b"\n", b"{", b"}", b":", b",", b" "])
    parts = content.split(mark)
    glue = (source.choice([b"", mark, mark, mark, mark * 2]) for _ in parts)
    return b"".join(part + one for part, one in zip(parts, glue, strict=True))


def recoded(content: bytes, source: random.Random) -> bytes:
    """The text in another encoding than it says, with or without a mark of its own or of yet another one."""
    encoding = source.choice(
        [
            "utf-16-le",
            "utf-16-be",
            "utf-32-le",
            "cp1251",
            "shift_jis",
            "gb18030",
            "utf-7",
            "cp037",
            "iso2022_kr",
        ]
    )
    marks = [
        b"",
        b"",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe\0\0",
        b"\0\0\xfe\xff",
        b"\x2b\x2f\x76\x38",
    ]
    return source.choice(marks) + content.decode("utf-8", "replace").encode(encoding, "replace")


def packed(content: bytes, source: random.Random) -> bytes:
    """Packed once or more, whole or damaged: files are handed on as servers gave them."""
    packing: Callable[[bytes], bytes] = source.choice([gzip.compress, zlib.compress, zstd.compress])
    for _ in range(source.choice([1, 1, 2, 5])):
        content = packing(content)
    return source.choice([untouched, cut_off, flipped, strewn])(content, source)


def chunked(content: bytes, source: random.Random) -> bytes:
    """As a server sends it in chunks, with lengths that are right, wrong or no lengths."""
    pieces = []
    while content:
        size = source.randrange(1, 2_000)
        stated = source.choice([b"%x" % size, b"%x" % size, b"%x" % size, b"-1", b"ffffffffffff", b"zz", b""])
        pieces.append(stated + b"\r\n" + content[:size] + b"\r\n")
        content = content[size:]
    return b"".join(pieces) + source.choice([b"0\r\n\r\n", b"", b"0\r\n"])


def doubled(content: bytes, source: random.Random) -> bytes:
    return content + source.choice([b"", b"\n", b"\0", b"\x1a", b"\r\n\r\n"]) + content


MUTATIONS = (
    untouched, flipped, cut_off, headless, holed, strewn, repeated, swapped, renumbered, renamed, unmarked,
    recoded, packed, chunked, doubled,
)  # fmt: skip


def broken(content: bytes, source: random.Random, most: int = 3) -> bytes:
    """Return the content broken in one to `most` ways, one upon the other."""
    for _ in range(source.randrange(1, most + 1)):
        content = source.choice(MUTATIONS)(content, source)[: 2 * MOST]
    return content
