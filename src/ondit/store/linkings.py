"""Claims, stories, copies and main claims in their tables: only what differs is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeAlias, TypeVar, cast

import apsw
import msgspec

from ondit.errors import StoreError
from ondit.model.claim import Changes, Claim, Copy, Linking, MainClaim, Mention, Story
from ondit.store.kept import words
from ondit.store.readings import mentions_of, number_of
from ondit.store.records import Unpacker, digest, pack
from ondit.store.segments import term_key

_mention = Unpacker(Mention)
_story = Unpacker(Story)
_copy = Unpacker(Copy)
_main = Unpacker(MainClaim)

_CLAIMS = """
    SELECT c.id, c.text, c.story, l.article, l.mention, l.record
    FROM claim c JOIN claim_mention l ON l.claim = c.number JOIN article a ON a.number = l.article
"""
_IN_ORDER = "ORDER BY c.id, a.ends IS NULL, a.ends, a.starts, l.position"  # of publication

_IN = "IN (SELECT value FROM json_each(?))"

R = TypeVar("R")
Key: TypeAlias = tuple[str, ...]
Record: TypeAlias = Story | Copy | MainClaim


def change(connection: apsw.Connection, changes: Changes) -> None:
    """Take in what became of the linking; all else stays as it is."""
    linking = changes.linking
    gone = [(one,) for one in changes.gone]
    connection.executemany("DELETE FROM claim WHERE id = ?", gone)
    connection.executemany("DELETE FROM story WHERE id = ?", gone)
    connection.executemany("DELETE FROM cluster WHERE id = ?", gone)
    grown = set(changes.grown)
    claims = {claim.id: claim for claim in linking.claims if claim.id not in grown}
    _write_claims(connection, claims, _digests(connection, claims))
    _add_mentions(connection, [claim for claim in linking.claims if claim.id in grown])
    _write_records(connection, "story", ("id",), _stories(linking))
    told = {article for story in linking.stories for article in story.articles}
    silent = sorted(told - {main.article_id for main in linking.mains})
    connection.executemany("DELETE FROM main_claim WHERE article = ?", [(one,) for one in silent])
    _write_records(connection, "main_claim", ("article",), _mains(linking))
    earlier: dict[str, list[str]] = {one: [] for one in changes.copied}
    for copy in linking.copies:
        earlier.setdefault(copy.later, []).append(copy.earlier)
    connection.executemany(
        "DELETE FROM copy WHERE later = ? AND earlier NOT IN (SELECT value FROM json_each(?))",
        [(later, _list(ones)) for later, ones in earlier.items()],
    )
    _write_records(connection, "copy", ("later", "earlier"), _copies(linking))


def _stories(linking: Linking) -> dict[Key, Record]:
    """Return the stories by id, without their claims: those are told by the claims."""
    return {(story.id,): msgspec.structs.replace(story, claims=()) for story in linking.stories}


def _copies(linking: Linking) -> dict[Key, Record]:
    return {(copy.later, copy.earlier): copy for copy in linking.copies}


def _mains(linking: Linking) -> dict[Key, Record]:
    return {(main.article_id,): main for main in linking.mains}


def file_words(connection: apsw.Connection) -> None:
    """Put the words of all claims into the index, which has none of them."""
    for one in load(connection, None).claims:
        (number,) = next(connection.execute("SELECT number FROM claim WHERE id = ?", (one.id,)))
        words.file_claim(connection, cast(int, number), one)


def load(connection: apsw.Connection, within: Mapping[int, str] | None) -> Linking:
    """Return what links these articles (number to id), or all."""
    claims = tuple(_claims(connection, within, _IN_ORDER))
    rest = _Rest(
        stories=_rows(connection, _story, "SELECT record FROM story ORDER BY id"),
        copies=_rows(connection, _copy, "SELECT record FROM copy ORDER BY later, earlier"),
        mains=_rows(connection, _main, "SELECT record FROM main_claim ORDER BY article"),
    )
    return _linking(claims, rest, None if within is None else frozenset(within.values()))


def load_claims(connection: apsw.Connection, within: Mapping[int, str] | None, ids: Iterable[str]) -> Linking:
    """Return these claims, with their mentions in these articles, or all, and what lies about them: their
    stories, and the copies among their carriers with the carriers' main claims."""
    wanted = _list(ids)
    claims = tuple(_claims(connection, within, f"WHERE c.id {_IN} {_IN_ORDER}", wanted))
    carriers = frozenset(article for claim in claims for article in claim.carriers)
    told = _list({claim.story for claim in claims if claim.story})
    rest = _Rest(
        stories=_rows(connection, _story, f"SELECT record FROM story WHERE id {_IN} ORDER BY id", told),
        copies=_rows(
            connection,
            _copy,
            f"SELECT record FROM copy WHERE later {_IN} ORDER BY later, earlier",
            _list(carriers),
        ),
        mains=_rows(
            connection,
            _main,
            f"SELECT record FROM main_claim WHERE article {_IN} ORDER BY article",
            _list(carriers),
        ),
    )
    return _linking(claims, rest, carriers)


