"""Pages that hold too much of one thing, in places where pages of newsrooms hold little of it."""

import base64
import json
import random
from collections.abc import Callable

from tests.hostile.sound import LD, TEXT, sound

SIZES = (500, 20_000, 400_000)  # bytes, about


def _many(piece: str, source: random.Random) -> str:
    return piece * max(1, source.choice(SIZES) // len(piece))


def headed(source: random.Random) -> bytes:
    """Very much in the head: titles, metas, links, addresses, refreshes."""
    long = _many(
        source.choice(["Bridge ", "| ", " - ", "a", "：", "By Anna Aamo and ", "\u202e", "&#x2014; "]), source
    )
    piece = source.choice(
        [
            f"<title>{long}</title>",
            _many("<title>Bridge | Velm Post</title>", source),
            f'<meta property="og:title" content="{long}">',
            _many('<meta property="article:author" content="Anna Aamo">', source),
            f'<meta name="author" content="{long}">',
            f'<meta property="article:published_time" content="{long}">',
            _many('<meta property="article:published_time" content="2026-13-45T99:99:99+99:99">', source),
            f'<link rel="canonical" href="https://velm.example/{long}">',
            _many('<link rel="canonical" href="//[">', source),
            f'<base href="http://[{long}">',
            _many('<meta http-equiv="refresh" content="0;url=https://velm.example/a">', source),
            f'<meta name="twitter:data1" content="{long}"><meta name="keywords" content="{long}">',
            f"<style>{_many('p{color:red}', source)}</style><noscript>{long}</noscript>",
        ]
    )
    return sound(head=piece).encode()


def listed(source: random.Random) -> bytes:
    """JSON-LD that is deep, huge, in circles, or of the wrong types."""
    wrong = source.choice(
        [None, True, 5, -1.5e300, [], {}, [[[[]]]], "", " ", {"@value": 5}, {"name": {"name": []}}]
    )
    keys = (
        "@type",
        "headline",
        "author",
        "datePublished",
        "publisher",
        "inLanguage",
        "url",
        "mainEntityOfPage",
    )
    many = source.choice([10, 1_000, 20_000])
    circle = [
        {
            "@id": f"#{n}",
            "@type": "Person",
            "name": {"@id": f"#{(n + 1) % many}"},
            "author": [{"@id": f"#{n}"}],
        }
        for n in range(many)
    ]
    value: object = source.choice(
        [
            {**LD, source.choice(keys): wrong},
            dict.fromkeys(keys, wrong) | {"@type": ["NewsArticle", wrong]},
            {**LD, "author": [{"@type": "Person", "name": f"Anna Aamo {n}"} for n in range(many)]},
            {**LD, "author": "Anna Aamo and " * many},
            {**LD, "author": {"@id": "#0"}, "@graph": circle},
            {"@graph": [*circle, {**LD, "author": {"@id": "#0"}, "publisher": {"@id": "#1"}}]},
            [{**LD, "headline": f"Bridge {n}", "url": f"https://velm.example/{n}"} for n in range(many)],
            {
                "@type": "ItemList",
                "itemListElement": [{"item": {**LD, "headline": f"B {n}"}} for n in range(many)],
            },
            {**LD, "isBasedOn": [f"https://velm.example/{n}" for n in range(many)], "citation": ["x"] * many},
            {**LD, "articleBody": TEXT * many},
            {**LD, "headline": "Bridge " * many},
        ]
    )
    ld = json.dumps(value).replace("</", "<\\/")
    broken = source.choice(
        [str, str, lambda one: one[:-9], lambda one: one.replace(",", ",,", 99), lambda one: one * 2]
    )
    return sound(ld=broken(ld), head=_many("<script type='application/ld+json'>{</script>", source)).encode()


def piled(source: random.Random) -> bytes:
    """One kind of markup, very often, between the paragraphs."""
    piece = source.choice(
        [
            "<!-- x -->", "<!-", "<!--", "--!>", "<![CDATA[x]]>", "<![CDATA[", "<?php x ?>",
            "<?x", "</div>", "<div",
            "<p><b><i>", "<a href=x><a href=y>", "<table><tr>", "<select><option>", "<ruby><rt>a",
            "<math><mi>",
            "<iframe srcdoc='<p>x'>", "<frameset><frame src=x>", "<object><embed>",
            "<template><p>", "<h1>Bridge</h1>",
            "<span class=author>Anna Aamo</span>", "<time datetime=2026-01-02>",
            "<p class=byline>By Anna Aamo</p>",
            "<address rel=author>", "<br><br>", "&nbsp;", "&#0;", "&#55296;", "&bogus;", "<o:p>",
            "<a:b:c d:e=f>",
            "<p id='", '<p title="', "<img src=data:,", "<plaintext>", "<xmp>", "<textarea>",
            "<style>", "<title>",
            "<li><ul>", "<dl><dt>x<dd>y", "<details><summary>x", "<font size=+1>", "<center>",
            "<body class=x>",
            "<html lang=de>", "<head>", "<form><input>", "<p>By Anna Aamo | March 5, 2026",
            "5 March 2026, ",
            "<a href='https://velm.example/2026/01/02/x'>Bridge closed again in Velm</a>",
        ]
    )  # fmt: skip
    return sound(text=_many(piece, source) + TEXT * 4).encode()


def inlined(source: random.Random) -> bytes:
    """Pictures and films written into the page, and one that never ends."""
    size = source.choice([10_000, 1_000_000, 12_000_000])
    blob = base64.b64encode(source.randbytes(min(size, 400_000))).decode() * max(1, size // 400_000)
    piece = source.choice(
        [
            f'<img src="data:image/png;base64,{blob}">',
            f"<p style=\"background:url('data:;base64,{blob}')\">",
            f"<script>var a='{blob}'</script>", f"<svg><image href='data:,{blob}'/></svg>",
            f"<p>{blob}</p>",
            f'<a href="https://velm.example/{blob}">x</a>', f'<p class="{blob}" id="{blob}">x',
            f'<img src="data:image/png;base64,{blob}',
        ]
    )  # fmt: skip
    return sound(text=TEXT * 4 + piece).encode()


def declared(source: random.Random) -> bytes:
    """XHTML and XML of every version, with doctypes, entities and namespaces of their own."""
    head = source.choice(
        [
            '<?xml version="1.0" encoding="utf-8"?>', '<?xml version="1.1" encoding="utf-8"?>',
            '<?xml version="9.9" standalone="perhaps"?>', "<?xml",
            '<?xml version="1.0" encoding="UTF-16"?>',
            '<?xml version="1.0" encoding="' + "x" * 99_999 + '"?>', "\ufeff", "\x0c", "\x00" * 3,
        ]
    )  # fmt: skip
    kind = source.choice(
        [
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://127.0.0.1:1/xhtml1-strict.dtd">',
            "<!DOCTYPE html SYSTEM 'file:///etc/passwd'>",
            "<!DOCTYPE html [<!ENTITY % a SYSTEM 'http://127.0.0.1:1/'> %a;]>",
            "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
            "<!DOCTYPE " + "[" * 50_000,
            "<!DOCTYPE html><!DOCTYPE html>" * 500,
        ]
    )
    space = source.choice(
        ["", ' xmlns="http://www.w3.org/1999/xhtml"', ' xmlns="x" xmlns:h="y"', " xml:lang='\x00'"]
    )
    body = sound(text=source.choice(["&a;", "&l9;", TEXT]) + TEXT * 4).partition("<html")[2]
    return (head + kind + f"<html{space}" + body).encode("utf-8", "surrogatepass")


def dated(source: random.Random) -> bytes:
    """Dates that are none, in every place that dates stand in."""
    day = source.choice(
        [
            "0000-00-00", "9999-12-31T23:59:59Z", "2026-02-30", "12026-01-01", "-0044-03-15",
            "2026-01-02T25:61:61Z",
            "2026-01-02T03:04:05+25:00", "1" * 5_000, "yesterday", "2026-W01-5", "2026-366",
            "٢٠٢٦-٠١-٠٢", "1e9", "\x00",
            "Thu, 32 Foo 2026", "２０２６年１月２日", "2026-01-02" * 2_000, "1767312000000000",
            "4.4.44.444", "1/2/3/4/5" * 99,
        ]
    )  # fmt: skip
    ld = json.dumps({**LD, "datePublished": day, "dateModified": [day, {"@value": day}], "dateCreated": day})
    head = f'<meta property="article:published_time" content="{day}"><meta name="date" content="{day}">'
    return sound(
        text=f"<time datetime='{day}'>{day}</time><p>Published {day}</p>{TEXT * 4}", head=head, ld=ld
    ).encode()


FLOODS: tuple[Callable[[random.Random], bytes], ...] = (
    headed,
    listed,
    piled,
    piled,
    inlined,
    declared,
    dated,
)
