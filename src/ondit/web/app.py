"""The application: one table of routes, and how a request comes to its handler and back."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from hashlib import blake2b
from http import HTTPStatus

import anyio.to_thread
import msgspec
from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ondit.errors import OnditError
from ondit.web.asked import Asked
from ondit.web.guard import Guard
from ondit.web.problems import RequestError, answer, for_program, refusal_of
from ondit.web.routes import ROUTES, Served
from ondit.web.serving import Serving

_THREADS = 6
"""Requests that are worked on at once. More take turns for the interpreter and all end late: with 32 readers
the slowest hundredth took twice as long with 40 threads."""
_MOST_FIELDS = 50  # of a form; ours have a dozen


def make_app(serving: Serving) -> Starlette:
    """Return the application that serves a store."""

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
        try:
            yield
        finally:
            serving.close()

    return Starlette(
        routes=[Route(one.path, _endpoint(one, serving), methods=[*one.verbs]) for one in ROUTES],
        middleware=[Middleware(Guard, settings=serving.settings)],
        exception_handlers={HTTPException: _http_error, Exception: _fault},
        lifespan=living,
    )


def _endpoint(served: Served, serving: Serving) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        program = for_program(request.url.path, method, request.headers.get("accept", ""))
        try:
            asked = await _asked(request)
            return await anyio.to_thread.run_sync(_answered, served, method, asked, serving, request.headers)
        except OnditError as error:
            return answer(refusal_of(error), for_program=program)
        except RequestError as refusal:
            return answer(refusal, for_program=program)

    return endpoint


async def _asked(request: Request) -> Asked:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    form = FormData()
    if kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        most = len(await request.body())
        form = await request.form(max_files=_MOST_FIELDS, max_fields=_MOST_FIELDS, max_part_size=most)
    return Asked(
        path=request.url.path,
        places=request.path_params,
        query=request.query_params,
        form=form,
        body=await request.body(),
        is_part="hx-request" in request.headers,
        may_write=request.scope["ondit.may_write"],
    )


def _answered(
    served: Served, method: str, asked: Asked, serving: Serving, headers: Mapping[str, str]
) -> Response:
    """Return what a handler answers; where the client holds it already, only that."""
    handler = served.verbs[method]
    if method != "GET" or not served.keeps:
        made = handler(asked, serving)
        made.headers.setdefault("Cache-Control", "no-store")
        return made
    tag = _tag(asked, serving.version())
    held = headers.get("if-none-match", "")
    kept = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization, HX-Request"}
    if held == "*" or tag in {one.strip().removeprefix("W/") for one in held.split(",")}:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=kept)
    made = handler(asked, serving)
    if "Cache-Control" not in made.headers:
        made.headers.update(kept)
    return made


def _tag(asked: Asked, version: str) -> str:
    """Return the ETag of a page: of all that it is made from."""
    made_from = (version, asked.path, sorted(asked.query.multi_items()), asked.may_write, asked.is_part)
    return f'"{blake2b(msgspec.json.encode(made_from), digest_size=12).hexdigest()}"'


async def _http_error(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses: no such page, no such method, a form that is none."""
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    words = {
        HTTPStatus.NOT_FOUND: f"there is no page {request.url.path} here",
        HTTPStatus.METHOD_NOT_ALLOWED: f"{request.url.path} does not take {request.method}",
    }
    refusal = RequestError(status, words.get(status, error.detail), dict(error.headers or {}))
    return _refused(request, refusal)


async def _fault(request: Request, _: Exception) -> Response:
    """Answer after a fault of our own; the traceback is in the server's log, not in the page."""
    return _refused(
        request,
        RequestError(
            HTTPStatus.INTERNAL_SERVER_ERROR, "Ondit has a fault here; the terminal it runs in tells more"
        ),
    )


def _refused(request: Request, refusal: RequestError) -> Response:
    program = for_program(request.url.path, request.method, request.headers.get("accept", ""))
    return answer(refusal, for_program=program)
