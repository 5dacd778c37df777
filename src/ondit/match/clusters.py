"""Average-link clusters of sparse vectors that grow item by item.

The average of all cosines between two clusters of unit vectors is the inner product of their sums over the
product of their sizes, so a sum a cluster is all that is kept. Source: UPGMA, Sokal and Michener 1958.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ondit.model.ids import content_id
from ondit.text.weights import Vector, dot

Bar = Callable[[Sequence[str], Sequence[str]], float]
"""What average two sets of items need to be one; infinity keeps them apart."""

_LOOKS = 500  # index entries looked up for one item, rarest terms first; 10,000 find no better clusters
_CANDIDATES = 20  # clusters that are measured in full for one item, best first by the terms that find them


class _Cluster:
    def __init__(self, known: bool = False) -> None:
        self.sum: defaultdict[str, float] = defaultdict(float)
        self.members: list[str] = []
        self.known = known

    def take(self, item: str, vector: Vector) -> None:
        self.members.append(item)
        for term, value in vector.items():
            self.sum[term] += value


class AverageLink:
    """Clusters keyed by their founding item, or by the name a known one has.

    `bar` is asked only for averages from `floor` on, below which nothing is joined.
    Two known clusters are never joined, and a known item never moves: names that were given stay good.
    """

    def __init__(self, bar: Bar, floor: float) -> None:
        self._bar = bar
        self._floor = floor
        self._clusters: dict[str, _Cluster] = {}
        self._holders: defaultdict[str, dict[str, float]] = defaultdict(dict)

    def seed(self, key: str, vectors: Mapping[str, Vector]) -> None:
        """Lay down a known cluster."""
        cluster = self._clusters[key] = _Cluster(known=True)
        for item, vector in vectors.items():
            cluster.take(item, vector)
        self._index(key, cluster.sum)

    def found(self, item: str, vector: Vector) -> None:
        """Let an item found a cluster of its own, which `settle` may join to others."""
        self._clusters[item] = _Cluster()
        self._clusters[item].take(item, vector)
        self._index(item, vector)

    def join(self, item: str, vector: Vector) -> str | None:
        """Put an item into the nearest cluster it fits into; return its key, None when it fits nowhere."""
        for average, key in self._nearest(vector, 1):
            if average >= self._bar(self._clusters[key].members, (item,)):
                self._clusters[key].take(item, vector)
                self._index(key, vector)
                return key
        return None

    def settle(self, keys: Iterable[str]) -> None:
        """Join clusters that belong together, the nearest pair first; only pairs with one of `keys` are new.

        Founded singly and settled at once, items fall into the same clusters in whatever order they came.
        """
        heap: list[tuple[float, str, str]] = []
        for key in sorted(set(keys)):
            self._offer(heap, key)
        while heap:
            _, first, second = heapq.heappop(heap)
            if first in self._clusters and second in self._clusters:
                joined = self._join(first, second)
                if joined:
                    self._offer(heap, joined)

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

    def members(self, key: str) -> Sequence[str]:
        """Return the items of one cluster."""
        return self._clusters[key].members

    def _index(self, key: str, vector: Vector) -> None:
        for term in vector:
            self._holders[term][key] = self._clusters[key].sum[term]

    def _nearest(self, vector: Vector, size: int, without: str = "") -> list[tuple[float, str]]:
        """Return the average cosine of the clusters nearest to a sum of `size` vectors, best first."""
        found: defaultdict[str, float] = defaultdict(float)
        looks = 0
        for holders, value in sorted(self._postings(vector), key=lambda one: len(one[0])):
            looks += len(holders)
            if looks > _LOOKS and found:
                break
            for key, weight in holders.items():
                found[key] += value * weight
        found.pop(without, None)
        clusters = self._clusters
        partial = [(-value / len(clusters[key].members), key) for key, value in found.items()]
        full = []
        for _, key in heapq.nsmallest(_CANDIDATES, partial):
            cluster = clusters[key]
            average = dot(vector, cluster.sum) / (size * len(cluster.members))
            if average >= self._floor:
                full.append((average, key))
        return sorted(full, key=lambda one: (-one[0], one[1]))

    def _postings(self, vector: Vector) -> Iterator[tuple[dict[str, float], float]]:
        for term, value in vector.items():
            if holders := self._holders.get(term):
                yield holders, value

    def _offer(self, heap: list[tuple[float, str, str]], key: str) -> None:
        cluster = self._clusters[key]
        for average, other in self._nearest(cluster.sum, len(cluster.members), without=key):
            members = self._clusters[other].members
            both_known = cluster.known and self._clusters[other].known
            if not both_known and average >= self._bar(members, cluster.members):
                heapq.heappush(heap, (-average, min(key, other), max(key, other)))

    def _join(self, first: str, second: str) -> str | None:
        """Join two clusters if they still belong together; return the key that stays."""
        one, other = self._clusters[first], self._clusters[second]
        average = dot(one.sum, other.sum) / (len(one.members) * len(other.members))
        if (one.known and other.known) or average < self._bar(one.members, other.members):
            return None
        stays, goes = (
            (second, first) if other.known or len(other.members) > len(one.members) else (first, second)
        )
        if one.known:
            stays, goes = first, second
        taken = self._clusters.pop(goes)
        cluster = self._clusters[stays]
        cluster.members.extend(taken.members)
        for term, value in taken.sum.items():
            cluster.sum[term] += value
            self._holders[term].pop(goes, None)
        self._index(stays, taken.sum)
        return stays
