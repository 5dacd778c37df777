"""A failure: an item that could not be processed, as a store remembers it."""

import msgspec


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """One item that failed in one stage. `input` is what the person gave that the item was found in: a file,
    folder or address. `reason` holds no text of the article. `first` and `last` are ISO 8601, in UTC."""

    item: str
    stage: str
    input: str
    code: str
    reason: str
    retryable: bool
    attempts: int
    first: str
    last: str
