"""Average-link clusters of sparse vectors, to which items can be added at any time.

The average of all cosines between two clusters of unit vectors is the inner product of their sums over the
product of their sizes, so a sum a cluster is all that is kept. Source: UPGMA, Sokal and Michener 1958.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import inf

import msgspec

from ondit.model.ids import content_id
from ondit.text.weights import Vector, dot

Bar = Callable[[Sequence[str], Sequence[str]], float]
"""What average two sets of items need to be one; infinity keeps them apart."""

Near = defaultdict[str, dict[str, float]]
"""Clusters that may be one, with what their average is above the bar, both ways."""


_TWO = 2


class Effort(msgspec.Struct, frozen=True):
    """How far the nearest clusters are looked for: `looks` entries of the index, rarest terms first, and
    then `candidates` measured in full, best first."""

    looks: int
    candidates: int


class Stray(msgspec.Struct, frozen=True):
    """When a single item joins a group below the bar: from the average `floor` on, to a `group` of so many
    items or more, when that average is `margin` times the next group's. Where there is no other group nothing
    shows what is near."""

    floor: float
    margin: float
    group: int


class _Cluster:
    def __init__(self, known: bool = False) -> None:
        self.sum: defaultdict[str, float] = defaultdict(float)
        self.members: list[str] = []
        self.known = known


class _Index:
    """The clusters, and which of them hold a term."""

    def __init__(self, effort: Effort) -> None:
        self.clusters: dict[str, _Cluster] = {}
        self.key_of: dict[str, str] = {}
        self.touched: dict[str, None] = {}
        self.gone: dict[str, None] = {}
        self._holders: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._sizes: dict[str, int] = {}
        self._effort = effort

    def take(self, key: str, members: Sequence[str], vector: Vector) -> None:
        """Put items into a cluster; `vector` is the sum of theirs."""
        cluster = self.clusters[key]
        self.touched[key] = None
        cluster.members.extend(members)
        self._sizes[key] = len(cluster.members)
        self.key_of.update(dict.fromkeys(members, key))
        for term, value in vector.items():
            cluster.sum[term] += value
            self._holders[term][key] = cluster.sum[term]

    def join(self, stays: str, goes: str) -> None:
        """Put the items of one cluster into another."""
        taken = self.clusters.pop(goes)
        self.touched.pop(goes, None)
        self.gone[goes] = None
        for term in taken.sum:
            del self._holders[term][goes]
        self.take(stays, taken.members, taken.sum)

    def average(self, key: str, other: str) -> float:
        """Return the average cosine between the items of two clusters."""
        one, two = self.clusters[key], self.clusters[other]
        return dot(one.sum, two.sum) / (len(one.members) * len(two.members))

    def nearest(self, vector: Vector, without: str = "") -> list[tuple[float, str]]:
        """Return the average cosine of the clusters nearest to a unit vector, best first."""
        found: defaultdict[str, float] = defaultdict(float)
        looks = 0
        for holders, value in sorted(self._postings(vector), key=lambda one: len(one[0])):
            looks += len(holders)
            if looks > self._effort.looks and found:
                break
            for key, weight in holders.items():
                found[key] += value * weight
        found.pop(without, None)
        sizes = self._sizes
        partial = [(-value / sizes[key], key) for key, value in found.items()]
        full = [
            (dot(vector, self.clusters[key].sum) / sizes[key], key)
            for _, key in heapq.nsmallest(self._effort.candidates, partial)
        ]
        return sorted(full, key=lambda one: (-one[0], one[1]))

    def _postings(self, vector: Vector) -> Iterator[tuple[dict[str, float], float]]:
        for term, value in vector.items():
            if holders := self._holders.get(term):
                yield holders, value


class Clusters:
    """Clusters keyed by their founding item, or by the name a known one has."""

    def __init__(self, effort: Effort) -> None:
        self._index = _Index(effort)

    @property
    def key_of(self) -> Mapping[str, str]:
        """The key of the cluster of every item that is in one."""
        return self._index.key_of

    def clusters(self) -> dict[str, tuple[str, ...]]:
        """Return the items of every cluster."""
        return {key: self.members(key) for key in self._index.clusters}

    def members(self, key: str) -> tuple[str, ...]:
        """Return the items of one cluster."""
        return tuple(self._index.clusters[key].members)

    def changes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the keys of the clusters that were founded or grew since this was last asked, and of those
        that are no more."""
        touched, gone = tuple(self._index.touched), tuple(self._index.gone)
        self._index.touched.clear()
        self._index.gone.clear()
        return touched, gone

    def central(self, key: str, vector_of: Callable[[str], Vector]) -> str:
        """Return the item of a cluster that is nearest to all others, the first of equals."""
        cluster = self._index.clusters[key]
        if len(cluster.members) == 1:
            return cluster.members[0]
        return min(cluster.members, key=lambda item: (-dot(vector_of(item), cluster.sum), item))

    def name(self, key: str, prefix: str) -> str:
        """Return the id of a cluster: a known one's key is its id, a new one's is made of its founder."""
        return key if self._index.clusters[key].known else content_id(prefix, key)


