"""Tf-idf: how much a term tells, and sparse vectors of unit length."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

Vector = Mapping[str, float]

_PRIOR = (
    50  # documents without the term assumed on top: in a collection of one story its names must still tell
)


class TermWeights:
    """How many documents hold each term. Documents can be added at any time; weights follow."""

    def __init__(self) -> None:
        self._holders: Counter[str] = Counter()
        self._documents = 0

    def add(self, terms: Iterable[str]) -> None:
        """Count one document with these terms."""
        self._holders.update(set(terms))
        self._documents += 1

    def weight(self, term: str) -> float:
        """Return the smoothed inverse document frequency, above 0. Source: Sparck Jones 1972."""
        return math.log(1.0 + (self._documents + _PRIOR) / (self._holders[term] + 1.0))

    def vector(self, counts: Mapping[str, float]) -> dict[str, float]:
        """Return the unit vector of a document: (1 + log count) times the term's weight; empty for none.

        A count below 1 is a weight of its own, for terms that tell less than a full occurrence.
        """
        log, holders = math.log, self._holders.get
        documents, raw, squares = self._documents + _PRIOR, {}, 0.0
        for term, count in counts.items():  # a loop without calls of our own: linking spends much here
            weight = log(1.0 + documents / (holders(term, 0) + 1.0))
            raw[term] = value = (1.0 + log(count) if count > 1 else count) * weight
            squares += value * value
        length = math.sqrt(squares)
        return {term: value / length for term, value in raw.items()} if length else {}


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
