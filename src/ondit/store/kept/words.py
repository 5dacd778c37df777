"""Full-text search over articles and claims."""

from pathlib import Path
from typing import cast

import apsw

from ondit.model.article import Article
from ondit.model.claim import Claim
from ondit.store import database
from ondit.store.records import Unpacker
from ondit.text.searched import search_query, search_text

_article = Unpacker(Article)


def file_article(connection: apsw.Connection, number: int, article: Article) -> None:
    """Put the words of title and text into the index."""
    words = search_text(f"{article.title}\n{article.text}")
    connection.execute("INSERT INTO article_words (rowid, words) VALUES (?, ?)", (number, words))


def file_claim(connection: apsw.Connection, number: int, claim: Claim) -> None:
    """Put the words of a claim, in every wording of its mentions, into the index."""
    wordings = dict.fromkeys([claim.text, *(mention.text for mention in claim.mentions)])
    words = search_text("\n".join(wordings))
    connection.execute("INSERT INTO claim_words (rowid, words) VALUES (?, ?)", (number, words))


class Words:
    """The index of a store."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection

    def articles(self, asked: str, most: int | None = None) -> list[str]:
        """Return the ids of the articles that hold all the words asked for, the best match first."""
        return self._found("article", asked, most)

    def claims(self, asked: str, most: int | None = None) -> list[str]:
        """Return the ids of the claims that hold all the words asked for, the best match first."""
        return self._found("claim", asked, most)

    def _found(self, table: str, asked: str, most: int | None) -> list[str]:
        query = search_query(asked)
        if not query:
            return []
        with database.faults(self._path):
            rows = self._connection.execute(
                f"SELECT id FROM {table} JOIN (SELECT rowid, rank FROM {table}_words WHERE words MATCH ?"
                " ORDER BY rank LIMIT ?) w ON number = w.rowid ORDER BY w.rank",
                (query, -1 if most is None else most),
            )
            return [str(key) for (key,) in rows]


def refill(connection: apsw.Connection) -> None:
    """Build the index of articles anew, so that no word of what was erased remains in it, and empty that of
    claims: they come into it when they are linked anew."""
    for table in ("article_words", "claim_words"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    for number, record in connection.execute("SELECT number, record FROM article").fetchall():
        file_article(connection, cast(int, number), _article(cast(bytes, record)))
