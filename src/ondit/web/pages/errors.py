"""What could not be processed, and a second try."""

from http import HTTPStatus

from starlette.responses import RedirectResponse, Response

from ondit.errors import InputError
from ondit.ingest import STDIN
from ondit.model.listing import Rows
from ondit.present.page.listings import failure_view
from ondit.web.asked import Asked
from ondit.web.listing import listing_of, shown
from ondit.web.rendering import place
from ondit.web.serving import Serving
from ondit.web.work.jobs import Job, Task


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with what failed, the latest first."""
    with serving.store() as store:
        failures = store.failures.read()
    window = asked.window
    here = failures[window.offset : window.offset + window.limit]
    listing = listing_of(asked, Rows(rows=tuple(here), total=len(failures), window=window), "items")
    again = {one.input for one in failures} - {STDIN}
    return shown(
        asked,
        "errors.html",
        here="/errors",
        listing=listing,
        failures=[failure_view(one) for one in here],
        again=len(again),
    )


def retry(_: Asked, serving: Serving) -> Response:
    """Go once more through the inputs in which items failed, and lead to how far that is."""
    return RedirectResponse(place("jobs", try_again(serving).id), HTTPStatus.SEE_OTHER)


def try_again(serving: Serving) -> Job:
    """Put the inputs in which items failed in line. Raises `InputError` when there is nothing to try."""
    with serving.store() as store:
        again = dict.fromkeys(one.input for one in store.failures.read() if one.input != STDIN)
    if not again:
        raise InputError(
            "there is nothing to try again: what was sent as a file or text must be sent once more"
        )
    return serving.jobs.add(Task(inputs=tuple(again)))
