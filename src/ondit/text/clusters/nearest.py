"""An index of clusters by the terms they hold: which are near, and how near.

Clusters that are kept elsewhere are loaded when one is looked at; what becomes of them here stays here, until
whoever keeps them takes it over.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

import numpy as np

from ondit.model.claim import Group
from ondit.text.clusters.postings import (
    Effort,
    Filed,
    Integers,
    Partial,
    Rows,
    best,
    by_term,
    rarest,
    rows_of,
    shared,
    summed,
)
from ondit.text.weights import Vector, dot

Near = tuple[float, str]
"""The average cosine of a cluster, and its key."""

_HERE = 1 << 32  # numbers of clusters in memory count from here, above those that are kept
_NOTHING = np.zeros(0, np.int64)


class Kept(Protocol):
    """Clusters that are kept elsewhere."""

    def group(self, key: str) -> Group | None:
        """Return the cluster with this key, or None."""
        ...

    def numbered(self, numbers: Sequence[int]) -> Sequence[Group]:
        """Return the clusters with these numbers, but for those that are no more."""
        ...

    def counts(self, terms: Sequence[str], most: int) -> Integers:
        """Return how many are filed under each of these terms, at most `most`."""
        ...

    def filed(self, terms: Sequence[str], most: int) -> Filed:
        """Return what is filed under these terms, of each the first `most`."""
        ...


class NoneKept:
    """No cluster is kept elsewhere."""

    def group(self, key: str) -> Group | None:
        """Return None."""
        return None

    def numbered(self, numbers: Sequence[int]) -> Sequence[Group]:
        """Return nothing."""
        return ()

    def counts(self, terms: Sequence[str], most: int) -> Integers:
        """Return 0 for each."""
        return np.zeros(len(terms), np.int64)

    def filed(self, terms: Sequence[str], most: int) -> Filed:
        """Return nothing for each."""
        return Filed(np.zeros(len(terms), np.int64), _NOTHING, np.zeros(0))


class Cluster:
    """The items of a cluster in the order in which they came, and the sum of their vectors.

    `known` ones keep their key and are never joined to each other. `kept` is the cluster as it is kept;
    `changed` tells whether it is other than that.
    """

    def __init__(self, kept: Group | None = None, known: bool = False) -> None:
        self.kept = kept
        self.known = known
        self.changed = kept is None
        self.members: list[str] = list(kept.members) if kept else []
        self.sum: dict[str, float] = kept.vector if kept else {}


class ClusterIndex:
    """The clusters looked at, and which of all hold a term. `open` are the keys of kept clusters that may
    still be joined to each other."""

    def __init__(self, effort: Effort, kept: Kept, open: AbstractSet[str] = frozenset()) -> None:
        self.clusters: dict[str, Cluster] = {}
        self.key_of: dict[str, str] = {}
        self.touched: dict[str, None] = {}
        self.grown: dict[str, None] = {}
        self.gone: dict[str, None] = {}
        self._effort = effort
        self._kept, self._open = kept, open
        self._keys: dict[int, str] = {}
        self._within: dict[str, str] = {}

    def cluster(self, key: str) -> Cluster:
        """Return a cluster. Raises `KeyError` when there is none with this key."""
        if key not in self.clusters:
            group = self._kept.group(key)
            if group is None:
                raise KeyError(key)
            self._load(group)
        return self.clusters[key]

    def found(self, key: str) -> None:
        """Begin a cluster."""
        self._within.pop(key, None)
        self.clusters[key] = Cluster()

    def home(self, key: str) -> str:
        """Return the key of the cluster that one was joined to, its own while it was not."""
        while key in self._within:
            key = self._within[key]
        return key

    def take(self, key: str, members: Sequence[str], vector: Vector) -> None:
        """Put items into a cluster; `vector` is the sum of theirs."""
        cluster = self.cluster(key)
        if not cluster.changed:
            cluster.changed, cluster.sum = True, dict(cluster.sum)
        self.touched[key] = None
        cluster.members.extend(members)
        self.key_of.update(dict.fromkeys(members, key))
        summed = cluster.sum
        for term, value in vector.items():
            summed[term] = summed.get(term, 0.0) + value

    def join(self, stays: str, goes: str) -> None:
        """Put the items of one cluster into another."""
        taken = self.remove(goes)
        if taken.kept:
            self.grown[stays] = None
        self._within[goes] = stays
        self.take(stays, taken.members, taken.sum)

    def remove(self, key: str) -> Cluster:
        """Take a cluster away and return it."""
        taken = self.cluster(key)
        del self.clusters[key]
        self.touched.pop(key, None)
        self.grown.pop(key, None)
        if taken.kept:
            self.gone[key] = None
            self._keys[taken.kept.number] = ""
        return taken

    def average(self, key: str, other: str) -> float:
        """Return the average cosine between the items of two clusters."""
        one, two = self.cluster(key), self.cluster(other)
        return dot(one.sum, two.sum) / (len(one.members) * len(two.members))

    def nearest(self, vectors: Mapping[str, Vector]) -> dict[str, list[Near]]:
        """Return for every unit vector the clusters nearest to it, best first; that with the vector's own key
        is not among them."""
        here = sorted(key for key, cluster in self.clusters.items() if cluster.changed)
        pairs = self._candidates(vectors, here)
        numbers = np.unique(pairs.holders[pairs.holders < _HERE]).tolist()
        for group in self._kept.numbered([number for number in numbers if number not in self._keys]):
            self._keys[group.number] = group.key
            if group.key not in self.clusters:
                self._load(group)
        items, found = list(vectors), {key: list[Near]() for key in vectors}
        for item, holder in zip(pairs.items.tolist(), pairs.holders.tolist(), strict=True):
            key = here[holder - _HERE] if holder >= _HERE else self._keys.get(holder)
            if key:
                cluster = self.clusters[key]
                average = dot(vectors[items[item]], cluster.sum) / len(cluster.members)
                found[items[item]].append((average, key))
        return {item: sorted(near, key=lambda one: (-one[0], one[1])) for item, near in found.items()}

    def _candidates(self, vectors: Mapping[str, Vector], here: Sequence[str]) -> Partial:
        """Return the clusters with the rarest terms of each vector: those `here` numbered from `_HERE`, those
        that are kept, and as they are kept, by their own numbers."""
        terms = sorted({term for vector in vectors.values() for term in vector})
        looks = self._effort.looks
        numbers = {term: number for number, term in enumerate(terms)}
        items = rows_of(list(vectors.values()), numbers)
        held = by_term(self._averages(here, numbers), len(terms))
        place = {key: number for number, key in enumerate(here)}
        own = np.array([place.get(key, -1) for key in vectors], np.int64)
        others = np.minimum(held.lengths, looks) + self._kept.counts(terms, looks)
        looked = rarest(items, others[items.terms] - (own[items.rows] >= 0), looks)
        parts = shared(looked, held, looks)
        parts = parts.where(parts.holders != own[parts.items])
        wanted = np.unique(looked.terms)
        filed = self._kept.filed([terms[number] for number in wanted.tolist()], looks)
        kept = shared(Rows(looked.rows, np.searchsorted(wanted, looked.terms), looked.values), filed, looks)
        other = [number for number, key in self._keys.items() if not key or self.clusters[key].changed]
        kept = kept.where(~np.isin(kept.holders, np.array(other, np.int64)))
        pairs = Partial(
            np.concatenate([kept.items, parts.items]),
            np.concatenate([kept.holders, parts.holders + _HERE]),
            np.concatenate([kept.sums, parts.sums]),
        )
        return best(summed(pairs), self._effort.candidates)

    def _averages(self, keys: Sequence[str], numbers: Mapping[str, int]) -> Rows:
        """Return clusters as rows of the average of their members."""
        clusters = [self.clusters[key] for key in keys]
        rows = rows_of([cluster.sum for cluster in clusters], numbers)
        sizes = np.array([len(cluster.members) for cluster in clusters], np.float64)
        return Rows(rows.rows, rows.terms, rows.values / sizes[rows.rows] if len(sizes) else rows.values)

    def _load(self, group: Group) -> None:
        self._keys[group.number] = group.key
        self.clusters[group.key] = Cluster(group, known=group.key not in self._open)
