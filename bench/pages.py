"""Pages per CPU-second of ingest, default and fast, beside the libraries alone, in one run.

    python bench/pages.py [COUNT | FOLDER]     default 60 invented pages; FOLDER: saved pages, *.html

The invented pages have what pages of news sites have: menus, teasers, scripts, JSON-LD, links, 40 to 120 kB.
One thread, CPU seconds; each way gets every page once, in turns, so that a noisy machine is fair to all.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from resiliparse.extract.html2text import extract_plain_text
from trafilatura import bare_extraction

from invented import articles
from ondit.errors import InputError
from ondit.ingest.pages import article_from_page

_MENU = "".join(f'<li class="m{n}"><a href="/section/{n}">Section {n}</a></li>' for n in range(80))
_TEASER = (
    '<div class="teaser"><a href="/a/{n}"><img src="/i/{n}.jpg" alt="Picture {n}"><h3>Harbour news {n}</h3>'
    "</a><p>Short words on what happened in the harbour today, number {n}.</p><span>2 hours ago</span></div>"
)
_SCRIPT = "<script>window.dataLayer=window.dataLayer||[];" + "function f(){return 1};" * 400 + "</script>"


def invented_pages(count: int) -> Iterator[str]:
    for number, article in enumerate(articles(count)):
        paragraphs = article.text.split("\n\n") * (3 + number % 4)
        body = "".join(
            f'<p>{one} <a href="https://paper.example/{number}/{place}">More on {place}</a></p>'
            for place, one in enumerate(paragraphs)
        )
        ld = json.dumps(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": article.title,
                "datePublished": "2026-03-04T05:06:07Z",
                "author": {"@type": "Person", "name": "Anna Aamo"},
                "publisher": {"@type": "Organization", "name": article.outlet},
            }
        )
        teasers = "".join(_TEASER.format(n=n) for n in range(30 + number % 60))
        yield (
            f'<!doctype html><html lang="en"><head><title>{article.title}</title>{_SCRIPT * 4}'
            f'<meta property="og:site_name" content="{article.outlet}">'
            f'<script type="application/ld+json">{ld}</script></head><body><nav><ul>{_MENU}</ul></nav>'
            f"<main><article><h1>{article.title}</h1><time>4 March 2026</time>{body}</article>"
            f"<aside>{teasers}</aside></main><footer><ul>{_MENU}</ul></footer>{_SCRIPT}</body></html>"
        )


def ours(markup: str) -> None:
    with suppress(InputError):
        article_from_page(markup)


def ours_fast(markup: str) -> None:
    with suppress(InputError):
        article_from_page(markup, fast=True)


WAYS: dict[str, Callable[[str], object]] = {
    "trafilatura alone": lambda markup: bare_extraction(markup, with_metadata=True, include_comments=False),
    "ondit": ours,
    "resiliparse alone": lambda markup: extract_plain_text(markup, main_content=True),
    "ondit --fast": ours_fast,
}


def main() -> None:
    given = sys.argv[1] if len(sys.argv) > 1 else "60"
    if given.isdigit():
        pages = list(invented_pages(int(given)))
    else:
        pages = [path.read_text(encoding="utf-8", errors="replace") for path in Path(given).rglob("*.html")]
    spent: Counter[str] = Counter()
    for way in WAYS.values():
        way(pages[0])  # libraries load late
    for page in pages:
        for name, way in WAYS.items():
            start = time.process_time()
            way(page)
            spent[name] += time.process_time() - start
    print(f"{len(pages)} pages, {sum(map(len, pages)) / len(pages) / 1000:.0f} kB each")
    for name in WAYS:
        print(f"{name:18} {len(pages) / spent[name]:7.1f} pages per CPU-second")
    print(f"ondit to trafilatura alone: {spent['trafilatura alone'] / spent['ondit']:.2f}")


if __name__ == "__main__":
    main()
