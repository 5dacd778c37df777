"""One claim: who says so, on the screen and on one sheet."""

from starlette.responses import HTMLResponse, Response

from ondit.errors import InputError
from ondit.present.page.deciding import OF_CLAIM
from ondit.present.page.report import Showing, claim_page
from ondit.web.asked import Asked
from ondit.web.listing import shown
from ondit.web.rendering import render
from ondit.web.serving import Serving
from ondit.web.work.tracing import Given

MOST_ROWS = 100
"""Rows of each table on one page: 300 carriers with all rows are 230 kB, and a third of that is read by
nobody."""


_SOON = 1  # seconds after which a page looks again for a trace that is being made


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with one claim; `rows` in the query says from which row on its tables are shown."""
    first = first_row(asked)
    given = traced_claim(asked.id, serving)
    if given is None:
        return waiting(asked)
    showing = Showing(is_served=True, first=first, most=MOST_ROWS)
    view = claim_page(given.traced.trace, given.traced.articles, showing)
    return shown(asked, "claim-page.html", given.is_current, here="/claims", page=view, decidable=OF_CLAIM)


def sheet(asked: Asked, serving: Serving) -> Response:
    """Answer with the report of one claim, which is printed on one sheet."""
    given = traced_claim(asked.id, serving)
    if given is None or not given.is_current:
        return waiting(asked)
    return HTMLResponse(render("sheet.html", page=claim_page(given.traced.trace, given.traced.articles)))


def traced_claim(claim_id: str, serving: Serving) -> Given | None:
    """Return a claim's trace, an older one while it is made anew; None where there is none yet.

    Raises `NotFoundError` when there is no such claim.
    """
    version = serving.version()
    with serving.store() as store:
        return serving.tracer.traced(store, claim_id, version)


def waiting(asked: Asked) -> Response:
    """Answer that a trace is being made; the page looks again by itself."""
    return HTMLResponse(
        render("waiting.html", here="/claims", may_write=asked.may_write),
        headers={"Cache-Control": "no-store", "Refresh": str(_SOON)},
    )


def first_row(asked: Asked) -> int:
    """Return the row from which the tables are shown, as the query says. Raises `InputError`."""
    stated = asked.query.get("rows", "0")
    if not (stated.isascii() and stated.isdigit() and len(stated) < 8):
        raise InputError(f"rows: '{stated[:40]}' is no number")
    return int(stated) // MOST_ROWS * MOST_ROWS
