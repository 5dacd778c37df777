"""What is filed under which key: sorted arrays in segments, merged as they become many.

Adding writes one small segment; a segment is merged with the one before it until that is twice its size, so a
key is looked for in a number of segments that grows with the logarithm of the store, and an entry is written
again as seldom. Source: the log-structured merge tree, O'Neil et al. 1996.
"""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

import apsw
import msgspec
import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]
Holders = NDArray[np.uint32]
Weights = NDArray[np.float32]

_RATIO = 2  # times its size that the segment before must have, or the two are merged


class Segment(msgspec.Struct, frozen=True):
    """Entries sorted by key, of one key in the order of filing."""

    keys: Keys
    holders: Holders
    weights: Weights

    def __len__(self) -> int:
        return len(self.keys)


class Entries(msgspec.Struct, frozen=True):
    """What is filed under one key."""

    holders: list[int]
    weights: list[float]


class Segments:
    """The segments of one kind. Those read are kept in memory as long as they are in the store."""

    def __init__(self, connection: apsw.Connection, kind: str) -> None:
        self._connection = connection
        self._kind = kind
        self._read: dict[int, Segment] = {}

    def find(self, keys: Keys, most: int) -> dict[int, Entries]:
        """Return what is filed under these keys, of each the first `most` entries."""
        wanted = np.unique(keys)
        found: dict[int, Entries] = {}
        for segment in self._all().values():
            begins = np.searchsorted(segment.keys, wanted, "left")
            ends = np.searchsorted(segment.keys, wanted, "right")
            (hits,) = np.nonzero(ends > begins)
            places = zip(wanted[hits].tolist(), begins[hits].tolist(), ends[hits].tolist(), strict=True)
            for key, begin, end in places:
                held = found.get(key)
                if held is None:
                    held = found[key] = Entries([], [])
                room = begin + most - len(held.holders)
                held.holders.extend(segment.holders[begin : min(end, room)].tolist())
                held.weights.extend(segment.weights[begin : min(end, room)].tolist())
        return found

    def add(self, keys: Keys, holders: Holders, weights: Weights) -> None:
        """File entries, in their order, after all that are there."""
        if not len(keys):
            return
        added = _sorted(Segment(keys, holders, weights))
        before = list(self._all().items())
        while before and len(before[-1][1]) < _RATIO * len(added):
            number, segment = before.pop()
            added = _sorted(
                Segment(
                    np.concatenate([segment.keys, added.keys]),
                    np.concatenate([segment.holders, added.holders]),
                    np.concatenate([segment.weights, added.weights]),
                )
            )
            self._connection.execute("DELETE FROM segment WHERE number = ?", (number,))
        self._connection.execute(
            "INSERT INTO segment (kind, keys, holders, weights) VALUES (?, ?, ?, ?)",
            (self._kind, added.keys.tobytes(), added.holders.tobytes(), added.weights.tobytes()),
        )

    def _all(self) -> dict[int, Segment]:
        """Return the segments by number, the oldest first."""
        question = "SELECT number FROM segment WHERE kind = ? ORDER BY number"
        numbers = [number for (number,) in self._connection.execute(question, (self._kind,))]
        self._read = {number: self._read.get(number) or self._segment(number) for number in numbers}
        return self._read

    def _segment(self, number: int) -> Segment:
        question = "SELECT keys, holders, weights FROM segment WHERE number = ?"
        keys, holders, weights = next(self._connection.execute(question, (number,)))
        return Segment(
            np.frombuffer(keys, np.int64),
            np.frombuffer(holders, np.uint32),
            np.frombuffer(weights, np.float32),
        )


@lru_cache(maxsize=200_000)
def term_key(term: str) -> int:
    """Return the key of a term: 64 bits, the same in every process; two terms of one store hardly meet."""
    digest = blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def shingle_keys(shingles: Iterable[int]) -> Keys:
    """Return shingles, which are unsigned, as keys, which are signed."""
    return np.array(list(shingles), np.uint64).view(np.int64)


def _sorted(segment: Segment) -> Segment:
    order = np.argsort(segment.keys, kind="stable")
    return Segment(segment.keys[order], segment.holders[order], segment.weights[order])
