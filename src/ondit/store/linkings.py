"""Claims, stories, copies and main claims in their tables: only what differs is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

import apsw
import msgspec

from ondit.errors import StoreError
from ondit.model.claim import Claim, Copy, Linking, MainClaim, Mention, Story
from ondit.model.linked import Changes
from ondit.store.kept import words
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


def change(connection: apsw.Connection, changes: Changes) -> None:
    """Take in what became of the linking; all else stays as it is."""
    linking = changes.linking
    gone = [(one,) for one in changes.gone]
    connection.executemany("DELETE FROM claim WHERE id = ?", gone)
    connection.executemany("DELETE FROM story WHERE id = ?", gone)
    connection.executemany("DELETE FROM cluster WHERE id = ?", gone)
    claims = {claim.id: claim for claim in linking.claims}
    _write_claims(connection, claims, _digests(connection, claims))
    _write_records(connection, "story", ("id",), _stories(linking))
    told = {article for story in linking.stories for article in story.articles}
    silent = sorted(told - {main.article_id for main in linking.mains})
    connection.executemany("DELETE FROM main_claim WHERE article = ?", [(one,) for one in silent])
    _write_records(connection, "main_claim", ("article",), _mains(linking))
    connection.executemany("DELETE FROM copy WHERE later = ?", [(one,) for one in changes.copied])
    _write_records(connection, "copy", ("later", "earlier"), _copies(linking))


def _stories(linking: Linking) -> dict[Key, Record]:
    """Return the stories by id, without their claims: those are told by the claims."""
    return {(story.id,): msgspec.structs.replace(story, claims=()) for story in linking.stories}


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
    told: defaultdict[str | None, list[str]] = defaultdict(list)
    for claim in claims:
        told[claim.story].append(claim.id)
    told_stories = (_narrowed(story, ids, told[story.id]) for story in stories)
    return Linking(
        claims=claims,
        stories=tuple(story for story in told_stories if story.articles),
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


def _narrowed(story: Story, ids: set[str] | None, claims: Sequence[str]) -> Story:
    """Return a story with its claims, of its articles those with these ids."""
    articles = tuple(one for one in story.articles if ids is None or one in ids)
    return msgspec.structs.replace(story, articles=articles, claims=tuple(claims))


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
        words.file_claim(connection, number, claim)
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


def _write_records(connection: apsw.Connection, table: str, key: Key, records: Mapping[Key, Record]) -> None:
    """Write records of a table; those that are the same already are not touched."""
    columns, marks = ", ".join(key), ", ".join("?" * len(key))
    connection.executemany(
        f"INSERT INTO {table} ({columns}, digest, record) VALUES ({marks}, ?, ?) ON CONFLICT ({columns})"
        " DO UPDATE SET digest = excluded.digest, record = excluded.record WHERE digest <> excluded.digest",
        [(*place, digest(record), pack(record)) for place, record in records.items()],
    )
