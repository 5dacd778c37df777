"""Fitting all weights of a language on marked articles.

The trees learn from the scores that the linear models give to articles they have not seen: each third of
the articles is scored by models fitted on the others.
"""

from array import array
from collections.abc import Sequence

import numpy as np

from ondit.attribute.learned.judging import Judge
from ondit.attribute.learned.weighing import rows_of
from ondit.trained import Card, Forest, Linear, Weights
from training.examples import HALF, Examples, Group, padded
from training.forest import fit_forest
from training.gold import Marked, overlap, same_source, wordy
from training.linear import Fit, Table, fit_choice, fit_yes_no

FOLDS = 3
CUE, CONTENT, SOURCE = Fit(), Fit(batch=64, rarest=2), Fit(batch=64, rarest=2)


def fit_weights(
    articles: Sequence[list[Marked]], examples: Sequence[Examples], card: Card
) -> tuple[dict[str, Table], Forest]:
    """Return the linear weights by name, and the trees."""
    rows: list[list[float]] = []
    labels: list[bool] = []
    for fold in range(FOLDS):
        seen = [one for number, one in enumerate(examples) if number % FOLDS != fold]
        judge = judge_with(fit_linear(seen), Forest(0.0, [], [], [], [], []), card)
        for number, sentences in enumerate(articles):
            if number % FOLDS == fold:
                for marked in sentences:
                    _add_rows(marked, judge, rows, labels)
    return fit_linear(examples), fit_forest(rows, labels, card.seed)


def fit_linear(examples: Sequence[Examples]) -> dict[str, Table]:
    """Return the weights of the three linear models."""
    labels = np.array([one for each in examples for one in each.is_cue])
    return {
        "cue": fit_yes_no(padded([row for each in examples for row in each.cues]), labels, CUE),
        "content": _fit_groups([group for each in examples for group in each.contents], CONTENT),
        "source": _fit_groups([group for each in examples for group in each.sources], SOURCE),
    }


def _fit_groups(groups: Sequence[Group], fit: Fit) -> Table:
    right = np.array([value for group in groups for value in group.right], np.float32)
    rows = padded([row for group in groups for row in group.rows])
    return fit_choice(rows, right, [len(group.rows) for group in groups], fit)


def judge_with(linear: dict[str, Table], forest: Forest, card: Card) -> Judge:
    """Return a judge with weights that are not yet in a file."""
    flat = {name: Linear(array("f", values.astype("<f4").tobytes())) for name, values in linear.items()}
    return Judge(Weights(card, flat, forest))


def _add_rows(marked: Marked, judge: Judge, rows: list[list[float]], labels: list[bool]) -> None:
    tree = marked.scene.tree
    triples = judge.triples(marked.scene, ())
    rows += rows_of(triples)
    labels += [
        any(
            overlap(wordy(tree, one.what.words), gold.content) >= HALF
            and same_source(frozenset(one.whose.words), gold.source)
            for gold in marked.gold
            if gold.content
        )
        for one in triples
    ]
