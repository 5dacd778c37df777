"""Binding: the article of the collection that a cited outlet stands for."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from ondit.model.article import Article
from ondit.model.provenance import Stance
from ondit.model.source import Source
from ondit.model.time import Interval
from ondit.trace.carrying import Carrying, retraction_of

RESTAMPED = timedelta(days=1)
"""How much later an outlet's only page may be and still be what was cited: a page bears the time of its last
change, and what is broadcast or wired in the morning is put on the page in the evening. Beyond a day, the
outlet wrote of it before, in a page nobody has collected."""


class Shelf:
    """The carriers of a claim by outlet, to find the article that a citing article can mean."""

    def __init__(self, carryings: Mapping[str, Carrying], spellings: Mapping[str, str]) -> None:
        """`spellings` tell, by the id of a source, that of the one whose other spelling it is."""
        self._articles: dict[tuple[str, Stance], list[str]] = {}
        self._times: dict[str, Interval | None] = {}
        self._spellings = spellings
        for article_id, carrying in carryings.items():
            self._times[article_id] = carrying.article.published_interval
            publisher = carrying.publisher
            if publisher:
                for stance in _stances(carrying):
                    self._articles.setdefault((self.id_of(publisher), stance), []).append(article_id)

    def id_of(self, publisher: Source) -> str:
        """Return the id under which the publisher of a page is known to the pages that cite it."""
        return self._spellings.get(publisher.id, publisher.id)

    def article_of(self, outlet_id: str, citing: Article, stance: Stance) -> str | None:
        """Return the id of the outlet's article that carries (or denies) the claim, is not surely later than
        the citing one, and is nearest to it in time; None when the collection holds none.

        Where all are surely later, the nearest of those that surely came within a day.
        """
        kind = stance if stance is Stance.DENIES else Stance.SUPPORTS
        candidates = [one for one in self._articles.get((outlet_id, kind), ()) if one != citing.id]
        possible = [one for one in candidates if not self.is_later(one, citing.id)]
        restamped = [one for one in candidates if self._is_restamped(one, citing.id)]
        return min(possible or restamped, key=lambda one: (self._distance(one, citing.id), one), default=None)

    def _is_restamped(self, giver: str, taker: str) -> bool:
        late, early = self._times[giver], self._times[taker]
        return late is not None and early is not None and late.end - early.start <= RESTAMPED

    def is_later(self, giver: str, taker: str) -> bool:
        """Tell whether the first article is surely later than the second; never where one is undated."""
        late, early = self._times[giver], self._times[taker]
        return late is not None and early is not None and late.surely_after(early)

    def start(self, article_id: str) -> datetime | None:
        """Return the first moment at which an article can have been published, None when it is undated."""
        interval = self._times[article_id]
        return interval.start if interval else None

    def _distance(self, giver: str, taker: str) -> float:
        """Return the seconds between two articles' first moments; infinite when one is undated."""
        first, second = self.start(giver), self.start(taker)
        if first is None or second is None:
            return float("inf")
        return abs((second - first).total_seconds())


def _stances(carrying: Carrying) -> Iterator[Stance]:
    """Yield what others can have from an article: the claim, unless it takes it back, and its denial."""
    if carrying.supports and retraction_of(carrying) is None:
        yield Stance.SUPPORTS
    if any(carrying.denies(mention) for mention in carrying.mentions):
        yield Stance.DENIES
