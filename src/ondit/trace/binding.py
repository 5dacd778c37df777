"""Binding: the article of the collection that a cited outlet stands for."""

from collections.abc import Mapping
from datetime import datetime

from ondit.model.article import Article
from ondit.model.provenance import Stance
from ondit.model.time import Interval
from ondit.trace.carrying import Carrying


class Shelf:
    """The carriers of a claim by outlet, to find the article that a citing article can mean."""

    def __init__(self, carryings: Mapping[str, Carrying]) -> None:
        self._articles: dict[str, list[Carrying]] = {}
        self._times: dict[str, Interval | None] = {}
        for article_id, carrying in carryings.items():
            self._times[article_id] = carrying.article.published_interval
            outlet = carrying.reading.resolved.outlet
            if outlet:
                self._articles.setdefault(outlet.id, []).append(carrying)

    def article_of(self, outlet_id: str, citing: Article, stance: Stance) -> str | None:
        """Return the id of the outlet's article that carries (or denies) the claim, is not surely later than
        the citing one, and is nearest to it in time; None when the collection holds none.

        A page that is surely later cannot be what was cited: the outlet must have written of it before, in a
        page nobody has collected.
        """
        candidates = [
            carrying.article.id
            for carrying in self._articles.get(outlet_id, ())
            if carrying.article.id != citing.id
            and _can_give(carrying, stance)
            and not self.is_later(carrying.article.id, citing.id)
        ]
        return min(candidates, key=lambda one: (self._distance(one, citing.id), one), default=None)

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


def _can_give(carrying: Carrying, stance: Stance) -> bool:
    if stance is Stance.DENIES:
        return any(carrying.denies(mention) for mention in carrying.mentions)
    return carrying.supports
