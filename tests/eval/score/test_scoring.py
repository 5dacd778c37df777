"""What an answer counts for."""

import pytest

from eval.agreement import kappa
from eval.marks.marked import read_marked
from eval.score.said import Said, said_in_gold
from eval.score.scoring import score_item
from eval.score.tally import figures

NESTED = (
    "{s1 RNT} {q1 said} {c1 {s2 TVR} {q2 had quoted} {c2 {s3 a source} as {q3 saying} {c3 that it rained}}}.",
    "1 outlet; 2 outlet; 3 unnamed",
)


def said(text: str, attributes: str = "") -> list[Said]:
    (item,) = read_marked(f"@ war.s1\n{text}\n" + (f"> {attributes}\n" if attributes else ""), "war.txt")
    return said_in_gold(item)


def values(gold: list[Said], found: list[Said]) -> dict[str, float]:
    return {one.name: one.value for one in figures([score_item(gold, found)])}


def test_the_gold_itself_is_right_in_everything():
    gold = said(*NESTED)
    assert {value for value in values(gold, gold).values() if value} == {100.0}
    assert values(gold, gold)["nested chains"] == 100


@pytest.mark.parametrize(
    ("found", "right"),
    [
        pytest.param("{s1 The mayor} {q1 said} {c1 that it rained all day}.", True, id="the same"),
        pytest.param("The {s1 mayor} {q1 said} that {c1 it rained all} day.", True, id="edges do not decide"),
        pytest.param("The mayor {q1 said} {c1 that it rained all day}.", False, id="no source"),
        pytest.param(
            "{s1 The mayor} {q1 said} that it {c1 rained} all day.", False, id="less than half the content"
        ),
        pytest.param("The mayor {s1 said} {q1 that} {c1 it rained all day}.", False, id="another source"),
    ],
)
def test_an_attribution_is_right_with_half_the_content_and_a_word_of_the_source(found, right):
    gold = said("{s1 The mayor} {q1 said} {c1 that it rained all day}.", "1 person")
    answer = said(found, "1 person" if "{s1" in found else "")
    assert values(gold, answer)["attribution"] == (100 if right else 0)


def test_a_chain_counts_only_whole():
    gold = said(*NESTED)
    shorter = said(
        "{s1 RNT} {q1 said} {c1 TVR had quoted {s3 a source} as {q3 saying} {c3 that it rained}}.",
        "1 outlet; 3 unnamed",
    )
    assert values(gold, shorter)["nested chains"] == 0
    assert values(gold, shorter)["attribution"] == pytest.approx(80)  # two of three, no other


def test_two_answers_cannot_both_be_right_for_one_attribution():
    gold = said("{s1 He} {q1 said} {c1 so}.", "1 person")
    assert values(gold, gold * 2)["attribution"] == pytest.approx(200 / 3)


def test_factuality_is_judged_where_the_content_was_found():
    gold = said("{s1 He} {q1 denied} {c1 that it rained}.", "1 person negative")
    positive = said("{s1 He} {q1 denied} {c1 that it rained}.", "1 person")
    assert values(gold, positive)["polarity, negative"] == 0
    assert values(gold, gold)["polarity, negative"] == 100


def test_silence_is_right_where_nobody_speaks():
    quiet = said("Police found a knife.")
    wrong = said("{s1 Police} {q1 found} {c1 a knife}.", "1 body")
    assert values(quiet, quiet)["silent where nobody speaks"] == 100
    assert values(quiet, wrong)["silent where nobody speaks"] == 0


def test_a_macro_average_gives_every_class_the_same_weight():
    often = said("{s1 He} {q1 said} {c1 it rained}.", "1 person")
    rare = said("{s1 He} {q1 asked} {c1 whether it rained}.", "1 person unstated")
    missed = said("{s1 He} {q1 asked} {c1 whether it rained}.", "1 person")
    counts = [score_item(often, often)] * 9 + [score_item(rare, missed)]
    certainty = next(one for one in figures(counts) if one.name == "certainty")
    assert certainty.value == pytest.approx(100 * (18 / 19) / 2)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([("a", "a"), ("b", "b")], 1.0, id="always equal"),
        pytest.param([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0, id="no better than chance"),
        pytest.param([("a", "a")], 1.0, id="one value only"),
    ],
)
def test_kappa_is_agreement_beyond_chance(values, expected):
    assert kappa(values) == pytest.approx(expected)
