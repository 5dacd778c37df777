"""Broken and hostile pages made from one sound page: each way of breaking is one function of a seeded
random source, so that a page is known by its number."""

import json
import random
from collections.abc import Callable

from tests.hostile.floods import FLOODS
from tests.hostile.mutations import broken
from tests.hostile.sound import LD, TEXT, sound


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


def whole(source: random.Random) -> str:
    """A page as news sites write it, in one of several languages, with much beside the article."""
    lang, said, credit = source.choice(
        [
            (
                "en",
                "The bridge will be closed until May, the mayor of Velm said.",
                "By Anna Aamo and Bo Berg",
            ),
            ("ru", "Мост будет закрыт до мая, сообщил мэр Вельма.", "Анна Аамо"),
            ("ar", "وقال رئيس بلدية فيلم إن الجسر سيغلق حتى مايو.", "آنا آمو"),
            ("ja", "市長は橋が五月まで閉鎖されると述べた。", "青木花子"),
            (
                "de",
                "Die Brücke bleibt bis Mai gesperrt, sagte die Bürgermeisterin von Velm.",
                "Von Anna Aamo",
            ),
        ]
    )
    graph = {
        "@graph": [
            {"@type": "Person", "@id": "#anna", "name": credit},
            {"@type": "Organization", "@id": "#velm", "name": "Velm Post", "logo": {"@type": "ImageObject"}},
            {**LD, "author": [{"@id": "#anna"}], "publisher": {"@id": "#velm"}, "inLanguage": lang},
        ]
    }
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(20))
    body = "".join(
        f'<p>{said * 3} <a href="https://echo.example/{n}">More</a> &nbsp;&copy;</p>' for n in range(6)
    )
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><base href="https://velm.example/a/">'
        f'<title>Bridge closed | Velm Post</title><meta property="og:title" content="Bridge closed">'
        f'<meta property="article:published_time" content="2026-01-02T03:04:05+01:00">'
        f'<link rel="canonical" href="../b"><script type="application/ld+json">{json.dumps(graph)}</script>'
        f"<style>p{{color:red}}</style></head><body><nav><ul>{links}</ul></nav>"
        f'<article itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Closed</h1>'
        f'<p class="byline" itemprop="author">{credit}</p><time datetime="2026-01-02">2 January</time>{body}'
        "<table><tr><td>1</td><td>2</td></tr></table><blockquote>“Closed.”</blockquote>"
        "<iframe src=x></iframe>"
        "<svg><text>a</text></svg></article><!-- end --><footer>© Velm</footer></body></html>"
    )


def mutated(source: random.Random) -> bytes:
    return broken(whole(source).encode(), source)


def entities(source: random.Random) -> bytes:
    levels = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    return (
        f"<!DOCTYPE html [<!ENTITY l0 'ha'>{levels}]>" + sound(text="&l9;" * source.choice([1, 999]))
    ).encode()


def wordy(source: random.Random) -> bytes:
    """Much text, or one endless line, sentence, quotation or name."""
    piece = source.choice(
        [
            "The mayor said. ",
            "said ",
            "“",
            "Anna Aamo, ",
            "12,",
            "according to ",
            "He said that ",
            "(",
            "a-",
            "— ",
            "日",
        ]
    )
    return sound(text=piece * (source.choice([2_000, 90_000, 1_200_000]) // len(piece))).encode()


def noise(source: random.Random) -> bytes:
    return source.randbytes(source.choice([0, 1, 50, 5_000]))


WAYS: tuple[Callable[[random.Random], bytes], ...] = (
    flipped, cut, shuffled, deep, crowded, unspaced, flooded, misdeclared, restructured, encoded, noise,
    entities, wordy, *FLOODS, *([mutated] * 14),
)  # fmt: skip


def hostile_page(number: int, seed: int = 0) -> bytes:
    """Return the page of a number: its way of breaking, and the random source within it."""
    return WAYS[number % len(WAYS)](random.Random(f"page {seed} {number}"))
