"""The weights in this repository are those of their card, and fit the features of this version."""

from pathlib import Path

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.attribute.attributing import MADE_BY
from ondit.attribute.learned.judging import FEATURES, Judge
from ondit.model.article import Article
from ondit.trained.weights import read_weights

FOLDER = Path(__file__).parents[3] / "packages" / "ondit-weights-en" / "src" / "ondit_weights_en"
MOST_BYTES = 15_000_000


def test_the_shipped_weights_are_those_of_their_card():
    weights = read_weights(FOLDER, FEATURES)
    assert set(weights.linear) == {"cue", "content", "source", "whole"}
    assert (FOLDER / weights.card.file).stat().st_size < MOST_BYTES
    assert Judge(weights).made_by == f"ondit-weights-en-{weights.card.version}"


def test_made_by_names_the_rules_and_the_weights_that_took_part():
    annotated = annotate(Article(id="a", text="The mayor said that the pier had burned.", language="en"))
    (alone,) = attribute(annotated, trained=False).attributions
    assert alone.made_by == MADE_BY
    (found,) = attribute(annotated).attributions
    assert found.made_by.split()[0] == MADE_BY
