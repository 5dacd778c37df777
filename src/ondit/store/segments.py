"""What is filed under which key: sorted arrays in segments, merged as they become many.

Adding writes one small segment; a segment is merged with the one before it until that is twice its size, so a
key is looked for in a number of segments that grows with the logarithm of the store, and an entry is written
again as seldom. Source: the log-structured merge tree, O'Neil et al. 1996.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

import apsw
import msgspec
import numpy as np
from numpy.typing import NDArray

from ondit.text.clusters import Filed, Integers

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

    def places(self, keys: Keys) -> tuple[Integers, Integers]:
        """Return where the entries of each of these keys begin and end."""
        return np.searchsorted(self.keys, keys, "left"), np.searchsorted(self.keys, keys, "right")


class Segments:
    """The segments of one kind. Those read are kept in memory as long as they are in the store."""

    def __init__(self, connection: apsw.Connection, kind: str) -> None:
        self._connection = connection
        self._kind = kind
        self._read: dict[int, Segment] = {}

    def counts(self, keys: Keys, most: int) -> Integers:
        """Return how many entries are filed under each of these keys, at most `most`."""
        found = np.zeros(len(keys), np.int64)
        for segment in self._all().values():
            begins, ends = segment.places(keys)
            found += ends - begins
        return np.minimum(found, most)

    def find(self, keys: Keys, most: int) -> Filed:
        """Return what is filed under each of these keys, of each the first `most` entries."""
        room = np.full(len(keys), most, np.int64)
        order, holders, weights = [np.zeros(0, np.int64)], [np.zeros(0, np.uint32)], [np.zeros(0, np.float32)]
        for segment in self._all().values():
            begins, ends = segment.places(keys)
            lengths = np.minimum(ends - begins, room)
            room -= lengths
            before = np.cumsum(lengths) - lengths
            places = np.arange(int(lengths.sum())) + np.repeat(begins - before, lengths)
            order.append(np.repeat(np.arange(len(keys)), lengths))
            holders.append(segment.holders[places])
            weights.append(segment.weights[places])
        by_key = np.argsort(np.concatenate(order), kind="stable")
        return Filed(
            most - room,
            np.concatenate(holders)[by_key].astype(np.int64),
            np.concatenate(weights)[by_key].astype(np.float64),
        )

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


def term_keys(terms: Sequence[str]) -> Keys:
    """Return the keys of terms, in their order."""
    return np.fromiter(map(term_key, terms), np.int64, len(terms))


def shingle_keys(shingles: Iterable[int]) -> Keys:
    """Return shingles, which are unsigned, as keys, which are signed."""
    return np.array(list(shingles), np.uint64).view(np.int64)


def _sorted(segment: Segment) -> Segment:
    order = np.argsort(segment.keys, kind="stable")
    return Segment(segment.keys[order], segment.holders[order], segment.weights[order])
