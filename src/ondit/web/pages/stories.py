"""The stories, and one of them."""

from starlette.responses import Response

from ondit.errors import NotFoundError
from ondit.listings import find_articles, find_stories, find_story
from ondit.model.listing import Rows, Window
from ondit.present.page.listings import article_view, claim_view, shared_claims, story_view
from ondit.web.asked import Asked
from ondit.web.listing import listing_of, shown
from ondit.web.serving import Serving

_CLAIMS = 40  # of a story; the rest are on further pages


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with the stories, those with the most articles first."""
    version = serving.version()
    with serving.store() as store:
        found = find_stories(store, asked.narrowing, asked.words, asked.window)
        listing = listing_of(asked, found, "stories", store)
        shared = [claim for told in found.rows for claim in shared_claims(told.claims)]
        ranges = serving.tracer.ranges(store, shared, version)
    rows = [story_view(told.story, told.claims, ranges.shown) for told in found.rows]
    return shown(asked, "stories.html", ranges.is_whole, here="/", listing=listing, stories=rows)


def one(asked: Asked, serving: Serving) -> Response:
    """Answer with one story: its claims, those with the most carriers first, and its articles."""
    version, story_id = serving.version(), asked.id
    with serving.store() as store:
        told = find_story(store, story_id, asked.narrowing)
        if told is None:
            raise NotFoundError(f"no story {story_id} here; the first page lists those that the store holds")
        place = asked.number("claims", 1, 1, 10_000)
        window = Window(offset=(place - 1) * _CLAIMS, limit=_CLAIMS)
        claims = told.claims[window.offset : window.offset + window.limit]
        shared = shared_claims(told.claims)
        ranges = serving.tracer.ranges(store, shared, version)
        found = find_articles(store, asked.narrowing, "", asked.window, story=story_id)
    return shown(
        asked,
        "story.html",
        ranges.is_whole,
        here="/",
        story=story_view(told.story, told.claims, ranges.shown),
        claims=[claim_view(claim, ranges.shown.get(claim.id)) for claim in claims],
        claims_listing=listing_of(
            asked, Rows(rows=claims, total=len(told.claims), window=window), "claims", by="claims"
        ),
        listing=listing_of(asked, found, "articles"),
        articles=[article_view(row) for row in found.rows],
    )
