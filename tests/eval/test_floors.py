"""No figure on our own gold may fall below its floor."""

import pytest

from eval.floors import GOLD_OF, Floors, Measure, below, read_floors, set_floors
from eval.marks.gold_set import GoldPart, gold_digest
from eval.run import answers, claim_answers, score, score_claims
from eval.score.tally import Figure

FIGURES = {
    Measure.ATTRIBUTION: lambda part: score(answers(part)),
    Measure.CLAIMS: lambda part: score_claims(claim_answers(part)),
}


def figure(name: str, value: float) -> Figure:
    return Figure(name=name, value=value, precision=None, recall=0, marked=99, low=0, high=0)


@pytest.mark.parametrize("measure", Measure)
def test_the_floors_are_those_of_this_gold(measure):
    assert read_floors()[measure].digest == gold_digest(GOLD_OF[measure]), (
        f"the gold has changed: python -m eval.{measure} --set-floors"
    )


@pytest.mark.parametrize("part", GoldPart)
@pytest.mark.parametrize("measure", Measure)
def test_no_figure_is_below_its_floor(measure, part):
    floors = read_floors()[measure]
    assert getattr(floors, part.value), "no floors at all"
    assert list(below(floors, {part: FIGURES[measure](part)})) == []


def test_a_figure_below_its_floor_is_told_with_both_numbers():
    floors = Floors(digest="", tuning={"attribution": 72, "gone": 3}, held_aside={})
    assert list(below(floors, {GoldPart.TUNING: [figure("attribution", 71.6)]})) == [
        "tuning: attribution is 71.6, below its floor of 72 in eval/floors.toml",
        "tuning: gone is 0.0, below its floor of 3 in eval/floors.toml",
    ]


def test_floors_of_one_measure_leave_those_of_the_other(tmp_path):
    path = tmp_path / "floors.toml"
    set_floors(Measure.CLAIMS, {GoldPart.TUNING: [figure("voice", 88.7)]}, path)
    set_floors(Measure.ATTRIBUTION, {GoldPart.TUNING: [figure("manner", 91.2)]}, path)
    written = read_floors(path)
    assert written[Measure.CLAIMS].tuning == {"voice": 87}
    assert written[Measure.ATTRIBUTION].tuning == {"manner": 90}
