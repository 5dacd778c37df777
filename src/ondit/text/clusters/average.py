"""Average-link clusters of sparse vectors, to which items can be added at any time.

The average of all cosines between two clusters of unit vectors is the inner product of their sums over the
product of their sizes, so a sum a cluster is all that is kept. Source: UPGMA, Sokal and Michener 1958.
"""

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import inf
from typing import Protocol

import msgspec

from ondit.model.claim import Group
from ondit.model.ids import content_id
from ondit.text.clusters.nearest import Cluster, ClusterIndex, Kept, Near, NoneKept
from ondit.text.clusters.postings import Effort
from ondit.text.weights import Vector, dot


class Bar(Protocol):
    """What average two sets of items need to be one."""

    def needed(self, items: Sequence[str], others: Sequence[str], average: float) -> float:
        """Return what they need, given the average they have; infinity keeps them apart, and is answer enough
        where theirs is surely below."""
        ...

    def least(self, items: Sequence[str], others: Sequence[str]) -> float:
        """Return what they need at least: quicker to tell than what they need."""
        ...


class Level(msgspec.Struct, frozen=True):
    """The same bar for all."""

    height: float

    def needed(self, items: Sequence[str], others: Sequence[str], average: float) -> float:
        """Return the height."""
        return self.height

    def least(self, items: Sequence[str], others: Sequence[str]) -> float:
        """Return the height."""
        return self.height


_TWO = 2
_SLACK = 0.02  # an average so little below that which was highest is joined as if it were the highest
_NONE: AbstractSet[str] = frozenset()
CENTRAL_OF = 50  # of a cluster's items, the first that came, among which the central one is looked for


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

    def kept_size(self, key: str) -> int:
        """Return how many items of a cluster are kept: those come first."""
        kept = self._index.cluster(key).kept
        return len(kept.members) if kept else 0

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
        firsts = cluster.members[:CENTRAL_OF]
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
        self._crowd = effort.candidates
        self._near: dict[str, list[Near]] = {}

    def look_up(self, vectors: Mapping[str, Vector]) -> None:
        """Find the clusters near items, all at once: those that are founded and those to be joined."""
        self._near.update(self._index.nearest(vectors))

    def found(self, item: str, vector: Vector) -> None:
        """Let an item found a cluster of its own, which `settle` may join to others."""
        self._index.found(item)
        self.put(item, vector, item)

    def dissolve(self, keys: Iterable[str]) -> list[str]:
        """Take clusters apart; return their items, which are then in none."""
        return [item for key in sorted(keys) for item in self._index.remove(key).members]

    def join(self, item: str, vector: Vector) -> str | None:
        """Put an item that was looked up into the nearest cluster it fits into; return its key, None when it
        fits nowhere."""
        for average, key in self._now_near(item, vector):
            if average < self._floor:
                return None
            if average >= self._bar.needed(self._index.clusters[key].members, (item,), average):
                self.put(item, vector, key)
                return key
        return None

    def put(self, item: str, vector: Vector, key: str) -> None:
        """Put an item into a cluster, whatever the distance."""
        self._index.take(key, (item,), vector)

    def settle(self, keys: Iterable[str]) -> None:
        """Join clusters that belong together, the pair furthest above its bar first; `keys` are those newly
        founded, that were looked up.

        Founded singly and settled at once, items fall into the same clusters in whatever order they came. The
        members of a large cluster may have been candidates of each other only; so it is looked up once more,
        as a whole.
        """
        homes = set(keys)
        self._join_near(homes)
        crowded = {
            key: {term: value / len(cluster.members) for term, value in cluster.sum.items()}
            for key in sorted({self._index.home(one) for one in homes})
            if len((cluster := self._index.clusters[key]).members) > self._crowd
        }
        if crowded:
            self.look_up(crowded)
            self._join_near(crowded)

    def _join_near(self, keys: Iterable[str]) -> None:
        pairs = {
            (min(key, other), max(key, other)): average
            for key in sorted(keys)
            for average, other in self._near.get(key, ())
            if average >= self._floor
        }
        _Joining(self._index, self._bar, self._floor).run(pairs)

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
            for average, other in self._now_near(key, cluster.sum)
            if len(self._index.clusters[other].members) >= stray.group
        ]
        if len(groups) < _TWO or groups[0][0] < stray.floor:
            return None
        return groups[0][1] if groups[0][0] >= stray.margin * groups[1][0] else None

    def _now_near(self, item: str, vector: Vector) -> list[Near]:
        """Return the clusters near an item that was looked up, as they have become, best first."""
        clusters, keys = self._index.clusters, {self._index.home(key) for _, key in self._near.get(item, ())}
        near = [
            (dot(vector, clusters[key].sum) / len(clusters[key].members), key)
            for key in keys - {item, self._index.key_of.get(item)}
        ]
        return sorted(near, key=lambda one: (-one[0], one[1]))


