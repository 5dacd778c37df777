"""Claims, stories, copies and main claims in their tables: only what differs is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import TypeAlias

import apsw
import msgspec

from ondit.errors import StoreError
from ondit.model.claim import Changes, Claim, Copy, Linking, MainClaim, Mention, Story
from ondit.store.readings import mentions_of, number_of
from ondit.store.records import Unpacker, digest, pack

_mention = Unpacker(Mention)
_story = Unpacker(Story)
_copy = Unpacker(Copy)
_main = Unpacker(MainClaim)

_CLAIMS = """
    SELECT c.id, c.text, c.story, l.article, l.mention, l.record
    FROM claim c JOIN claim_mention l ON l.claim = c.number
"""

Key: TypeAlias = tuple[str, ...]
Record: TypeAlias = Story | Copy | MainClaim


def put(connection: apsw.Connection, linking: Linking) -> None:
    """Make the tables hold this linking and nothing else of their kind."""
    _put_claims(connection, linking.claims)
    _put_records(connection, "story", ("id",), _stories(linking))
    _put_records(connection, "copy", ("later", "earlier"), _copies(linking))
    _put_records(connection, "main_claim", ("article",), _mains(linking))


def change(connection: apsw.Connection, changes: Changes) -> None:
    """Take in what became of the linking; all else stays as it is."""
    linking = changes.linking
    gone = [(one,) for one in changes.gone]
    connection.executemany("DELETE FROM claim WHERE id = ?", gone)
    connection.executemany("DELETE FROM story WHERE id = ?", gone)
    claims = {claim.id: claim for claim in linking.claims}
    _write_claims(connection, claims, _digests(connection, claims))
    _write_records(connection, "story", ("id",), _stories(linking))
    articles = {(article,) for story in linking.stories for article in story.articles}
    connection.executemany("DELETE FROM main_claim WHERE article = ?", sorted(articles))
    _write_records(connection, "main_claim", ("article",), _mains(linking))
    connection.executemany("DELETE FROM copy WHERE later = ?", [(one,) for one in changes.copied])
    _write_records(connection, "copy", ("later", "earlier"), _copies(linking))


def _stories(linking: Linking) -> dict[Key, Record]:
    return {(story.id,): story for story in linking.stories}


def _copies(linking: Linking) -> dict[Key, Record]:
    return {(copy.later, copy.earlier): copy for copy in linking.copies}


def _mains(linking: Linking) -> dict[Key, Record]:
    return {(main.article_id,): main for main in linking.mains}


def load(connection: apsw.Connection, within: Mapping[int, str] | None) -> Linking:
    """Return what links these articles (number to id), or all."""
    ids = None if within is None else set(within.values())
    stories = (_story(record) for (record,) in connection.execute("SELECT record FROM story ORDER BY id"))
    copies = connection.execute("SELECT record FROM copy ORDER BY later, earlier")
    mains = connection.execute("SELECT record FROM main_claim ORDER BY article")
    claims = tuple(_claims(connection, within, "ORDER BY c.id, l.position"))
    known = {claim.id for claim in claims}
    return Linking(
        claims=claims,
        stories=tuple(narrowed for story in stories if (narrowed := _narrowed(story, ids, known)).articles),
        copies=tuple(
            copy
            for copy in (_copy(record) for (record,) in copies)
            if ids is None or (copy.later in ids and copy.earlier in ids)
        ),
        mains=tuple(
            main for main in (_main(record) for (record,) in mains) if ids is None or main.article_id in ids
        ),
    )


def claim(connection: apsw.Connection, claim_id: str) -> Claim | None:
    """Return one claim, or None."""
    return next(_claims(connection, None, "WHERE c.id = ? ORDER BY l.position", claim_id), None)


def _claims(
    connection: apsw.Connection, within: Mapping[int, str] | None, condition: str, *bindings: str
) -> Iterator[Claim]:
    """Yield the claims that `condition` selects, with those mentions that lie within."""
    read = _ReadMentions(connection)
    rows = connection.execute(f"{_CLAIMS} {condition}", bindings)
    for (claim_id, text, story), places in groupby(rows, key=lambda row: row[:3]):
        kept = tuple(
            _mention(record) if record else read.of(number)[position]
            for *_, number, position, record in places
            if within is None or number in within
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
    known = {claim.id: claim for claim in claims}
    gone = [(claim_id,) for claim_id in stored.keys() - known.keys()]
    connection.executemany("DELETE FROM claim WHERE id = ?", gone)
    _write_claims(connection, known, stored)


def _write_claims(
    connection: apsw.Connection, claims: Mapping[str, Claim], stored: Mapping[str, bytes]
) -> None:
    """Write the claims that are not stored with the same digest."""
    digests = {claim_id: digest(claim) for claim_id, claim in claims.items()}
    changed = [claim for claim_id, claim in claims.items() if stored.get(claim_id) != digests[claim_id]]
    connection.executemany("DELETE FROM claim WHERE id = ?", [(claim.id,) for claim in changed])
    read = _ReadMentions(connection)
    for claim in changed:
        connection.execute(
            "INSERT INTO claim (id, digest, text, story) VALUES (?, ?, ?, ?)",
            (claim.id, digests[claim.id], claim.text, claim.story),
        )
        number = connection.last_insert_rowid()
        connection.executemany(
            "INSERT INTO claim_mention (claim, position, article, mention, record) VALUES (?, ?, ?, ?, ?)",
            [(number, position, *read.place(mention)) for position, mention in enumerate(claim.mentions)],
        )


def _digests(connection: apsw.Connection, ids: Iterable[str]) -> dict[str, bytes]:
    """Return the stored digests of these claims."""
    question = "SELECT digest FROM claim WHERE id = ?"
    found = ((one, connection.execute(question, (one,)).fetchone()) for one in ids)
    return {one: row[0] for one, row in found if row}


class _ReadMentions:
    """The mentions of stored readings; each reading is unpacked once."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._by_number: dict[int, tuple[Mention, ...]] = {}
        self._places: dict[str, dict[str, tuple[int, int]]] = {}

    def of(self, number: int) -> tuple[Mention, ...]:
        """Return the mentions of the reading of the article with this number."""
        if number not in self._by_number:
            self._by_number[number] = mentions_of(self._connection, number)
        return self._by_number[number]

    def place(self, mention: Mention) -> tuple[int, int, bytes | None]:
        """Return article number, position in the reading, and the record where it differs from the reading's.

        Raises `StoreError` when no stored reading has this mention.
        """
        if mention.article_id not in self._places:
            self._places[mention.article_id] = self._places_in(mention.article_id)
        place = self._places[mention.article_id].get(mention.id)
        if place is None:
            raise StoreError(
                f"the linking speaks of mention {mention.id} of article {mention.article_id}, which no stored"
                " reading has; link the readings of the store together with the new ones"
            )
        number, position = place
        return number, position, None if mention == self.of(number)[position] else pack(mention)

    def _places_in(self, article_id: str) -> dict[str, tuple[int, int]]:
        number = number_of(self._connection, article_id)
        if number is None:
            return {}
        return {mention.id: (number, position) for position, mention in enumerate(self.of(number))}


def _put_records(connection: apsw.Connection, table: str, key: Key, records: Mapping[Key, Record]) -> None:
    """Make a table of keyed records hold exactly these; rows that are the same already are not touched."""
    columns, marks = ", ".join(key), ", ".join("?" * len(key))
    stored = {row[:-1]: row[-1] for row in connection.execute(f"SELECT {columns}, digest FROM {table}")}
    connection.executemany(
        f"DELETE FROM {table} WHERE ({columns}) = ({marks})", list(stored.keys() - records.keys())
    )
    _write_records(connection, table, key, records, stored)


def _write_records(
    connection: apsw.Connection,
    table: str,
    key: Key,
    records: Mapping[Key, Record],
    stored: Mapping[Key, bytes] = MappingProxyType({}),
) -> None:
    columns, marks = ", ".join(key), ", ".join("?" * len(key))
    connection.executemany(
        f"INSERT OR REPLACE INTO {table} ({columns}, digest, record) VALUES ({marks}, ?, ?)",
        [
            (*place, fresh, pack(record))
            for place, record in records.items()
            if stored.get(place) != (fresh := digest(record))
        ],
    )
