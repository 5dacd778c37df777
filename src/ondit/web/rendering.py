"""Templates become pages, and the few files that go with them."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from urllib.parse import quote

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from ondit.present.visible import safe_link, visible

_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain"}
_TAG_DIGITS = 12  # of a digest that tells one state of a file from another; no secret hangs on it


class StaticFile(msgspec.Struct, frozen=True):
    """A file of ours that pages refer to. `tag` changes with its content."""

    content: bytes
    media_type: str
    tag: str


@cache
def static_files() -> Mapping[str, StaticFile]:
    """Return the files in `static/` that a page may refer to, by path below it."""
    return dict(_found(files("ondit.web").joinpath("static"), ""))


def _found(folder: Traversable, above: str) -> list[tuple[str, StaticFile]]:
    found: list[tuple[str, StaticFile]] = []
    for one in folder.iterdir():
        path, ending = above + one.name, one.name[one.name.rfind(".") :]
        if one.is_dir():
            found += _found(one, f"{path}/")
        elif ending in _MEDIA_TYPES:
            content = one.read_bytes()
            tag = sha256(content).hexdigest()[:_TAG_DIGITS]
            found.append((path, StaticFile(content, _MEDIA_TYPES[ending], tag)))
    return found


def static(path: str) -> str:
    """Return the address of a file of ours; it changes with the content, so that a browser may keep it."""
    return f"/static/{path}?v={static_files()[path].tag}"


def place(*parts: str) -> str:
    """Return the path to a page of ours: `place("articles", "a/b")` is "/articles/a%2Fb"."""
    return "".join("/" + quote(part, safe="", errors="replace") for part in parts)


def render(template: str, **shown: object) -> str:
    """Return a page. Everything shown is escaped and made visible, whatever a template forgets."""
    return environment().get_template(template).render(shown)


@cache
def environment() -> Environment:
    """Return the templates' engine."""
    made = Environment(
        loader=PackageLoader("ondit.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(static=static, place=place, safe_link=safe_link)
    return made
