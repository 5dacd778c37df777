"""The log of decisions in a store: it only grows."""

from threading import Timer

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


def test_what_is_decided_waits_for_a_write_and_not_for_the_writer(tmp_path):
    path = tmp_path / "s.db"
    with open_store(path, create=True) as writer, open_store(path) as person:
        writer.lock()
        writer.connection.execute("BEGIN IMMEDIATE")
        Timer(0.3, writer.connection.execute, ["COMMIT"]).start()
        person.decisions.append(decision("a"))
        assert writer.decisions.read() == (decision("a"),)


def test_what_goes_wrong_in_a_turn_leaves_the_log_as_it_was(tmp_path):
    with open_store(tmp_path / "s.db", create=True) as store:
        with pytest.raises(RuntimeError), store.decisions.turn():
            store.decisions.append(decision("a"))
            raise RuntimeError
        assert store.decisions.read() == ()


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
