"""The search: the claim that is most like a sentence, traced on a page of its own, and all that holds the
words."""

from urllib.parse import urlencode

from starlette.responses import Response

from ondit.errors import InputError
from ondit.listings import find_articles, find_claims
from ondit.model.listing import CountedClaim, Window
from ondit.present.page.deciding import OF_CLAIM
from ondit.present.page.listings import ClaimView, article_view, claim_view
from ondit.present.page.report import Showing, claim_page
from ondit.web.asked import Asked
from ondit.web.listing import shown
from ondit.web.pages.claim import MOST_ROWS, first_row, waiting
from ondit.web.serving import Serving
from ondit.web.work.asking import Answer, Question

_FEW = Window(limit=10)


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with the claim that is most like the words, and with the first claims and articles that hold all
    of them."""
    version, words = serving.version(), asked.words
    answer = answer_to(asked, serving) if words else Answer()
    with serving.store() as store:
        claims = find_claims(store, asked.narrowing, words, _FEW)
        articles = find_articles(store, asked.narrowing, words, _FEW)
        ranges = serving.tracer.ranges(store, claims.rows, version)
    return shown(
        asked,
        "search.html",
        ranges.is_whole and answer is not None,
        searched=words,
        is_asked=answer is not None,
        likest=_row(answer),
        claims=[claim_view(claim, ranges.shown.get(claim.id)) for claim in claims.rows],
        articles=[article_view(row) for row in articles.rows],
        totals=(claims.total, articles.total),
    )


def asked_page(asked: Asked, serving: Serving) -> Response:
    """Answer with the trace of the claim that is most like a sentence, as `ondit trace` does."""
    answer = answer_to(asked, serving)
    if answer is None:
        return waiting(asked)
    found = answer.found
    if found is None:
        return shown(asked, "asked.html", here="/claims", searched=asked.words, page=None)
    showing = Showing(
        is_served=True, first=first_row(asked), most=MOST_ROWS, query=f"{urlencode({'q': asked.words})}&"
    )
    return shown(
        asked,
        "asked.html",
        here="/claims",
        searched=asked.words,
        page=claim_page(found.trace, found.articles, showing),
        taken_in=[claim_view(claim, None) for claim in found.taken_in],
        decidable=OF_CLAIM,
    )


def answer_to(asked: Asked, serving: Serving) -> Answer | None:
    """Return what the sentence of a request is answered, None while that is being found out.

    Raises `InputError` when there is no sentence.
    """
    if not asked.words:
        raise InputError("q: give a sentence; /search finds claims and articles by words")
    return serving.asker.answer(Question(asked.words, asked.narrowing, serving.version()))


def _row(answer: Answer | None) -> ClaimView | None:
    if answer is None or answer.found is None:
        return None
    trace = answer.found.trace
    return claim_view(CountedClaim.of(trace.graph.claim), trace.independent_origins)
