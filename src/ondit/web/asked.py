"""What a request asks for, read with care."""

from collections.abc import Mapping
from typing import TypeVar
from urllib.parse import urlencode

import msgspec
from starlette.datastructures import FormData, QueryParams

from ondit.errors import InputError
from ondit.model.listing import Narrowing, Window

T = TypeVar("T")

PAGE = 25
"""Rows of a page: a screen and a half, and few enough to be counted at once."""
MOST_ROWS = 200  # of one answer to a program
_FARTHEST = 1_000_000  # rows to skip; more than a store of this kind holds of anything
_LONGEST = 1_000  # characters of a search; a sentence has a few hundred
_BOUNDS = ("since", "until", "language", "outlet")


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One request. `places` are the parts of its path that vary; `form` is there for a posted form, `body`
    are the bytes of any other. `is_part` tells that a script of ours asks for a part of a page.
    `may_write` that it bears the token."""

    path: str
    places: Mapping[str, str] = {}
    query: QueryParams = QueryParams()
    form: FormData = FormData()
    body: bytes = b""
    is_part: bool = False
    may_write: bool = False

    @property
    def is_program(self) -> bool:
        """Whether JSON is asked for."""
        return self.path.endswith(".json")

    @property
    def words(self) -> str:
        """What is searched for. Raises `InputError` when it is too long to be words."""
        words = self.query.get("q", "").strip()
        if len(words) > _LONGEST:
            raise InputError(f"q: {len(words)} characters are no search; give at most {_LONGEST}")
        return words

    @property
    def narrowing(self) -> Narrowing:
        """The bounds. Raises `InputError` when one is no date."""
        stated = {name: value for name in _BOUNDS if (value := self.query.get(name, "").strip())}
        return Narrowing(**stated)

    @property
    def window(self) -> Window:
        """Which rows are asked for: `page` from 1 for a person, `offset` and `limit` for a program."""
        limit = self._number("limit", PAGE, 1, MOST_ROWS)
        page = self._number("page", 1, 1, _FARTHEST)
        return Window(offset=self._number("offset", (page - 1) * limit, 0, _FARTHEST), limit=limit)

    def beside(self, **changed: object) -> str:
        """Return the address of the same listing with other values in its query; None takes one away."""
        kept = {name: value for name, value in self.query.items() if name not in changed and value}
        stated = kept | {name: str(value) for name, value in changed.items() if value is not None}
        return f"{self.path}?{urlencode(stated)}" if stated else self.path

    def text(self, name: str) -> str:
        """Return a field of the form, empty when it is not there."""
        value = self.form.get(name, "")
        return value if isinstance(value, str) else ""

    def record(self, kind: type[T]) -> T:
        """Return the body as a record. Raises `InputError` with the place of the fault."""
        try:
            return msgspec.json.decode(self.body, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise InputError(
                f"the body is not what is needed: {error}; /openapi.json describes it"
            ) from error

    def _number(self, name: str, otherwise: int, least: int, most: int) -> int:
        stated = self.query.get(name, "").strip()
        if not stated:
            return otherwise
        if not (stated.isascii() and stated.isdigit() and len(stated) < 10 and least <= int(stated) <= most):
            raise InputError(f"{name}: '{stated[:40]}' is no number from {least} to {most}")
        return int(stated)
