"""Inputs become items: files, folders, web addresses and standard input are gone through."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from ondit.ingest.item import Item, Kind, skipped
from ondit.ingest.opening.streams import ENDINGS, Unpack, fault, items_of_stream, unpack_here
from ondit.model.article import Skipped

STDIN = "-"
_URL_SCHEMES = ("http://", "https://")

Fetch = Callable[[str], Iterator[Item | Skipped]]
"""Gives the items of a web address."""


def find_items(
    inputs: Sequence[str],
    stdin: BinaryIO | None = None,
    fetch: Fetch | None = None,
    unpack: Unpack = unpack_here,
) -> Iterator[Item | Skipped]:
    """Yield the items of files, folders (in depth, in sorted order), web addresses and stdin ("-"), lazily.

    Files that are packed, and archives, are taken apart by `unpack`. An input that cannot be read yields one
    `Skipped` that says why, and the rest goes on.
    """
    for name in inputs:
        if name == STDIN:
            found = _items_of_stdin(stdin, unpack)
        elif is_address(name):
            found = _items_of_address(name, fetch)
        else:
            found = _items_of_path(Path(name), unpack)
        for one in found:
            yield replace(one, input=named(name))


def is_address(given: str) -> bool:
    """Tell whether an input is a web address."""
    return given.lower().startswith(_URL_SCHEMES)


def named(given: str) -> str:
    """Return the name of an input that holds from every folder: a file's with its whole path."""
    if given == STDIN or is_address(given):
        return given
    return str(Path(given).absolute())


def _items_of_address(url: str, fetch: Fetch | None) -> Iterator[Item | Skipped]:
    if fetch is None:
        yield skipped(url, "web addresses are not fetched here")
    else:
        yield from fetch(url)


def _items_of_stdin(stdin: BinaryIO | None, unpack: Unpack) -> Iterator[Item | Skipped]:
    if stdin is None:
        yield skipped("standard input", "there is no standard input here; give a file name instead of '-'")
    else:
        yield from items_of_stream("standard input", stdin, "", unpack)


def _items_of_path(path: Path, unpack: Unpack) -> Iterator[Item | Skipped]:
    try:
        if path.is_dir():
            yield from _items_of_folder(path, unpack)
        else:
            bare = path.name.lower().removesuffix(".gz").removesuffix(".zst")
            whole = path if path.is_file() else None  # a named pipe cannot be opened twice
            with path.open("rb") as stream:
                yield from items_of_stream(str(path), stream, Path(bare).suffix, unpack, path=whole)
    except FileNotFoundError:
        yield skipped(str(path), "there is no such file or folder; check the name")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield skipped(str(path), f"cannot be opened ({fault(error)}); check the name and its permissions")


def _items_of_folder(folder: Path, unpack: Unpack) -> Iterator[Item | Skipped]:
    paths = sorted(folder.rglob("*"))
    pages = {path.with_suffix("") for path in paths if ENDINGS.get(path.suffix.lower()) is Kind.PAGE}
    files = [path for path in paths if path.is_file() and not _is_passed_over(path, folder, pages)]
    if not files:
        yield skipped(str(folder), "the folder holds no file; give a folder with articles")
    for path in files:
        yield from _items_of_path(path, unpack)


def _is_passed_over(path: Path, folder: Path, pages: set[Path]) -> bool:
    """Tell whether a file is hidden, or belongs to a saved page: browsers put the pictures and scripts of
    "port.html" into a folder "port_files", whose ending differs from language to language."""
    if any(part.startswith(".") for part in path.relative_to(folder).parts):
        return True
    between = [parent for parent in path.parents if folder in parent.parents]
    return any(
        parent.with_name(parent.name.rpartition(mark)[0] or parent.name) in pages
        for parent in between
        for mark in "_-"
    )
