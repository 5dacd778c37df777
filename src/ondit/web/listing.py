"""What all listings share: bounds, words, the way from page to page; and how a page becomes an answer."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec
from starlette.responses import HTMLResponse, Response

from ondit.model.listing import Rows, Tally, Window
from ondit.store import Store
from ondit.web.asked import Asked
from ondit.web.rendering import render

Row = TypeVar("Row")


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """The frame of one page of a listing. `previous` and `next` are addresses, None at the ends; `first` is
    the place of the first row, from 1; `count` says how many there are, `place` which of them these are."""

    path: str
    words: str
    narrows: bool
    since: str = ""
    until: str = ""
    language: str = ""
    outlet: str = ""
    languages: Sequence[Tally] = ()
    outlets: Sequence[Tally] = ()
    total: int
    first: int
    count: str
    place: str
    previous: str | None
    next: str | None

    @property
    def is_narrowed(self) -> bool:
        """Whether not all is listed."""
        return bool(self.words or self.since or self.until or self.language or self.outlet)


def listing_of(
    asked: Asked, found: Rows[Row], noun: str, store: Store | None = None, *, by: str = "page"
) -> Listing:
    """Return the frame of a listing of `noun`, a plural. With the store, bounds can be set. `by` is the field
    of the address that counts its pages, where a page has two listings."""
    bounds = asked.narrowing
    window, total = found.window, found.total
    last = min(window.offset + window.limit, total)
    previous = max(window.offset - window.limit, 0) if window.offset else None
    return Listing(
        path=asked.path,
        words=asked.words,
        narrows=store is not None,
        since=bounds.since or "",
        until=bounds.until or "",
        language=bounds.language or "",
        outlet=bounds.outlet or "",
        languages=store.listed.languages() if store else (),
        outlets=store.listed.outlets() if store else (),
        total=total,
        first=window.offset + 1,
        count=f"{total:,} {noun}" if total != 1 else f"1 {_SINGULAR[noun]}",
        place=f"{window.offset + 1:,} to {last:,} of {total:,}" if last > window.offset else "beyond the end",
        previous=None if previous is None else _at(asked, window, previous, by),
        next=_at(asked, window, window.offset + window.limit, by) if last < total else None,
    )


def _at(asked: Asked, window: Window, offset: int, by: str) -> str:
    if offset % window.limit:
        return asked.beside(**{by: None, "offset": offset})
    return asked.beside(**{"offset": None, by: offset // window.limit + 1 if offset else None})


def shown(asked: Asked, template: str, is_whole: bool = True, **parts: object) -> Response:
    """Return a page. One that is not whole, because something is still being traced, is not kept."""
    made = HTMLResponse(
        render(template, may_write=asked.may_write, is_whole=is_whole, path=asked.beside(), **parts)
    )
    if not is_whole:
        made.headers["Cache-Control"] = "no-store"
    return made


_SINGULAR = {
    "stories": "story",
    "claims": "claim",
    "articles": "article",
    "outlets": "outlet",
    "items": "item",
    "decisions": "decision",
}
