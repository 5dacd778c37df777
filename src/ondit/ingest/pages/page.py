"""Web pages become articles: the text by trafilatura, what the page says of itself by JSON-LD first."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from msgspec.structs import replace

from ondit.errors import InputError
from ondit.ingest.dates import read_claimed_date, read_date
from ondit.ingest.language import detect_language, language_tag
from ondit.ingest.limits import check_length
from ondit.ingest.pages.extracted import Extracted, extract, extract_fast
from ondit.ingest.pages.links import find_links
from ondit.ingest.pages.structured import Structured, read_structured
from ondit.ingest.pages.urls import absolute
from ondit.ingest.tidy import one_line, tidy
from ondit.model.article import Article, article_id
from ondit.text.fold import fold

_FEWEST_CHARACTERS = 40  # a shorter "text" is a menu, a button or a notice; a news flash has more
_NO_ARTICLE = "no article text on the page; save the page of one article, with its text visible"
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")  # matches a start tag of 20 kB, not one of some words
_MOST_ATTRIBUTES = 1_000  # of one element; the parser's time grows with their square, real ones have tens
_TOO_CROWDED = "an element with thousands of attributes, which takes the parser minutes; simplify the page"
_TOO_DEEP = "elements nested deeper than the parser goes (256), so that text would be lost; simplify the page"

# Matches "<!-- saved from url=(0025)https://echo.example/a -->" and SingleFile's "<!-- url: https://...",
# not an address in the page itself.
_SAVED_FROM = re.compile(r"<!--[^>]{0,200}?\burl\s*[=:]\s*(?:\(\d+\))?\s*(https?://[^\s>]+)", re.IGNORECASE)
_HEAD = 4_096  # characters in which a browser's note on where the page was saved from stands


def article_from_page(
    markup: str, *, url: str | None = None, captured: str | None = None, fast: bool = False
) -> Article:
    """Return the article of a web page.

    Where the page states its metadata in JSON-LD, that is taken; else its meta tags, else what trafilatura
    infers. `url` is where the page was found; where that is not known, it is where a browser noted it saved
    the page from, else the page's own `og:url`. `captured`, ISO 8601, is when it was fetched: what the page
    claims of a later time is not believed. `fast` takes the quicker, coarser extraction.

    Raises `InputError` when there is no article on it, or the page cannot be parsed whole.
    """
    markup = tidy(markup)
    tree = _parse(markup)
    structured = _stated(tree)
    found = extract_fast(markup, tree) if fast else extract(tree, inferring=not _is_complete(structured))
    if found is None:
        raise InputError(_NO_ARTICLE)
    article = _article(tree, structured, found, url or _own_address(markup, tree))
    return replace(
        article,
        captured=read_date(captured),
        published=read_claimed_date(article.published, captured),
        modified=read_claimed_date(article.modified, captured),
    )


def _parse(markup: str) -> HtmlElement:
    if any(len(tag[0].split()) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(markup)):
        raise InputError(_TOO_CROWDED)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = document_fromstring(markup.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:  # nothing but comments and white space
        raise InputError(_NO_ARTICLE) from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InputError(_TOO_DEEP)
    return tree


def _stated(tree: HtmlElement) -> Structured:
    """Return what the page states of its article in JSON-LD, and its dates, as ISO 8601, in its meta tags."""
    structured = read_structured(tree)
    return replace(
        structured,
        published=_date(structured.published, _meta(tree, "article:published_time")),
        modified=_date(structured.modified, _meta(tree, "article:modified_time")),
    )


def _is_complete(stated: Structured) -> bool:
    """Tell whether nothing is left to infer."""
    return all((stated.headline, stated.publisher, stated.author, stated.published))


def _article(tree: HtmlElement, stated: Structured, found: Extracted, url: str | None) -> Article:
    title = stated.headline or found.title
    text = _body(tidy(found.text), title)
    if len(text) < _FEWEST_CHARACTERS:
        raise InputError(_NO_ARTICLE)
    check_length(text)
    canonical = _tagged(tree, ".//link[@rel='canonical']", url) or absolute(stated.url, url)
    base = _tagged(tree, ".//base", url or canonical) or url or canonical
    site_name = _meta(tree, "og:site_name")
    return Article(
        id=article_id(text, title, url),
        text=text,
        title=title,
        url=url,
        outlet=site_name or stated.publisher or found.outlet or None,
        byline=stated.author or found.author or None,
        published=stated.published or read_date(found.date),
        modified=stated.modified,
        language=_language(title, text, stated.language or tree.get("lang")),
        links=find_links(tree, text, base),
        canonical_url=canonical,
        site_name=site_name,
        publisher=stated.publisher,
        based_on=stated.based_on,
    )


def _own_address(markup: str, tree: HtmlElement) -> str | None:
    saved_from = _SAVED_FROM.search(markup[:_HEAD])
    return absolute(saved_from[1] if saved_from else _meta(tree, "og:url"))


def _body(extracted: str, title: str) -> str:
    """Return the text with a blank line between its blocks, and without the title above it."""
    blocks = [line for line in (line.strip() for line in extracted.split("\n")) if line]
    if blocks and title and fold(blocks[0]) == fold(title):
        del blocks[0]
    return "\n\n".join(blocks)


def _meta(tree: HtmlElement, name: str) -> str | None:
    """Return the content of a meta tag by its property or name."""
    for tag in tree.iter("meta"):
        if name in (tag.get("property"), tag.get("name")) and (content := one_line(tag.get("content") or "")):
            return content
    return None


def _tagged(tree: HtmlElement, path: str, base: str | None) -> str | None:
    """Return the first address that tags at a path give."""
    return next((found for tag in tree.iterfind(path) if (found := absolute(tag.get("href"), base))), None)


def _date(*stated: str | None) -> str | None:
    """Return the first of the dates that can be read."""
    return next((date for one in stated if (date := read_date(one))), None)


def _language(title: str, text: str, stated: str | None) -> str | None:
    """Return the language of the text. The page's own statement, often a template's, gives only the region,
    or stands in where the detector has no answer."""
    declared, detected = language_tag(stated), detect_language(title, text)
    if declared and detected and declared.partition("-")[0].lower() == detected:
        return declared
    return detected or declared
