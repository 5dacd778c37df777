"""What is looked up of stored claims by their ids, or by ids of what they hold."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import cast

import apsw
import msgspec

from ondit.model.listing import CountedClaim
from ondit.store import database, linkings

_STATE = """
    SELECT id, hex(digest), number,
        (SELECT group_concat(m.article || '.' || m.mention) FROM claim_mention m WHERE m.claim = number),
        (SELECT group_concat(DISTINCT r.recipe) FROM claim_mention m JOIN reading r ON r.article = m.article
         WHERE m.claim = number),
        (SELECT group_concat(hex(c.digest)) FROM
            (SELECT DISTINCT m.article FROM claim_mention m WHERE m.claim = number) held
            JOIN article a ON a.number = held.article JOIN copy c ON c.later = a.id)
    FROM claim WHERE id IN (SELECT value FROM json_each(?))
"""


class ClaimShelf:
    """The claims of a store by ids; what is not there is passed over."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection

    def holding(self, names: Iterable[str]) -> list[str]:
        """Return the ids of the claims with mentions that have these ids, and of all in whose articles
        attributions with these ids stand."""
        with database.faults(self._path):
            return linkings.holding(self._connection, names)

    def naming(self, names: Iterable[str]) -> dict[str, str]:
        """Return those of these ids that are of a mention of a claim, or of its attribution, each with the id
        of its article."""
        with database.faults(self._path):
            return linkings.naming(self._connection, names)

    def carriers(self, claim_id: str) -> int:
        """Return how many articles carry a stored claim, 0 when it is not there."""
        with database.faults(self._path):
            question = "SELECT carriers FROM claim WHERE id = ?"
            return cast(int, self._connection.execute(question, (claim_id,)).get or 0)

    def counted(self, ids: Iterable[str]) -> list[CountedClaim]:
        """Return claims with how many articles carry each, those with the most first."""
        question = (
            "SELECT id, text, story, carriers FROM claim WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY carriers DESC, id"
        )
        with database.faults(self._path):
            rows = self._connection.execute(question, (msgspec.json.encode(list(ids)).decode(),))
            return [CountedClaim(id=key, text=text, story=story, carriers=n) for key, text, story, n in rows]

    def states(self, ids: Iterable[str]) -> dict[str, bytes]:
        """Return, for each of these claims that is there, a digest of its mentions, their readings and their
        articles' copies."""
        with database.faults(self._path):
            rows = self._connection.execute(_STATE, (msgspec.json.encode(list(ids)).decode(),)).fetchall()
            return {
                cast(str, key): blake2b(repr((key, *state)).encode(), digest_size=16).digest()
                for key, *state in rows
            }
