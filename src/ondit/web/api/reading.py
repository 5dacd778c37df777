"""What programs may read: the rows of the pages, in the shapes of exports."""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import TypeVar

from msgspec import Struct
from starlette.responses import Response

from ondit.deciding import list_decisions
from ondit.errors import NotFoundError
from ondit.listings import (
    find_articles,
    find_claims,
    find_stories,
    find_story,
    listed_articles,
    listed_claims,
    listed_story,
)
from ondit.model.listing import Rows, Window
from ondit.pipeline import decided_readings
from ondit.present.exchange import shapes
from ondit.web.api.shapes import (
    AskingShape,
    FoundShape,
    PendingShape,
    ReadShape,
    job_shape,
    json_of,
    list_shape,
    outlet_shape,
)
from ondit.web.asked import Asked
from ondit.web.pages.search import answer_to
from ondit.web.pages.sources import outlet_rows
from ondit.web.serving import Serving

R = TypeVar("R")

_LATER = {"Retry-After": "2", "Cache-Control": "no-store"}  # in two seconds a claim of 2,500 is traced
_FEW = Window(limit=10)


def stories(asked: Asked, serving: Serving) -> Response:
    """Answer with stories."""
    with serving.store() as store:
        found = find_stories(store, asked.narrowing, asked.words, asked.window)
        rows = [listed_story(store, told, asked.narrowing) for told in found.rows]
    return _listing(asked, found, [shapes.story_shape(row) for row in rows])


def story(asked: Asked, serving: Serving) -> Response:
    """Answer with one story."""
    with serving.store() as store:
        told = find_story(store, asked.id, asked.narrowing)
        if told is None:
            raise NotFoundError(f"no story {asked.id} here; /stories.json lists those that the store holds")
        return answer(shapes.story_shape(listed_story(store, told, asked.narrowing)))


def claims(asked: Asked, serving: Serving) -> Response:
    """Answer with claims."""
    version = serving.version()
    with serving.store() as store:
        found = find_claims(store, asked.narrowing, asked.words, asked.window)
        ranges = serving.tracer.ranges(store, found.rows, version)
        ids = [claim.id for claim in found.rows]
        rows = listed_claims(store, asked.narrowing, ids, ranges.current)
    return _whole(_listing(asked, found, [shapes.claim_shape(row) for row in rows]), ranges.is_whole)


def claim(asked: Asked, serving: Serving) -> Response:
    """Answer with the trace of a claim; 202 while it is being made."""
    with serving.store() as store:
        given = serving.tracer.traced(store, asked.id, serving.version())
    if given is None or not given.is_current:
        return answer(PendingShape(claim=asked.id), HTTPStatus.ACCEPTED, _LATER)
    return answer(shapes.trace_shape(given.traced.trace, given.traced.articles))


def trace(asked: Asked, serving: Serving) -> Response:
    """Answer with the trace of the claim that is most like a sentence; 202 while it is looked for."""
    found = answer_to(asked, serving)
    if found is None:
        return answer(AskingShape(question=asked.words), HTTPStatus.ACCEPTED, _LATER)
    if found.found is None:
        raise NotFoundError("no claim here is like that sentence; /search.json finds words")
    return answer(shapes.trace_shape(found.found.trace, found.found.articles))


def articles(asked: Asked, serving: Serving) -> Response:
    """Answer with articles, without their texts."""
    with serving.store() as store:
        found = find_articles(store, asked.narrowing, asked.words, asked.window)
    return _listing(asked, found, [shapes.article_shape(row) for row in found.rows])


def article(asked: Asked, serving: Serving) -> Response:
    """Answer with one article, its text and its attributions."""
    with serving.store() as store:
        reading = next(decided_readings(store, [asked.id]), None)
        if reading is None:
            raise NotFoundError(f"no article {asked.id} here; /articles.json lists them")
        (row,) = listed_articles(store, [asked.id])
    attributions = (shapes.attribution_shape(reading, one) for one in reading.resolved.attributions)
    return answer(ReadShape(article=shapes.article_shape(row, whole=True), attributions=tuple(attributions)))


def search(asked: Asked, serving: Serving) -> Response:
    """Answer with the first claims and articles that hold all the words."""
    version = serving.version()
    with serving.store() as store:
        found = find_claims(store, asked.narrowing, asked.words, _FEW)
        ranges = serving.tracer.ranges(store, found.rows, version)
        rows = listed_claims(store, asked.narrowing, [one.id for one in found.rows], ranges.current)
        articles = find_articles(store, asked.narrowing, asked.words, _FEW)
    shape = FoundShape(
        claims=tuple(map(shapes.claim_shape, rows)),
        claims_total=found.total,
        articles=tuple(map(shapes.article_shape, articles.rows)),
        articles_total=articles.total,
    )
    return _whole(answer(shape), ranges.is_whole)


def decisions(asked: Asked, serving: Serving) -> Response:
    """Answer with the log of decisions, oldest first, without whom unnamed sources were bound to."""
    with serving.store() as store:
        return _listed(asked, list_decisions(store, bindings=False), shapes.decision_shape)


def errors(asked: Asked, serving: Serving) -> Response:
    """Answer with what failed, the latest first."""
    with serving.store() as store:
        return _listed(asked, store.failures.read(), shapes.failure_shape)


def sources(asked: Asked, serving: Serving) -> Response:
    """Answer with the table of outlets, those of the store's articles first."""
    found = outlet_rows(asked, serving)
    return _listing(asked, found, [outlet_shape(row) for row in found.rows])


def jobs(asked: Asked, serving: Serving) -> Response:
    """Answer with what was added lately, the latest first."""
    return _listed(asked, serving.jobs.latest(), job_shape)


def job(asked: Asked, serving: Serving) -> Response:
    """Answer with how far a job is."""
    return answer(job_shape(serving.jobs.get(asked.id)))


def answer(
    shape: Struct, status: HTTPStatus = HTTPStatus.OK, headers: dict[str, str] | None = None
) -> Response:
    """Return a shape as an answer."""
    return Response(json_of(shape), status_code=status, headers=headers, media_type="application/json")


def _listed(asked: Asked, rows: Sequence[R], shape: Callable[[R], Struct]) -> Response:
    """Return a window of rows that are all at hand."""
    window = asked.window
    here = tuple(rows[window.offset : window.offset + window.limit])
    return _listing(asked, Rows(rows=here, total=len(rows), window=window), [shape(row) for row in here])


def _listing(asked: Asked, found: Rows[R], items: Sequence[Struct]) -> Response:
    shape = list_shape(asked, found, items)
    headers = {"Link": f'<{shape.next}>; rel="next"'} if shape.next else None
    return answer(shape, headers=headers)


def _whole(made: Response, is_whole: bool) -> Response:
    """Return an answer, not to be kept when not all of its claims are traced."""
    if not is_whole:
        made.headers["Cache-Control"] = "no-store"
    return made
