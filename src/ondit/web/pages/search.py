"""The search: the claim that is most like a sentence, and all that holds the words."""

from starlette.responses import Response

from ondit.listings import find_articles, find_claims
from ondit.model.listing import Window
from ondit.present.page.listings import article_view, claim_view
from ondit.web.asked import Asked
from ondit.web.listing import shown
from ondit.web.serving import Serving

_FEW = Window(limit=10)


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with the first claims and articles that hold all the words."""
    version, words = serving.version(), asked.words
    with serving.store() as store:
        claims = find_claims(store, asked.narrowing, words, _FEW)
        articles = find_articles(store, asked.narrowing, words, _FEW)
        ranges = serving.tracer.ranges(store, claims.rows, version)
    return shown(
        asked,
        "search.html",
        ranges.is_whole,
        searched=words,
        claims=[claim_view(claim, ranges.shown.get(claim.id)) for claim in claims.rows],
        articles=[article_view(row) for row in articles.rows],
        totals=(claims.total, articles.total),
    )
