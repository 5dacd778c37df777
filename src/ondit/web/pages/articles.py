"""The articles as a listing."""

from starlette.responses import Response

from ondit.listings import find_articles
from ondit.present.page.listings import article_view
from ondit.web.asked import Asked
from ondit.web.listing import listing_of, shown
from ondit.web.serving import Serving


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with the articles in the order of publication."""
    with serving.store() as store:
        found = find_articles(store, asked.narrowing, asked.words, asked.window)
        listing = listing_of(asked, found, "articles", store)
    rows = [article_view(row) for row in found.rows]
    return shown(asked, "articles.html", here="/articles", listing=listing, articles=rows)
