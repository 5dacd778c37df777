"""Fitting all weights of a language on marked articles.

The trees learn from the scores that the linear models give to articles they have not seen: each third of
the articles is scored by models fitted on the others.
"""

from array import array
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from ondit.attribute.learned.judging import Judge
from ondit.attribute.learned.weighing import Triple, row_of, words_of
from ondit.attribute.learned.wholes import whole_features
from ondit.trained import Card, Forest, Linear, Trees, Weights
from training.examples import HALF, Examples, Group, Row, hashed, padded
from training.forest import NOBODY, SOMEBODY, fit_trees
from training.gold import Gold, Marked, overlap, same_source, wordy
from training.linear import SIZE, Fit, Table, fit_choice, fit_yes_no

FOLDS = 3
CUE, CONTENT, SOURCE, WHOLE = Fit(), Fit(batch=64, rarest=2), Fit(batch=64, rarest=2), Fit()


class Judged(msgspec.Struct, frozen=True):
    """The triples of one sentence as judged by models that have not seen its article.

    `wholes` are the places of the features of each triple as a whole, `unsigned` those of it with nobody as
    its source. `right` tells whether it is an attribution of the article, `here` whether it is one as far as
    its sentence goes, and `nobody` whether cue and content are those of one that names no source anywhere.
    """

    fold: int
    triples: list[Triple]
    wholes: list[Row]  # type: ignore[type-arg]
    unsigned: list[Row]  # type: ignore[type-arg]
    right: list[bool]
    here: list[bool]
    nobody: list[bool]


def fit_weights(
    articles: Sequence[list[Marked]], examples: Sequence[Examples], card: Card
) -> tuple[dict[str, Table], dict[str, Trees]]:
    """Return the linear weights and the trees, by name."""
    judged = list(_judged(articles, examples, card))
    rows: list[list[float]] = []
    unsigned: list[list[float]] = []
    right: list[bool] = []
    nobody: list[bool] = []
    for fold in range(FOLDS):
        seen = [one for one in judged if one.fold != fold]
        whole = _flat(fit_whole(seen))
        for one in judged:
            if one.fold == fold:
                rows += _rows(one.triples, one.triples, _sums(whole, one.wholes))
                nobodys = [each.unsigned() for each in one.triples]
                unsigned += _rows(nobodys, one.triples, _sums(whole, one.unsigned))
                right += one.right
                nobody += one.nobody
    forests = {
        "forest": fit_trees(rows, right, SOMEBODY, card.seed),
        "nobody": fit_trees(unsigned, nobody, NOBODY, card.seed),
    }
    return {**fit_linear(examples), "whole": fit_whole(judged)}, forests


def _judged(articles: Sequence[list[Marked]], examples: Sequence[Examples], card: Card) -> Iterator[Judged]:
    """Yield the sentences with their triples, each third of the articles by models fitted on the others."""
    none = Forest(Trees(0.0, [], [], [], [], []))
    for fold in range(FOLDS):
        seen = [one for number, one in enumerate(examples) if number % FOLDS != fold]
        linear = {**fit_linear(seen), "whole": np.zeros(SIZE, np.float16)}
        judge = judge_with(linear, none, none, card)
        for number, sentences in enumerate(articles):
            for marked in sentences if number % FOLDS == fold else ():
                triples = judge.triples(marked.scene, ())
                yield Judged(
                    fold,
                    triples,
                    [hashed(whole_features(one)) for one in triples],
                    [hashed(whole_features(one.unsigned())) for one in triples],
                    [_is_right(marked, one) for one in triples],
                    [_is_right_here(marked, one) for one in triples],
                    [any(not gold.named for gold in _found(marked, one)) for one in triples],
                )


def _rows(asked: Sequence[Triple], triples: Sequence[Triple], wholes: Sequence[float]) -> list[list[float]]:
    sets = words_of(triples)
    return [row_of(one, place, triples, sets, wholes[place]) for place, one in enumerate(asked)]


def _sums(whole: Sequence[float], rows: Sequence[Row]) -> list[float]:  # type: ignore[type-arg]
    return [sum(whole[place] for place in row) for row in rows]


def _found(marked: Marked, triple: Triple) -> Iterator[Gold]:
    """Yield the gold whose content, in the whole article, a triple has found."""
    words = wordy(marked.scene.tree, triple.what.words)
    return (gold for gold in marked.gold if gold.overlap(words) >= HALF)


def _is_right(marked: Marked, triple: Triple) -> bool:
    return any(gold.is_of(frozenset(triple.whose.words)) for gold in _found(marked, triple))


def _is_right_here(marked: Marked, triple: Triple) -> bool:
    words, source = wordy(marked.scene.tree, triple.what.words), frozenset(triple.whose.words)
    return any(
        overlap(words, gold.content) >= HALF and same_source(source, gold.source)
        for gold in marked.gold
        if gold.content
    )


def fit_whole(judged: Sequence[Judged]) -> Table:
    """Return the weights that tell whether a triple as a whole is an attribution as far as its sentence goes:
    on the dev part they serve the trees better than those fitted on what the article says."""
    labels = np.array([here for one in judged for here in one.here], np.float32)
    return fit_yes_no(padded([row for one in judged for row in one.wholes]), labels, WHOLE)


def fit_linear(examples: Sequence[Examples]) -> dict[str, Table]:
    """Return the weights of the linear models of cue, content and source."""
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


def judge_with(linear: dict[str, Table], forest: Forest, nobody: Forest, card: Card) -> Judge:
    """Return a judge with weights that are not yet in a file."""
    models = {name: Linear(_flat(values)) for name, values in linear.items()}
    return Judge(Weights(card, models, forest, nobody))


def _flat(values: Table) -> array:  # type: ignore[type-arg]
    return array("f", values.astype("<f4").tobytes())
