"""The application: how a request comes to its handler, and what becomes of what is refused."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ondit.errors import OnditError
from ondit.web.answers import Answers, read_request
from ondit.web.guard import Guard
from ondit.web.problems import RequestError, answer, for_program, refusal_of
from ondit.web.routes import ROUTES, Served
from ondit.web.serving import Serving

_READING, _WRITING = 6, 4
"""Requests that are worked on at once. Threads take turns for the interpreter, so more of them end late
together; a few let one wait for the disk or for a trace. Those that write wait for each other, and no reader
for them."""


def make_app(serving: Serving) -> Starlette:
    """Return the application that serves a store."""
    answers = Answers(serving)

    @asynccontextmanager
    async def living(app: Starlette) -> AsyncIterator[None]:
        app.state.turns = {"reading": CapacityLimiter(_READING), "writing": CapacityLimiter(_WRITING)}
        try:
            yield
        finally:
            serving.close()

    return Starlette(
        routes=[Route(one.path, _endpoint(one, answers), methods=[*one.verbs]) for one in ROUTES],
        middleware=[Middleware(Guard, settings=serving.settings)],
        exception_handlers={HTTPException: _http_error, Exception: _fault},
        lifespan=living,
    )


def _endpoint(served: Served, answers: Answers) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        turns = request.app.state.turns["reading" if method == "GET" else "writing"]
        try:
            asked = await read_request(request)
            held = request.headers.get("if-none-match", "")
            return await to_thread.run_sync(answers.get, served, method, asked, held, limiter=turns)
        except OnditError as error:
            return _refused(request, refusal_of(error))
        except RequestError as refusal:
            return _refused(request, refusal)

    return endpoint


async def _http_error(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses: no such page, no such method, a form that is none."""
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    words = {
        HTTPStatus.NOT_FOUND: f"there is no page {request.url.path} here",
        HTTPStatus.METHOD_NOT_ALLOWED: f"{request.url.path} does not take {request.method}",
    }
    detail = words.get(status, error.detail)
    return _refused(request, RequestError(status, detail, dict(error.headers or {})))


async def _fault(request: Request, _: Exception) -> Response:
    """Answer after a fault of our own; the traceback is in the server's log, not in the page."""
    detail = "Ondit has a fault here; the terminal that it runs in tells more"
    return _refused(request, RequestError(HTTPStatus.INTERNAL_SERVER_ERROR, detail))


def _refused(request: Request, refusal: RequestError) -> Response:
    program = for_program(request.url.path, request.method, request.headers.get("accept", ""))
    return answer(refusal, for_program=program)
