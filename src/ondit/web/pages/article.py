"""One article, with its attributions in place."""

from starlette.responses import HTMLResponse, Response

from ondit.errors import NotFoundError
from ondit.listings import find_carried
from ondit.pipeline import shown_reading
from ondit.present.page.article import article_page
from ondit.present.page.spots import read_spot
from ondit.web.asked import Asked
from ondit.web.pages.decide import last_who
from ondit.web.rendering import render
from ondit.web.serving import Serving


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with one article; `at` in the query marks the words that the reader came to see."""
    article_id = asked.id
    with serving.store() as store:
        reading = shown_reading(article_id, store, serving.settings.recipe)
        if reading is None:
            raise NotFoundError(f"the store holds no article {article_id}; /articles lists them")
        claims = find_carried(store, reading)
        who = last_who(store)
    shown = article_page(reading, claims, read_spot(asked.query.get("at", "")))
    return HTMLResponse(
        render("article.html", here="/articles", may_write=asked.may_write, page=shown, who=who)
    )
