"""Broken and hostile pages made from one sound page: each way of breaking is one function of a seeded
random source, so that a page is known by its number."""

import json
import random
from collections.abc import Callable

TEXT = (
    "The bridge at Velm was closed on Monday, the mayor said. "
    "Buses go by way of Orlen until May, according to the county. "
)
LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bridge closed",
    "datePublished": "2026-01-02",
}


def sound(text: str = TEXT * 5, head: str = "", attributes: str = "", ld: str | None = None) -> str:
    structured = json.dumps(LD) if ld is None else ld
    return (
        f'<!doctype html><html lang="en"><head><title>Bridge closed</title>{head}'
        f'<script type="application/ld+json">{structured}</script></head>'
        f"<body {attributes}><article><h1>Bridge closed</h1><p>{text}</p><p>{TEXT}</p></article></body>"
    )


def flipped(source: random.Random) -> bytes:
    content = bytearray(sound().encode())
    for _ in range(source.randrange(1, 200)):
        content[source.randrange(len(content))] = source.randrange(256)
    return bytes(content)


def cut(source: random.Random) -> bytes:
    content = sound().encode()
    start, end = sorted(source.randrange(len(content)) for _ in range(2))
    return content[:start] + content[end:]


def shuffled(source: random.Random) -> bytes:
    parts = sound().replace("<", "\0<").split("\0")
    source.shuffle(parts)
    return "".join(parts).encode()


def deep(source: random.Random) -> bytes:
    tag = source.choice(["div", "b", "blockquote", "ul><li", "table><tr><td", "svg", "template", "font"])
    return sound(text=f"<{tag}>" * source.choice([300, 5_000, 60_000]) + TEXT).encode()


def crowded(source: random.Random) -> bytes:
    many = source.choice([1_000, 20_000, 100_000])
    return sound(attributes=" ".join(f"a{number}=x" for number in range(many))).encode()


def unspaced(source: random.Random) -> bytes:
    return sound(
        text=source.choice(["a", '"', "«", "&amp;", "字", "\u0301", "(", "2026-"]) * 100_000
    ).encode()


def flooded(source: random.Random) -> bytes:
    piece = source.choice(
        ["<a href='x'>y</a>", "<p>", "<br>", "<!--", "<![CDATA[", "&#x1F600;", "<td>", "</p>"]
    )
    return sound(text=piece * 30_000).encode()


def misdeclared(source: random.Random) -> bytes:
    label = source.choice(
        ["utf-7", "idna", "punycode", "utf-16", "undefined", "rot13", "x-none", "big5", "\u00e9"]
    )
    body = sound(head=f"<meta charset={label}>").encode()
    return body.replace(b"mayor", source.choice([b"ma\xffyor", b"ma\x00yor", b"\xed\xa0\x80", b"\xf0\x9f"]))


def restructured(source: random.Random) -> bytes:
    ld = source.choice(
        [
            "{" * 50_000,
            '{"@graph":' * 5_000 + "1",
            json.dumps({**LD, "headline": ["x"] * 50_000}),
            json.dumps({**LD, "author": {"@id": "#a"}, "@id": "#a"}),
            json.dumps({**LD, "headline": {"name": {"name": {}}}, "datePublished": 10**400}),
            json.dumps(
                {**LD, "datePublished": source.choice(["9999-99-99", "0000", "-1", "١٢", "2026" * 1_000])}
            ),
            json.dumps([LD] * 20_000),
            json.dumps({**LD, "headline": "\ud800 \u0000 \u202e"}),
        ]
    )
    return sound(ld=ld.replace("</", "<\\/")).encode("utf-8", "surrogatepass")


def encoded(source: random.Random) -> bytes:
    encoding = source.choice(
        ["utf-16", "utf-32", "cp1251", "shift_jis", "gb18030", "utf-8-sig", "iso2022_jp"]
    )
    return sound(text="Мост «закрыт», сказал мэр. 橋は閉鎖された。" * 9).encode(encoding, "replace")


def noise(source: random.Random) -> bytes:
    return source.randbytes(source.choice([0, 1, 50, 5_000]))


WAYS: tuple[Callable[[random.Random], bytes], ...] = (
    flipped, cut, shuffled, deep, crowded, unspaced, flooded, misdeclared, restructured, encoded, noise,
)  # fmt: skip


def hostile_page(number: int) -> bytes:
    """Return the page of a number: its way of breaking, and the random source within it."""
    return WAYS[number % len(WAYS)](random.Random(number))
