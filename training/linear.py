"""Fitting linear models over hashed features: logistic regression and its form over groups of choices.

Adagrad (Duchi, Hazan and Singer, 2011) in small batches, weights averaged over the passes. Single-threaded
numpy with a fixed seed: the same machine and libraries give the same bytes.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from ondit.trained.linear import BITS

Table = np.ndarray  # type: ignore[type-arg]
SIZE = 1 << BITS


class Fit(msgspec.Struct, frozen=True):
    """How a model is fitted. `rarest` is the number of rows below which a feature gets no weight."""

    passes: int = 4
    rate: float = 0.1
    shrink: float = 1e-4
    batch: int = 256
    rarest: int = 3
    seed: int = 1


def fit_yes_no(rows: Table, labels: Table, fit: Fit) -> Table:
    """Return the weights that tell rows labelled True from the others."""
    rows, model = _frequent(rows, fit.rarest), _Model(fit)
    for _ in range(fit.passes):
        for batch in model.batches(len(rows)):
            taken = rows[batch]
            wrong = 1 / (1 + np.exp(-model.weights[taken].sum(1))) - labels[batch]
            model.step(taken, wrong, len(batch))
        model.end_pass()
    return model.average()


def fit_choice(rows: Table, right: Table, sizes: Sequence[int], fit: Fit) -> Table:
    """Return the weights that pick the most right row of each group (softmax over the group).

    Where several rows are equally right, their weight together counts.
    """
    rows, model = _frequent(rows, fit.rarest), _Model(fit)
    counts = np.asarray(sizes)
    starts = np.concatenate([[0], np.cumsum(counts)])
    for _ in range(fit.passes):
        for batch in model.batches(len(counts)):
            members = np.concatenate([np.arange(starts[one], starts[one + 1]) for one in batch])
            lengths = counts[batch]
            firsts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
            group = np.repeat(np.arange(len(batch)), lengths)
            score = model.weights[rows[members]].sum(1)
            share = _shares(np.exp(score - np.maximum.reduceat(score, firsts)[group]), firsts, group)
            best = right[members] >= np.maximum.reduceat(right[members], firsts)[group] - 1e-6
            model.step(rows[members], share - _shares(share * best, firsts, group), len(batch))
        model.end_pass()
    return model.average()


def _shares(values: Table, firsts: Table, group: Table) -> Table:
    return values / np.maximum(np.add.reduceat(values, firsts), 1e-9)[group]


def _frequent(rows: Table, rarest: int) -> Table:
    """Return the rows with the places of rare features set to 0."""
    keep = np.bincount(rows.ravel(), minlength=SIZE) >= rarest
    keep[0] = False
    return np.where(keep[rows], rows, 0)


class _Model:
    """Weights, their Adagrad sums, and the sum of the weights after each pass but the first."""

    def __init__(self, fit: Fit) -> None:
        self.fit = fit
        self.random = np.random.default_rng(fit.seed)
        self.weights = np.zeros(SIZE, np.float32)
        self.squares = np.full(SIZE, 1e-2, np.float32)
        self.total = np.zeros(SIZE, np.float32)
        self.passes = 0

    def batches(self, count: int) -> list[Table]:
        order = self.random.permutation(count)
        return [order[start : start + self.fit.batch] for start in range(0, count, self.fit.batch)]

    def step(self, taken: Table, wrong: Table, size: int) -> None:
        places, inverse = np.unique(taken, return_inverse=True)
        pulls = np.repeat(wrong.astype(np.float32), taken.shape[1])
        slope = np.bincount(inverse.ravel(), weights=pulls, minlength=len(places)).astype(np.float32)
        slope += self.fit.shrink * self.weights[places] * size
        self.squares[places] += slope * slope
        self.weights[places] -= self.fit.rate * slope / np.sqrt(self.squares[places])
        self.weights[0] = 0

    def end_pass(self) -> None:
        self.passes += 1
        if self.passes > 1:
            self.total += self.weights

    def average(self) -> Table:
        return (self.total / max(1, self.passes - 1)).astype(np.float16)
