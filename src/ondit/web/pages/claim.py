"""One claim: who says so, on the screen and on one sheet."""

from starlette.responses import HTMLResponse, Response

from ondit.errors import InputError
from ondit.listings import trace_claim_of
from ondit.model.listing import TracedClaim
from ondit.present.page.deciding import OF_CLAIM
from ondit.present.page.report import Showing, claim_page, trace_page
from ondit.web.asked import Asked
from ondit.web.rendering import render
from ondit.web.serving import Serving

MOST_ROWS = 100
"""Rows of each table on one page: 300 carriers with all rows are 230 kB, and a third of that is read by nobody."""


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with one claim; `rows` in the query says from which row on its tables are shown."""
    traced = traced_claim(asked.places["claim"], serving)
    showing = Showing(is_served=True, first=_first_row(asked), most=MOST_ROWS)
    shown = claim_page(traced.trace, traced.articles, showing)
    return HTMLResponse(
        render("claim-page.html", here="/claims", may_write=asked.may_write, page=shown, decidable=OF_CLAIM)
    )


def sheet(asked: Asked, serving: Serving) -> Response:
    """Answer with the report of one claim as a file of its own, which is printed on one sheet."""
    traced = traced_claim(asked.places["claim"], serving)
    return HTMLResponse(trace_page(traced.trace, traced.articles))


def traced_claim(claim_id: str, serving: Serving) -> TracedClaim:
    """Return a claim's trace with its carriers. Raises `NotFoundError` when there is no such claim."""
    with serving.store() as store:
        return trace_claim_of(store, claim_id)


def _first_row(asked: Asked) -> int:
    stated = asked.query.get("rows", "0")
    if not (stated.isascii() and stated.isdigit() and len(stated) < 8):
        raise InputError(f"rows: '{stated[:40]}' is no number")
    return int(stated) // MOST_ROWS * MOST_ROWS
