"""Errors as answers: RFC 9457 for programs, a plain page for people."""

from collections.abc import Mapping
from http import HTTPStatus

import msgspec
from starlette.responses import Response

from ondit.errors import (
    DecisionError,
    FetchError,
    InputError,
    NotFoundError,
    OnditError,
    RefusedError,
    StoreLockedError,
)
from ondit.present.visible import visible
from ondit.web.rendering import render

MEDIA_TYPE = "application/problem+json"

STATUSES: tuple[tuple[type[OnditError], HTTPStatus], ...] = (
    (InputError, HTTPStatus.BAD_REQUEST),
    (NotFoundError, HTTPStatus.NOT_FOUND),
    (DecisionError, HTTPStatus.CONFLICT),
    (StoreLockedError, HTTPStatus.SERVICE_UNAVAILABLE),
    (RefusedError, HTTPStatus.FORBIDDEN),
    (FetchError, HTTPStatus.BAD_GATEWAY),
    (OnditError, HTTPStatus.INTERNAL_SERVER_ERROR),
)
"""The status of each error of ours, the narrowest first."""

LOCKED_FOR = 5
"""Seconds after which to ask again while another writes: a batch of articles takes about as long."""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong with a request. `detail` is a sentence for a person. Source: RFC 9457, 3.1."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


class RequestError(Exception):
    """A request is not answered as asked, with this status; `headers` go with the answer."""

    def __init__(self, status: HTTPStatus, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = dict(headers or {})


def refusal_of(error: OnditError) -> RequestError:
    """Return what an error of ours becomes."""
    status = next(status for kind, status in STATUSES if isinstance(error, kind))
    headers = {"Retry-After": str(LOCKED_FOR)} if isinstance(error, StoreLockedError) else None
    return RequestError(status, str(error), headers)


def answer(refusal: RequestError, *, for_program: bool) -> Response:
    """Return the answer to a request that is refused or failed."""
    status = refusal.status
    problem = Problem(title=status.phrase, status=status, detail=visible(refusal.detail))
    headers = {"Cache-Control": "no-store", **refusal.headers}
    if for_program:
        content = msgspec.json.encode(problem)
        return Response(content, status_code=status, headers=headers, media_type=MEDIA_TYPE)
    page = render("problem.html", problem=problem, may_write=False)
    return Response(page, status_code=status, headers=headers, media_type="text/html")


def for_program(path: str, method: str, accept: str) -> bool:
    """Tell whether a program asks: by the ending .json, by a method that no form has, or by what it takes."""
    asks_json = "json" in accept and "text/html" not in accept
    return path.endswith(".json") or method not in ("GET", "HEAD", "POST") or asks_json
