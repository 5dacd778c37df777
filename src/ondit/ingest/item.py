"""One item of an input: one page, one text, one JSON record, not yet parsed."""

from enum import StrEnum

import msgspec

from ondit.model.article import Capture, Skipped

MOST_BYTES = 16 * 1024 * 1024
"""The biggest single item, in bytes after decompression. Pages with pictures inside reach a few megabytes;
the limit also bounds memory when a small compressed file unpacks to a huge one."""

TOO_BIG = f"more than {MOST_BYTES // 1024**2} MB, too big for one article; split it"


class Kind(StrEnum):
    """What an item's bytes are."""

    RECORD = "record"
    PAGE = "page"
    TEXT = "text"
    LIST = "list"


class Item(msgspec.Struct, frozen=True):
    """One item of an input, unparsed. `name` is the person's name for it: the file, with the line for a
    record among many, or the byte for a page of an archive.

    One that a server gave, now or to an archive, has its `capture`; `published` is when the feed that listed
    it says it was published (ISO 8601). `input` is what the person gave that the item was found in, with the
    whole path of a file.
    """

    name: str
    kind: Kind
    content: bytes
    capture: Capture | None = None
    published: str | None = None
    input: str = ""


def skipped(name: str, reason: str, given: str = "") -> Skipped:
    """Return the record of an item that ingest gives up on, found in what a person has given."""
    return Skipped(item=name, stage="ingest", reason=reason, input=given)
