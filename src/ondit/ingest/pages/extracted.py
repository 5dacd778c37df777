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


class Inferred(msgspec.Struct, frozen=True, kw_only=True):
    """What a library infers of a page that does not state it; empty where it infers nothing. `date` is as
    found."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""


def extract(tree: HtmlElement) -> str | None:
    """Return the text that trafilatura finds, its blocks in lines of their own; None when it finds none.

    Raises `InputError` when the library fails on the page.
    """
    try:
        found = _trafilatura().bare_extraction(tree, with_metadata=False, include_comments=False)
    except _FAULTS as error:
        raise InputError(f"the page cannot be parsed ({type(error).__name__}); save it anew") from error
    return None if found is None else found.text or ""


def infer(tree: HtmlElement, *, dated: bool) -> Inferred:
    """Return what trafilatura infers of a page: a guess is no reason to lose an article, so nothing where it
    fails. It is slow where there is much to guess from; when the page is `dated`, it looks for no date in its
    words, which takes seconds to load.

    JSON-LD is cleared from the tree first: it has been read, and the library's search in what is broken takes
    time without end.
    """
    for script in tree.iter("script"):
        script.text = None
    try:
        found = _trafilatura().extract_metadata(tree, extensive=not dated)
    except _FAULTS:
        return Inferred()
    return Inferred(
        title=_line(found.title),
        outlet=_line(found.sitename),
        author=_line(found.author),
        date=_line(found.date),
    )


def extract_fast(markup: str) -> str:
    """Return the text that resiliparse finds: far quicker, and coarser, with more of menus and notices left
    in it.

    Raises `InputError` when the library fails on the page.
    """
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLParserException

    try:
        text: str = extract_plain_text(markup, main_content=True, list_bullets=False, alt_texts=False)
    except (HTMLParserException, *_FAULTS) as error:
        raise InputError(f"the page cannot be parsed ({type(error).__name__}); save it anew") from error
    return text


def _line(value: object) -> str:
    """Return a value as one line: from broken JSON-LD the libraries hand on objects of any kind."""
    return one_line(value) if isinstance(value, str) else ""


@cache
def _trafilatura() -> Any:
    """Return trafilatura. It loads late, being slow to load, and its log stays silent: a fault
    shows in what it returns, and its messages may hold text of the page."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return trafilatura
