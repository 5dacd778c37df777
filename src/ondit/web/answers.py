"""From a request to its answer: read, looked up among those kept, or made by its handler."""

from collections import OrderedDict
from hashlib import blake2b
from http import HTTPStatus
from threading import Lock

import msgspec
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from ondit.web.asked import Asked
from ondit.web.routes import Served
from ondit.web.serving import Serving

_MOST_FIELDS = 50  # of a form; ours have a dozen
_MOST_KEPT = 32 * 1024 * 1024  # bytes of bodies; a page has 10 to 150 kB
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


async def read_request(request: Request) -> Asked:
    """Return what a request asks for. The guard has its whole body already."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await request.body()
    form = FormData()
    if kind in _FORMS:
        form = await request.form(
            max_files=_MOST_FIELDS, max_fields=_MOST_FIELDS, max_part_size=max(len(body), 1)
        )
    return Asked(
        path=request.url.path,
        places=request.path_params,
        query=request.query_params,
        form=form,
        body=body,
        is_part="hx-request" in request.headers,
        may_write=request.scope["ondit.may_write"],
    )


class Answers:
    """The answers of a server. Those that change with the store only are kept until it changes, so that
    many who read the same wait for it once."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        self._kept: OrderedDict[str, tuple[bytes, str, str]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, served: Served, method: str, asked: Asked, held: str) -> Response:
        """Return the answer to a request; `held` is the `If-None-Match` of a client that has an older one."""
        handler = served.verbs[method]
        if method != "GET" or not served.keeps:
            made = handler(asked, self._serving)
            made.headers.setdefault("Cache-Control", "no-store")
            return made
        tag = _tag(asked, self._serving.version())
        headers = {
            "ETag": tag,
            "Cache-Control": "private, no-cache",
            "Vary": "Cookie, Authorization, HX-Request",
        }
        if tag in {one.strip().removeprefix("W/") for one in held.split(",")}:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        if kept := self._found(tag):
            body, media_type, link = kept
            return Response(body, headers=headers | ({"Link": link} if link else {}), media_type=media_type)
        made = handler(asked, self._serving)
        if "Cache-Control" not in made.headers:
            self._keep(tag, made)
            made.headers.update(headers)
        return made

    def _found(self, tag: str) -> tuple[bytes, str, str] | None:
        with self._lock:
            kept = self._kept.get(tag)
            if kept:
                self._kept.move_to_end(tag)
            return kept

    def _keep(self, tag: str, made: Response) -> None:
        if made.status_code != HTTPStatus.OK:
            return
        with self._lock:
            if tag not in self._kept:
                self._kept[tag] = bytes(made.body), made.headers["Content-Type"], made.headers.get("Link", "")
                self._size += len(made.body)
            while self._size > _MOST_KEPT:
                _, (body, _, _) = self._kept.popitem(last=False)
                self._size -= len(body)


def _tag(asked: Asked, version: str) -> str:
    """Return the ETag of a page: a digest of all that it is made from."""
    made_from = (version, asked.path, sorted(asked.query.multi_items()), asked.may_write, asked.is_part)
    return f'"{blake2b(msgspec.json.encode(made_from), digest_size=12).hexdigest()}"'
