"""The API's description of itself: OpenAPI 3.1, made from the table of operations and their shapes."""

from functools import cache
from http import HTTPStatus
from importlib.metadata import version
from typing import Any

import msgspec
from starlette.responses import Response

from ondit.web.api.table import API, Operation
from ondit.web.asked import MOST_ROWS, PAGE, Asked
from ondit.web.problems import MEDIA_TYPE, Problem
from ondit.web.serving import Serving

_FAR = 1_000_000
_TEXT: dict[str, Any] = {"type": "string", "maxLength": 1000}
_QUERY: dict[str, tuple[str, dict[str, Any]]] = {
    "q": ("Words, all of which must be there, in any order.", _TEXT),
    "since": ("Only articles published on or after this date (ISO 8601).", _TEXT),
    "until": ("Only articles published before or on this date (ISO 8601).", _TEXT),
    "language": ("Only articles in this language (BCP 47).", _TEXT),
    "outlet": ("Only articles of this outlet.", _TEXT),
    "page": ("The page, from 1.", {"type": "integer", "minimum": 1, "maximum": _FAR}),
    "offset": (
        "Rows to skip, whatever `page` says.",
        {"type": "integer", "minimum": 0, "maximum": _FAR},
    ),
    "limit": ("Rows.", {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": PAGE}),
    "reason": ("Why.", {"type": "string", "minLength": 1}),
    "who": ("Who decides.", {"type": "string", "minLength": 1}),
}
_PROBLEM = {
    "description": "It is not answered as asked, and `detail` says why (RFC 9457).",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def page(_: Asked, __: Serving) -> Response:
    """Answer with the description."""
    return Response(document(), media_type="application/json")


@cache
def document() -> bytes:
    """Return the description as JSON."""
    return msgspec.json.encode(description())


def description() -> dict[str, Any]:
    """Return the description."""
    shapes = [shape for one in API for shape in (one.takes, *one.gives.values()) if shape is not None]
    references, components = msgspec.json.schema_components(
        [*shapes, Problem], ref_template="#/components/schemas/{name}"
    )
    by_shape = dict(zip(shapes, references[:-1], strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for one in API:
        paths.setdefault(one.path, {})[one.method.lower()] = _described(one, by_shape)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Ondit",
            "version": version("ondit"),
            "description": "Who says so? docs/serve.md has examples; docs/interfaces.md describes every key.",
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _described(one: Operation, by_shape: dict[Any, Any]) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = []
    if "{id}" in one.path:
        schema = {"type": "string", "minLength": 1}
        parameters.append({"name": "id", "in": "path", "required": True, "schema": schema})
    for name in one.asks:
        words, schema = _QUERY[name]
        needed = name in one.needs
        parameters.append(
            {"name": name, "in": "query", "description": words, "required": needed, "schema": schema}
        )
    answers: dict[str, Any] = {
        str(status): {
            "description": HTTPStatus(status).phrase,
            "content": {"application/json": {"schema": by_shape[shape]}},
        }
        for status, shape in one.gives.items()
    }
    if one.keeps:
        answers["304"] = {"description": "It has not changed since the ETag of `If-None-Match`."}
    described: dict[str, Any] = {
        "summary": one.summary,
        "operationId": one.handler.__name__ if one.method != "GET" else f"get_{one.handler.__name__}",
        "parameters": parameters,
        "responses": {**answers, "default": _PROBLEM},
    }
    if one.takes is not None:
        described["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": by_shape[one.takes]}},
        }
    if one.method != "GET":
        described["security"] = [{"token": []}]
    return described
