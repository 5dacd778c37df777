"""The box that adds: addresses, files, pasted text; and how far it is."""

from collections.abc import Sequence
from http import HTTPStatus
from pathlib import PurePosixPath

import msgspec
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from ondit.errors import InputError
from ondit.ingest import Item, is_address, items_of_stream
from ondit.ingest.item import Kind
from ondit.model.article import Skipped
from ondit.pipeline import unpacking_apart
from ondit.web.asked import Asked
from ondit.web.listing import shown
from ondit.web.rendering import place
from ondit.web.serving import Serving
from ondit.web.work.jobs import Task

_MOST_ADDRESSES = 500  # of one form; they are fetched one a second from one host
_MOST_UNPACKED = 64 * 1024 * 1024  # bytes that wait in line for one upload, itself of 32 MB at most
_FIELDS = ("title", "outlet", "url", "published", "language")


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with the box, and what was put into it lately."""
    return shown(asked, "add.html", here="/add", jobs=serving.jobs.latest(), fault="")


def add(asked: Asked, serving: Serving) -> Response:
    """Put what the form holds in line, and lead to how far that is."""
    job = serving.jobs.add(_task(asked))
    return RedirectResponse(place("jobs", job.id), HTTPStatus.SEE_OTHER)


def job(asked: Asked, serving: Serving) -> Response:
    """Answer with how far a job is, item by item."""
    return shown(asked, "job.html", here="/add", job=serving.jobs.get(asked.id))


def _task(asked: Asked) -> Task:
    """Return what a form asks to add. Raises `InputError` when that is nothing, or no address."""
    addresses = addresses_of(asked.text("address").splitlines())
    items: dict[str, Item] = {}
    for number, upload in enumerate(asked.form.getlist("file"), 1):
        if isinstance(upload, UploadFile) and upload.filename:
            for item in _items(upload):
                items[item.name if item.name not in items else f"{item.name} ({number})"] = item
    if text := asked.text("text").strip():
        stated = {name: value for name in _FIELDS if (value := asked.text(name).strip())}
        record = msgspec.json.encode({**stated, "text": text})
        items["pasted text"] = Item("pasted text", Kind.RECORD, record)
    if not addresses and not items:
        raise InputError("give an address, a file or a text to add")
    named = tuple(msgspec.structs.replace(item, name=name) for name, item in items.items())
    return Task(items=named, inputs=addresses)


def addresses_of(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the web addresses of a list. Raises `InputError` for one that is none: a page may name no file
    of this machine."""
    addresses = tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))
    for one in addresses:
        if not is_address(one):
            raise InputError(f"'{one[:80]}' is no web address; it begins with http:// or https://")
    if len(addresses) > _MOST_ADDRESSES:
        raise InputError(f"{len(addresses)} addresses are too many; give at most {_MOST_ADDRESSES} at a time")
    return addresses


def _items(upload: UploadFile) -> list[Item]:
    """Return the items of an uploaded file. Its name is shown and tells its kind; it leads nowhere."""
    name = PurePosixPath((upload.filename or "").replace("\\", "/")).name or "file"
    bare = name.lower().removesuffix(".gz").removesuffix(".zst")
    with unpacking_apart() as unpack:
        found: list[Item] = []
        left = _MOST_UNPACKED
        for one in items_of_stream(name, upload.file, PurePosixPath(bare).suffix, unpack):
            if isinstance(one, Skipped):
                raise InputError(f"{one.item}: {one.reason}")
            found.append(one)
            left -= len(one.content)
            if left < 0:
                raise InputError(f"{name}: unpacks to too much for this page; give it to 'ondit add'")
        return found
