"""What all listings share: bounds, words, and the way from page to page."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from ondit.model.listing import Rows, Tally
from ondit.store import Store
from ondit.web.asked import Asked

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


def listing_of(asked: Asked, found: Rows[Row], noun: str, store: Store | None = None) -> Listing:
    """Return the frame of a listing of `noun`, a plural. With the store, bounds can be set."""
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
        previous=None if previous is None else _at(asked, previous),
        next=_at(asked, window.offset + window.limit) if last < total else None,
    )


def _at(asked: Asked, offset: int) -> str:
    limit = asked.window.limit
    if offset % limit:
        return asked.beside(page=None, offset=offset)
    return asked.beside(offset=None, page=offset // limit + 1 if offset else None)


_SINGULAR = {
    "stories": "story",
    "claims": "claim",
    "articles": "article",
    "outlets": "outlet",
    "items": "item",
}
