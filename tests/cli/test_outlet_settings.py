"""Outlets of the user's own in `ondit.toml`, the environment and a flag."""

import json

import pytest

STORY = {
    "id": "a1",
    "language": "en",
    "text": "The Foo Daily said on Monday that the ferry had sunk near the bridge.",
}
ROW = 'id = "foo-daily"\nname = "Foo Daily"\nkind = "newspaper"\n'
SECTION = f"[[outlets.outlet]]\n{ROW}"
TABLE = f"[[outlet]]\n{ROW}"


@pytest.fixture
def story(tmp_path):
    (tmp_path / "story.jsonl").write_text(json.dumps(STORY), encoding="utf-8")
    return "story.jsonl"


def entity(result) -> dict:
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout.splitlines()[0])["source_entity"]


@pytest.mark.parametrize("how", ["rows", "file", "environment", "flag"])
def test_rows_are_found_wherever_they_are_given(run, tmp_path, story, monkeypatch, how):
    (tmp_path / "mine.toml").write_text(TABLE, encoding="utf-8")
    settings = {"rows": SECTION, "file": '[outlets]\nfile = "mine.toml"\n'}.get(how, "")
    (tmp_path / "ondit.toml").write_text(settings, encoding="utf-8")
    if how == "environment":
        monkeypatch.setenv("ONDIT_OUTLETS", "mine.toml")
    flag = ["--outlets", "mine.toml"] if how == "flag" else []
    known = entity(run("read", story, "--format", "jsonl", *flag))
    assert known["kind"] == "outlet"
    (tmp_path / "ondit.toml").write_text("", encoding="utf-8")
    monkeypatch.delenv("ONDIT_OUTLETS", raising=False)
    assert entity(run("read", story, "--format", "jsonl"))["id"] != known["id"]


def test_two_processes_know_them(run, tmp_path, story):
    (tmp_path / "ondit.toml").write_text(SECTION, encoding="utf-8")
    one = run("read", story, "--format", "jsonl")
    two = run("read", story, "--format", "jsonl", "--jobs", "2")
    assert entity(one) == entity(two)


def test_a_changed_table_reads_the_store_anew(run, tmp_path, story):
    assert run("add", story, "--store", "x.db").exit_code == 0
    before = run("show", "a1", "--store", "x.db").stdout
    (tmp_path / "ondit.toml").write_text(
        SECTION.replace('name = "Foo Daily"', 'name = "Foo"\naliases = ["Foo Daily"]')
    )
    shown = run("show", "a1", "--store", "x.db")
    assert shown.exit_code == 0, shown.stderr
    assert "Foo, outlet" in shown.stdout
    assert "Foo, outlet" not in before
    traced = run("trace", "The ferry had sunk near the bridge", story, "--format", "json")
    assert "Foo" in [node["name"] for node in json.loads(traced.stdout)["nodes"]]


def test_doctor_says_how_many_rows_there_are_and_what_to_look_at(run, tmp_path):
    second = '[[outlets.outlet]]\nid = "bbc"\nname = "BBC"\nkind = "broadcaster"\n'
    (tmp_path / "ondit.toml").write_text(SECTION + second, encoding="utf-8")
    said = run("doctor").stdout
    assert "outlets of your own: 1 rows added, 1 in place of ours" in said
    assert "bbc: stands in place of our row" in said


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        pytest.param('[outlets]\nfile = "none.toml"\n', "none.toml: No such file", id="no such file"),
        pytest.param("[outlets]\nfiles = 3\n", "$.outlets", id="a field that is none"),
        pytest.param(
            SECTION.replace("newspaper", "paper"), "$.outlets.outlet[0].kind", id="a kind that is none"
        ),
        pytest.param(SECTION.replace("foo-daily", "Foo"), "$.outlet[0].id", id="an id that is none"),
        pytest.param(
            f'{SECTION}ownership = {{ owner = "A", year = 2020 }}\n', "basis", id="an owner without basis"
        ),
    ],
)
def test_a_fault_ends_in_a_sentence_with_its_place(run, tmp_path, settings, told):
    (tmp_path / "ondit.toml").write_text(settings, encoding="utf-8")
    result = run("doctor")
    assert result.exit_code == 1
    assert told in result.stderr
    assert "Traceback" not in result.stderr
