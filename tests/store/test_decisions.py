"""The log of decisions in a store: it only grows."""

import apsw
import pytest
from tests.store.collection import make_older

from ondit.model.decision import Decision, DecisionKind, Edit
from ondit.store import open_store


def decision(one: str) -> Decision:
    return Decision(
        kind=DecisionKind.EDIT, one=one, edit=Edit(source_id="src_1"), reason="why", who="Ada", when="2031"
    )


def test_the_log_comes_back_in_its_order(tmp_path):
    made = [decision("b"), decision("a"), decision("c")]
    with open_store(tmp_path / "s.db", create=True) as store:
        store.decisions.append(*made[:1])
        store.decisions.append(*made)
    with open_store(tmp_path / "s.db") as store:
        assert list(store.decisions.read()) == made


@pytest.mark.parametrize("statement", ["DELETE FROM decision", "UPDATE decision SET id = 'x'"])
def test_nothing_changes_or_removes_a_decision(tmp_path, statement):
    with open_store(tmp_path / "s.db", create=True) as store:
        store.decisions.append(decision("a"))
    connection = apsw.Connection(str(tmp_path / "s.db"))
    with pytest.raises(apsw.ConstraintError, match="only grows"):
        connection.execute(statement)


def test_a_store_from_before_there_were_decisions_gets_the_log(tmp_path):
    make_older(tmp_path / "s.db", 1)
    with open_store(tmp_path / "s.db") as store:
        assert store.decisions.read() == ()
