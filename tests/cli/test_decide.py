"""`ondit decide` and `ondit import`, as a person would type them."""

import json
import shutil

import pytest

from ondit.demo import demo_articles_path
from ondit.store import open_store

CLAIM = "About 40 workers were poisoned by a chlorine leak at the paper mill in Halversund"


@pytest.fixture
def store(demo_store, tmp_path):
    path = tmp_path / "mill.db"
    shutil.copy(demo_store, path)
    return path


def traced(run, store):
    return json.loads(run("trace", CLAIM, "--store", store, "--format", "json").stdout)


def node(answer, name):
    return next(one["node"] for one in answer["origins"] if one["name"] == name)


def test_a_decision_is_written_obeyed_listed_and_undone(run, store):
    before = traced(run, store)
    worker, reke = (node(before, name) for name in ("Mirelle Aust", "Tomas Reke"))
    made = run(
        "decide", "same-source", worker, reke, "--reason", "he said so", "--who", "Ada", "--store", store
    )
    assert made.exit_code == 0, made.stderr
    decision = made.stdout.split(":")[0]
    assert decision.startswith("dec_")
    after = traced(run, store)
    assert after["independent_origins"]["at_most"] == before["independent_origins"]["at_most"] - 1
    assert any("Ada decided: he said so" in one["why"] for one in after["origins"])
    listed = run("decide", "--store", store, "--format", "jsonl")
    (row,) = map(json.loads, listed.stdout.splitlines())
    assert (row["schema"], row["id"], row["who"], row["missing"]) == ("ondit.decision/1", decision, "Ada", [])
    assert run("decide", "undo", decision, "--reason", "misheard", "--store", store).exit_code == 0
    assert traced(run, store) == before
    assert "undone by dec_" in " ".join(run("decide", "--store", store).stdout.split())


def test_a_contradiction_says_how_to_take_the_other_back(run, store):
    answer = traced(run, store)
    pair = [node(answer, name) for name in ("Mirelle Aust", "Tomas Reke")]
    assert run("decide", "same-source", *pair, "--reason", "one", "--store", store).exit_code == 0
    refused = run("decide", "different-source", *pair, "--reason", "two", "--store", store)
    assert refused.exit_code == 1
    assert "take it back first: ondit decide undo dec_" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(["origin", "src_x", "--reason", "r"], 1, "holds nothing with the id src_x", id="gone"),
        pytest.param(["origin", "gazette-1"], 1, "--reason", id="no reason"),
        pytest.param(["origin"], 1, "takes the id of a source or an article", id="no id"),
        pytest.param(["guess", "a"], 2, "guess", id="no such kind"),
        pytest.param(
            ["origin", "gazette-1", "--polarity", "negative", "--reason", "r"], 2, "takes no", id="no edit"
        ),
    ],
)
def test_what_cannot_be_decided_is_told(run, store, arguments, code, message):
    result = run("decide", *arguments, "--store", store)
    assert result.exit_code == code
    assert message in result.stderr


def test_words_are_edited_as_typed(run, store):
    shown = run("read", demo_articles_path(), "--format", "jsonl").stdout.splitlines()
    before = next(row for row in map(json.loads, shown) if len(row["content"]) == 1)
    words = " ".join(before["content"][0]["text"].split()[:3])
    edit = ("decide", "edit", before["id"], "--content-words", words, "--reason", "no more", "--store", store)
    assert run(*edit).exit_code == 0
    lines = run("export", "--store", store, "--to", "jsonl").stdout.splitlines()
    after = next(row for row in map(json.loads, lines) if row.get("id") == before["id"])
    assert [one["text"] for one in after["content"]] == [words]
    assert after["content"][0]["start"] == before["content"][0]["start"]


def test_a_person_decides_while_articles_are_added(run, store):
    pair = [node(traced(run, store), name) for name in ("Mirelle Aust", "Tomas Reke")]
    with open_store(store) as adding:
        adding.lock()
        assert run("decide", "same-source", *pair, "--reason", "one", "--store", store).exit_code == 0
    assert "same-source" in run("decide", "--store", store).stdout


def test_an_unnamed_source_is_given_a_name_by_bind_alone(run, store):
    answer = traced(run, store)
    pair = [node(answer, name) for name in ("A person who works at the plant", "Tomas Reke")]
    refused = run("decide", "same-source", *pair, "--reason", "he told us", "--store", store)
    assert refused.exit_code == 1
    assert "use bind with the name 'Tomas Reke', which exports leave out" in refused.stderr


def test_a_name_is_shown_only_with_bindings(run, store):
    worker = node(traced(run, store), "A person who works at the plant")
    run("decide", "bind", worker, "Nina Moe", "--reason", "she agreed", "--store", store)
    for command in (("trace", CLAIM), ("trace", CLAIM, "--format", "json"), ("export", "--to", "jsonl")):
        assert "Nina Moe" not in run(*command, "--store", store).stdout
        assert "Nina Moe" in run(*command, "--store", store, "--bindings").stdout


def test_decisions_are_imported_once(run, store, demo_store, tmp_path):
    run("decide", "origin", "gazette-1", "--reason", "they sent a reporter", "--store", store)
    (tmp_path / "all.jsonl").write_text(run("export", "--to", "jsonl", "--store", store).stdout, "utf-8")
    shutil.copy(demo_store, tmp_path / "other.db")
    first = run("import", "all.jsonl", "--store", "other.db")
    assert (first.exit_code, "0 articles, 1 decisions" in first.stderr) == (0, True)
    assert "0 articles, 0 decisions" in run("import", "all.jsonl", "--store", "other.db").stderr
    assert traced(run, "other.db") == traced(run, store)


def test_importing_what_is_no_export_fails(run, store, tmp_path):
    (tmp_path / "notes.txt").write_text("hello\n", "utf-8")
    result = run("import", "notes.txt", "--store", store)
    assert result.exit_code == 1
    assert "notes.txt:1: no line of an export" in result.stderr


def test_the_ids_that_a_decision_takes_are_shown_on_request(run, store):
    shown = run("show", "observer-1", "--ids", "--store", store).stdout
    attribution = next(word for word in shown.split() if word.startswith("att_"))
    assert "att_" not in run("show", "observer-1", "--store", store).stdout
    assert run("decide", "reject", attribution, "--reason", "misread", "--store", store).exit_code == 0
    assert attribution not in run("show", "observer-1", "--ids", "--store", store).stdout
    answer = run("trace", CLAIM, "--ids", "--store", store).stdout
    assert node(traced(run, store), "Tomas Reke") in answer
