"""The command that prints the figures of claims."""

import pytest
from click.testing import CliRunner

from eval.claims import FLOORS, main
from eval.floors import below, read_floors
from eval.marks.claim_marks import CLAIMS
from eval.marks.gold_set import GoldPart, gold_digest
from eval.run import claim_answers, score_claims


def test_the_floors_are_those_of_this_gold():
    assert read_floors(FLOORS).digest == gold_digest(CLAIMS), (
        "the gold has changed: python -m eval.claims --set-floors"
    )


@pytest.mark.parametrize("part", GoldPart)
def test_no_figure_is_below_its_floor(part):
    floors = read_floors(FLOORS)
    assert getattr(floors, part.value), "no floors at all"
    assert list(below(floors, {part: score_claims(claim_answers(part))})) == []


def test_the_table_and_the_errors_of_the_tuning_part():
    answer = CliRunner().invoke(main, ["--part", "tuning", "--errors"])
    assert answer.exit_code == 0, answer.output
    for row in (
        "claims, B-cubed ",
        "denial not merged as support",
        "torn: ",
        "pairs are merged",
        "main claim",
    ):
        assert row in answer.output


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["--errors", "--part", "held_aside"], id="nobody looks at what is held aside"),
        pytest.param(["--set-floors", "--part", "tuning"], id="floors of one part"),
    ],
)
def test_what_would_spoil_the_measure_is_refused(options):
    assert CliRunner().invoke(main, options).exit_code == 2
