"""Articles and readings in the tables `article`, `reading` and `mention`."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from enum import Enum, auto
from itertools import islice
from typing import cast

import apsw
import msgspec

from ondit.errors import StoreError
from ondit.model.article import Article, Skipped
from ondit.model.claim import Mention
from ondit.model.listing import Narrowing
from ondit.model.reading import Reading
from ondit.store.kept import captures, words
from ondit.store.records import Unpacker, digest, pack

_article = Unpacker(Article)
_reading = Unpacker(Reading)
_mentions = Unpacker(tuple[Mention, ...])

_NO_ARTICLE = Article(id="", text="")  # in place of the article in a packed reading: it is stored beside
_BATCH = 500  # ids in one question to SQLite

_OTHER_CONTENT = (
    "another text or other details stand under this id in the store; give the article an id of its own"
)
_INSERT_ARTICLE = """
    INSERT INTO article (id, digest, starts, ends, language, outlet, shown, record)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
BOUNDS = """
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
    connection: apsw.Connection, articles: Iterable[Article | Skipped], recipe: str
) -> Iterator[Article | Skipped]:
    """Yield the articles that this recipe has still to read, and a `Skipped` for each that is refused."""
    seen: dict[str, bytes] = {}
    for article in articles:
        if isinstance(article, Skipped):
            yield article
            continue
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
        _insert_article(connection, reading.article, reading.outlet)
        number = connection.last_insert_rowid()
        words.file_article(connection, number, reading.article)
        if reading.article.capture is not None:
            captures.put(connection, number, reading.article.capture)
    if state is State.OUTDATED:
        _forget(connection, reading.id)
    if state is not State.KNOWN:
        _insert_reading(connection, reading, recipe)
    return state


def articles(connection: apsw.Connection, narrowing: Narrowing) -> Iterator[Article]:
    """Yield the articles within the bounds in the order of adding."""
    question = f"SELECT record FROM article WHERE {BOUNDS} ORDER BY number"
    for (record,) in connection.execute(question, bindings(narrowing)):
        yield _article(record)


def outdated(connection: apsw.Connection, recipe: str) -> Iterator[Article]:
    """Yield the articles whose reading another recipe has made, in the order of adding.

    Which they are is settled at the first step: they may be read and stored anew while this goes on.
    """
    stale = _integers(
        connection.execute("SELECT article FROM reading WHERE recipe <> ? ORDER BY article", (recipe,))
    )
    for number in stale:
        yield _article(connection.execute("SELECT record FROM article WHERE number = ?", (number,)).get)


def numbers(connection: apsw.Connection, narrowing: Narrowing) -> dict[int, str]:
    """Return the numbers of the articles within the bounds, each with its id."""
    question = f"SELECT number, id FROM article WHERE {BOUNDS}"
    return dict(connection.execute(question, bindings(narrowing)))


def load(connection: apsw.Connection, ids: Iterable[str] | None, recipe: str | None) -> Iterator[Reading]:
    """Yield the readings of these articles, or all, in the order of adding; with a recipe, only its own."""
    for number in sorted(_numbers_of(connection, ids)):
        row = connection.execute(
            "SELECT article.record, reading.record, mentions FROM article JOIN reading ON article = number"
            " WHERE number = ?1 AND (?2 IS NULL OR recipe = ?2)",
            (number, recipe),
        ).fetchone()
        if row is not None:
            article, reading, mentions = _article(row[0]), _reading(row[1]), _mentions(row[2])
            yield msgspec.structs.replace(reading, article=article, mentions=mentions)


def _numbers_of(connection: apsw.Connection, ids: Iterable[str] | None) -> Iterator[int]:
    if ids is None:
        yield from _integers(connection.execute("SELECT number FROM article"))
        return
    waiting = iter(set(ids))
    while batch := list(islice(waiting, _BATCH)):
        question = f"SELECT number FROM article WHERE id IN ({','.join('?' * len(batch))})"
        yield from _integers(connection.execute(question, batch))


def _integers(cursor: apsw.Cursor) -> list[int]:
    return [cast(int, number) for (number,) in cursor]


def mentions_of(connection: apsw.Connection, number: int) -> tuple[Mention, ...]:
    """Return the mentions of the reading of the article with this number."""
    return _mentions(connection.execute("SELECT mentions FROM reading WHERE article = ?", (number,)).get)


def ids_of(connection: apsw.Connection, numbers: Sequence[int]) -> list[str]:
    """Return the ids of the articles with these numbers, which rise."""
    question = "SELECT id FROM article WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"
    rows = connection.execute(question, (msgspec.json.encode(numbers).decode(),))
    return [cast(str, article_id) for (article_id,) in rows]


def number_of(connection: apsw.Connection, article_id: str) -> int | None:
    """Return the number of an article, or None when it is not there."""
    row = connection.execute("SELECT number FROM article WHERE id = ?", (article_id,)).fetchone()
    return row[0] if row else None


def _insert_article(connection: apsw.Connection, article: Article, outlet: str | None) -> None:
    published = article.published_interval
    moments = (published.start, published.end) if published else (None, None)
    connection.execute(
        _INSERT_ARTICLE,
        (
            article.id,
            _content_digest(article),
            *map(_stamp, moments),
            (article.language or "").lower(),
            (outlet or "").casefold(),
            outlet or "",
            pack(msgspec.structs.replace(article, capture=None)),
        ),
    )


def show_outlets(connection: apsw.Connection) -> None:
    """Keep with every article the name of its outlet as it is shown."""
    for number in _integers(connection.execute("SELECT number FROM article WHERE outlet <> ''")):
        question = (
            "SELECT a.record, r.record FROM article a JOIN reading r ON r.article = number WHERE number = ?"
        )
        for article, reading in connection.execute(question, (number,)):
            whole = msgspec.structs.replace(_reading(reading), article=_article(article))
            connection.execute("UPDATE article SET shown = ? WHERE number = ?", (whole.outlet or "", number))


def _insert_reading(connection: apsw.Connection, reading: Reading, recipe: str) -> None:
    number = number_of(connection, reading.id)
    rest = msgspec.structs.replace(reading, article=_NO_ARTICLE, mentions=())
    connection.execute(
        "INSERT INTO reading (article, recipe, record, mentions) VALUES (?, ?, ?, ?)",
        (number, recipe, pack(rest), pack(reading.mentions)),
    )


def _forget(connection: apsw.Connection, article_id: str) -> None:
    """Take away an outdated reading; the claims that refer to its mentions go too, and the linking that comes
    with the new reading brings them back."""
    number = number_of(connection, article_id)
    connection.execute(
        "DELETE FROM claim WHERE number IN (SELECT claim FROM claim_mention WHERE article = ?)", (number,)
    )
    connection.execute("DELETE FROM reading WHERE article = ?", (number,))


def bindings(narrowing: Narrowing) -> dict[str, str | None]:
    """Return what the names in `BOUNDS` stand for."""
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
    return digest(article.uncaptured)
