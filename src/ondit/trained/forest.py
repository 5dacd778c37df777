"""Boosted decision trees over a row of numbers, kept in flat arrays."""

from collections.abc import Sequence

import msgspec


class Forest(msgspec.Struct, frozen=True):
    """Trees one behind the other. `roots` are the places of their first nodes.

    A node asks for the number in column `column` and goes to `left` when that is at most `threshold`, else to
    `right`. In a leaf `column` is -1 and `threshold` holds its value. `start` is the score before any tree.
    """

    start: float
    roots: Sequence[int]
    column: Sequence[int]
    threshold: Sequence[float]
    left: Sequence[int]
    right: Sequence[int]

    def score(self, row: Sequence[float]) -> float:
        """Return the log odds that the trees give a row."""
        column, threshold, left, right = self.column, self.threshold, self.left, self.right
        total = self.start
        for node in self.roots:
            while (asked := column[node]) >= 0:
                node = left[node] if row[asked] <= threshold[node] else right[node]
            total += threshold[node]
        return total
