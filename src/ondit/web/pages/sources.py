"""The table of outlets, as the store uses it."""

from collections.abc import Sequence

import msgspec
from starlette.responses import Response

from ondit.model.listing import Rows
from ondit.resolve import Outlet, outlet_table
from ondit.text.fold import fold
from ondit.web.asked import Asked
from ondit.web.listing import listing_of, shown
from ondit.web.serving import Serving


class OutletRow(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet of the table, with how many articles of the store are its. `is_own` marks a row of the
    user's own. An outlet of articles that the table does not know has no `outlet`."""

    name: str
    articles: int
    outlet: Outlet | None = None
    is_own: bool = False


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with the outlets, those of the store's articles first."""
    found = outlet_rows(asked, serving)
    listing = listing_of(asked, found, "outlets")
    own = len(serving.settings.recipe.outlets)
    return shown(asked, "sources.html", here="/sources", listing=listing, rows=found.rows, own=own)


def outlet_rows(asked: Asked, serving: Serving) -> Rows[OutletRow]:
    """Return the rows whose names or domains hold the words asked for."""
    with serving.store() as store:
        counts = {one.name.casefold(): one for one in store.listed.outlets()}
    rows = _rows(serving.settings.recipe.outlets, {key: one.count for key, one in counts.items()})
    known = {row.name.casefold() for row in rows}
    rows += [OutletRow(name=one.name, articles=one.count) for key, one in counts.items() if key not in known]
    wanted = fold(asked.words).split()
    fitting = [row for row in rows if all(word in _searched(row) for word in wanted)] if wanted else rows
    fitting.sort(key=lambda row: (-row.articles, not row.is_own, row.name.casefold()))
    window = asked.window
    return Rows(
        rows=tuple(fitting[window.offset : window.offset + window.limit]), total=len(fitting), window=window
    )


def _rows(own: Sequence[Outlet], counts: dict[str, int]) -> list[OutletRow]:
    """Return the rows of the table. An article that states an alias counts for the outlet that bears it."""
    mine = {row.id for row in own}
    return [
        OutletRow(
            name=outlet.name,
            articles=counts.get(outlet.name.casefold(), 0),
            outlet=outlet,
            is_own=outlet.id in mine,
        )
        for outlet in outlet_table(tuple(own)).outlets
    ]


def _searched(row: OutletRow) -> str:
    outlet = row.outlet
    words = (row.name, *outlet.names, *outlet.domains, outlet.owner or "") if outlet else (row.name,)
    return fold(" ".join(words))
