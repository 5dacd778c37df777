"""Templates become pages, and the few files that go with them."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
from jinja2 import Environment, PackageLoader

from ondit.present.page.rendering import environment as engine
from ondit.present.page.rendering import stylesheets
from ondit.present.page.spots import in_path
from ondit.present.visible import safe_link

_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain"}
_TAG_DIGITS = 12  # of a digest that tells one state of a file from another; no secret hangs on it


class StaticFile(msgspec.Struct, frozen=True):
    """A file of ours that pages refer to. `tag` changes with its content."""

    content: bytes
    media_type: str
    tag: str


@cache
def static_files() -> Mapping[str, StaticFile]:
    """Return the files in `static/` that a page may refer to, by path below it.

    `style.css` is put together: what pages share with a report that is a file of its own, then the frame's.
    """
    found = dict(_found(files("ondit.web").joinpath("static"), ""))
    shared, printed = stylesheets()
    own = (found.pop(name).content.decode() for name in ("style.css", "article.css"))
    return found | {"style.css": _file("\n".join((shared, *own, printed)).encode(), ".css")}


def _found(folder: Traversable, above: str) -> list[tuple[str, StaticFile]]:
    found: list[tuple[str, StaticFile]] = []
    for one in folder.iterdir():
        path, ending = above + one.name, one.name[one.name.rfind(".") :]
        if one.is_dir():
            found += _found(one, f"{path}/")
        elif ending in _MEDIA_TYPES:
            found.append((path, _file(one.read_bytes(), ending)))
    return found


def _file(content: bytes, ending: str) -> StaticFile:
    return StaticFile(content, _MEDIA_TYPES[ending], sha256(content).hexdigest()[:_TAG_DIGITS])


def static(path: str) -> str:
    """Return the address of a file of ours; it changes with the content, so that a browser may keep it."""
    return f"/static/{path}?v={static_files()[path].tag}"


def place(*parts: str) -> str:
    """Return the path to a page of ours: `place("articles", "a/b")` is "/articles/a%2Fb"."""
    return "".join("/" + in_path(part) for part in parts)


def render(template: str, **shown: object) -> str:
    """Return a page. Everything shown is escaped and made visible, whatever a template forgets."""
    return environment().get_template(template).render(shown)


@cache
def environment() -> Environment:
    """Return the templates' engine."""
    made = engine(PackageLoader("ondit.web"))
    made.globals.update(static=static, place=place, safe_link=safe_link)
    return made
