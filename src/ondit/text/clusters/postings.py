"""Sparse vectors by their terms, as arrays: who holds the rarest terms of many items, looked up at once."""

from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec
import numpy as np
from numpy.typing import NDArray

from ondit.text.weights import Vector

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

_DIGITS = 9  # of a sum that count when two are compared: below, the order of adding shows
_BELOW_ONE = 1.0 - 1e-6  # so that an item's pairs stay between its number and the next


class Effort(msgspec.Struct, frozen=True):
    """How far the nearest clusters are looked for: `looks` entries of the index, rarest terms first, and
    then `candidates` measured in full, best first. A term gives its first `looks` entries, no more."""

    looks: int
    candidates: int


class Filed(msgspec.Struct, frozen=True):
    """What is filed under some terms, in their order: under each `lengths` holders (numbers), with what the
    term weighs in the average of the holder's members."""

    lengths: Integers
    holders: Integers
    weights: Floats


class Rows(msgspec.Struct, frozen=True):
    """Vectors as entries: number of the vector, number of the term, weight; in the order of the vectors."""

    rows: Integers
    terms: Integers
    values: Floats


def rows_of(vectors: Sequence[Vector], numbers: Mapping[str, int]) -> Rows:
    """Return vectors as rows, without the terms that have no number."""
    lengths = np.array([len(vector) for vector in vectors], np.int64)
    count = int(lengths.sum())
    number_of = numbers.get
    terms = np.fromiter((number_of(term, -1) for vector in vectors for term in vector), np.int64, count)
    weights = chain.from_iterable(vector.values() for vector in vectors)
    values = np.fromiter(weights, np.float64, count)
    rows = np.repeat(np.arange(len(vectors)), lengths)
    kept = terms >= 0
    return Rows(rows[kept], terms[kept], values[kept])


def by_term(rows: Rows, terms: int) -> Filed:
    """Return rows filed under their terms, which are numbered from 0 to `terms` - 1."""
    order = np.argsort(rows.terms, kind="stable")
    lengths = np.bincount(rows.terms, minlength=terms)
    return Filed(lengths, rows.rows[order], rows.values[order])


def rarest(items: Rows, held: Integers, looks: int) -> Rows:
    """Return those entries of items to look at: terms that any hold, the rarest first, as long as not more
    than `looks` are looked at, one term in any case. `held` tells for every entry how many hold its term."""
    (some,) = np.nonzero(held)
    order = some[np.lexsort((items.terms[some], held[some], items.rows[some]))]
    rows, looked = items.rows[order], np.cumsum(held[order])
    first = np.ones(len(rows), np.bool_)
    first[1:] = rows[1:] != rows[:-1]
    before = np.where(first, looked - held[order], 0)
    kept = order[first | (looked - np.maximum.accumulate(before) <= looks)]
    return Rows(items.rows[kept], items.terms[kept], items.values[kept])


class Partial(msgspec.Struct, frozen=True):
    """Items and holders that share terms: numbers of both, and the sum of the products of what each shared
    term weighs."""

    items: Integers
    holders: Integers
    sums: Floats

    def where(self, kept: NDArray[np.bool_]) -> "Partial":
        """Return those that are marked."""
        return Partial(self.items[kept], self.holders[kept], self.sums[kept])


def shared(looked: Rows, filed: Filed, looks: int) -> Partial:
    """Return what the entries have in common with what is filed under their terms, of each the first
    `looks`; an item and a holder come as often as they share a term."""
    starts = np.cumsum(filed.lengths) - filed.lengths
    lengths = np.minimum(filed.lengths[looked.terms], looks)
    before = np.cumsum(lengths) - lengths
    places = np.arange(int(lengths.sum())) + np.repeat(starts[looked.terms] - before, lengths)
    values = np.repeat(looked.values, lengths) * filed.weights[places]
    return Partial(np.repeat(looked.rows, lengths), filed.holders[places], values)


def summed(parts: Partial) -> Partial:
    """Return every pair of an item and a holder once, in the order of item and holder."""
    if not len(parts.items):
        return parts
    width = int(parts.holders.max()) + 1
    codes, place = np.unique(parts.items * width + parts.holders, return_inverse=True)
    sums: Floats = np.bincount(place.reshape(-1), weights=parts.sums).astype(np.float64)
    return Partial(codes // width, codes % width, sums)


def best(pairs: Partial, most: int) -> Partial:
    """Return of every item the `most` pairs with the highest sums, of equals that with the lower holder.

    The pairs come in the order of item and holder, as `summed` gives them; no sum is above 1.
    """
    below = 1.0 - np.round(pairs.sums, _DIGITS)
    order = np.argsort(pairs.items + np.clip(below, 0.0, _BELOW_ONE), kind="stable")
    items = pairs.items[order]
    kept = order[np.arange(len(items)) - np.searchsorted(items, items, "left") < most]
    return Partial(pairs.items[kept], pairs.holders[kept], pairs.sums[kept])
