"""Claims, stories, copies and main claims in their tables: only what differs is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

import apsw
import msgspec

from ondit.errors import StoreError
from ondit.model.claim import Claim, Copy, Linking, MainClaim, Mention, Story
from ondit.store.records import digest, pack

_MENTION = msgspec.msgpack.Decoder(Mention)
_STORY = msgspec.msgpack.Decoder(Story)
_COPY = msgspec.msgpack.Decoder(Copy)
_MAIN = msgspec.msgpack.Decoder(MainClaim)

_CLAIMS = """
    SELECT c.id, c.text, c.story, coalesce(l.record, m.record), l.article
    FROM claim c
    JOIN claim_mention l ON l.claim = c.number
    JOIN mention m ON m.article = l.article AND m.position = l.mention
"""

Key: TypeAlias = tuple[str, ...]


def put(connection: apsw.Connection, linking: Linking) -> None:
    """Make the tables hold this linking and nothing else of their kind."""
    _put_claims(connection, linking.claims)
    _put_records(connection, "story", ("id",), {(story.id,): story for story in linking.stories})
    _put_records(
        connection,
        "copy",
        ("later", "earlier"),
        {(copy.later, copy.earlier): copy for copy in linking.copies},
    )
    _put_records(connection, "main_claim", ("article",), {(main.article_id,): main for main in linking.mains})


def load(connection: apsw.Connection, within: Mapping[int, str] | None) -> Linking:
    """Return what links these articles (number to id), or all."""
    ids = None if within is None else set(within.values())
    stories = (
        _STORY.decode(record) for (record,) in connection.execute("SELECT record FROM story ORDER BY id")
    )
    copies = connection.execute("SELECT record FROM copy ORDER BY later, earlier")
    mains = connection.execute("SELECT record FROM main_claim ORDER BY article")
    claims = tuple(_claims(connection.execute(f"{_CLAIMS} ORDER BY c.id, l.position"), within))
    known = {claim.id for claim in claims}
    return Linking(
        claims=claims,
        stories=tuple(narrowed for story in stories if (narrowed := _narrowed(story, ids, known)).articles),
        copies=tuple(
            copy
            for copy in (_COPY.decode(record) for (record,) in copies)
            if ids is None or (copy.later in ids and copy.earlier in ids)
        ),
        mains=tuple(
            main
            for main in (_MAIN.decode(record) for (record,) in mains)
            if ids is None or main.article_id in ids
        ),
    )


def claim(connection: apsw.Connection, claim_id: str) -> Claim | None:
    """Return one claim, or None."""
    rows = connection.execute(f"{_CLAIMS} WHERE c.id = ? ORDER BY l.position", (claim_id,))
    return next(_claims(rows, None), None)


def _claims(
    rows: Iterable[tuple[str, str, str | None, bytes, int]], within: Mapping[int, str] | None
) -> Iterator[Claim]:
    """Yield the claims that rows of `_CLAIMS` spell out, with those mentions that lie within."""
    for (claim_id, text, story), mentions in groupby(rows, key=lambda row: row[:3]):
        kept = tuple(
            _MENTION.decode(record) for *_, record, number in mentions if within is None or number in within
        )
        if kept:
            yield Claim(id=claim_id, text=text, story=story, mentions=kept)


def _narrowed(story: Story, ids: set[str] | None, claims: set[str]) -> Story:
    if ids is None:
        return story
    return msgspec.structs.replace(
        story,
        articles=tuple(article for article in story.articles if article in ids),
        claims=tuple(claim_id for claim_id in story.claims if claim_id in claims),
    )


def _put_claims(connection: apsw.Connection, claims: Sequence[Claim]) -> None:
    stored = dict(connection.execute("SELECT id, digest FROM claim"))
    digests = {claim.id: digest(pack(claim)) for claim in claims}
    changed = [claim for claim in claims if stored.get(claim.id) != digests[claim.id]]
    gone = [(claim_id,) for claim_id in stored.keys() - digests.keys()]
    connection.executemany("DELETE FROM claim WHERE id = ?", gone + [(claim.id,) for claim in changed])
    places = _MentionPlaces(connection)
    for claim in changed:
        connection.execute(
            "INSERT INTO claim (id, digest, text, story) VALUES (?, ?, ?, ?)",
            (claim.id, digests[claim.id], claim.text, claim.story),
        )
        number = connection.last_insert_rowid()
        connection.executemany(
            "INSERT INTO claim_mention (claim, position, article, mention, record) VALUES (?, ?, ?, ?, ?)",
            [(number, position, *places.of(mention)) for position, mention in enumerate(claim.mentions)],
        )


class _MentionPlaces:
    """Where the mentions of readings are stored; an article's are looked up once."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._by_article: dict[str, dict[str, tuple[int, int, bytes]]] = {}

    def of(self, mention: Mention) -> tuple[int, int, bytes | None]:
        """Return article number, position in the reading, and the record where it differs from the reading's.

        Raises `StoreError` when no stored reading has this mention.
        """
        if mention.article_id not in self._by_article:
            rows = self._connection.execute(
                "SELECT m.id, m.article, m.position, m.record"
                " FROM mention m JOIN article a ON a.number = m.article WHERE a.id = ?",
                (mention.article_id,),
            )
            self._by_article[mention.article_id] = {row[0]: row[1:] for row in rows}
        place = self._by_article[mention.article_id].get(mention.id)
        if place is None:
            raise StoreError(
                f"the linking speaks of mention {mention.id} of article {mention.article_id}, which no stored"
                " reading has; link the readings of the store together with the new ones"
            )
        number, position, stored = place
        record = pack(mention)
        return number, position, None if record == stored else record


def _put_records(
    connection: apsw.Connection, table: str, key: Key, records: Mapping[Key, Story | Copy | MainClaim]
) -> None:
    """Make a table of keyed records hold exactly these; rows that are the same already are not touched."""
    columns, marks = ", ".join(key), ", ".join("?" * len(key))
    stored = {row[:-1]: row[-1] for row in connection.execute(f"SELECT {columns}, digest FROM {table}")}
    packed = {place: pack(record) for place, record in records.items()}
    connection.executemany(
        f"DELETE FROM {table} WHERE ({columns}) = ({marks})", list(stored.keys() - packed.keys())
    )
    connection.executemany(
        f"INSERT OR REPLACE INTO {table} ({columns}, digest, record) VALUES ({marks}, ?, ?)",
        [
            (*place, fresh, record)
            for place, record in packed.items()
            if stored.get(place) != (fresh := digest(record))
        ],
    )
