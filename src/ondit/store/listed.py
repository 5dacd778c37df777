"""Pages of what a store holds: counted and put in order by SQLite, so that a page reads its own rows only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import apsw
import msgspec

from ondit.model.claim import Story
from ondit.model.listing import CountedClaim, CountedStory, Narrowing, Rows, Tally, Window
from ondit.store import database, linkings
from ondit.store.readings import BOUNDS, bindings
from ondit.store.records import Unpacker
from ondit.text.searched import search_query

_story = Unpacker(Story)

_WORDS = "number IN (SELECT rowid FROM {table}_words WHERE words MATCH :words)"
_TOLD = """
    SELECT l.story AS id, count(*) AS articles FROM linked l JOIN article ON number = l.article
    WHERE l.story IS NOT NULL AND {within} GROUP BY l.story
"""
_ALL_TOLD = "SELECT story AS id, count(*) AS articles FROM linked WHERE story IS NOT NULL GROUP BY story"
_CARRIED = """
    SELECT c.id, c.text, c.story, count(DISTINCT m.article) AS carriers
    FROM article JOIN claim_mention m ON m.article = article.number JOIN claim c ON c.number = m.claim
    WHERE {within} AND {words} AND c.id NOT IN (SELECT value FROM json_each(:without)) GROUP BY c.number
"""
_ALL_CARRIED = """
    SELECT id, text, story, carriers FROM claim
    WHERE {words} AND id NOT IN (SELECT value FROM json_each(:without))
