"""Boosted decision trees over a row of numbers, asked all at once."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

MOST_LEAVES = 16
"""Leaves that a tree may have: they are the bits of one word of 16 bits."""

Asked = tuple[int, float, int]
"""What one node asks: a column, a threshold, and as bits the leaves that a number above it rules out."""


class Trees(msgspec.Struct, frozen=True):
    """Trees one behind the other in flat arrays. `roots` are the places of their first nodes.

    A node asks for the number in column `column` and goes to `left` when that is at most `threshold`, else to
    `right`. In a leaf `column` is -1 and `threshold` holds its value. `start` is the score before any tree.
    """

    start: float
    roots: Sequence[int]
    column: Sequence[int]
    threshold: Sequence[float]
    left: Sequence[int]
    right: Sequence[int]

    def asked(self, node: int, leaves: list[float]) -> Iterator[Asked]:
        """Yield what a node and those below it ask; the values of the leaves go to `leaves`, in order."""
        if self.column[node] < 0:
            leaves.append(self.threshold[node])
            return
        before = len(leaves)
        yield from self.asked(self.left[node], leaves)
        lost = (1 << len(leaves)) - (1 << before)
        yield self.column[node], self.threshold[node], lost
        yield from self.asked(self.right[node], leaves)


class Forest:
    """Scores rows by trees without walking them: 200 trees take less time than a walk down 60 does.

    Every node is asked at once. A number above the threshold puts the leaves to the node's left out of reach,
    and the leaf that a walk would end in is the first that all nodes of its tree leave within reach.
    Source: C. Lucchese and others, "QuickScorer: a fast algorithm to rank documents with additive ensembles
    of regression trees", SIGIR 2015.
    """

    def __init__(self, trees: Trees) -> None:
        """Raise `ValueError` when a tree has more than `MOST_LEAVES` leaves."""
        nodes: list[Asked] = []
        firsts: list[int] = []
        values: list[float] = []
        self._start = trees.start
        for root in trees.roots:
            leaves: list[float] = []
            asked = list(trees.asked(root, leaves))
            if len(leaves) > MOST_LEAVES:
                raise ValueError(f"a tree of {len(leaves)} leaves, {MOST_LEAVES} are the most")
            if asked:
                firsts.append(len(nodes))
                nodes += asked
                values += leaves + [0.0] * (MOST_LEAVES - len(leaves))
            else:
                self._start += leaves[0]
        self._column = np.array([column for column, _, _ in nodes], np.intp)
        self._threshold = np.array([threshold for _, threshold, _ in nodes], np.float64)
        self._lost = np.array([lost for _, _, lost in nodes], np.uint16)
        self._firsts = np.array(firsts, np.intp)
        self._values = np.array(values, np.float64)
        self._places = np.arange(len(firsts)) * MOST_LEAVES

    def score(self, row: Sequence[float]) -> float:
        """Return the log odds that the trees give a row."""
        if not len(self._firsts):
            return self._start
        above = np.array(row, np.float64)[self._column] > self._threshold
        lost = np.bitwise_or.reduceat(self._lost * above, self._firsts)
        leaves = self._places + _first_within_reach()[lost]
        return self._start + float(self._values[leaves].sum())


@lru_cache(maxsize=1)
def _first_within_reach() -> NDArray[np.intp]:
    """Return for every word of lost leaves the place of its lowest bit that is not set."""
    words = np.arange((1 << MOST_LEAVES) - 1)  # one leaf of a tree is always within reach
    lowest: NDArray[np.float64] = np.log2(~words & (words + 1))
    return lowest.astype(np.intp)
