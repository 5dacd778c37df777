"""The table of what programs may ask: path, method, what it takes and gives. The document of the API and the
routes are both made from it."""

from collections.abc import Callable, Mapping

import msgspec
from starlette.responses import Response

from ondit.ingest.records import Stated
from ondit.present.exchange.schema import (
    ArticleShape,
    ClaimShape,
    DecisionShape,
    FailureShape,
    StoryShape,
    TraceShape,
)
from ondit.web.api import reading, writing
from ondit.web.api.shapes import (
    AskingShape,
    FoundShape,
    JobShape,
    ListShape,
    OutletShape,
    PendingShape,
    ReadShape,
)
from ondit.web.asked import Asked
from ondit.web.serving import Serving

WINDOW = ("page", "offset", "limit")
NARROWED = ("q", "since", "until", "language", "outlet", *WINDOW)


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One method of one path. `asks` are the fields of its query, `needs` those of them that must be there;
    `takes` is the shape of its body, `gives` are those of its answers by status. `keeps` tells that the
    answer changes with the store only."""

    path: str
    method: str = "GET"
    handler: Callable[[Asked, Serving], Response]
    summary: str
    asks: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    takes: type[msgspec.Struct] | None = None
    gives: Mapping[int, object]
    keeps: bool = True


class StatedBatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A batch of articles with every field spelt out: what `writing.Batch` takes item by item."""

    articles: tuple[Stated, ...] = ()
    addresses: tuple[str, ...] = ()


API: tuple[Operation, ...] = (
    Operation(
        path="/stories.json",
        handler=reading.stories,
        summary="Stories, those with the most articles first",
        asks=NARROWED,
        gives={200: ListShape[StoryShape]},
    ),
    Operation(
        path="/stories/{id}.json",
        handler=reading.story,
        summary="One story",
        asks=("since", "until", "language", "outlet"),
        gives={200: StoryShape},
    ),
    Operation(
        path="/claims.json",
        handler=reading.claims,
        summary="Claims, those with the most carriers first",
        asks=NARROWED,
        gives={200: ListShape[ClaimShape]},
    ),
    Operation(
        path="/claims/{id}.json",
        handler=reading.claim,
        summary="The trace of a claim: who says so",
        gives={200: TraceShape, 202: PendingShape},
    ),
    Operation(
        path="/trace.json",
        handler=reading.trace,
        summary="The trace of the claim that is most like a sentence",
        asks=("q", "since", "until", "language", "outlet"),
        needs=("q",),
        gives={200: TraceShape, 202: AskingShape},
    ),
    Operation(
        path="/articles.json",
        handler=reading.articles,
        summary="Articles in the order of publication, without their texts",
        asks=NARROWED,
        gives={200: ListShape[ArticleShape]},
    ),
    Operation(
        path="/articles.json",
        method="POST",
        handler=writing.add_articles,
        summary="Add articles; what became of each is told item by item",
        takes=StatedBatch,
        gives={200: JobShape, 202: JobShape},
        keeps=False,
    ),
    Operation(
        path="/articles/{id}.json",
        handler=reading.article,
        summary="One article, its text and its attributions",
        gives={200: ReadShape},
    ),
    Operation(
        path="/search.json",
        handler=reading.search,
        summary="The first claims and articles that hold all the words",
        asks=("q", "since", "until", "language", "outlet"),
        gives={200: FoundShape},
    ),
    Operation(
        path="/sources.json",
        handler=reading.sources,
        summary="The table of outlets, those of the store's articles first",
        asks=("q", *WINDOW),
        gives={200: ListShape[OutletShape]},
    ),
    Operation(
        path="/decisions.json",
        handler=reading.decisions,
        summary="The log of decisions, oldest first",
        asks=WINDOW,
        gives={200: ListShape[DecisionShape]},
    ),
    Operation(
        path="/decisions.json",
        method="POST",
        handler=writing.add_decision,
        summary="Decide",
        takes=writing.Draft,
        gives={201: DecisionShape},
        keeps=False,
    ),
    Operation(
        path="/decisions/{id}",
        method="DELETE",
        handler=writing.undo,
        summary="Take a decision back: the log gains an undo",
        asks=("reason", "who"),
        needs=("reason", "who"),
        gives={200: DecisionShape},
        keeps=False,
    ),
    Operation(
        path="/errors.json",
        handler=reading.errors,
        summary="What could not be processed, the latest first",
        asks=WINDOW,
        gives={200: ListShape[FailureShape]},
    ),
    Operation(
        path="/errors/retry.json",
        method="POST",
        handler=writing.retry,
        summary="Go once more through the inputs in which items failed",
        gives={200: JobShape, 202: JobShape},
        keeps=False,
    ),
    Operation(
        path="/jobs.json",
        handler=reading.jobs,
        summary="What was added lately, the latest first",
        asks=WINDOW,
        gives={200: ListShape[JobShape]},
        keeps=False,
    ),
    Operation(
        path="/jobs/{id}.json",
        handler=reading.job,
        summary="How far a job is",
        gives={200: JobShape},
        keeps=False,
    ),
)
