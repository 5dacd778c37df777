from array import array

import pytest

from ondit.trained import Forest, Linear, Trees, place_of
from ondit.trained.linear import BITS


@pytest.mark.parametrize(
    ("feature", "place"),
    [
        pytest.param("w=say", 0x9AEC9, id="ascii"),
        pytest.param("w=dire à Zoé", 0x1A627, id="other letters: by their UTF-8 bytes"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_a_feature_has_the_same_place_everywhere(feature: str, place: int):
    assert place_of(feature) == place


def test_a_linear_score_is_the_sum_of_the_weights_of_the_features():
    weights = array("f", bytes(4 << BITS))
    weights[place_of("w=say")], weights[place_of("r=ccomp")] = 1.5, -0.25
    assert Linear(weights).score(["w=say", "r=ccomp", "w=say", "never seen"]) == 2.75


def test_a_forest_adds_the_leaf_that_a_row_reaches_in_every_tree():
    forest = Forest(
        Trees(
            start=0.5,
            roots=[0, 3],
            column=[1, -1, -1, 0, -1, -1],
            threshold=[2.0, 10.0, 20.0, 0.0, 1.0, 2.0],
            left=[1, 0, 0, 4, 0, 0],
            right=[2, 0, 0, 5, 0, 0],
        )
    )
    assert forest.score([0.0, 2.0]) == 0.5 + 10.0 + 1.0, "at most the threshold goes left"
    assert forest.score([0.1, 2.1]) == 0.5 + 20.0 + 2.0


DEEP = Trees(
    start=0.0,
    roots=[0, 9],
    column=[0, 1, -1, -1, 2, 0, -1, -1, -1, -1],
    threshold=[5.0, 3.0, 1.0, 2.0, 0.5, 8.0, 4.0, 8.0, 16.0, 100.0],
    left=[1, 2, 0, 0, 5, 6, 0, 0, 0, 0],
    right=[4, 3, 0, 0, 8, 7, 0, 0, 0, 0],
)
"""Column 0 above 5 and column 2 up to 0.5 ask for column 0 again; the second tree is a single leaf."""


@pytest.mark.parametrize(
    ("row", "leaf"),
    [
        pytest.param([5, 3, 9], 1.0, id="left, left"),
        pytest.param([5, 4, 9], 2.0, id="left, right: what the right branch asks is passed over"),
        pytest.param([6, 3, 0.5], 4.0, id="right, left, left"),
        pytest.param([9, 3, 0.5], 8.0, id="right, left, right"),
        pytest.param([9, 3, 0.6], 16.0, id="right, right"),
    ],
)
def test_the_leaf_is_the_one_that_a_walk_down_the_tree_ends_in(row: list[float], leaf: float):
    assert Forest(DEEP).score(row) == leaf + 100.0


def test_trees_of_too_many_leaves_are_refused():
    most = 17
    nodes = range(most - 1)
    chain = Trees(
        start=0.0,
        roots=[0],
        column=[0] * (most - 1) + [-1] * most,
        threshold=[float(one) for one in range(2 * most - 1)],
        left=[most - 1 + one for one in nodes] + [0] * most,
        right=[one + 1 for one in nodes][:-1] + [2 * most - 2] + [0] * most,
    )
    with pytest.raises(ValueError, match="17 leaves"):
        Forest(chain)
