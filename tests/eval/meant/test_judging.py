"""When an answer about who is meant is right."""

import pytest

from eval.marks.marked import read_marked
from eval.marks.records import Grade
from eval.meant.answers import Answer, Answers, fed, read
from eval.meant.entities import Meanings, meanings
from eval.meant.judging import b_cubed, rights, score_meanings, score_reading

HEAD = "@ war.a1\n"
TWICE = HEAD + (
    "{s1 Ilse Marten} {q1 said} {c1 so}. {s2 The director} {q2 said} {c2 no}. "
    "{s3 A medic} {q3 said} {c3 so}.\n"
    "> 1 person =Ilse Marten; 2 person =Ilse Marten; 3 unnamed =a medic\n"
)


def gold_of(marked: str) -> Meanings:
    (item,) = read_marked(marked, "war.txt")
    return meanings(item)


def answers(**named: str) -> Answers:
    """Answers written `_1="id name"`, several sources parted by "+", an open one with "?" at its end."""
    result = {}
    for number, written in named.items():
        sources = [one.strip("?").split(" ", 1) for one in written.split("+")]
        grade = Grade.OPEN if written.endswith("?") else Grade.CERTAIN
        ids, names = zip(*sources, strict=True)
        result[int(number[1:])] = Answer(ids, names, grade)
    return result


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        pytest.param({"_1": "a Ilse Marten", "_2": "a Ilse Marten", "_3": "b A medic"}, [1, 1, 1], id="all"),
        pytest.param({"_1": "a Ilse Marten", "_2": "c The director"}, [1, 0, 0], id="left alone, not found"),
        pytest.param({"_1": "a Ilse Marten", "_2": "c Ilse Marten"}, [1, 0, 0], id="the name, another id"),
        pytest.param({"_1": "a Ilse Marten", "_2": "b A medic", "_3": "b A medic"}, [1, 0, 1], id="another"),
        pytest.param({"_1": "a Marten", "_2": "a Marten"}, [0, 0, 0], id="one id, no full name"),
    ],
)
def test_a_mention_is_right_with_the_name_and_the_id_of_its_entity(answer, right):
    assert list(rights(gold_of(TWICE), answers(**answer)).values()) == [bool(one) for one in right]


def test_no_id_serves_two_entities():
    gold = gold_of(
        HEAD + "{s1 A medic} {q1 said} {c1 so}. {s2 Another medic} {q2 said} {c2 so}.\n"
        "> 1 unnamed =a medic; 2 unnamed =another medic\n"
    )
    assert rights(gold, answers(_1="a A medic", _2="a A medic")) == {1: True, 2: False}


def test_a_document_may_be_answered_with_the_body_behind_it():
    gold = gold_of(
        HEAD + "{s1 The club} {q1 said} {c1 so}. {s2 Its report} {q2 said} {c2 so}.\n"
        "> 1 body =the club; 2 document =a report of the club / its report > the club\n"
    )
    assert rights(gold, answers(_1="a The club", _2="a The club")) == {1: True, 2: True}
    assert rights(gold, answers(_1="a The club", _2="b Its report")) == {1: True, 2: True}
    assert b_cubed(gold, answers(_1="a The club", _2="a The club")) == (2, 2, 2, 2)


def test_several_are_right_together_or_not():
    gold = gold_of(
        HEAD
        + "{s1 Ada Lind} {q1 said} {c1 so}. {s2 Eva Moe} {q2 said} {c2 so}. {s3 Both} {q3 said} {c3 so}.\n"
        "> 1 person =Ada Lind; 2 person =Eva Moe; 3 person =Ada Lind + Eva Moe\n"
    )
    alone = {"_1": "a Ada Lind", "_2": "b Eva Moe"}
    assert rights(gold, answers(**alone, _3="a Ada Lind+b Eva Moe"))[3]
    assert not rights(gold, answers(**alone, _3="b Eva Moe"))[3]


def test_what_the_text_leaves_open_is_right_when_left_open():
    gold = gold_of(HEAD + "{s1 She} {q1 said} {c1 so}.\n> 1 person open =Ada Lind | Eva Moe\n")
    assert rights(gold, answers(_1="a She?")) == {1: True}
    assert rights(gold, answers(_1="a Ada Lind")) == {1: False}
    assert score_meanings(gold, answers(_1="a Ada Lind"))["grade"] == (0, 0, 0, 1)


def test_mentions_that_are_not_found_count_among_all_only():
    counts = score_reading(gold_of(TWICE), answers(_1="a Ilse Marten"))
    assert counts["read: mentions found"] == (0, 0, 1, 3)
    assert counts["read: named and described, of all"] == (0, 0, 1, 2)
    assert counts["read: named and described, of those found"] == (0, 0, 1, 1)


def test_b_cubed_falls_when_two_are_one():
    apart = answers(_1="a Ilse Marten", _2="a Ilse Marten", _3="b A medic")
    joined = answers(_1="a Ilse Marten", _2="a Ilse Marten", _3="a Ilse Marten")
    assert b_cubed(gold_of(TWICE), apart) == (3, 3, 3, 3)
    assert b_cubed(gold_of(TWICE), joined) == pytest.approx((2 / 3 + 2 / 3 + 1 / 3, 3, 3, 3))


def test_marked_sources_are_fed_to_the_resolver_itself():
    (item,) = read_marked(TWICE, "war.txt")
    answer = fed(item)
    assert answer.keys() == {1, 2, 3}
    assert answer[1].names == ("Ilse Marten",)


def test_a_mention_takes_the_attribution_that_overlaps_it_and_is_missing_without():
    (item,) = read_marked(
        HEAD + "{s1 Ilse Marten} {q1 said} {c1 that the dam was safe}. "
        "It was {q2 the home of} {s2 a frog} {c2 too}.\n"
        "> 1 person =Ilse Marten; 2 unnamed =a frog\n",
        "war.txt",
    )
    assert {number: answer.names for number, answer in read(item).items()} == {1: ("Ilse Marten",)}
