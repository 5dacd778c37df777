"""An index of clusters by the terms they hold: which are near, and how near.

Clusters that are kept elsewhere are loaded when one is looked at; what becomes of them here stays here, until
whoever keeps them takes it over.
"""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

import msgspec

from ondit.model.claim import Block, Group
from ondit.text.weights import Vector, dot


class Kept(Protocol):
    """Clusters that are kept elsewhere."""

    def group(self, key: str) -> Group | None:
        """Return the cluster with this key, or None."""
        ...

    def numbered(self, number: int) -> Group | None:
        """Return the cluster with this number, or None where it is no more."""
        ...

    def blocks(self, terms: AbstractSet[str], most: int) -> Mapping[str, Block]:
        """Return what is filed under these terms, of each the first `most`; nothing for terms without."""
        ...


class NoneKept:
    """No cluster is kept elsewhere."""

    def group(self, key: str) -> Group | None:
        """Return None."""
        return None

    def numbered(self, number: int) -> Group | None:
        """Return None."""
        return None

    def blocks(self, terms: AbstractSet[str], most: int) -> Mapping[str, Block]:
        """Return nothing."""
        return {}


class Effort(msgspec.Struct, frozen=True):
    """How far the nearest clusters are looked for: `looks` entries of the index, rarest terms first, and
    then `candidates` measured in full, best first. A kept block gives its first `looks` entries, no more."""

    looks: int
    candidates: int


class Cluster:
    """The items of a cluster in the order in which they came, and the sum of their vectors.

    `known` ones keep their key and are never joined to each other. `kept` is the cluster as it is kept.
    """

    def __init__(self, kept: Group | None = None, known: bool = False) -> None:
        self.kept = kept
        self.known = known
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
        self._holders: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._blocks: dict[str, Block] = {}
        self._keys: dict[int, str] = {}
        self._awake: set[int] = set()

    def look_up(self, terms: AbstractSet[str]) -> None:
        """Get what is kept under terms that `nearest` will be asked for."""
        self._blocks.update(self._kept.blocks(terms, self._effort.looks))

    def cluster(self, key: str) -> Cluster:
        """Return a cluster. Raises `KeyError` when there is none with this key."""
        if key not in self.clusters:
            group = self._kept.group(key)
            if group is None:
                raise KeyError(key)
            self._load(group)
        return self.clusters[key]

    def take(self, key: str, members: Sequence[str], vector: Vector) -> None:
        """Put items into a cluster; `vector` is the sum of theirs."""
        cluster = self.cluster(key)
        if cluster.kept and cluster.kept.number not in self._awake:
            self._awake.add(cluster.kept.number)
            cluster.sum = dict(cluster.sum)
            for term, value in cluster.sum.items():
                self._holders[term][key] = value
        self.touched[key] = None
        cluster.members.extend(members)
        self.key_of.update(dict.fromkeys(members, key))
        summed, holders = cluster.sum, self._holders
        for term, value in vector.items():
            summed[term] = holders[term][key] = summed.get(term, 0.0) + value

    def join(self, stays: str, goes: str) -> None:
        """Put the items of one cluster into another."""
        taken = self.remove(goes)
        if taken.kept:
            self.grown[stays] = None
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
            self._awake.add(taken.kept.number)
        for term in taken.sum:
            self._holders[term].pop(key, None)
        return taken

    def average(self, key: str, other: str) -> float:
        """Return the average cosine between the items of two clusters."""
        one, two = self.cluster(key), self.cluster(other)
        return dot(one.sum, two.sum) / (len(one.members) * len(two.members))

    def nearest(self, vector: Vector, without: str = "") -> list[tuple[float, str]]:
        """Return the average cosine of the clusters nearest to a unit vector, best first."""
        found: defaultdict[str, float] = defaultdict(float)
        filed: defaultdict[int, float] = defaultdict(float)
        looks = 0
        for size, term in self._rarest_first(vector):
            looks += size
            if looks > self._effort.looks and (found or filed):
                break
            value, block = vector[term], self._blocks.get(term)
            for key, weight in self._holders[term].items():
                found[key] += value * weight
            if block:
                for number, average in zip(block.numbers, block.averages, strict=True):
                    filed[number] += value * average
        found.pop(without, None)
        partial = [(-value / len(self.clusters[key].members), key, 0) for key, value in found.items()]
        partial += [(-value, "", number) for number, value in filed.items() if number not in self._awake]
        best = heapq.nsmallest(self._effort.candidates, partial)
        keys = [key or self._numbered(number) for _, key, number in best]
        full = [
            (dot(vector, self.clusters[key].sum) / len(self.clusters[key].members), key)
            for key in keys
            if key and key != without
        ]
        return sorted(full, key=lambda one: (-one[0], one[1]))

    def _rarest_first(self, vector: Vector) -> list[tuple[int, str]]:
        """Return the terms that clusters hold, each with how many do, those that fewest hold first."""
        held = []
        for term in vector:
            size = len(self._holders[term]) if term in self._holders else 0
            if term in self._blocks:
                size += len(self._blocks[term].numbers)
            if size:
                held.append((size, term))
        held.sort()
        return held

    def _numbered(self, number: int) -> str:
        """Return the key of a kept cluster, loaded; empty where it is no more."""
        if number not in self._keys:
            group = self._kept.numbered(number)
            self._keys[number] = group.key if group else ""
            if group and group.key not in self.clusters:
                self._load(group)
        return self._keys[number]

    def _load(self, group: Group) -> None:
        self._keys[group.number] = group.key
        self.clusters[group.key] = Cluster(group, known=group.key not in self._open)
