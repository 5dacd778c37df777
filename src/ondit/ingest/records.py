"""JSON records, as INTERFACES' "An article in" states them, become articles."""

import re
from typing import TypeVar

import msgspec

from ondit.errors import InputError
from ondit.ingest.dates import read_date
from ondit.ingest.language import detect_language, language_tag
from ondit.ingest.limits import check_length
from ondit.ingest.tidy import tidy_in_place
from ondit.model.article import Article, Link, article_id
from ondit.model.span import Span, fits

# Group 1 matches the lone rb"\ud800", not the pair rb"\ud83d\ude00", nor rb"\\ud800", which is no escape.
_SURROGATE_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)


T = TypeVar("T")


class StatedLink(msgspec.Struct, frozen=True):
    """A link as a record states it; offsets count in the record's `text`."""

    href: str
    text: str | None = None
    start: int | None = None
    end: int | None = None


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """An article as a record states it. Unknown keys are ignored; one of `text` and `html` is needed, and
    `text` is what is read where both are there."""

    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    captured: str | None = None
    language: str | None = None
    links: tuple[StatedLink, ...] | None = None
    text: str | None = None
    html: str | None = None


def decode_record(line: bytes) -> Stated:
    """Return the record that one JSON object states.

    Raises `InputError` with the place of the fault.
    """
    try:
        return decode_as(Stated, line)
    except msgspec.ValidationError as error:
        raise InputError(f"{error}. docs/formats.md lists the fields") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"broken JSON: {error}. One JSON object in UTF-8 a line is needed") from error
    except RecursionError as error:
        raise InputError("JSON nested too deep. One flat JSON object a line is needed") from error


def decode_as(shape: type[T], line: bytes) -> T:
    """Return what one JSON object holds, as a record of this shape.

    A lone surrogate is no reason to lose an article, and the decoder knows none: it becomes U+FFFD.
    """
    try:
        return msgspec.json.decode(line, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return msgspec.json.decode(_SURROGATE_ESCAPE.sub(_replace_lone, line), type=shape)


def article_from_text(stated: Stated) -> Article:
    """Return the article of a record that states its text, in place: no offset moves.

    Raises `InputError` when there is no text or too much of it.
    """
    text = tidy_in_place(stated.text or "")
    check_length(text)
    title = tidy_in_place(stated.title or "")
    return Article(
        id=stated.id or article_id(text, title, stated.url or None),
        text=text,
        title=title,
        url=stated.url or None,
        outlet=stated.outlet or None,
        byline=stated.byline or None,
        published=read_date(stated.published),
        modified=read_date(stated.modified),
        captured=read_date(stated.captured),
        language=language_tag(stated.language) or detect_language(title, text),
        links=tuple(_links(stated.links or (), text)),
    )


def overlaid(article: Article, stated: Stated) -> Article:
    """Return an article read from a record's `html` with what the record itself states: that wins."""
    title = tidy_in_place(stated.title) if stated.title else article.title
    return msgspec.structs.replace(
        article,
        id=stated.id or article_id(article.text, title, article.url),
        title=title,
        outlet=stated.outlet or article.outlet,
        byline=stated.byline or article.byline,
        published=read_date(stated.published) or article.published,
        modified=read_date(stated.modified) or article.modified,
        captured=read_date(stated.captured) or article.captured,
        language=language_tag(stated.language) or article.language,
    )


def _links(stated: tuple[StatedLink, ...], text: str) -> list[Link]:
    links = []
    for link in stated:
        span = Span(link.start, link.end) if link.start is not None and link.end is not None else None
        if span is not None and not fits(span, text):
            span = None
        shown = link.text or (span.cut(text) if span else "")
        links.append(Link(link.href, tidy_in_place(shown), span))
    return links


def _replace_lone(match: re.Match[bytes]) -> bytes:
    return rb"\ufffd" if match[1] else match[0]
