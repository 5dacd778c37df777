"""Broken and hostile feeds and sitemaps: each is known by its number.

All their addresses are refused without a look-up: none is public. So a run opens no connection.
"""

import json
import random
from collections.abc import Callable, Iterable

from tests.hostile.mutations import broken

HOST = "http://127.0.0.1:1"
MANY = 4
ENTITIES = ("<!ENTITY lol 'lol'>", "<!ENTITY lol1 '&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;'>")


def dates(source: random.Random) -> str:
    return source.choice(
        [
            "Tue, 17 Sep 2024 10:00:00 +0200",
            "2024-09-17T10:00:00Z",
            "Tue, 31 Feb 2024 25:61:61 +9999",
            "0000-00-00T00:00:00Z",
            "99999-12-31",
            "-0001-01-01",
            "१७ सितम्बर २०२४",
            "17 septembre 2024 à 10 h",
            "Mon, Mon, Mon",
            "1" * 400,
            "",
            "2024-09-17T10:00:00+99:99",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "\u0661\u0667 2024",
            "20240917T100000,123456789Z",
        ]
    )


def links(source: random.Random, number: int) -> str:
    return source.choice(
        [
            f"{HOST}/{number}",
            f"{HOST}/{number}",
            f"/{number}",
            f"mailto:desk{number}@velm.example",
            "javascript:alert(1)",
            "http://[",
            "http://[::ffff:127.0.0.1]/",
            "http://0x7f.1/",
            "http://a@b@127.0.0.1/",
            "//127.0.0.1/",
            "file:///etc/passwd",
            "http://127.0.0.1:99999/",
            "HTTP://127.0.0.1/%zz%00",
            "http://" + "a." * 200,
            "",
            " ",
            "\u202ehttp://127.0.0.1",
            "data:text/html,x",
        ]
    )


def rss(source: random.Random) -> str:
    version = source.choice(["2.0", "0.91", "0.92", "9", ""])
    encoding = source.choice(["utf-8", "UTF-8", "x", "utf-16", "idna", "zlib", "unicode_escape"])
    items = "".join(
        f"<item><title>Bridge {n} &amp; more</title><link>{links(source, n)}</link>"
        f"<guid isPermaLink='{source.choice(['true', 'false', 'perhaps'])}'>{links(source, n)}</guid>"
        f"<pubDate>{dates(source)}</pubDate><dc:creator>Anna Aamo</dc:creator>"
        f"<content:encoded><![CDATA[<p>The bridge was <b>closed</b>.</p>]]></content:encoded>"
        f"<enclosure url='x.mp3' length='{source.choice(['1', '-1', 'x'])}' type='audio/mpeg'/>"
        f"<media:content url='y' medium='image'/><georss:point>1 2</georss:point></item>"
        for n in range(MANY)
    )
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        f'<rss version="{version}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:media="http://search.yahoo.com/mrss/" '
        f'xmlns:georss="http://www.georss.org/georss"><channel><title>Velm Post</title><link>{HOST}</link>'
        f"<lastBuildDate>{dates(source)}</lastBuildDate>{items}</channel></rss>"
    )


