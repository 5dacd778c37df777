"""The answers of servers that articles were read from."""

from pathlib import Path
from typing import cast

import apsw
from backports import zstd
from msgspec.structs import replace

from ondit.model.article import Capture
from ondit.store import database
from ondit.store.records import Unpacker, pack

_capture = Unpacker(Capture)


def put(connection: apsw.Connection, number: int, capture: Capture) -> None:
    """Keep a capture of the article with this number; the same bytes a second time change nothing."""
    connection.execute(
        "INSERT OR IGNORE INTO capture (article, sha256, record, content) VALUES (?, ?, ?, ?)",
        (number, capture.sha256, pack(replace(capture, content=b"")), zstd.compress(capture.content)),
    )


class Captures:
    """The captures of a store."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection

    def of(self, article_id: str) -> list[Capture]:
        """Return the captures of an article, in the order of keeping."""
        with database.faults(self._path):
            rows = self._connection.execute(
                "SELECT c.record, c.content FROM capture c JOIN article a ON a.number = c.article"
                " WHERE a.id = ? ORDER BY c.number",
                (article_id,),
            )
            return [
                replace(_capture(cast(bytes, record)), content=zstd.decompress(cast(bytes, content)))
                for record, content in rows
            ]
