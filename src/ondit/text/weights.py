"""Tf-idf: how much a term tells, and sparse vectors of unit length."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

Vector = Mapping[str, float]

_PRIOR = (
    50  # documents without the term assumed on top: in a collection of one story its names must still tell
)


class TermWeights:
    """How many documents hold each term. Documents can be added at any time; weights follow.

    `documents` is how many were counted before, `holders` tells how many of them hold a term; each term is
    asked for once.
    """

    def __init__(self, documents: int = 0, holders: Callable[[str], int] = lambda term: 0) -> None:
        self._before = holders
        self._documents = documents
        self._weights = _Weights(self.weight)
        self.added: Counter[str] = Counter()

    def add(self, terms: Iterable[str]) -> None:
        """Count one document with these terms; `added` has what was counted here."""
        self._documents += 1
        self.added.update(set(terms))
        self._weights.clear()

    def weight(self, term: str) -> float:
        """Return the smoothed inverse document frequency, above 0. Source: Sparck Jones 1972."""
        held = self._before(term) + self.added[term]
        return math.log(1.0 + (self._documents + _PRIOR) / (held + 1.0))

    def vector(self, counts: Mapping[str, float]) -> dict[str, float]:
        """Return the unit vector of a document: (1 + log count) times the term's weight; empty for none.

        A count below 1 is a weight of its own, for terms that tell less than a full occurrence.
        """
        log, weights = math.log, self._weights
        raw, squares = {}, 0.0
        for term, count in counts.items():  # a loop without calls of our own: linking spends much here
            raw[term] = value = (1.0 + log(count) if count > 1 else count) * weights[term]
            squares += value * value
        length = math.sqrt(squares)
        return {term: value / length for term, value in raw.items()} if length else {}


class _Weights(dict[str, float]):
    """Weights by term, each reckoned when it is first met."""

    def __init__(self, weight: Callable[[str], float]) -> None:
        super().__init__()
        self._weight = weight

    def __missing__(self, term: str) -> float:
        self[term] = weight = self._weight(term)
        return weight


def dot(vector: Vector, other: Vector) -> float:
    """Return the inner product; of two unit vectors it is their cosine."""
    if len(other) < len(vector):
        vector, other = other, vector
    total, weight_of = 0.0, other.get
    for term, value in vector.items():  # a loop: half the time of a sum over a generator
        weight = weight_of(term)
        if weight is not None:
            total += value * weight
    return total