"""
_BY_TIME = "ORDER BY starts IS NULL, starts, id"
_OF_STORIES = "IN (SELECT value FROM json_each(:stories))"


class Listed:
    """The listings of a store. Every verb takes the rows that a window shows, and tells how many there are.

    Bounds and words narrow together: what is listed lies in articles within the bounds; a story has an
    article there that holds all the words, a claim or article holds them itself.
    """

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection

    def articles(self, narrowing: Narrowing, words: str, window: Window) -> Rows[str]:
        """Return the ids of articles in the order of publication, the undated last."""
        within = f"{BOUNDS} AND {_matching('article', words)}"
        question = f"SELECT id FROM article WHERE {within}"
        rows = self._rows(question, _BY_TIME, window, _asked(narrowing, words))
        return Rows(rows=tuple(cast(str, one) for (one,) in rows[0]), total=rows[1], window=window)

    def claims(
        self, narrowing: Narrowing, words: str, window: Window, *, without: Iterable[str] = ()
    ) -> Rows[CountedClaim]:
        """Return the claims with the most carriers first, but for those with these ids."""
        question = _ALL_CARRIED if _is_open(narrowing) else _CARRIED
        matching = _matching("claim", words).replace(
            "number", "c.number" if question is _CARRIED else "number"
        )
        asked = _asked(narrowing, words) | {"without": _list(without)}
        found, total = self._rows(
            question.format(within=BOUNDS, words=matching), "ORDER BY carriers DESC, id", window, asked
        )
        rows = (CountedClaim(id=key, text=text, story=story, carriers=n) for key, text, story, n in found)
        return Rows(rows=tuple(rows), total=total, window=window)

    def claims_of(
        self, stories: Iterable[str], narrowing: Narrowing, *, without: Iterable[str] = ()
    ) -> list[CountedClaim]:
        """Return the claims of these stories, those with the most carriers first."""
        asked = _asked(narrowing, "") | {"without": _list(without), "stories": _list(stories)}
        if _is_open(narrowing):
            question = f"{_ALL_CARRIED.format(words=f'story {_OF_STORIES}')} ORDER BY carriers DESC, id"
        else:
            question = _CARRIED.format(within=BOUNDS, words=f"c.story {_OF_STORIES}")
            question = f"SELECT * FROM ({question}) ORDER BY carriers DESC, id"
        with database.faults(self._path):
            return [
                CountedClaim(id=key, text=text, story=story, carriers=n)
                for key, text, story, n in self._connection.execute(question, asked)
            ]

    def stories(self, narrowing: Narrowing, words: str, window: Window) -> Rows[CountedStory]:
        """Return the stories with the most articles first, without their claims."""
        if _is_open(narrowing) and not words:
            question = _ALL_TOLD
        else:
            question = _TOLD.format(within=BOUNDS)
            if words:
                matching = (
                    f"SELECT l2.story FROM article JOIN linked l2 ON number = l2.article WHERE {BOUNDS}"
                )
                question = (
                    f"SELECT * FROM ({question}) WHERE id IN ({matching} AND {_matching('article', words)})"
                )
        found, total = self._rows(question, "ORDER BY articles DESC, id", window, _asked(narrowing, words))
        counts = {cast(str, key): cast(int, count) for key, count in found}
        return Rows(rows=tuple(self._counted(counts, narrowing)), total=total, window=window)

    def story(self, story_id: str, narrowing: Narrowing) -> CountedStory | None:
        """Return one story with what its articles within the bounds count to; None when there is none."""
        question = _TOLD.format(within=f"{BOUNDS} AND l.story = :story")
        with database.faults(self._path):
            counts = dict(self._connection.execute(question, _asked(narrowing, "") | {"story": story_id}))
            return next(self._counted(counts, narrowing), None)

    def articles_of(self, story_id: str, narrowing: Narrowing, window: Window) -> Rows[str]:
        """Return the ids of the articles of a story in the order of publication."""
        question = (
            f"SELECT id FROM article JOIN linked l ON l.article = number WHERE l.story = :story AND {BOUNDS}"
        )
        found, total = self._rows(question, _BY_TIME, window, _asked(narrowing, "") | {"story": story_id})
        return Rows(rows=tuple(cast(str, one) for (one,) in found), total=total, window=window)

    def outlets(self) -> list[Tally]:
        """Return the outlets of the articles, the one with the most first."""
        question = (
            "SELECT max(shown), count(*) FROM article WHERE outlet <> '' GROUP BY outlet"
            " ORDER BY count(*) DESC, outlet"
        )
        with database.faults(self._path):
            return [Tally(name=name, count=count) for name, count in self._connection.execute(question)]

    def languages(self) -> list[Tally]:
        """Return the languages of the articles, those with the most first."""
        question = (
            "SELECT language, count(*) FROM article WHERE language <> '' GROUP BY language"
            " ORDER BY count(*) DESC, language"
        )
        with database.faults(self._path):
            return [Tally(name=name, count=count) for name, count in self._connection.execute(question)]

    def holding(self, names: Iterable[str]) -> list[str]:
        """Return the ids of the claims with mentions that have these ids, and of all in whose articles
        attributions with these ids stand."""
        with database.faults(self._path):
            return linkings.holding(self._connection, names)

    def _rows(
        self, question: str, order: str, window: Window, asked: Mapping[str, str | None]
    ) -> tuple[Sequence[tuple[Any, ...]], int]:
        """Return the rows of a window, and how many rows there are in all."""
        ends: dict[str, int] = {"limit": window.limit, "offset": window.offset}
        with database.faults(self._path):
            total = cast(int, self._connection.execute(f"SELECT count(*) FROM ({question})", asked).get)
            ordered = (
                f"SELECT * FROM ({question}) {order}" if "GROUP BY" in question else f"{question} {order}"
            )
            rows = self._connection.execute(f"{ordered} LIMIT :limit OFFSET :offset", {**asked, **ends})
            return rows.fetchall(), total

    def _counted(self, counts: dict[str, int], narrowing: Narrowing) -> Iterator[CountedStory]:
        """Yield the stories with these ids and numbers of articles, in this order, with the rest."""
        asked = _asked(narrowing, "") | {"stories": _list(counts)}
        titles = self._connection.execute(f"SELECT id, record FROM story WHERE id {_OF_STORIES}", asked)
        stories = {cast(str, key): _story(cast(bytes, record)) for key, record in titles}
        outlets: defaultdict[str, list[Tally]] = defaultdict(list)
        languages: defaultdict[str, dict[str, None]] = defaultdict(dict)
        spans: defaultdict[str, list[str]] = defaultdict(list)
        for story, shown, language, count, first, last in self._connection.execute(
            "SELECT l.story, max(shown), language, count(*), min(starts), max(starts)"
            " FROM linked l JOIN article ON number = l.article"
            f" WHERE l.story {_OF_STORIES} AND {BOUNDS}"
            " GROUP BY l.story, outlet, language ORDER BY count(*) DESC, outlet",
            asked,
        ):
            outlets[story].append(Tally(name=shown, count=count))
            languages[story] |= {language: None} if language else {}
            spans[story] += [moment for moment in (first, last) if moment]
        for key, count in counts.items():
            yield CountedStory(
                id=key,
                title=stories[key].title if key in stories else "",
                articles=count,
                outlets=_merged(outlets[key]),
                languages=tuple(languages[key]),
                first=min(spans[key], default=None),
                last=max(spans[key], default=None),
            )


def _merged(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """Return one tally a name, the largest first; articles of no outlet are not counted."""
    counts: dict[str, int] = {}
    for one in tallies:
        if one.name:
            counts[one.name] = counts.get(one.name, 0) + one.count
    return tuple(
        Tally(name=name, count=count) for name, count in sorted(counts.items(), key=lambda one: -one[1])
    )


def _is_open(narrowing: Narrowing) -> bool:
    return narrowing == Narrowing()


def _matching(table: str, words: str) -> str:
    """Return the condition that a row of a table holds the words; words that nothing can be found by hold
    for none."""
    if not words:
        return "TRUE"
    return _WORDS.format(table=table) if search_query(words) else "FALSE"


def _asked(narrowing: Narrowing, words: str) -> dict[str, str | None]:
    return {**bindings(narrowing), "words": search_query(words)}


def _list(ids: Iterable[str]) -> str:
    return msgspec.json.encode(list(ids)).decode()
