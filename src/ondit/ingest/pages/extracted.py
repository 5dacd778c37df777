"""The text of a page's article, by one of two libraries, and what they infer of it."""

import logging
from functools import cache
from typing import Any

import msgspec
from lxml import etree
from lxml.html import HtmlElement

from ondit.errors import InputError
from ondit.ingest.faults import LIBRARY_FAULTS
from ondit.ingest.tidy import one_line

_FAULTS = (etree.LxmlError, *LIBRARY_FAULTS)


class Extracted(msgspec.Struct, frozen=True, kw_only=True):
    """What an extraction tells of a page: `text` with its blocks in lines of their own; the rest is empty
    where it tells nothing. `date` is as stated."""

    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""


def extract(tree: HtmlElement, *, inferring: bool) -> Extracted | None:
    """Return what trafilatura finds, or None when it finds no article.

    `inferring` asks for title, outlet, author and date too, which costs a tenth more and is of no use where
    the page states them.

    Raises `InputError` when the library fails on the page.
    """
    try:
        found = _trafilatura()(tree, with_metadata=inferring, include_comments=False)
    except _FAULTS as error:
        raise InputError(f"the page cannot be parsed ({type(error).__name__}); save it anew") from error
    if found is None:
        return None
    return Extracted(
        text=found.text or "",
        title=_line(found.title),
        outlet=_line(found.sitename),
        author=_line(found.author),
        date=_line(found.date),
    )


def extract_fast(markup: str) -> Extracted:
    """Return the text that resiliparse finds: far quicker, and coarser, with more of menus and notices left
    in it.

    Raises `InputError` when the library fails on the page.
    """
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLParserException

    try:
        text = extract_plain_text(markup, main_content=True, list_bullets=False, alt_texts=False)
    except (HTMLParserException, *_FAULTS) as error:
        raise InputError(f"the page cannot be parsed ({type(error).__name__}); save it anew") from error
    return Extracted(text=text)


def _line(value: object) -> str:
    """Return a value as one line: from broken JSON-LD the libraries hand on objects of any kind."""
    return one_line(value) if isinstance(value, str) else ""


@cache
def _trafilatura() -> Any:
    """Return trafilatura's extraction. It loads late, being slow to load, and its log stays silent: a fault
    shows in what it returns, and its messages may hold text of the page."""
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return bare_extraction
