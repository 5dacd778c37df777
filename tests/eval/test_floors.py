"""No figure on our own gold may fall below its floor."""

import pytest

from eval.floors import Floors, below, read_floors
from eval.marks.gold_set import GoldPart, gold_digest
from eval.run import answers, score
from eval.score.tally import Figure


def test_the_floors_are_those_of_this_gold():
    assert read_floors().digest == gold_digest(), (
        "the gold has changed: python -m eval.attribution --set-floors"
    )


@pytest.mark.parametrize("part", GoldPart)
def test_no_figure_is_below_its_floor(part):
    floors = read_floors()
    assert getattr(floors, part.value), "no floors at all"
    assert list(below(floors, {part: score(answers(part))})) == []


def test_a_figure_below_its_floor_is_told_with_both_numbers():
    figure = Figure(name="attribution", value=71.6, precision=None, recall=0, marked=99, low=0, high=0)
    floors = Floors(digest="", tuning={"attribution": 72, "gone": 3}, held_aside={})
    assert list(below(floors, {GoldPart.TUNING: [figure]})) == [
        "tuning: attribution is 71.6, below its floor of 72",
        "tuning: gone is 0.0, below its floor of 3",
    ]
