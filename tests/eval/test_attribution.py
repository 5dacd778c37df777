"""The command that prints the table."""

import pytest
from click.testing import CliRunner

from eval.attribution import main


def test_the_table_stands_beside_the_figures_of_others(monkeypatch):
    monkeypatch.delenv("ONDIT_SHARED", raising=False)
    answer = CliRunner().invoke(main, ["--part", "tuning"])
    assert answer.exit_code == 0, answer.output
    for row in ("attribution ", "nested chains", "recall, cue: noun", "Citron", "PolNeAR dev: skipped"):
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
