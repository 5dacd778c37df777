"""The files that go with the pages."""

from http import HTTPStatus

from starlette.responses import Response

from ondit.errors import NotFoundError
from ondit.web.asked import Asked
from ondit.web.rendering import static_files
from ondit.web.serving import Serving

_A_YEAR = "public, max-age=31536000, immutable"


def file(asked: Asked, _: Serving) -> Response:
    """Answer with a file of ours: one of a table in memory, so no path leads anywhere else."""
    found = static_files().get(asked.places["path"])
    if found is None:
        raise NotFoundError(f"there is no file {asked.path} here")
    keeps = _A_YEAR if asked.query.get("v") == found.tag else "no-cache"
    return Response(
        found.content,
        status_code=HTTPStatus.OK,
        media_type=found.media_type,
        headers={"Cache-Control": keeps, "ETag": f'"{found.tag}"'},
    )
