from array import array

import pytest

from ondit.trained import Forest, Linear, place_of
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
        start=0.5,
        roots=[0, 3],
        column=[1, -1, -1, 0, -1, -1],
        threshold=[2.0, 10.0, 20.0, 0.0, 1.0, 2.0],
        left=[1, 0, 0, 4, 0, 0],
        right=[2, 0, 0, 5, 0, 0],
    )
    assert forest.score([0.0, 2.0]) == 0.5 + 10.0 + 1.0, "at most the threshold goes left"
    assert forest.score([0.1, 2.1]) == 0.5 + 20.0 + 2.0