class _Rest(msgspec.Struct, frozen=True):
    """All of a linking but its claims, lazily."""

    stories: Iterable[Story]
    copies: Iterable[Copy]
    mains: Iterable[MainClaim]


def _linking(claims: tuple[Claim, ...], rest: _Rest, ids: frozenset[str] | None) -> Linking:
    """Return a linking of the articles with these ids, or of all."""
    told: defaultdict[str | None, list[str]] = defaultdict(list)
    for claim in claims:
        told[claim.story].append(claim.id)
    stories = (_narrowed(story, ids, told[story.id]) for story in rest.stories)
    return Linking(
        claims=claims,
        stories=tuple(story for story in stories if story.articles),
        copies=tuple(one for one in rest.copies if ids is None or {one.later, one.earlier} <= ids),
        mains=tuple(main for main in rest.mains if ids is None or main.article_id in ids),
    )


def _rows(connection: apsw.Connection, unpack: Unpacker[R], question: str, *given: str) -> Iterator[R]:
    return (unpack(cast(bytes, record)) for (record,) in connection.execute(question, given))


def _list(ids: Iterable[str]) -> str:
    """Return ids as a question to SQLite can take any number of them."""
    return msgspec.json.encode(sorted(ids)).decode()


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


def _narrowed(story: Story, ids: frozenset[str] | None, claims: Sequence[str]) -> Story:
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
        _write_mentions(connection, number, claim, read)


def _add_mentions(connection: apsw.Connection, claims: Iterable[Claim]) -> None:
    """Add to claims that are stored the mentions that are new to them. They are large: what they say is in
    the index of words already. Without a digest they differ from whatever is written next."""
    read = _ReadMentions(connection)
    for claim in claims:
        question = "UPDATE claim SET text = ?, story = ?, digest = x'' WHERE id = ? RETURNING number"
        (number,) = next(connection.execute(question, (claim.text, claim.story, claim.id)))
        _write_mentions(connection, cast(int, number), claim, read)


def _write_mentions(connection: apsw.Connection, number: int, claim: Claim, read: "_ReadMentions") -> None:
    """Write mentions of the claim with this number after those that it has."""
    question = "SELECT coalesce(max(position) + 1, 0) FROM claim_mention WHERE claim = ?"
    first = cast(int, connection.execute(question, (number,)).get)
    connection.executemany(
        "INSERT INTO claim_mention (claim, position, article, mention, record, name, said)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (number, position, *read.place(mention), *_keys(mention))
            for position, mention in enumerate(claim.mentions, first)
        ],
    )
    connection.execute(
        "UPDATE claim SET carriers = (SELECT count(DISTINCT article) FROM claim_mention WHERE claim = ?1)"
        " WHERE number = ?1",
        (number,),
    )


def _keys(mention: Mention) -> tuple[int, int | None]:
    """Return what a mention is found by where a decision names it or its attribution."""
    said = mention.attribution_id
    return term_key(mention.id), term_key(said) if said else None


def name_mentions(connection: apsw.Connection) -> None:
    """Let the mentions of all claims be found by the ids that decisions name."""
    read = _ReadMentions(connection)
    rows: list[tuple[Any, ...]] = connection.execute(
        "SELECT claim, position, article, mention, record FROM claim_mention"
    ).fetchall()
    connection.executemany(
        "UPDATE claim_mention SET name = ?3, said = ?4 WHERE claim = ?1 AND position = ?2",
        [
            (claim, position, *_keys(_mention(record) if record else read.of(number)[place]))
            for claim, position, number, place, record in rows
        ],
    )


def holding(connection: apsw.Connection, names: Iterable[str]) -> list[str]:
    """Return the ids of the claims that hold mentions with these ids, and of all claims in whose articles
    attributions with these ids stand: what else the article says decides what becomes of them."""
    keys = msgspec.json.encode([term_key(name) for name in names]).decode()
    rows = connection.execute(
        f"SELECT c.id FROM claim_mention m JOIN claim c ON c.number = m.claim WHERE m.name {_IN}"
        " UNION SELECT c.id FROM claim_mention m JOIN claim_mention beside ON beside.article = m.article"
        f" JOIN claim c ON c.number = beside.claim WHERE m.said {_IN}",
        (keys, keys),
    )
    return [cast(str, claim_id) for (claim_id,) in rows]


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
