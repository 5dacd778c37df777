"""The command that prints the table."""

from click.testing import CliRunner

from eval.attribution import main


def test_the_table_stands_beside_the_figures_of_others(monkeypatch):
    monkeypatch.delenv("ONDIT_SHARED", raising=False)
    answer = CliRunner().invoke(main, ["--part", "tuning"])
    assert answer.exit_code == 0, answer.output
    for row in ("attribution ", "nested chains", "recall, cue: noun", "Citron", "PolNeAR dev: skipped"):
        assert row in answer.output
