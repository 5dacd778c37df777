"""The table of routes: which path is answered by what."""

from collections.abc import Callable, Mapping

import msgspec
from starlette.responses import Response

from ondit.web.asked import Asked
from ondit.web.pages import static, stories
from ondit.web.serving import Serving

Handler = Callable[[Asked, Serving], Response]


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """One path with the handler of each method. `keeps` tells that what it answers changes with the store
    only, so that a client may keep it and ask whether it has changed."""

    path: str
    verbs: Mapping[str, Handler]
    keeps: bool = True


ROUTES = (
    Served(path="/static/{path:path}", verbs={"GET": static.file}, keeps=False),
    Served(path="/", verbs={"GET": stories.page}),
)
"""All that is served. A path that ends in .json stands before the one without: parts that vary may hold
dots."""
