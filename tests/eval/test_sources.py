"""The command that prints how well sources are resolved, and its floors."""

import pytest
from click.testing import CliRunner

from eval.floors import below, read_floors
from eval.marks.gold_set import GoldPart, read_gold
from eval.meant.entities import meanings
from eval.sources import FLOORS, SOURCES, main, source_digest, source_figures


def test_the_command_prints_mentions_pairs_and_confusion():
    answer = CliRunner().invoke(main, ["--part", "tuning", "--errors"])
    assert answer.exit_code == 0, answer.output
    for row in (
        "named ",
        "short forms and pronouns",
        "B-cubed",
        "read: mentions found",
        "pairs, tuning, called",
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


def test_the_floors_are_those_of_this_gold():
    assert read_floors(FLOORS).digest == source_digest(), "the gold has changed: eval.sources --set-floors"


@pytest.mark.parametrize("part", GoldPart)
def test_no_figure_is_below_its_floor(part):
    floors = read_floors(FLOORS)
    assert getattr(floors, part.value), "no floors at all"
    assert list(below(floors, {part: source_figures(part)})) == []


def test_the_gold_of_sources_is_as_large_as_it_says():
    tuning, aside = (read_gold(part, SOURCES) for part in GoldPart)
    articles = [item for item in (*tuning, *aside) if ".a" in item.id]
    assert len(articles) >= 60 and sum(len(meanings(item).mentions) for item in articles) >= 300
    assert sum(len(meanings(item).mentions) for item in (*tuning, *aside)) >= 600
    assert 0.3 <= sum(item in aside for item in articles) / len(articles) <= 0.37
