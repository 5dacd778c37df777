"""Average-link clusters of sparse vectors, to which items can be added at any time.

The average of all cosines between two clusters of unit vectors is the inner product of their sums over the
product of their sizes, so a sum a cluster is all that is kept. Source: UPGMA, Sokal and Michener 1958.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import inf

import msgspec

from ondit.model.claim import Group
from ondit.model.ids import content_id
from ondit.text.nearest import Cluster, ClusterIndex, Effort, Kept, NoneKept
from ondit.text.weights import Vector, dot

Bar = Callable[[Sequence[str], Sequence[str], float], float]
"""What average two sets of items need to be one, given the one they have; infinity keeps them apart, and is
answer enough where theirs is surely below."""

Near = defaultdict[str, dict[str, float]]
"""Clusters that may be one, with what their average is above the bar, both ways."""


_TWO = 2
_NONE: AbstractSet[str] = frozenset()
_CENTRAL_OF = 50  # of a cluster's items, the first that came, among which the central one is looked for


class Stray(msgspec.Struct, frozen=True):
    """When a single item joins a group below the bar: from the average `floor` on, to a `group` of so many
    items or more, when that average is `margin` times the next group's. Where there is no other group nothing
    shows what is near."""

    floor: float
    margin: float
    group: int


class Clusters:
    """Clusters keyed by their founding item, or by the name a known one has."""

    def __init__(self, effort: Effort, kept: Kept, open: AbstractSet[str]) -> None:
        self._index = ClusterIndex(effort, kept, open)

    @property
    def key_of(self) -> Mapping[str, str]:
        """The key of the cluster of every item that was put into one."""
        return self._index.key_of

    def clusters(self) -> dict[str, tuple[str, ...]]:
        """Return the items of every cluster looked at."""
        return {key: self.members(key) for key in self._index.clusters}

    def members(self, key: str) -> tuple[str, ...]:
        """Return the items of one cluster, in the order in which they came."""
        return tuple(self._index.cluster(key).members)

    def sum(self, key: str) -> Vector:
        """Return the sum of the vectors of one cluster."""
        return self._index.cluster(key).sum

    @property
    def touched(self) -> tuple[str, ...]:
        """The keys of the clusters that were founded or grew."""
        return tuple(self._index.touched)

    @property
    def grown(self) -> tuple[str, ...]:
        """The keys of the clusters that took in a kept one."""
        return tuple(self._index.grown)

    def gone(self) -> tuple[str, ...]:
        """Return the names of kept clusters that are no more."""
        return tuple(self._index.gone)

    def central(self, key: str, vector_of: Callable[[str], Vector]) -> str:
        """Return that one of a cluster's first items which is nearest to all others, the first of equals."""
        cluster = self._index.cluster(key)
        if len(cluster.members) == 1:
            return cluster.members[0]
        firsts = cluster.members[:_CENTRAL_OF]
        return min(firsts, key=lambda item: (-dot(vector_of(item), cluster.sum), item))

    def name(self, key: str, prefix: str) -> str:
        """Return the id of a cluster: a kept one's key is its id, a new one's is made of its founder."""
        cluster = self._index.clusters.get(key)
        return content_id(prefix, key) if cluster and not cluster.kept else key

    def group(self, key: str, prefix: str) -> Group:
        """Return a cluster as it is to be kept."""
        cluster = self._index.cluster(key)
        filed: Mapping[str, float] = cluster.kept.vector if cluster.kept else {}
        return Group(
            key=self.name(key, prefix),
            number=cluster.kept.number if cluster.kept else 0,
            members=tuple(cluster.members),
            vector=cluster.sum,
            fresh=tuple(term for term in cluster.sum if term not in filed),
        )


class AverageLink(Clusters):
    """Clusters that items join by the average of their cosines.

    `bar` is asked only for averages from `floor` on, below which nothing is joined. Clusters that are `kept`
    elsewhere are known: two of them are never joined, unless both are `open`, and their items do not move.
    """

    def __init__(
        self,
        bar: Bar,
        floor: float,
        effort: Effort,
        kept: Kept | None = None,
        open: AbstractSet[str] = frozenset(),
    ) -> None:
        super().__init__(effort, kept or NoneKept(), open)
        self._bar = bar
        self._floor = floor

    def look_up(self, terms: AbstractSet[str]) -> None:
        """Make ready for items with these terms, all at once."""
        self._index.look_up(terms)

    def found(self, item: str, vector: Vector) -> None:
        """Let an item found a cluster of its own, which `settle` may join to others."""
        self._index.clusters[item] = Cluster()
        self.put(item, vector, item)

    def dissolve(self, keys: Iterable[str]) -> list[str]:
        """Take clusters apart; return their items, which are then in none."""
        return [item for key in sorted(keys) for item in self._index.remove(key).members]

    def join(self, item: str, vector: Vector) -> str | None:
        """Put an item into the nearest cluster it fits into; return its key, None when it fits nowhere."""
        for average, key in self._index.nearest(vector):
            if average < self._floor:
                return None
            if average >= self._bar(self._index.clusters[key].members, (item,), average):
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
        both_known = one.known and two.known
        margin = -inf if both_known else average - self._bar(one.members, two.members, average)
        if margin < 0:
            return None
        near[key][other] = near[other][key] = margin
        return margin

    def _joined(self, near: Near, key: str, other: str) -> list[tuple[float, str, str]]:
        """Join two clusters; return what the joined one is near to now: margin, its key, the
        other's. It keeps the key of the known one, else of the kept one, else of the larger one.

        An average is never above both of its parts', so no cluster that was near neither can have come near.
        """
        one, two = self._index.clusters[key], self._index.clusters[other]
        first_stays = _standing(one, other) > _standing(two, key)
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


def _standing(cluster: Cluster, other: str) -> tuple[bool, bool, int, str]:
    return cluster.known, cluster.kept is not None, len(cluster.members), other
