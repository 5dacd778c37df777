"""The table of routes: which path is answered by what."""

from collections.abc import Callable, Mapping

import msgspec
from starlette.responses import Response

from ondit.web.api import API, openapi
from ondit.web.asked import Asked
from ondit.web.pages import (
    adding,
    article,
    articles,
    claim,
    claims,
    decide,
    errors,
    search,
    sources,
    static,
    stories,
)
from ondit.web.serving import Serving

Handler = Callable[[Asked, Serving], Response]


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """One path with the handler of each method. `keeps` tells that what it answers changes with the store
    only, so that a client may keep it and ask whether it has changed."""

    path: str
    verbs: Mapping[str, Handler]
    keeps: bool = True


PAGES = (
    Served(path="/static/{path:path}", verbs={"GET": static.file}, keeps=False),
    Served(path="/", verbs={"GET": stories.page}),
    Served(path="/claims/{id}", verbs={"GET": claim.page}),
    Served(path="/claims/{id}/print", verbs={"GET": claim.sheet}),
    Served(path="/decisions", verbs={"GET": decide.log, "POST": decide.post}),
    Served(path="/decisions/new", verbs={"GET": decide.form}),
    Served(path="/stories/{id}", verbs={"GET": stories.one}),
    Served(path="/claims", verbs={"GET": claims.page}),
    Served(path="/articles", verbs={"GET": articles.page}),
    Served(path="/articles/{id:path}", verbs={"GET": article.page}),  # the caller's own id may hold a slash
    Served(path="/trace", verbs={"GET": search.asked_page}),
    Served(path="/search", verbs={"GET": search.page}),
    Served(path="/sources", verbs={"GET": sources.page}),
    Served(path="/errors", verbs={"GET": errors.page}),
    Served(path="/errors/retry", verbs={"POST": errors.retry}, keeps=False),
    Served(path="/add", verbs={"GET": adding.page, "POST": adding.add}, keeps=False),
    Served(path="/jobs/{id}", verbs={"GET": adding.job}, keeps=False),
)
"""The pages for people."""


def _api() -> tuple[Served, ...]:
    verbs: dict[str, dict[str, Handler]] = {}
    for one in API:
        verbs.setdefault(_any_id(one.path), {})[one.method] = one.handler
    kept = {_any_id(one.path) for one in API if one.keeps}
    return tuple(Served(path=path, verbs=methods, keeps=path in kept) for path, methods in verbs.items())


def _any_id(path: str) -> str:
    """Return the path with an id of an article as it may be: callers give their own, with slashes too."""
    return path.replace("/articles/{id}", "/articles/{id:path}")


ROUTES = (
    Served(path="/openapi.json", verbs={"GET": openapi.page}, keeps=False),
    *_api(),
    *PAGES,
)
"""All that is served. A path that ends in .json stands before the one without: parts that vary may hold
dots."""