def atom(source: random.Random) -> str:
    space = source.choice(["http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "x", ""])
    entries = "".join(
        f"<entry><title type='{source.choice(['html', 'xhtml', 'text', 'x'])}'>Bridge</title>"
        f"<link rel='{source.choice(['alternate', 'self', 'x'])}' href='{links(source, n)}'/><id>urn:{n}</id>"
        f"<updated>{dates(source)}</updated><published>{dates(source)}</published>"
        f"<content type='{source.choice(['xhtml', 'html', 'application/xml', 'base64'])}'>"
        f"<div xmlns='http://www.w3.org/1999/xhtml'>closed</div></content></entry>"
        for n in range(MANY)
    )
    return f"<feed xmlns='{space}' xml:base='{links(source, 0)}'><title>Velm Post</title>{entries}</feed>"


def rdf(source: random.Random) -> str:
    items = "".join(
        f"<item rdf:about='{links(source, n)}'><title>Bridge</title><link>{links(source, n)}</link>"
        f"<dc:date>{dates(source)}</dc:date></item>"
        for n in range(MANY)
    )
    return (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
        f"xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='x'/>{items}</rdf:RDF>"
    )


def sitemap(source: random.Random) -> str:
    name, inner = source.choice(
        [("urlset", "url"), ("urlset", "url"), ("sitemapindex", "sitemap"), ("urlset", "x")]
    )
    pages = "".join(
        f"<{inner}><loc>{links(source, n)}</loc><lastmod>{dates(source)}</lastmod>"
        f"<news:news><news:publication_date>{dates(source)}</news:publication_date></news:news></{inner}>"
        for n in range(MANY)
    )
    return (
        f"<{name} xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        f"xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>{pages}</{name}>"
    )


def json_feed(source: random.Random) -> str:
    return json.dumps(
        {
            "version": source.choice(
                ["https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/1", 1]
            ),
            "title": "Velm Post",
            "items": [
                {
                    "id": n,
                    "url": links(source, n),
                    "date_published": source.choice([dates(source), 5, None, []]),
                }
                for n in range(MANY)
            ],
        }
    )


BASES: tuple[Callable[[random.Random], str], ...] = (rss, atom, rdf, sitemap, json_feed)


def _mutated(source: random.Random) -> bytes:
    return broken(source.choice(BASES)(source).encode(), source)


def _laughing(source: random.Random) -> bytes:
    """A billion laughs: entities of entities, on lines of their own, in one line, from elsewhere."""
    levels = [ENTITIES[0], *(f"<!ENTITY lol{n} '{f'&lol{n - 1};' * 10}'>" for n in range(2, 10)), ENTITIES[1]]
    outside = source.choice(
        ["", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", f"<!ENTITY % x SYSTEM '{HOST}/x.dtd'> %x;"]
    )
    head = f"<!DOCTYPE rss [{source.choice(['', ' ', chr(10)]).join(levels)}{outside}]>"
    body = source.choice(BASES[:4])(source).replace("Bridge", source.choice(["&lol9;", "&x;", "&lol1;"]))
    return (head + body.partition("?>")[2] if "?>" in body else head + body).encode()


def _crowded(source: random.Random) -> bytes:
    """One kind of thing, very often."""
    number = source.choice([2_000, 20_000, 150_000])
    piece = source.choice(
        [
            "<item/>", f"<item><link>{HOST}/1</link></item>", "<a>", "<entry>", "<!-- x -->", "&amp;",
            "<?x y?>", "<![CDATA[x]]>", "<!ENTITY a 'b'>", "<dc:date>2024</dc:date>", "<link/>", "</item>",
            "<!", "]]>", "<",
        ]
    )  # fmt: skip
    return (
        f"<rss version='2.0'><channel>{piece * min(number, 3_000_000 // len(piece))}</channel></rss>".encode()
    )


def _attributes(source: random.Random) -> bytes:
    many = source.choice([1_000, 50_000])
    names: Iterable[str] = (f"{source.choice(['a', 'xmlns:a', 'dc:a'])}{n}='x'" for n in range(many))
    return f"<rss {' '.join(names)}><channel><item><link>{HOST}/1</link></item></channel></rss>".encode()


def _deep(source: random.Random) -> bytes:
    name = source.choice(["a", "item", "channel", "div", "entry", "content"])
    return f"<rss><channel>{f'<{name}>' * source.choice([500, 20_000, 90_000])}x".encode()


def _long(source: random.Random) -> bytes:
    piece = source.choice(
        ["a", "&", "http://", "/", "%", "2024-", "\u0301", " ", "&#x41;", "&lt;b>", "[", "://"]
    )
    text = piece * source.choice([10_000, 300_000])
    place = source.choice(["title", "link", "pubDate", "guid", "description", "content:encoded", "dc:date"])
    return f"<rss><channel><item><{place}>{text}</{place}></item></channel></rss>".encode()


def _mixed(source: random.Random) -> bytes:
    """Feeds within feeds, of other kinds."""
    inner, outer = (source.choice(BASES)(source) for _ in range(2))
    return outer.replace("Bridge", inner, source.choice([1, -1])).encode()


def _nested_json(source: random.Random) -> bytes:
    head = '{"version": "https://jsonfeed.org/version/1.1", "items": '
    return (
        head + source.choice(["[" * 100_000, '{"items":' * 50_000, "[{}" + ",{}" * 100_000 + "]}"])
    ).encode()


WAYS: tuple[Callable[[random.Random], bytes], ...] = (
    *([_mutated] * 8), _laughing, _crowded, _attributes, _deep, _long, _mixed, _nested_json,
)  # fmt: skip

ENDINGS = (".xml", ".rss", ".atom", ".rdf", "", ".xml", ".json", ".feed")


def hostile_feed(number: int, seed: int = 0) -> bytes:
    """Return the feed of a number: its way of breaking, and the random source within it."""
    return WAYS[number % len(WAYS)](random.Random(f"feed {seed} {number}"))
