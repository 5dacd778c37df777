"""Web pages become articles: the text by trafilatura, what the page says of itself by JSON-LD first."""

import re

import msgspec
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from msgspec.structs import replace

from ondit.errors import InputError
from ondit.ingest.dates import read_claimed_date, read_date
from ondit.ingest.language import detect_language, language_tag
from ondit.ingest.limits import check_length
from ondit.ingest.pages.around import read_around, stands_in_article
from ondit.ingest.pages.dated import date_in_address
from ondit.ingest.pages.extracted import extract, extract_fast, infer
from ondit.ingest.pages.head import Head, read_head
from ondit.ingest.pages.links import find_links
from ondit.ingest.pages.signed import signers
from ondit.ingest.pages.structured import Structured, read_structured
from ondit.ingest.pages.titles import choose_title, headings
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

    Where the page states its metadata in JSON-LD, that is taken; else its meta tags, else what it shows
    around the text, else what trafilatura infers. The title is the heading that a stated title means. `url`
    is where the page was found; where that is not known, it is where a browser noted it saved the page from,
    else the page's own `og:url`. `captured`, ISO 8601, is when it was fetched: what the page claims of a
    later time is not believed. `fast` takes the quicker, coarser extraction.

    Raises `InputError` when there is no article on it, or the page cannot be parsed whole.
    """
    markup = tidy(markup)
    tree = _parse(markup)
    head = read_head(tree)
    address = url or _own_address(markup, head)
    stated = _stated(tree, head, address)
    found = extract_fast(markup) if fast else extract(tree)
    if found is None:
        raise InputError(_NO_ARTICLE)
    body = tidy(found)
    told = _told(tree, stated, body, address, guessing=not fast)
    article = _article(tree, stated, told, body, address)
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


class _Stated(msgspec.Struct, frozen=True, kw_only=True):
    """What the page states of its article outside the text; dates in ISO 8601. `bodies` are organisations
    that it calls authors."""

    title: str
    authors: tuple[str, ...]
    bodies: tuple[str, ...]
    published: str | None
    modified: str | None
    site_name: str | None
    canonical: str | None
    structured: Structured


def _stated(tree: HtmlElement, head: Head, url: str | None) -> _Stated:
    """Return what JSON-LD and meta tags state, and which of the headings shown is the title."""
    shown = headings(tree)
    bare = one_line((tree.findtext(".//title")) or "")
    canonical = _tagged(tree, ".//link[@rel='canonical']", url)
    addresses = {one.rstrip("/") for one in (canonical, url, head.address) if one}
    record = read_structured(tree, addresses=addresses, titles=(*shown, *head.titles[:1]))
    sites = (head.site_name, record.publisher)
    titles = [*head.titles[:1], *((record.headline,) if record.headline else ()), *head.titles[1:]]
    own = {fold(one) for one in sites if one}
    persons = [name for one in record.authors if fold(one) not in own for name in signers(one)]
    tagged = [name for one in head.authors if fold(one) not in own for name in signers(one)]
    return _Stated(
        title=choose_title(titles, bare, shown, sites),
        authors=tuple(dict.fromkeys(persons or tagged)),
        bodies=record.bodies or record.authors or head.authors,
        published=_date(record.published, *head.published),
        modified=_date(record.modified, *head.modified),
        site_name=head.site_name,
        canonical=canonical or absolute(record.url, url),
        structured=record,
    )


class _Told(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the article at last: stated, shown around the text, or else inferred."""

    title: str
    outlet: str
    authors: tuple[str, ...]
    published: str | None


def _told(tree: HtmlElement, stated: _Stated, body: str, url: str | None, *, guessing: bool) -> _Told:
    """Return what is known of the article. Where something is missing that the page neither states nor shows,
    `guessing` lets the library infer it."""
    title, authors, published = stated.title, stated.authors, stated.published
    outlet = stated.site_name or stated.structured.publisher or ""
    if not authors or not published:
        around = read_around(tree, body, _language(title, body, _declared(tree, stated)))
        authors = authors or around.authors or stated.bodies
        published = published or _date(around.published, date_in_address(url or stated.canonical))
    if guessing and not (title and outlet and authors and published):
        inferred = infer(tree, dated=published is not None)
        if not authors and stands_in_article(tree, inferred.author):
            authors = signers(inferred.author)
        title, outlet = title or inferred.title, outlet or inferred.outlet
        published = published or _date(inferred.date)
    return _Told(title=title, outlet=outlet, authors=authors, published=published)


def _article(tree: HtmlElement, stated: _Stated, told: _Told, body: str, url: str | None) -> Article:
    text = _blocks(body, told.title)
    if len(text) < _FEWEST_CHARACTERS:
        raise InputError(_NO_ARTICLE)
    check_length(text)
    base = _tagged(tree, ".//base", url or stated.canonical) or url or stated.canonical
    return Article(
        id=article_id(text, told.title, url),
        text=text,
        title=told.title,
        url=url,
        outlet=told.outlet or None,
        byline=", ".join(told.authors) or None,
        published=told.published,
        modified=stated.modified,
        language=_language(told.title, text, _declared(tree, stated)),
        links=find_links(tree, text, base),
        canonical_url=stated.canonical,
        site_name=stated.site_name,
        publisher=stated.structured.publisher,
        based_on=stated.structured.based_on,
    )


def _own_address(markup: str, head: Head) -> str | None:
    saved_from = _SAVED_FROM.search(markup[:_HEAD])
    return absolute(saved_from[1] if saved_from else head.address)


def _blocks(extracted: str, title: str) -> str:
    """Return the text with a blank line between its blocks, and without the title above it."""
    blocks = [line for line in (line.strip() for line in extracted.split("\n")) if line]
    if blocks and title and fold(blocks[0]) == fold(title):
        del blocks[0]
    return "\n\n".join(blocks)


def _tagged(tree: HtmlElement, path: str, base: str | None) -> str | None:
    """Return the first address that tags at a path give."""
    return next((found for tag in tree.iterfind(path) if (found := absolute(tag.get("href"), base))), None)


def _date(*stated: str | None) -> str | None:
    """Return the first of the dates that can be read."""
    return next((date for one in stated if (date := read_date(one))), None)


def _declared(tree: HtmlElement, stated: _Stated) -> str | None:
    return stated.structured.language or tree.get("lang")


def _language(title: str, text: str, stated: str | None) -> str | None:
    """Return the language of the text. The page's own statement, often a template's, gives only the region,
    or stands in where the detector has no answer."""
    declared, detected = language_tag(stated), detect_language(title, text)
    if declared and detected and declared.partition("-")[0].lower() == detected:
        return declared
    return detected or declared