class _Joining:
    """One run of joining pairs of clusters, that furthest above its bar first.

    A pair is two keys of clusters that may have been joined to others since. What it was above its bar is
    reckoned again only when it is the highest: so a pair waits till then though its clusters have grown. One
    that is below its bar is forgotten: what a joined cluster is above its bar is the average of what its
    parts were, so it can reach the bar only where another part does, and that pair is waiting.
    """

    def __init__(self, index: ClusterIndex, bar: Bar, floor: float) -> None:
        self._index, self._bar, self._floor = index, bar, floor
        self._heap: list[tuple[float, str, str]] = []
        self._margins: dict[tuple[str, str], tuple[int, float]] = {}

    def run(self, pairs: Mapping[tuple[str, str], float]) -> None:
        """Join until no pair is left that may be one; `pairs` are as they are now, with their averages."""
        for (key, other), average in pairs.items():
            self._expect(key, other, average)
        while self._heap:
            minus_margin, one, two = heapq.heappop(self._heap)
            key, other = self._homes(one, two)
            if key == other:
                continue
            if self._margin(key, other) >= max(0.0, -minus_margin - _SLACK):
                self._join(key, other)
            else:
                self._offer(key, other)

    def _expect(self, key: str, other: str, average: float) -> None:
        """Let a pair that may be above its bar wait as if it needed the least: many will have been joined by
        way of others when its turn comes."""
        one, two = self._index.clusters[key], self._index.clusters[other]
        margin = average - self._bar.least(one.members, two.members)
        if margin >= 0 and not (one.known and two.known):
            heapq.heappush(self._heap, (-margin, key, other))

    def _offer(self, key: str, other: str) -> None:
        """Let a pair that is above its bar wait for its turn."""
        margin = self._margin(key, other)
        if margin >= 0:
            heapq.heappush(self._heap, (-margin, key, other))

    def _homes(self, one: str, two: str) -> tuple[str, str]:
        home, other = self._index.home(one), self._index.home(two)
        return min(home, other), max(home, other)

    def _margin(self, key: str, other: str) -> float:
        """Return by how much two clusters are above their bar, reckoned once for each size they have
        together."""
        one, two = self._index.clusters[key], self._index.clusters[other]
        if one.known and two.known:
            return -inf
        size = len(one.members) + len(two.members)
        found = self._margins.get((key, other))
        if found is None or found[0] != size:
            average = self._index.average(key, other)
            margin = (
                average - self._bar.needed(one.members, two.members, average)
                if average >= self._floor
                else -inf
            )
            self._margins[key, other] = found = size, margin
        return found[1]

    def _join(self, key: str, other: str) -> None:
        """Join two clusters. The joined one keeps the key of the known one, else of the kept one, else of the
        larger one."""
        one, two = self._index.clusters[key], self._index.clusters[other]
        first_stays = _standing(one, other) > _standing(two, key)
        self._index.join(*((key, other) if first_stays else (other, key)))


def _standing(cluster: Cluster, other: str) -> tuple[bool, bool, int, str]:
    return cluster.known, cluster.kept is not None, len(cluster.members), other