class AverageLink(Clusters):
    """Clusters that items join by the average of their cosines.

    `bar` is asked only for averages from `floor` on, below which nothing is joined. Two known clusters are
    never joined, and a known item never moves: names that were given stay good.
    """

    def __init__(self, bar: Bar, floor: float, effort: Effort) -> None:
        super().__init__(effort)
        self._bar = bar
        self._floor = floor

    def seed(self, key: str, vectors: Mapping[str, Vector]) -> None:
        """Lay down a known cluster."""
        self._index.clusters[key] = _Cluster(known=True)
        for item, vector in vectors.items():
            self.put(item, vector, key)
        self._index.touched.pop(key, None)

    def found(self, item: str, vector: Vector) -> None:
        """Let an item found a cluster of its own, which `settle` may join to others."""
        self._index.clusters[item] = _Cluster()
        self.put(item, vector, item)

    def join(self, item: str, vector: Vector) -> str | None:
        """Put an item into the nearest cluster it fits into; return its key, None when it fits nowhere."""
        for average, key in self._index.nearest(vector):
            if average < self._floor:
                return None
            if average >= self._bar(self._index.clusters[key].members, (item,)):
                self.put(item, vector, key)
                return key
        return None

    def put(self, item: str, vector: Vector, key: str) -> None:
        """Put an item into a cluster, whatever the distance."""
        self._index.take(key, (item,), vector)

    def settle(self, keys: Iterable[str]) -> None:
        """Join clusters that belong together, the pair furthest above its bar first; `keys` are the new ones.

        Founded singly and settled at once, items fall into the same clusters in whatever order they came.
        """
        near: Near = defaultdict(dict)
        for key in sorted(set(keys)):
            for average, other in self._index.nearest(self._index.clusters[key].sum, without=key):
                if average >= self._floor and other not in near[key]:
                    self._come_near(near, key, other, average)
        heap = [(-margin, key, other) for key in near for other, margin in near[key].items() if key < other]
        heapq.heapify(heap)
        while heap:
            margin, key, other = heapq.heappop(heap)
            if near.get(key, {}).get(other) == -margin:
                for value, stays, third in self._joined(near, key, other):
                    heapq.heappush(heap, (-value, min(stays, third), max(stays, third)))

    def adopt(self, keys: Iterable[str], stray: Stray) -> None:
        """Join clusters of one item, among those newly founded, to a group that is far nearer than any other.

        All are judged before the first one moves, so the order of the keys does not matter.
        """
        moves = [(home, key) for key in sorted(set(keys)) if (home := self._home(key, stray))]
        for home, key in moves:
            self._index.join(home, key)

    def _home(self, key: str, stray: Stray) -> str | None:
        cluster = self._index.clusters.get(key)
        if cluster is None or len(cluster.members) > 1:
            return None
        groups = [
            (average, other)
            for average, other in self._index.nearest(cluster.sum, without=key)
            if len(self._index.clusters[other].members) >= stray.group
        ]
        if len(groups) < _TWO or groups[0][0] < stray.floor:
            return None
        return groups[0][1] if groups[0][0] >= stray.margin * groups[1][0] else None

    def _come_near(self, near: Near, key: str, other: str, average: float) -> float | None:
        """Note by how much two clusters are above their bar; None, and nothing noted, where they are not."""
        one, two = self._index.clusters[key], self._index.clusters[other]
        margin = -inf if one.known and two.known else average - self._bar(one.members, two.members)
        if margin < 0:
            return None
        near[key][other] = near[other][key] = margin
        return margin

    def _joined(self, near: Near, key: str, other: str) -> list[tuple[float, str, str]]:
        """Join two clusters; return what the joined one, which keeps a known or else the larger one's key,
        is near to now: margin, its key, the other's.

        An average is never above both of its parts', so no cluster that was near neither can have come near.
        """
        one, two = self._index.clusters[key], self._index.clusters[other]
        first_stays = (one.known, len(one.members), other) > (two.known, len(two.members), key)
        stays, goes = (key, other) if first_stays else (other, key)
        self._index.join(stays, goes)
        others = (set(near.pop(stays)) | set(near.pop(goes))) - {stays, goes}
        fresh = []
        for third in sorted(others):
            near[third].pop(stays, None)
            near[third].pop(goes, None)
            average = self._index.average(stays, third)
            if average >= self._floor:
                margin = self._come_near(near, stays, third, average)
                if margin is not None:
                    fresh.append((margin, stays, third))
        return fresh
