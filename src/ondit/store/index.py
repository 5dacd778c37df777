"""What linking looks up in a store, and how it gets there: `match` asks, and knows no store."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import cast

import apsw
import msgspec
import numpy as np

from ondit.errors import NotFoundError
from ondit.model.claim import Card, Filing, Frequency, Group, Mention, Story
from ondit.model.reading import Reading
from ondit.store import readings
from ondit.store.records import Unpacker
from ondit.store.segments import Segments, shingle_keys, term_key, term_keys
from ondit.text.clusters import Filed, Integers

_card = msgspec.msgpack.Decoder(Card)
_group = msgspec.msgpack.Decoder(Group)
_encode = (
    msgspec.msgpack.Encoder().encode
)  # not compressed: these records are small and looked up by thousands
_mentions = Unpacker(tuple[Mention, ...])

_NOWHERE = Frequency()
_TABLES = ("claim", "story", "copy", "main_claim", "linked", "frequency", "cluster", "segment")


class KeptClusters:
    """The stories or the claims of a store as clusters."""

    def __init__(self, connection: apsw.Connection, kind: str) -> None:
        self._connection = connection
        self._segments = Segments(connection, kind)

    def group(self, key: str) -> Group | None:
        """Return the cluster with this id, or None."""
        for group in self._groups("SELECT number, record FROM cluster WHERE id = ?", key):
            return group
        return None

    def numbered(self, numbers: Sequence[int]) -> list[Group]:
        """Return the clusters with these numbers, but for those that are no more."""
        question = "SELECT number, record FROM cluster WHERE number IN (SELECT value FROM json_each(?))"
        return list(self._groups(question, msgspec.json.encode(numbers).decode()))

    def counts(self, terms: Sequence[str], most: int) -> Integers:
        """Return how many are filed under each of these terms, at most `most`."""
        return self._segments.counts(term_keys(terms), most)

    def filed(self, terms: Sequence[str], most: int) -> Filed:
        """Return what is filed under these terms, of each the first `most`."""
        return self._segments.find(term_keys(terms), most)

    def file(self, groups: Sequence[Group]) -> None:
        """Keep these clusters, and file them under the terms that are fresh."""
        keys: list[int] = []
        holders: list[int] = []
        weights: list[float] = []
        for group in groups:
            number = self._put(group)
            size = len(group.members)
            keys += [term_key(term) for term in group.fresh]
            holders += repeat(number, len(group.fresh))
            weights += [group.vector[term] / size for term in group.fresh]
        self._segments.add(
            np.array(keys, np.int64), np.array(holders, np.uint32), np.array(weights, np.float32)
        )

    def _put(self, group: Group) -> int:
        record = _encode(msgspec.structs.replace(group, number=0, fresh=()))
        if group.number:
            self._connection.execute("UPDATE cluster SET record = ? WHERE number = ?", (record, group.number))
            return group.number
        self._connection.execute(
            "INSERT OR REPLACE INTO cluster (id, record) VALUES (?, ?)", (group.key, record)
        )
        return self._connection.last_insert_rowid()

    def _groups(self, question: str, asked: str) -> Iterator[Group]:
        for number, record in self._connection.execute(question, (asked,)):
            yield msgspec.structs.replace(_group.decode(cast(bytes, record)), number=cast(int, number))


class Index:
    """What a store knows of the articles that are linked in it: the `Known` of a linker."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._shingles = Segments(connection, "copy")
        self.stories = KeptClusters(connection, "story")
        self.claims = KeptClusters(connection, "claim")

    def documents(self) -> int:
        """Return how many articles are linked."""
        return int(self._connection.execute("SELECT count(*) FROM linked").get)

    def frequencies(self, terms: Sequence[str]) -> list[Frequency]:
        """Return in how many of them each of these terms stands."""
        question = (
            "SELECT term, articles, ledes, mentions FROM frequency"
            " WHERE term IN (SELECT value FROM json_each(?))"
        )
        keys = term_keys(terms).tolist()
        rows = self._connection.execute(question, (msgspec.json.encode(keys).decode(),))
        found = {key: Frequency(*counts) for key, *counts in rows}
        return [found.get(key, _NOWHERE) for key in keys]

    def card(self, article_id: str) -> Card | None:
        """Return the card of an article, None when it is not linked."""
        question = "SELECT card FROM linked JOIN article ON article = number WHERE id = ?"
        for (card,) in self._connection.execute(question, (article_id,)):
            return _card.decode(cast(bytes, card))
        return None

    def story_of(self, article_id: str) -> str | None:
        """Return the id of the story of an article."""
        question = "SELECT story FROM linked JOIN article ON article = number WHERE id = ?"
        return cast(str | None, self._connection.execute(question, (article_id,)).get)

    def reading(self, article_id: str) -> Reading:
        """Return the reading of an article. Raises `NotFoundError` when there is none."""
        for reading in readings.load(self._connection, [article_id], None):
            return reading
        raise NotFoundError(f"there is no article {article_id} in the store")

    def mentions(self, article_id: str) -> tuple[Mention, ...]:
        """Return the mentions of an article, none when it is not there."""
        question = "SELECT mentions FROM reading JOIN article ON article = number WHERE id = ?"
        for (record,) in self._connection.execute(question, (article_id,)):
            return _mentions(record)
        return ()

    def claims_of(self, article_id: str) -> Mapping[str, str]:
        """Return the ids of the claims of an article by the ids of its mentions."""
        rows = self._connection.execute(
            "SELECT l.mention, c.id FROM article a JOIN claim_mention l ON l.article = a.number"
            " JOIN claim c ON c.number = l.claim WHERE a.id = ?",
            (article_id,),
        ).fetchall()
        found = self.mentions(article_id) if rows else ()
        return {found[cast(int, place)].id: cast(str, claim) for place, claim in rows}

    def sharing(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[str]]:
        """Return the ids of the articles found under these shingles, of each the first `most`."""
        found = self._shingles.find(shingle_keys(shingles), most)
        numbers, place = np.unique(found.holders, return_inverse=True)
        ids = readings.ids_of(self._connection, numbers.tolist())
        holders = [ids[number] for number in place.tolist()]
        ends = np.cumsum(found.lengths).tolist()
        return {
            shingle: holders[end - length : end]
            for shingle, length, end in zip(shingles, found.lengths.tolist(), ends, strict=True)
            if length
        }

    def sources(self, article_ids: Sequence[str]) -> list[str]:
        """Return the ids of the articles that any of these is a copy of."""
        question = "SELECT DISTINCT earlier FROM copy WHERE later IN (SELECT value FROM json_each(?))"
        asked = msgspec.json.encode(article_ids).decode()
        return [str(source) for (source,) in self._connection.execute(question, (asked,))]

    def claims_beside(self, language: str) -> list[str]:
        """Return the ids of the claims with mentions in articles of another language (primary subtag)."""
        rows = self._connection.execute(
            "SELECT DISTINCT c.id FROM article JOIN claim_mention l ON l.article = article.number"
            " JOIN claim c ON c.number = l.claim WHERE language <> ?1 AND language NOT LIKE ?1 || '-%'",
            (language,),
        )
        return [str(claim_id) for (claim_id,) in rows]

    def file(self, filing: Filing, stories: Iterable[Story]) -> None:
        """Keep what linking has found of articles, and of which of these stories they are."""
        execute = self._connection.executemany
        execute(
            "INSERT OR REPLACE INTO linked (article, card) SELECT number, ?2 FROM article WHERE id = ?1",
            [(card.article_id, _encode(card)) for card in filing.cards],
        )
        execute(
            "UPDATE linked SET story = ?2 WHERE article = (SELECT number FROM article WHERE id = ?1)",
            [(article, story.id) for story in stories for article in story.articles],
        )
        execute(
            "INSERT INTO frequency (term, articles, ledes, mentions) VALUES (?, ?, ?, ?) ON CONFLICT (term)"
            " DO UPDATE SET articles = articles + excluded.articles, ledes = ledes + excluded.ledes,"
            " mentions = mentions + excluded.mentions",
            sorted(
                (term_key(term), *msgspec.structs.astuple(one)) for term, one in filing.frequencies.items()
            ),
        )
        self.stories.file(filing.stories)
        self.claims.file(filing.claims)
        numbers = [readings.number_of(self._connection, one) or 0 for one in filing.shingles]
        _file_shingles(self._shingles, list(filing.shingles.values()), numbers)


def _file_shingles(segments: Segments, shingles: Sequence[Sequence[int]], numbers: Sequence[int]) -> None:
    keys = [shingle_keys(held) for held in shingles]
    if keys:
        holders = np.repeat(np.array(numbers, np.uint32), [len(one) for one in keys])
        segments.add(np.concatenate(keys), holders, np.zeros(len(holders), np.float32))


def clear(connection: apsw.Connection) -> None:
    """Forget what links the articles, and all that was kept for linking more."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")


def unlinked(connection: apsw.Connection) -> list[str]:
    """Return the ids of the articles that are read and not linked, in the order of adding."""
    rows = connection.execute(
        "SELECT id FROM article JOIN reading r ON r.article = number LEFT JOIN linked l ON l.article = number"
        " WHERE l.article IS NULL ORDER BY number"
    )
    return [str(article_id) for (article_id,) in rows]
