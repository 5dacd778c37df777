"""No figure on our own gold may fall below its floor."""

from eval.floors import Floors, below
from eval.marks.gold_set import GoldPart
from eval.score.tally import Figure


def test_a_figure_below_its_floor_is_told_with_both_numbers():
    figure = Figure(name="attribution", value=71.6, precision=None, recall=0, marked=99, low=0, high=0)
    floors = Floors(digest="", tuning={"attribution": 72, "gone": 3}, held_aside={})
    assert list(below(floors, {GoldPart.TUNING: [figure]})) == [
        "tuning: attribution is 71.6, below its floor of 72",
        "tuning: gone is 0.0, below its floor of 3",
    ]
