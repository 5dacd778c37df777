"""Comparing a second pass with the first."""

from click.testing import CliRunner

from eval.agreement import main
from eval.marks.gold_set import GoldPart, gold_files

WAR = next(path for path in gold_files(GoldPart.TUNING) if path.name == "war.txt")


def test_a_pass_agrees_with_itself(tmp_path):
    answer = CliRunner().invoke(main, [str(WAR)])
    assert answer.exit_code == 0, answer.output
    assert "attribution       100.0" in answer.output
    kappas = [line.split()[-1] for line in answer.output.splitlines()[-6:]]
    assert kappas == ["1.00"] * 6


def test_a_changed_attribute_lowers_its_kappa_alone(tmp_path):
    second = tmp_path / "second.txt"
    second.write_text(WAR.read_text(encoding="utf-8").replace(" doubting", ""), encoding="utf-8")
    lines = CliRunner().invoke(main, [str(second)]).output.splitlines()
    kappas = {line.split()[0]: float(line.split()[-1]) for line in lines[-6:]}
    assert kappas["distance"] < 1 and kappas["certainty"] == kappas["polarity"] == 1


def test_a_pass_over_other_words_is_refused(tmp_path):
    second = tmp_path / "second.txt"
    second.write_text("@ war.s1\nNobody fired.\n", encoding="utf-8")
    answer = CliRunner().invoke(main, [str(second)])
    assert answer.exit_code == 1 and "war.s1: not an item of the gold" in answer.output
