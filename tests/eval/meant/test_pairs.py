"""Pairs of unnamed sources: their notation, and the system's answer by its own functions."""

import pytest

from eval.marks.gold_set import GoldPart
from eval.marks.records import GoldError
from eval.meant.pairs import Pair, Sameness, pairs_in, read_pairs
from eval.meant.sameness import confusion, sameness_of, score_pair
from eval.sources import PAIRS

HEAD = "@ war.p1\nclaim: the mill burned down\n"
OFFICIAL = "outlet: Reuters\n{s1 A Pentagon official} {q1 said} {c1 the mill had burned down}.\n> 1 unnamed\n"
REBEL = "outlet: BBC\n{s1 A rebel commander} {q1 said} {c1 the mill had burned down}.\n> 1 unnamed\n"
WITNESS = "outlet: BBC\n{s1 A man nearby} {q1 said} {c1 the mill had burned down}.\n> 1 unnamed\n"
RELAYED = (
    "outlet: BBC\n{s1 Reuters}, {q1 citing} {s2 an official}, {q1 said} {c1+c2 the mill had burned down}.\n"
    "> 1 outlet; 2 unnamed <1\n"
)


def pair_of(*texts: str, answer: str = "unknown why") -> Pair:
    (pair,) = pairs_in(HEAD + "--\n".join(texts) + f"= {answer}\n", "war.txt")
    return pair


@pytest.mark.parametrize(
    ("other", "said"),
    [
        pytest.param(REBEL, Sameness.DIFFERENT, id="roles that exclude each other"),
        pytest.param(WITNESS, Sameness.UNKNOWN, id="two outlets, nothing to tell"),
        pytest.param(RELAYED, Sameness.SAME, id="both through one outlet"),
    ],
)
def test_a_pair_goes_through_trace_and_assessment(other, said):
    assert sameness_of(pair_of(OFFICIAL, other)) is said


def test_a_pair_may_lie_in_one_text():
    pair = pair_of(
        "outlet: BBC\n{s1 A medic} {q1 said} {c1 the mill had burned down}. {s2 Another medic} {q2 said} "
        "{c2 the mill had burned down}.\n> 1 unnamed; 2 unnamed\n",
        answer="different text",
    )
    assert [one.source_class.value for _, one in pair.described] == ["unnamed", "unnamed"]
    assert sameness_of(pair) is Sameness.DIFFERENT


def test_calling_two_mouths_one_counts_twice():
    pair = pair_of(OFFICIAL, WITNESS)
    counts = score_pair(pair, Sameness.SAME)
    assert counts["pairs"] == counts["pairs: right among those called same"] == (0, 0, 0, 1)
    assert "pairs: right among those called same" not in score_pair(pair, Sameness.DIFFERENT)
    assert confusion([pair], [None])["unknown", "no origin"] == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(HEAD + OFFICIAL, "not a pair", id="no answer"),
        pytest.param(HEAD + OFFICIAL + "= perhaps so\n", "not a pair", id="no such answer"),
        pytest.param(HEAD + OFFICIAL + "= same way\n", "1 described sources, not two", id="one only"),
    ],
)
def test_what_is_no_pair_is_refused(text, problem):
    with pytest.raises(GoldError, match=problem):
        list(pairs_in(text, "war.txt"))


def test_the_gold_of_pairs_is_as_large_as_it_says():
    tuning, aside = (read_pairs(part, PAIRS) for part in GoldPart)
    assert len(tuning) + len(aside) >= 150
    assert 0.3 <= len(aside) / (len(tuning) + len(aside)) <= 0.37
    assert sum(pair.answer is Sameness.UNKNOWN for pair in (*tuning, *aside)) >= 50
