"""Articles and readings in the tables `article`, `reading` and `mention`."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import Enum, auto
from itertools import islice

import apsw
import msgspec

from ondit.errors import StoreError
from ondit.model.article import Article, Skipped
from ondit.model.claim import Mention
from ondit.model.narrowing import Narrowing
from ondit.model.reading import Reading, Resolved
from ondit.store.records import Unpacker, digest, pack

_article = Unpacker(Article)
_resolved = Unpacker(Resolved)
_mentions = Unpacker(tuple[Mention, ...])

_BATCH = 500  # ids in one question to SQLite

_OTHER_CONTENT = (
    "another text or other details stand under this id in the store; give the article an id of its own"
)
_INSERT_ARTICLE = """
    INSERT INTO article (id, digest, starts, ends, language, outlet, record) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_WITHIN = """
    (:since IS NULL OR ends > :since) AND (:until IS NULL OR starts < :until)
    AND (:language = '' OR language = :language
         OR substr(language, 1, length(:language) + 1) = :language || '-')
    AND (:outlet = '' OR outlet = :outlet)
"""  # a NULL in `starts` or `ends` fails the comparison: undated articles lie within no bound of time


class State(Enum):
    """How a stored article relates to one with its id that somebody brings."""

    NEW = auto()
    KNOWN = auto()
    OUTDATED = auto()
    OTHER = auto()


def state_of(connection: apsw.Connection, article: Article, recipe: str) -> State:
    """Tell whether an article is not there (new), there and read by this recipe (known), there but read by
    another (outdated), or there with other content (other)."""
    row = connection.execute(
        "SELECT digest, recipe FROM article JOIN reading ON article = number WHERE id = ?", (article.id,)
    ).fetchone()
    if row is None:
        return State.NEW
    if row[0] != _content_digest(article):
        return State.OTHER
    return State.KNOWN if row[1] == recipe else State.OUTDATED


def unread(
    connection: apsw.Connection, articles: Iterable[Article], recipe: str
) -> Iterator[Article | Skipped]:
    """Yield the articles that this recipe has still to read, and a `Skipped` for each that is refused."""
    seen: dict[str, bytes] = {}
    for article in articles:
        state = state_of(connection, article, recipe)
        content = _content_digest(article)
        if state is State.OTHER or seen.get(article.id, content) != content:
            yield Skipped(item=article.id, stage="store", reason=_OTHER_CONTENT)
        elif state is not State.KNOWN and article.id not in seen:
            seen[article.id] = content
            yield article


def put(connection: apsw.Connection, reading: Reading, recipe: str) -> State:
    """Store a reading unless it is known, and return the state it was found in.

    Raises `StoreError` when its article's id stands for other content.
    """
    state = state_of(connection, reading.article, recipe)
    if state is State.OTHER:
        raise StoreError(f"article {reading.id}: {_OTHER_CONTENT}")
    if state is State.NEW:
        _insert_article(connection, reading.article)
    if state is State.OUTDATED:
        _forget(connection, reading.id)
    if state is not State.KNOWN:
        _insert_reading(connection, reading, recipe)
    return state


def articles(connection: apsw.Connection, narrowing: Narrowing) -> Iterator[Article]:
    """Yield the articles within the bounds in the order of adding."""
    question = f"SELECT record FROM article WHERE {_WITHIN} ORDER BY number"
    for (record,) in connection.execute(question, _bindings(narrowing)):
        yield _article(record)


def numbers(connection: apsw.Connection, narrowing: Narrowing) -> dict[int, str]:
    """Return the numbers of the articles within the bounds, each with its id."""
    return dict(connection.execute(f"SELECT number, id FROM article WHERE {_WITHIN}", _bindings(narrowing)))


def load(connection: apsw.Connection, ids: Iterable[str] | None) -> Iterator[Reading]:
    """Yield the readings of these articles, or all, in the order of adding."""
    if ids is None:
        found = [number for (number,) in connection.execute("SELECT number FROM article")]
    else:
        found = []
        waiting = iter(set(ids))
        while batch := list(islice(waiting, _BATCH)):
            question = f"SELECT number FROM article WHERE id IN ({','.join('?' * len(batch))})"
            found += [number for (number,) in connection.execute(question, batch)]
    for number in sorted(found):
        row = connection.execute(
            "SELECT record, resolved, mentions FROM article JOIN reading ON article = number"
            " WHERE number = ?",
            (number,),
        ).fetchone()
        if row is not None:
            yield Reading(article=_article(row[0]), resolved=_resolved(row[1]), mentions=_mentions(row[2]))


def mentions_of(connection: apsw.Connection, number: int) -> tuple[Mention, ...]:
    """Return the mentions of the reading of the article with this number."""
    return _mentions(connection.execute("SELECT mentions FROM reading WHERE article = ?", (number,)).get)


def number_of(connection: apsw.Connection, article_id: str) -> int | None:
    """Return the number of an article, or None when it is not there."""
    row = connection.execute("SELECT number FROM article WHERE id = ?", (article_id,)).fetchone()
    return row[0] if row else None


def _insert_article(connection: apsw.Connection, article: Article) -> None:
    published = article.published_interval
    moments = (published.start, published.end) if published else (None, None)
    connection.execute(
        _INSERT_ARTICLE,
        (
            article.id,
            _content_digest(article),
            *map(_stamp, moments),
            (article.language or "").lower(),
            (article.outlet or "").casefold(),
            pack(article),
        ),
    )


def _insert_reading(connection: apsw.Connection, reading: Reading, recipe: str) -> None:
    number = number_of(connection, reading.id)
    connection.execute(
        "INSERT INTO reading (article, recipe, resolved, mentions) VALUES (?, ?, ?, ?)",
        (number, recipe, pack(reading.resolved), pack(reading.mentions)),
    )


def _forget(connection: apsw.Connection, article_id: str) -> None:
    """Take away an outdated reading; the claims that refer to its mentions go too, and the linking that comes
    with the new reading brings them back."""
    number = number_of(connection, article_id)
    connection.execute(
        "DELETE FROM claim WHERE number IN (SELECT claim FROM claim_mention WHERE article = ?)", (number,)
    )
    connection.execute("DELETE FROM reading WHERE article = ?", (number,))


def _bindings(narrowing: Narrowing) -> dict[str, str | None]:
    since, until = narrowing.bounds()
    return {
        "since": _stamp(since),
        "until": _stamp(until),
        "language": (narrowing.language or "").lower(),
        "outlet": (narrowing.outlet or "").casefold(),
    }


def _stamp(moment: datetime | None) -> str | None:
    """Return a moment, which is in UTC, as text that sorts by time."""
    return moment.isoformat(timespec="microseconds") if moment else None


def _content_digest(article: Article) -> bytes:
    """Return the digest of all that the article says; when it was captured is no part of that."""
    return digest(msgspec.structs.replace(article, captured=None))
