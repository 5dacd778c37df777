"""What stands around an article on its page: who signs it and when, in marked elements and in plain lines."""

import re
from collections.abc import Iterator, Sequence

import msgspec
from lxml.etree import iterwalk
from lxml.html import HtmlElement

from ondit.ingest.pages.dated import date_in_line
from ondit.ingest.pages.signed import signed_line, signers
from ondit.ingest.tidy import one_line
from ondit.languages.page_words import page_words
from ondit.text.fold import fold

_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small"),
    *("span", "strong", "sub", "sup", "time", "u", "wbr"),
}
_PASSED_OVER = {
    *("script", "style", "noscript", "template", "svg", "select", "button", "textarea", "form", "nav"),
    *("aside", "footer", "iframe", "head"),
}
_BESIDE = (
    *("related", "sidebar", "teaser", "recommend", "comment", "most-read", "mostread", "popular", "promo"),
    *("widget", "newsletter", "read-more", "more-stories", "trending"),
)
"""Parts of classes and ids of what is not the article: other articles with authors and dates of their own."""

_SIGNING = ("author", "byline", "byl", "writer", "journalist", "reporter", "zuozhe", "p-author", "fn")
"""Parts of the classes of what names an author."""

_DATING = ("entry-date", "published", "dt-published", "pubdate", "publish-date", "post-date", "article-date")
_BEFORE = 12  # lines above the first paragraph that may sign and date the article
_BEHIND = 4  # lines below the last one, where blogs sign
_SHORT = 160  # code points of a line that signs or dates; a longer one is a paragraph

_ENOUGH = 40  # code points, folded, by which a paragraph of the text is found again on the page

# Matches a paragraph: a line with the end of a sentence, or too long for anything else; not "8 March 2024".
_SENTENCE = re.compile(r".{24,}[.!?…。！？؟।۔]\W{0,3}|.{80,}")


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """Who signs an article and when it was published, by what the page shows; empty where it does not."""

    authors: tuple[str, ...] = ()
    published: str | None = None


class _Line(msgspec.Struct):
    """A line of the page and what its elements mark in it."""

    text: str = ""
    authors: list[str] = []
    dates: list[str] = []


def read_around(tree: HtmlElement, text: str, language: str | None) -> Around:
    """Return what stands around the article whose `text` was extracted from the page.

    What elements mark (`itemprop`, `property`, `rel="author"`, the usual classes, `time`) goes before what
    lines say in words. Looked at are only the lines just above and below the text, besides elements that
    microdata or RDFa mark, wherever they stand in the article's part of the page.
    """
    lines = [line for line in _lines(tree) if line.text or line.dates or line.authors]
    near = _near(lines, text)
    authors = next((signers(", ".join(line.authors)) for line in near if line.authors), ())
    return Around(
        authors=authors or next((names for line in near if (names := signed_line(line.text))), ()),
        published=next((found for line in near if (found := _published(line, language))), None),
    )


def stands_in_article(tree: HtmlElement, name: str) -> bool:
    """Tell whether a name stands in the page outside menus, footers and what stands beside the article."""
    wanted = fold(name.partition(";")[0])
    return bool(wanted) and any(wanted in fold(line.text) for line in _lines(tree))


def _published(line: _Line, language: str | None) -> str | None:
    if len(line.text) > _SHORT:
        return None
    changed = any(word in line.text.lower() for word in page_words().changed)
    stated = line.dates[0] if line.dates and not changed else None
    return stated or date_in_line(line.text, language)


def _near(lines: Sequence[_Line], text: str) -> list[_Line]:
    """Return the lines of the article's surroundings, nearest above the text first, then those below."""
    paragraphs = [fold(one) for one in text.split("\n") if _SENTENCE.fullmatch(one)]
    if not paragraphs:
        return []
    folded = [fold(line.text) for line in lines]
    begin, end = paragraphs[0][:_ENOUGH], paragraphs[-1][-_ENOUGH:]
    first = next((place for place, line in enumerate(folded) if line.startswith(begin)), None)
    if first is None:
        return []
    last = max((place for place, line in enumerate(folded) if line.endswith(end)), default=first)
    above = lines[max(0, first - _BEFORE) : first + 2]
    return [*above, *lines[last + 1 : last + 1 + _BEHIND]]


def _lines(tree: HtmlElement) -> Iterator[_Line]:
    """Yield the lines of the page without menus, footers and what stands beside the article."""
    pieces: list[str | None] = []
    line = _Line(authors=[], dates=[])
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if tag not in _INLINE:
            line.text = one_line("".join(filter(None, pieces)))
            yield line
            pieces, line = [], _Line(authors=[], dates=[])
        if event == "end":
            pieces.append(element.tail)
        elif tag in _PASSED_OVER or _is_beside(element):
            walk.skip_subtree()
        else:
            pieces.append(element.text)
            _mark(element, line)


def _is_beside(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return element.tag not in ("html", "body", "main", "article") and any(one in names for one in _BESIDE)


def _mark(element: HtmlElement, line: _Line) -> None:
    """Note in the line what an element marks as author or date."""
    role = element.get("itemprop") or element.get("property") or ""
    classes = (element.get("class") or "").lower().split()
    if element.tag == "time" or role == "datePublished" or any(one in _DATING for one in classes):
        stated = element.get("datetime") or element.get("content") or element.get("title")
        if stated:
            line.dates.append(stated)
    is_signed = "author" in (role, *(element.get("rel") or "").split()) or any(
        part in one for one in classes for part in _SIGNING
    )
    if is_signed and not line.authors:
        name = one_line(element.get("content") or " ".join(element.itertext()))
        if name and len(name) <= _SHORT:
            line.authors.append(name)
