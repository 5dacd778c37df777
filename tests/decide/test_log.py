"""Which decisions are in force, and which cannot stand beside each other."""

import pytest

from ondit.decide import check, in_force, undone, without_names
from ondit.errors import DecisionError
from ondit.model.decision import Decision, DecisionKind, Edit


def made(words: str, reason: str = "told us") -> Decision:
    """Return the decision that words such as "same-source a b" state."""
    kind, one, other = (*words.split(), "")[:3]
    name, other = (other, "") if kind == "bind" else ("", other)
    return Decision(
        kind=DecisionKind(kind), one=one, other=other, name=name, reason=reason, who="Ada", when="2031-06-01"
    )


def test_an_undo_takes_back_and_can_be_taken_back():
    same = made("same-source a b")
    undo = made(f"undo {same.id}")
    redo = made(f"undo {undo.id}")
    assert in_force([same]) == (same,)
    assert (in_force([same, undo]), undone([same, undo])) == ((), {same.id: undo.id})
    assert in_force([same, undo, redo]) == (same,)
    assert in_force([same, undo, redo, made(f"undo {redo.id}")]) == ()


@pytest.mark.parametrize(
    ("log", "words"),
    [
        pytest.param(["same-source a b"], "different-source b a", id="same and different"),
        pytest.param(["different-source a b"], "same-source a b", id="different and same"),
        pytest.param(["same-claim a b", "same-claim b c"], "different-claim a c", id="along a chain"),
        pytest.param(["same-claim a b", "different-claim a c"], "same-claim c b", id="a chain closed"),
        pytest.param(["accept a"], "reject a", id="accepted and rejected"),
        pytest.param(["bind a Ann"], "bind a Bob", id="two names for one source"),
    ],
)
def test_a_contradiction_names_the_other_decision_and_the_way_out(log, words):
    decisions = [made(line) for line in log]
    with pytest.raises(DecisionError) as raised:
        check(made(words), decisions)
    against = next(one for one in decisions if one.id in str(raised.value))
    assert f"ondit decide undo {against.id}" in str(raised.value)
    assert check(made(words), [*decisions, made(f"undo {against.id}")]) is None


@pytest.mark.parametrize(
    ("log", "words"),
    [
        pytest.param(["same-source a b"], "same-claim a b", id="of sources and of claims"),
        pytest.param(
            ["different-source a b", "different-source b c"], "same-source a c", id="two that differ"
        ),
        pytest.param(["same-source a b"], "same-source a b", id="once more"),
        pytest.param(["accept a"], "reject b", id="two attributions"),
        pytest.param(["reject a"], "reject a", id="rejected once more"),
    ],
)
def test_what_can_stand_together_is_no_contradiction(log, words):
    check(made(words, "once more"), [made(line) for line in log])


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        pytest.param(made("same-source a a"), "two ids that differ", id="one id twice"),
        pytest.param(made("edit a"), "say what to change", id="an edit of nothing"),
        pytest.param(made("bind a"), "say whom", id="bound to nobody"),
        pytest.param(made("undo dec_x"), "no decision in force", id="nothing to undo"),
    ],
)
def test_a_decision_that_says_nothing_is_refused(decision, message):
    with pytest.raises(DecisionError, match=message):
        check(decision, [])


def test_what_is_undone_cannot_be_undone_again():
    same = made("same-source a b")
    log = [same, made(f"undo {same.id}")]
    with pytest.raises(DecisionError, match="no decision in force"):
        check(made(f"undo {same.id}", "twice"), log)


def test_without_names_what_was_bound_to_one_person_is_one_source():
    log = [made("bind a Ann"), made("origin d"), made("bind b ANN"), made("bind c Bob")]
    kept = without_names(log)
    assert [(one.kind, one.one, one.other) for one in kept] == [
        ("origin", "d", ""),
        ("same-source", "b", "a"),
    ]
    assert not any("Ann" in repr(one) or "told" in one.reason for one in kept if one.kind != "origin")


def test_the_id_depends_on_all_that_is_said():
    one = made("edit a")
    edits = [Edit(source_id="s"), Edit(source_id="t"), None]
    ids = {Decision(kind=one.kind, one="a", edit=edit, reason="", who="", when="").id for edit in edits}
    assert len(ids) == 3 and one.id == made("edit a").id
