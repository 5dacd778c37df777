"""The stories, and one of them."""

from starlette.responses import HTMLResponse, Response

from ondit.listings import find_stories
from ondit.present.screen.listings import story_view
from ondit.web.asked import Asked
from ondit.web.listing import listing_of
from ondit.web.rendering import render
from ondit.web.serving import Serving


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with the stories, those with the most articles first."""
    with serving.store() as store:
        found = find_stories(store, asked.narrowing, asked.words, asked.window)
        listing = listing_of(asked, found, "stories", store)
    rows = [story_view(one.story, one.claims, {}) for one in found.rows]
    return HTMLResponse(
        render("stories.html", here="/", may_write=asked.may_write, listing=listing, stories=rows)
    )
