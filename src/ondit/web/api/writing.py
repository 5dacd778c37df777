"""What programs may write: articles, decisions, a second try."""

from datetime import UTC, datetime
from http import HTTPStatus

import msgspec
from msgspec import Struct
from starlette.responses import Response

from ondit.deciding import decide, draft
from ondit.errors import InputError, StoreError, StoreLockedError
from ondit.ingest import Item
from ondit.ingest.item import Kind
from ondit.model.decision import Decision, DecisionKind, Edit, ListedDecision
from ondit.present.exchange import shapes
from ondit.web.api.reading import answer
from ondit.web.api.shapes import job_shape
from ondit.web.asked import Asked
from ondit.web.pages.adding import addresses_of
from ondit.web.pages.errors import try_again
from ondit.web.rendering import place
from ondit.web.serving import Serving
from ondit.web.work.jobs import Job, State, Task

_MOST_ARTICLES = 5_000  # of one batch; every one of them is told what became of it
_PATIENCE = 8.0  # seconds; many clients give up after ten. What takes longer is looked up


class Batch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Articles to add, each as a line of `ondit add` states it, and web addresses to fetch."""

    articles: tuple[msgspec.Raw, ...] = ()
    addresses: tuple[str, ...] = ()


class Draft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision as somebody states it; docs/decide.md says which ids each kind takes."""

    kind: DecisionKind
    one: str
    other: str = ""
    name: str = ""
    edit: Edit | None = None
    reason: str
    who: str


def add_articles(asked: Asked, serving: Serving) -> Response:
    """Add a batch, and answer what became of each item of it; 202 when that takes longer."""
    batch = asked.record(Batch)
    if not batch.articles and not batch.addresses:
        raise InputError("'articles' and 'addresses' are both empty; give something to add")
    if len(batch.articles) > _MOST_ARTICLES:
        raise InputError(
            f"{len(batch.articles)} articles are too many; give at most {_MOST_ARTICLES} at a time"
        )
    items = (
        Item(f"articles[{number}]", Kind.RECORD, bytes(record))
        for number, record in enumerate(batch.articles)
    )
    job = serving.jobs.add(Task(items=tuple(items), inputs=addresses_of(batch.addresses)))
    return _ended(serving.jobs.wait(job.id, _PATIENCE))


def retry(_: Asked, serving: Serving) -> Response:
    """Go once more through the inputs in which items failed."""
    return _ended(serving.jobs.wait(try_again(serving).id, _PATIENCE))


def add_decision(asked: Asked, serving: Serving) -> Response:
    """Write down a decision."""
    stated = asked.record(Draft)
    second = stated.name if stated.kind is DecisionKind.BIND else stated.other
    drafted = draft(
        stated.kind, [stated.one, *([second] if second else [])], reason=stated.reason, who=stated.who
    )
    return _written(msgspec.structs.replace(drafted, edit=stated.edit), serving, HTTPStatus.CREATED)


def undo(asked: Asked, serving: Serving) -> Response:
    """Take a decision back; why and by whom stands in the address."""
    reason, who = asked.query.get("reason", ""), asked.query.get("who", "")
    return _written(draft(DecisionKind.UNDO, [asked.id], reason=reason, who=who), serving, HTTPStatus.OK)


def _written(drafted: Decision, serving: Serving, status: HTTPStatus) -> Response:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with serving.deciding() as store:
        written = decide(store, drafted, now)
    return answer(shapes.decision_shape(ListedDecision(decision=written)), status)


def _ended(job: Job) -> Response:
    """Return how far a job is. Raises what stopped it."""
    if job.state is State.FAILED:
        raise StoreLockedError(job.error) if job.is_locked else StoreError(job.error)
    if job.is_over:
        return answer(job_shape(job))
    headers = {"Location": f"{place('jobs', job.id)}.json", "Retry-After": "2"}
    return answer(job_shape(job), HTTPStatus.ACCEPTED, headers)
