"""The command that prints the figures of claims."""

from click.testing import CliRunner

from eval.claims import main


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
