import math

import pytest

from ondit.text.weights import TermWeights, dot


@pytest.fixture
def weights():
    weights = TermWeights()
    for terms in (["ferry", "harbour"], ["ferry", "bread"], ["ferry"]):
        weights.add(terms)
    return weights


def test_a_rare_term_weighs_more_than_a_common_one_and_a_new_one_most(weights):
    assert 0 < weights.weight("ferry") < weights.weight("bread") < weights.weight("volcano")


def test_a_vector_has_unit_length(weights):
    vector = weights.vector({"ferry": 3, "bread": 0.5})
    assert math.isclose(dot(vector, vector), 1.0)


def test_no_terms_make_an_empty_vector(weights):
    assert weights.vector({}) == {}


def test_vectors_without_a_common_term_are_at_right_angles(weights):
    assert dot(weights.vector({"ferry": 1}), weights.vector({"bread": 1})) == 0.0
