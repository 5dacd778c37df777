"""What is fuzzed: each target takes bytes, and fails when our parser breaks its word on them.

`tests/test_fuzz.py` throws a few hundred inputs at each in CI; `python -m fuzz` throws millions.
"""

from collections.abc import Callable
from io import BytesIO

from ondit.errors import FetchError, InputError
from ondit.ingest.archives import Reached, find_pages
from ondit.ingest.dates import is_iso, read_claimed_date, read_date
from ondit.ingest.decode import decode
from ondit.ingest.feeds import read_feed, read_sitemap
from ondit.ingest.fetching.targets import read_target
from ondit.ingest.item import Item
from ondit.languages import LANGUAGES
from ondit.model.article import Article, Skipped
from ondit.pipeline import Recipe, read_article
from ondit.text.searched import search_query, search_text

_SURFACE = sorted(set(LANGUAGES) - {"en"})  # English is the parser's, which is not ours to fuzz
_URL = "https://velm.example/feed"


def dates(content: bytes) -> None:
    """A date is read as ISO 8601 or not at all, and no later claim is believed than the capture allows."""
    text = content.decode("utf-8", "replace")
    for read in (read_date(text), read_claimed_date(text, "2026-01-01")):
        assert read is None or is_iso(read)


def readings(content: bytes) -> None:
    """Quotations, numbers, credits and attributions of a text in any language lie within it."""
    language = _SURFACE[content[0] % len(_SURFACE)] if content else "und"
    text = content[1:].decode("utf-8", "replace").replace("\0", " ")
    if not text.strip():
        return
    article = Article(id="a", title=text[:40], text=text, language=language)
    reading = read_article(article, Recipe())
    for attribution in reading.resolved.attributions:
        assert attribution.content or attribution.source
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert article.cut(span)
    for mention in reading.mentions:
        for span in mention.spans:
            assert article.cut(span)
        for quantity in mention.quantities:
            assert article.cut(quantity.span)


def archives(content: bytes) -> None:
    """A web archive gives pages or says why not, whatever its bytes."""
    for sign in (b"", b"WARC/1.0\r\nWARC-Type: response\r\n", b"\x1f\x8b\x08\0"):
        found = [one for one in find_pages("a", BytesIO(sign + content)) if not isinstance(one, Reached)]
        assert found
        assert all(isinstance(one, Item | Skipped) for one in found)


def feeds(content: bytes) -> None:
    """A feed or sitemap is read or refused in words."""
    for read in (lambda: read_feed(content, _URL), lambda: read_sitemap(content, _URL)):
        try:
            assert all("://" in entry.url for entry in read().entries)
        except (InputError, FetchError):
            continue


def encodings(content: bytes) -> None:
    """Bytes become text without lone surrogates, or are refused in words."""
    for charset in (None, "utf-16", "idna", "big5"):
        try:
            decode(content, markup=True, charset=charset).encode()
        except InputError:
            continue


def addresses(content: bytes) -> None:
    """An address is refused, or has one form, which reads as itself."""
    try:
        target = read_target(content.decode("utf-8", "replace"))
    except FetchError:
        return
    assert read_target(target.url) == target


def searches(content: bytes) -> None:
    """Any text can be put into the index and asked for."""
    text = content.decode("utf-8", "replace")
    search_text(text)
    assert search_query(text).count('"') % 2 == 0


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (dates, readings, archives, feeds, encodings, addresses, searches)
}
