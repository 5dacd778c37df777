"""The words with which pages of many languages sign and date an article."""

from functools import lru_cache
from importlib.resources import files

import msgspec

from ondit.errors import LexiconError
from ondit.languages.table import Table


class PageWords(Table, frozen=True):
    """Words in lower case: a `lead` stands before names at the beginning of a line, a `label` with a colon
    anywhere in it, `joining` between names, a `role` in what stands beside a name, `changed` before a date
    that is not the day of publication."""

    lead: tuple[str, ...]
    label: tuple[str, ...]
    joining: tuple[str, ...]
    role: tuple[str, ...]
    changed: tuple[str, ...]


@lru_cache(maxsize=1)
def page_words() -> PageWords:
    """Return the words of `languages/page_words.toml`.

    Raises `LexiconError` with the fault when the file does not follow the schema.
    """
    raw = files("ondit.languages").joinpath("page_words.toml").read_bytes()
    try:
        return msgspec.toml.decode(raw, type=PageWords)
    except msgspec.DecodeError as error:
        raise LexiconError(f"languages/page_words.toml: {error}.") from error
