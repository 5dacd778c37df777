"""The hyperlinks of a page, each with its place in the text that was extracted from the page.

Extraction keeps no places. A link is found again by its words and the words around it: page and text are
compared without white space, but with their line breaks.
"""

import re

import msgspec
from lxml.etree import iterwalk
from lxml.html import HtmlElement

from ondit.ingest.pages.urls import absolute
from ondit.ingest.tidy import one_line
from ondit.model.article import Link
from ondit.model.span import Span

_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd"),
    *("mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"),
    "wbr",
}
_PASSED_OVER = {
    *("script", "style", "noscript", "template", "head", "title", "svg", "select", "button", "textarea"),
    *("nav", "aside", "footer"),  # what stands in these is no part of an article
}
_VISIBLE = re.compile(  # matches "harbour", not white space, a soft hyphen or a zero-width space
    r"[^\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+"
)
_CONTEXT = 30  # characters on each side: two links with the same words and sixty equal ones around are one
_MOST_LINKS = 2_000  # links of a page that are looked at: articles have tens, whole front pages hundreds
_BEHIND = 200  # characters behind the text in which a link still belongs to it: two lines of credit
_FEWEST = 10  # characters, words and context together: fewer may stand anywhere


class _Anchor(msgspec.Struct):
    """A link of the page. `start` and `end` count in the page's bare text."""

    href: str
    shown: str
    start: int
    end: int = 0


def find_links(tree: HtmlElement, text: str, base: str | None) -> tuple[Link, ...]:
    """Return the links of the page's article, in page order; `base` makes their targets absolute.

    A link that stands on the page among the text's paragraphs or close behind them, but was left out of the
    text ("Read the full story at ..." in a paragraph of its own), has no span. Menus are left out.
    """
    page, anchors = _bare_page(tree)
    if not anchors:
        return ()
    bare, offsets = _bare_text(text)
    first, last = _stretch(page, bare)
    links: dict[tuple[str, Span | None], Link] = {}
    for anchor in anchors[:_MOST_LINKS]:
        target = absolute(anchor.href, base)
        words = page[anchor.start : anchor.end].strip("\n")
        if not target or not words or "\n" in words:
            continue
        start = page.find(words, anchor.start)
        behind = start + len(words)
        place = _find(words, page[max(0, start - _CONTEXT) : start], page[behind : behind + _CONTEXT], bare)
        if place is not None:
            span = Span(offsets[place], offsets[place + len(words) - 1] + 1)
            links.setdefault((target, span), Link(target, span.cut(text), span))
        elif start in range(first, last):
            links.setdefault((target, None), Link(target, anchor.shown))
    return tuple(links.values())


def _stretch(page: str, bare: str) -> tuple[int, int]:
    """Return where on the page the text begins and, with room behind, where it ends; (0, 0) if untold."""
    blocks = [block for block in bare.split("\n") if block]
    first, last = page.find(blocks[0][:_CONTEXT]), page.rfind(blocks[-1][-_CONTEXT:])
    return (first, last + _CONTEXT + _BEHIND) if 0 <= first <= last else (0, 0)


def _find(words: str, before: str, after: str, bare: str) -> int | None:
    """Return where a link's words stand in the bare text, by what is before and after them on the page."""
    before = before[max(before.rfind("\n"), 0) :]  # what stands in another block may have been left out
    after = after[: after.find("\n") + 1] or after
    for left, right in ((before, after), (before, ""), ("", after)):
        key = left + words + right
        if (left or right) and len(key) >= _FEWEST and (place := bare.find(key)) >= 0:
            return place + len(left)
    return None


class _BarePage:
    """The text of a page without white space, growing; one line feed at the border of each block."""

    def __init__(self) -> None:
        self.pieces = ["\n"]
        self.length = 1

    def add(self, text: str | None, *, border: bool) -> None:
        """Append the bare form of a text, after a line feed where a block begins or ends."""
        if border and not self.pieces[-1].endswith("\n"):
            self.pieces.append("\n")
            self.length += 1
        if text and (bare := _bare(text)):
            self.pieces.append(bare)
            self.length += len(bare)


def _bare(text: str) -> str:
    # a tidy text has no controls but white space: where it is all ASCII, to split it is the quicker way
    return "".join(text.split() if text.isascii() else _VISIBLE.findall(text))


def _bare_page(tree: HtmlElement) -> tuple[str, list[_Anchor]]:
    """Return the page's bare text and its links, without menus and what is not shown."""
    page = _BarePage()
    anchors: list[_Anchor] = []
    opened: _Anchor | None = None
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        border = tag not in _INLINE
        if event == "start":
            if tag in _PASSED_OVER:
                walk.skip_subtree()
                page.add("", border=border)
                continue
            if tag == "a" and element.get("href"):
                opened = _Anchor(element.get("href"), one_line(element.text_content()), page.length)
            page.add(element.text, border=border)
        else:
            if tag == "a" and opened is not None:
                opened.end = page.length
                anchors.append(opened)
                opened = None
            page.add(element.tail, border=border)
    page.add("", border=True)
    return "".join(page.pieces), anchors


def _bare_text(text: str) -> tuple[str, list[int]]:
    """Return a text as a page's bare text is, and for each of its characters the offset in `text`."""
    pieces, offsets = ["\n"], [0]
    for line in re.finditer(r"[^\n]+", text):  # matches "One line.", not the empty line between two
        for run in _VISIBLE.finditer(line[0]):
            pieces.append(run[0])
            offsets.extend(range(line.start() + run.start(), line.start() + run.end()))
        if not pieces[-1].endswith("\n"):
            pieces.append("\n")
            offsets.append(line.end())
    return "".join(pieces), offsets
