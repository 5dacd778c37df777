"""Shapes that only the API has; those of rows are the shapes of exports."""

from collections.abc import Sequence
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

from ondit.model.listing import Rows
from ondit.present.exchange.schema import ArticleShape, AttributionShape, ClaimShape
from ondit.present.exchange.shapes import encode
from ondit.web.asked import MOST_ROWS, Asked
from ondit.web.pages.sources import OutletRow
from ondit.web.work.adding import Fate
from ondit.web.work.jobs import Job, State

T = TypeVar("T")
R = TypeVar("R")

STATUSES = {Fate.ADDED: 201, Fate.UNCHANGED: 200, Fate.FAILED: 422}
"""The status that each item of a batch would have got alone."""


class ListShape(Struct, Generic[T], frozen=True, kw_only=True):
    """A window of a listing; `next` is the address of the window behind it, null at the end."""

    items: tuple[T, ...]
    total: int
    offset: int
    limit: int
    next: str | None


class ReadShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.read/1"):
    """One article with its text and its attributions."""

    article: ArticleShape
    attributions: tuple[AttributionShape, ...]


class FoundShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.found/1"):
    """The first claims and articles that hold all words of a search, and how many there are of each."""

    claims: tuple[ClaimShape, ...]
    claims_total: int
    articles: tuple[ArticleShape, ...]
    articles_total: int


class OutletShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.outlet/1"):
    """An outlet with the number of articles that the store holds of it. `own` marks a row of the user's own;
    `id` is null for an outlet that the table does not know."""

    id: str | None
    name: str
    names: tuple[str, ...]
    kind: str
    country: str
    owner: str | None
    domains: tuple[str, ...]
    own: bool
    articles: int


class ItemShape(Struct, frozen=True, kw_only=True):
    """What became of one item of a batch, with the status that it would have got alone."""

    item: str
    status: int
    fate: Fate
    article: str | None
    reason: str
    code: str


class JobShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.job/1"):
    """Something that is added, and how far it is."""

    id: str
    what: str
    state: State
    added: int
    unchanged: int
    failed: int
    items: tuple[ItemShape, ...]
    error: str


class PendingShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.pending/1"):
    """A claim of many carriers that is being traced; ask again after the seconds of `Retry-After`."""

    claim: str


class AskingShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.pending/1"):
    """A sentence whose claim is being looked for; ask again after the seconds of `Retry-After`."""

    question: str


def json_of(shape: Struct) -> bytes:
    """Return a shape as JSON, lone surrogates as their escapes."""
    return encode(shape).encode()


def list_shape(asked: Asked, found: Rows[R], items: Sequence[T]) -> ListShape[T]:
    """Return a window of a listing as it leaves the house."""
    window, behind = found.window, found.window.offset + found.window.limit
    limit = min(window.limit, MOST_ROWS)
    following = asked.beside(page=None, offset=behind, limit=limit) if behind < found.total else None
    return ListShape(
        items=tuple(items), total=found.total, offset=window.offset, limit=window.limit, next=following
    )


def outlet_shape(row: OutletRow) -> OutletShape:
    """Return a row of the outlets as it leaves the house."""
    outlet = row.outlet
    return OutletShape(
        id=outlet.id if outlet else None,
        name=row.name,
        names=outlet.names if outlet else (row.name,),
        kind=outlet.kind.value if outlet else "",
        country=outlet.country if outlet else "",
        owner=outlet.owner if outlet else None,
        domains=outlet.domains if outlet else (),
        own=row.is_own,
        articles=row.articles,
    )


def job_shape(job: Job) -> JobShape:
    """Return a job as it leaves the house."""
    items = (ItemShape(status=STATUSES[one.fate], **msgspec.structs.asdict(one)) for one in job.outcomes)
    return JobShape(
        id=job.id,
        what=job.what,
        state=job.state,
        added=job.count("added"),
        unchanged=job.count("unchanged"),
        failed=job.count("failed"),
        items=tuple(items),
        error=job.error,
    )
