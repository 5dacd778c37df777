"""How languages that have no lexicon name whom they have it from."""

from functools import lru_cache
from importlib.resources import files

import msgspec

from ondit.errors import LexiconError


@lru_cache(maxsize=1)
def credit_phrases() -> dict[str, tuple[str, ...]]:
    """Return the phrases of `languages/credits.toml` by primary language subtag, "…" where the name stands.

    Raises `LexiconError` with the fault when the file does not follow the schema.
    """
    raw = files("ondit.languages").joinpath("credits.toml").read_bytes()
    try:
        return msgspec.toml.decode(raw, type=dict[str, tuple[str, ...]])
    except msgspec.DecodeError as error:
        raise LexiconError(f"languages/credits.toml: {error}.") from error
