"""A linear model over hashed features: the sum of the weights of the features that are there."""

from array import array
from collections.abc import Iterable
from zlib import crc32

BITS = 20
"""Features share 2**20 places. At about a million features in use, one in three shares its place with a rare
one, and the score on held-aside documents is that of 2**22 places."""

_MASK = (1 << BITS) - 1


def place_of(feature: str) -> int:
    """Return the place of a feature's weight. CRC-32 of its UTF-8 bytes: the same in every process and on
    every machine, and computed in C."""
    return crc32(feature.encode()) & _MASK


class Linear:
    """Weights by place. Place 0 is kept at zero: the trainer fills short rows with it."""

    def __init__(self, weights: array) -> None:  # type: ignore[type-arg]  # array is not generic at runtime in 3.11
        self._weights = weights

    def score(self, features: Iterable[str]) -> float:
        """Return the sum of the weights of the features, in their order."""
        weights, total = self._weights, 0.0
        for digest in map(crc32, map(str.encode, features)):
            total += weights[digest & _MASK]
        return total
