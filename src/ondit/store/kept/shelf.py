"""What is looked up of articles by their ids, a few at a time."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import apsw
import msgspec

from ondit.model.article import Article
from ondit.model.claim import MainClaim
from ondit.model.listing import CountedClaim
from ondit.store import database
from ondit.store.records import Unpacker

_article = Unpacker(Article)
_main = Unpacker(MainClaim)

_THESE = "(SELECT value FROM json_each(?))"


class Shelf:
    """The articles of a store by their ids; what is not there is passed over."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection

    def articles(self, ids: Iterable[str]) -> list[Article]:
        """Return these articles in the order of the ids."""
        asked = list(ids)
        rows = self._rows(f"SELECT id, record FROM article WHERE id IN {_THESE}", asked)
        found = {cast(str, key): cast(bytes, record) for key, record in rows}
        return [_article(found[one]) for one in asked if one in found]

    def outlets(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the names of the outlets of these articles, stated or told, empty where nothing tells."""
        rows = self._rows(f"SELECT id, shown FROM article WHERE id IN {_THESE}", ids)
        return {cast(str, key): cast(str, shown) for key, shown in rows}

    def claims_in(self, ids: Iterable[str]) -> dict[str, list[str]]:
        """Return the ids of the stored claims that each of these articles carries."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for article, claim in self._rows(
            "SELECT DISTINCT a.id, c.id FROM article a JOIN claim_mention m ON m.article = a.number"
            f" JOIN claim c ON c.number = m.claim WHERE a.id IN {_THESE}",
            ids,
        ):
            found[cast(str, article)].append(cast(str, claim))
        return found

    def mains(self, ids: Iterable[str]) -> dict[str, MainClaim]:
        """Return the main claims of these articles, by article, as they are stored."""
        rows = self._rows(f"SELECT article, record FROM main_claim WHERE article IN {_THESE}", ids)
        return {cast(str, article): _main(cast(bytes, record)) for article, record in rows}

    def carried(self, article_id: str) -> list[tuple[CountedClaim, int]]:
        """Return the stored claims that an article carries, once for each of its mentions: which one of its
        reading that is, from 0."""
        rows = self._rows(
            "SELECT c.id, c.text, c.story, c.carriers, m.mention"
            " FROM article a JOIN claim_mention m ON m.article = a.number JOIN claim c ON c.number = m.claim"
            f" WHERE a.id IN {_THESE} ORDER BY c.carriers DESC, c.id, m.mention",
            [article_id],
        )
        return [
            (CountedClaim(id=key, text=text, story=story, carriers=carriers), place)
            for key, text, story, carriers, place in cast(list[tuple[Any, ...]], rows)
        ]

    def texts(self, claims: Iterable[str]) -> dict[str, str]:
        """Return the words of stored claims by their ids."""
        rows = self._rows(f"SELECT id, text FROM claim WHERE id IN {_THESE}", claims)
        return {cast(str, key): cast(str, text) for key, text in rows}

    def _rows(self, question: str, ids: Iterable[str]) -> list[tuple[object, ...]]:
        with database.faults(self._path):
            asked = msgspec.json.encode(list(ids)).decode()
            return self._connection.execute(question, (asked,)).fetchall()
