"""One item becomes one article: the stage behind `read_inputs`."""

import re

from ondit.errors import InputError
from ondit.ingest.decode import decode
from ondit.ingest.item import Item, Kind, skipped
from ondit.ingest.language import detect_language
from ondit.ingest.limits import check_length
from ondit.ingest.pages import article_from_page
from ondit.ingest.records import article_from_text, decode_record, overlaid
from ondit.ingest.tidy import tidy
from ondit.ingest.web.captured import captured
from ondit.model.article import Article, Skipped, article_id


def read_item(item: Item, *, fast: bool = False) -> Article | Skipped:
    """Return the article that an item holds, or why there is none. Pure and picklable; never raises.

    `fast` takes the quicker, coarser extraction for pages.
    """
    try:
        article = _READERS[item.kind](item, fast)
        return captured(article, item.capture, item.published) if item.capture else article
    except InputError as error:
        return skipped(item.name, str(error), item.input)


def _read_record(item: Item, fast: bool) -> Article:
    stated = decode_record(item.content)
    if stated.text:
        return article_from_text(stated)
    if stated.html:
        page = article_from_page(stated.html, url=stated.url, captured=stated.captured, fast=fast)
        return overlaid(page, stated)
    raise InputError("no text: 'text' or 'html' must hold the article")


def _read_page(item: Item, fast: bool) -> Article:
    url, when = (item.capture.final_url, item.capture.captured) if item.capture else (None, None)
    markup = decode(item.content, markup=True, charset=_charset(item))
    return article_from_page(markup, url=url, captured=when, fast=fast)


def _read_text(item: Item, _: bool) -> Article:
    text = tidy(decode(item.content, charset=_charset(item))).strip()
    check_length(text)
    url = item.capture.final_url if item.capture else None
    return Article(id=article_id(text, "", url), text=text, url=url, language=detect_language("", text))


def _charset(item: Item) -> str | None:
    """Return the encoding that a server states for an item that was fetched."""
    found = _CHARSET.search(item.capture.header("content-type")) if item.capture else None
    return found[1] if found else None


_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
# matches "text/html; charset=koi8-r", not "text/html"

_READERS = {Kind.RECORD: _read_record, Kind.PAGE: _read_page, Kind.TEXT: _read_text}
