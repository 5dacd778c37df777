"""What an analyst decides of sources is obeyed in the range and told in the answer."""

import pytest

from ondit.decide import without_names
from ondit.model.decision import Decision, DecisionKind
from story import read_story

TWO_CLERKS = """
    a1 @Post
        a clerk: P
    a2 @Echo
        a clerk: P
    """
ONE_WAY = """
    a1 @Post
        a clerk: P
    a2 @Post
        an insider: P
    a3 @Echo
        #Port: P
    """
QUOTED = """
    a1 @Post
        a source: "we were told to be gone by noon on Monday"
    a2 @Echo
        an insider: "we were told to be gone by noon on Monday"
    a3 @Tribune
        a guard: "we were told to be gone by noon on Monday"
    """


def decide(kind, one, other="", name=""):
    return Decision(
        kind=DecisionKind(kind), one=one, other=other, name=name, reason="told us", who="Ada", when=""
    )


def ends(notation, *decisions):
    found = read_story(notation).answer(*decisions).independent_origins
    return found.at_least, found.at_most, found.unresolved_ends


@pytest.mark.parametrize(
    ("notation", "decisions", "expected"),
    [
        pytest.param(TWO_CLERKS, [], (1, 2, 0), id="undecided: unknown"),
        pytest.param(TWO_CLERKS, ["same-source a1_a clerk, a2_a clerk"], (1, 1, 0), id="same"),
        pytest.param(TWO_CLERKS, ["different-source a1_a clerk, a2_a clerk"], (2, 2, 0), id="different"),
        pytest.param(
            TWO_CLERKS, ["different-source a2_a clerk, a1_a clerk"], (2, 2, 0), id="in either order"
        ),
        pytest.param(
            QUOTED,
            ["different-source a1_a source, a2_an insider"],
            (2, 2, 0),
            id="different, although a quotation joins them: the third is one of the two",
        ),
        pytest.param(ONE_WAY, [], (1, 2, 0), id="two unnamed ones of one outlet, and a body"),
        pytest.param(
            ONE_WAY,
            ["same-source a1_a clerk, org_Port", "different-source a2_an insider, org_Port"],
            (2, 2, 0),
            id="one that is the same as another is different from its others",
        ),
        pytest.param(
            "a1 @Post\n    a clerk: P\na2 @Echo\n    Ann Hale: P",
            ["same-source a1_a clerk, per_Ann Hale"],
            (1, 2, 0),
            id="a same-source gives an unnamed source no name: only bind may",
        ),
        pytest.param("a1 @Post\n    @Tribune: P", [], (1, 1, 1), id="an outlet that nobody has collected"),
        pytest.param(
            "a1 @Post\n    @Tribune: P", ["origin out_Tribune"], (1, 1, 0), id="marked as an origin"
        ),
        pytest.param("a1 @Post\n    P", ["origin a1"], (1, 1, 0), id="an article that names nobody, marked"),
        pytest.param(
            "a1 @Post\n    @Tribune < a clerk: P\na2 @Tribune 2031-05-01\n    a clerk: P",
            ["origin a2"],
            (1, 2, 0),
            id="an article marked beside the source that it names",
        ),
        pytest.param(
            "a1 @Post\n    @Tribune: P\na2 @Echo\n    @Northwire: P",
            ["same-source out_Tribune, out_Northwire"],
            (1, 1, 2),
            id="unresolved ends that are one",
        ),
        pytest.param(TWO_CLERKS, ["same-source a1_a clerk, gone"], (1, 2, 0), id="an id that is gone"),
    ],
)
def test_a_decision_is_obeyed(notation, decisions, expected):
    made = [line.partition(" ") for line in decisions]
    found = ends(notation, *(decide(kind, *ids.split(", ")) for kind, _, ids in made))
    assert found == expected


def test_the_answer_says_who_decided_and_why():
    why = read_story(TWO_CLERKS).answer(decide("different-source", "a1_a clerk", "a2_a clerk"))
    assert "at least 2: “a clerk” and “a clerk” are two: Ada decided: told us" in why.independent_origins.why
    joined = read_story(TWO_CLERKS).answer(decide("same-source", "a1_a clerk", "a2_a clerk")).origins
    assert [("are one: Ada decided: told us" in one.why, one.joined) for one in joined] == [
        (True, ("a2_a clerk",))
    ]
    (marked,) = read_story("a1 @Post\n    P").answer(decide("origin", "a1")).origins
    assert "Ada decided: told us" in marked.why


def test_an_unnamed_source_bears_a_name_only_where_bindings_are_asked_for():
    bound = (decide("bind", "a1_a clerk", name="Ann Hale"), decide("bind", "a2_a clerk", name="Ann Hale"))
    named, unnamed = (
        read_story(TWO_CLERKS).answer(*decisions) for decisions in (bound, without_names(bound))
    )
    assert [(one.name, one.kind, one.mentions) for one in named.origins] == [
        ("Ann Hale", "person", ("Ann Hale", "a clerk"))
    ]
    assert [one.name for one in unnamed.origins] == ["a clerk"]
    assert "hale" not in repr(unnamed).lower()


def test_one_that_is_bound_is_the_named_source_of_the_same_name():
    notation = "a1 @Post\n    a clerk: P\na2 @Echo\n    Ann Hale: P"
    assert ends(notation) == (1, 2, 0)
    assert ends(notation, decide("bind", "a1_a clerk", name="Ann Hale")) == (1, 1, 0)


def test_a_decision_against_the_evidence_is_a_finding_with_both():
    decision = decide("different-source", "a1_a source", "a2_an insider")
    (finding,) = (one for one in read_story(QUOTED).answer(decision).findings if one.kind == "not resolved")
    assert "joined by evidence, and yet “a source” and “an insider” are two: Ada decided" in finding.text
    assert {one.article_id for one in finding.evidence} == {"a1", "a3"}
