"""The measure of provenance: what it grants, what it does not, and what its gold must be."""

import json

import msgspec
import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from eval.marks.case_marks import CASES, read_cases
from eval.marks.gold_set import GoldPart
from eval.marks.records import GoldError
from eval.provenance import main
from eval.score.tally import figures
from eval.traced.answered import Answered, AnsweredOrigin, told
from eval.traced.scoring import score_case

ALL = [case for part in GoldPart for case in read_cases(part)]
(TAKEOVER,) = (case for case in ALL if case.story == "takeover")


def values(answer, case=TAKEOVER):
    return {figure.name: figure.value for figure in figures([score_case(case, answer)])}


@pytest.mark.parametrize("case", [pytest.param(one, id=one.story) for one in ALL])
def test_the_gold_itself_is_all_right_and_no_answer_is_all_wrong(case):
    right, nothing = values(told(case), case), values(Answered(), case)
    empty = {name for name, value in right.items() if value == 0.0}  # a story without copies, say
    assert empty <= {"copies", "numbers", "origins", "kind of origin", "edges, second hop"}
    assert all(value == 100.0 for name, value in right.items() if name not in empty)
    assert set(nothing.values()) == {0.0}


@pytest.mark.parametrize(
    ("edge", "edges", "strict"),
    [
        pytest.param(("t03", "Bloomberg"), False, False, id="an outlet that the page does not name"),
        pytest.param(("t04", "a person with knowledge of the talks"), True, True, id="a short cut is free"),
        pytest.param(("t07", "Helmond"), True, False, id="the denier is wrong to a strict reader only"),
        pytest.param(("t06", "t01"), True, True, id="an edge along a copy is judged as a copy"),
        pytest.param(("t03", "t02"), True, True, id="a page of the outlet is the outlet"),
    ],
)
def test_one_edge_more(edge, edges, strict):
    right = told(TAKEOVER)
    found = values(replace(right, edges=(*right.edges, edge)))
    assert (found["edges"] == 100.0, found["edges, strict"] == 100.0) == (edges, strict)


def test_an_unnamed_origin_may_be_called_in_other_words_and_a_named_one_may_not():
    right = told(TAKEOVER)
    other = AnsweredOrigin(("two people familiar with the talks",), "anonymous")
    assert values(replace(right, origins=(right.origins[1], other)))["origins"] == 100.0
    assert values(replace(right, origins=(right.origins[1], AnsweredOrigin(("Vantora",), "organisation"))))[
        "origins"
    ] == pytest.approx(50.0)


def test_a_wide_range_hits_and_overlaps_little():
    wide = values(replace(told(TAKEOVER), low=1, high=8))
    assert (wide["range hit"], wide["range overlap"]) == (100.0, 25.0)


def test_all_pages_named_first_is_a_guess():
    first = tuple(article.id for article in TAKEOVER.articles)
    assert values(replace(told(TAKEOVER), first=first))["first in this collection"] == 0.0


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param(
            lambda case: case["gold"]["edges"][0].update(evidence="said nobody"), "does not stand", id="words"
        ),
        pytest.param(lambda case: case["gold"]["edges"][0].update(to="Nobody"), "no line", id="name"),
        pytest.param(lambda case: case["gold"]["hedge"].popitem(), "carrier with a voice", id="voice"),
        pytest.param(lambda case: case["gold"]["same_as"].update(t99="Reuters"), "no page 't99'", id="page"),
        pytest.param(lambda case: case["gold"].update(guess=1), "unknown field", id="field"),
        pytest.param(lambda case: case.update(story="study"), "lies elsewhere", id="part"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(tmp_path, change, fault):
    case = json.loads((CASES / "tuning" / "takeover.json").read_bytes())
    change(case)
    (tmp_path / "tuning").mkdir()
    (tmp_path / "tuning" / "takeover.json").write_bytes(msgspec.json.encode(case))
    with pytest.raises(GoldError, match=fault):
        read_cases(GoldPart.TUNING, tmp_path)


def test_the_command_prints_what_is_missed_in_the_tuning_part():
    answer = CliRunner().invoke(main, ["--part", "tuning", "--errors"])
    assert answer.exit_code == 0, answer.output
    for row in ("edges, second hop", "range overlap", "takeover: carriers", "missed edge: "):
        assert row in answer.output


def test_the_gold_is_as_large_as_it_says():
    tuning, aside = (read_cases(part) for part in GoldPart)
    assert (len(tuning), len(aside)) == (16, 4)
    assert all(6 <= len(case.articles) <= 12 for case in ALL)
