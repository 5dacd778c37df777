"""The title of a page's article: the heading that readers see, as far as the page's own statements agree."""

import re
from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from ondit.ingest.tidy import one_line
from ondit.text.fold import fold

# Matches the marks between a title and the site's name, " | ", " - ", "_", not the hyphen of "Al-Watan".
_BORDER = re.compile(r"\s+[|\-–—:·•»«›/~]+\s+|\s*[|_｜»]\s*")
_CUT = re.compile(r"\s*(?:\.{3}|…)$")  # matches the end of a title that was cut off, "to close its harb..."
_SITE_IN_FRONT = re.compile(r"^[^:]{2,40}:\s+")  # matches the "Anselm Notes: " of a title, not "10:30"
_MOST_HEADINGS = 40  # headings of a page that are looked at; the article's own is among the first
_LONGEST = 300  # code points of a heading; a longer one is a paragraph in large letters
_FEWEST_LETTERS = 4  # of a folded heading; two Chinese characters fold to fewer, and are a section
_LEAST_SHARED = 0.5  # share of a lone h1's words that a stated title must hold for both to mean one article


def headings(tree: HtmlElement) -> tuple[str, ...]:
    """Return the page's headings, h1 before h2 before h3, each in page order and in one line."""
    found = (
        one_line(" ".join(one.itertext()))
        for level in ("h1", "h2", "h3")
        for _, one in zip(range(_MOST_HEADINGS), tree.iter(level), strict=False)
    )
    return tuple(dict.fromkeys(one for one in found if one and len(one) <= _LONGEST))


def choose_title(stated: Sequence[str], bare: str, shown: Sequence[str], sites: Iterable[str | None]) -> str:
    """Return the article's title; empty where nothing says one.

    `stated` are the titles that metadata give, the surest first, `bare` is the page's `title` element,
    `shown` its headings, `sites` names of the site and its publisher. A heading wins that a stated title is,
    but for the site's name at an end or for words cut off; else a stated title without the site's name.
    """
    names = {fold(name) for name in sites if name}
    seen = [one for one in shown if fold(one) not in names and len(fold(one)) >= _FEWEST_LETTERS]
    stated = [one for one in stated if fold(one) not in names]
    for title in (*stated, bare):
        if fitting := [one for one in seen if _is_within(one, title)]:
            return max(fitting, key=len)
    if stated:
        if seen and _agree(seen[0], stated[0]):
            return seen[0]
        return _without_site(stated[0], names)
    return _without_site(bare, names) if names else _longer_end(bare)


def _agree(shown: str, stated: str) -> bool:
    """Tell whether a heading and a stated title mean one article: they share half of the heading's words."""
    words = set(fold(shown).split())
    return bool(words) and len(words & set(fold(stated).split())) >= _LEAST_SHARED * len(words)


def _is_within(heading: str, title: str) -> bool:
    """Tell whether a title is the heading, with a site's name before or behind it or with its end cut off."""
    if fold(heading) == fold(title):
        return True
    if _CUT.search(title):
        return fold(heading).startswith(fold(_CUT.sub("", title)))
    pieces = [fold(piece) for piece in _pieces(title)]
    inner = fold(heading)
    return any(
        inner == " ".join(pieces[first:last])
        for first in range(len(pieces))
        for last in range(first + 1, len(pieces) + 1)
    ) or inner == fold(_SITE_IN_FRONT.sub("", title))


def _pieces(title: str) -> list[str]:
    return [piece for piece in _BORDER.split(title) if piece.strip()][:8]


def _longer_end(title: str) -> str:
    """Return a `title` element's text without what may be the name of an unknown site: its last piece, or
    of two pieces the one with fewer words."""
    borders = list(_BORDER.finditer(title))
    if not borders:
        return title
    front, end = title[: borders[-1].start()], title[borders[-1].end() :]
    return end if len(borders) == 1 and len(end.split()) > len(front.split()) else front


def _without_site(title: str, names: set[str]) -> str:
    """Return a title without the site's name at its ends."""
    borders = list(_BORDER.finditer(title))
    for border in borders:
        if fold(title[: border.start()]) in names:
            return _without_site(title[border.end() :], names)
    for border in borders:
        if fold(title[border.end() :]) in names:
            # "Title | News | Site": what stands before the site's name after the same upright is a section
            upright = title.find("|", 0, border.end()) if "|" in border[0] else -1
            return title[: upright if upright > 0 else border.start()].rstrip()
    return title
