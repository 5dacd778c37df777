"""Average-link clusters of sparse vectors, to which items can be added at any time.

The average of all cosines between two clusters of unit vectors is the inner product of their sums over the
product of their sizes, so a sum a cluster is all that is kept. Source: UPGMA, Sokal and Michener 1958.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from ondit.model.ids import content_id
from ondit.text.weights import Vector, dot

Bar = Callable[[Sequence[str], Sequence[str]], float]
"""What average two sets of items need to be one; infinity keeps them apart."""


class Effort(msgspec.Struct, frozen=True):
    """How far the nearest clusters are looked for: `looks` entries of the index, rarest terms first, and
    then `candidates` measured in full, best first."""

    looks: int
    candidates: int


class _Cluster:
    def __init__(self, known: bool = False) -> None:
        self.sum: defaultdict[str, float] = defaultdict(float)
        self.members: list[str] = []
        self.known = known

    def take(self, members: Iterable[str], vector: Vector) -> None:
        self.members.extend(members)
        for term, value in vector.items():
            self.sum[term] += value


class AverageLink:
    """Clusters keyed by their founding item, or by the name a known one has.

    `bar` is asked only for averages from `floor` on, below which nothing is joined. Two known clusters are
    never joined, and a known item never moves: names that were given stay good.
    """

    def __init__(self, bar: Bar, floor: float, effort: Effort) -> None:
        self._bar = bar
        self._floor = floor
        self._effort = effort
        self._clusters: dict[str, _Cluster] = {}
        self._key_of: dict[str, str] = {}
        self._holders: defaultdict[str, dict[str, float]] = defaultdict(dict)

    def seed(self, key: str, vectors: Mapping[str, Vector]) -> None:
        """Lay down a known cluster."""
        self._clusters[key] = _Cluster(known=True)
        for item, vector in vectors.items():
            self._take(key, (item,), vector)

    def found(self, item: str, vector: Vector) -> None:
        """Let an item found a cluster of its own, which `settle` may join to others."""
        self._clusters[item] = _Cluster()
        self._take(item, (item,), vector)

    def join(self, item: str, vector: Vector) -> str | None:
        """Put an item into the nearest cluster it fits into; return its key, None when it fits nowhere."""
        for average, key in self._nearest(vector):
            if average >= self._bar(self._clusters[key].members, (item,)):
                return self.put(item, vector, key)
        return None

    def put(self, item: str, vector: Vector, key: str) -> str:
        """Put an item into a cluster, whatever the distance; return the cluster's key."""
        self._take(key, (item,), vector)
        return key

    def key(self, item: str) -> str | None:
        """Return the key of the cluster that holds an item, None when none does."""
        return self._key_of.get(item)

    def settle(self, keys: Iterable[str]) -> None:
        """Join clusters that belong together, the nearest pair first; `keys` are those newly founded.

        Founded singly and settled at once, items fall into the same clusters in whatever order they came.
        """
        near: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for key in sorted(set(keys)):
            for average, other in self._nearest(self._clusters[key].sum, without=key):
                near[key][other] = near[other][key] = average
        heap = [(-average, key, other) for key in near for other, average in near[key].items() if key < other]
        heapq.heapify(heap)
        while heap:
            average, key, other = heapq.heappop(heap)
            if near.get(key, {}).get(other) == -average and self._may_join(key, other, -average):
                stays, goes = self._join(key, other)
                for third, value in self._new_averages(near, stays, goes):
                    near[stays][third] = near[third][stays] = value
                    heapq.heappush(heap, (-value, min(stays, third), max(stays, third)))

    def clusters(self) -> dict[str, tuple[str, ...]]:
        """Return the items of every cluster, in the order in which they came."""
        return {key: tuple(cluster.members) for key, cluster in self._clusters.items()}

    def central(self, key: str, vectors: Mapping[str, Vector]) -> str:
        """Return the item of a cluster that is nearest to all others, the first of equals."""
        total = self._clusters[key].sum
        return max(self._clusters[key].members, key=lambda item: dot(vectors[item], total))

    def name(self, key: str, prefix: str) -> str:
        """Return the id of a cluster: a known one's key is its id, a new one's is made of its founder."""
        return key if self._clusters[key].known else content_id(prefix, key)

    def _take(self, key: str, members: Sequence[str], vector: Vector) -> None:
        cluster = self._clusters[key]
        cluster.take(members, vector)
        self._key_of.update(dict.fromkeys(members, key))
        for term in vector:
            self._holders[term][key] = cluster.sum[term]

    def _nearest(self, vector: Vector, without: str = "") -> list[tuple[float, str]]:
        """Return the average cosine of the clusters nearest to a unit vector, best first."""
        clusters = self._clusters
        found: defaultdict[str, float] = defaultdict(float)
        looks = 0
        for holders, value in sorted(self._postings(vector), key=lambda one: len(one[0])):
            looks += len(holders)
            if looks > self._effort.looks and found:
                break
            for key, weight in holders.items():
                found[key] += value * weight
        found.pop(without, None)
        partial = [(-value / len(clusters[key].members), key) for key, value in found.items()]
        full = [
            (dot(vector, clusters[key].sum) / len(clusters[key].members), key)
            for _, key in heapq.nsmallest(self._effort.candidates, partial)
        ]
        return sorted((one for one in full if one[0] >= self._floor), key=lambda one: (-one[0], one[1]))

    def _postings(self, vector: Vector) -> Iterator[tuple[dict[str, float], float]]:
        for term, value in vector.items():
            if holders := self._holders.get(term):
                yield holders, value

    def _may_join(self, key: str, other: str, average: float) -> bool:
        one, two = self._clusters[key], self._clusters[other]
        return not (one.known and two.known) and average >= self._bar(one.members, two.members)

    def _join(self, key: str, other: str) -> tuple[str, str]:
        """Join two clusters; return the key that stays, a known or else the larger one's, and the other."""
        one, two = self._clusters[key], self._clusters[other]
        first_stays = (one.known, len(one.members), other) > (two.known, len(two.members), key)
        stays, goes = (key, other) if first_stays else (other, key)
        taken = self._clusters.pop(goes)
        for term in taken.sum:
            del self._holders[term][goes]
        self._take(stays, taken.members, taken.sum)
        return stays, goes

    def _new_averages(
        self, near: defaultdict[str, dict[str, float]], stays: str, goes: str
    ) -> list[tuple[str, float]]:
        """Return the averages of a joined cluster to those near either part, from the floor on.

        An average is never above both of its parts', so no other cluster can have come near.
        """
        others = (set(near[stays]) | set(near.pop(goes))) - {stays, goes}
        near[stays] = {}
        cluster = self._clusters[stays]
        fresh = []
        for third in sorted(others):
            near[third].pop(stays, None)
            near[third].pop(goes, None)
            other = self._clusters[third]
            value = dot(cluster.sum, other.sum) / (len(cluster.members) * len(other.members))
            if value >= self._floor:
                fresh.append((third, value))
        return fresh
