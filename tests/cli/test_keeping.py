"""What keeps a store in order: errors and a second try, removing, a backup, search."""

import json
from pathlib import Path

import pytest

BRIDGE = {
    "id": "echo-1",
    "outlet": "Echo",
    "published": "2026-01-02",
    "text": "The bridge at Velm was closed on Monday, the mayor said. Buses go by way of Orlen.",
}
AGAIN = {
    "id": "post-1",
    "outlet": "Post",
    "published": "2026-03-04",
    "text": "The bridge at Velm was closed on Monday, Echo reported, citing the mayor.",
}


def write(*lines):
    Path("news.jsonl").write_text(
        "\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines)
    )


@pytest.fixture
def stored(run):
    write(BRIDGE, "{broken", AGAIN)
    assert run("add", "news.jsonl").exit_code == 3


def rows(result):
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_what_failed_is_listed_until_a_second_try_succeeds(run, stored):
    (failure,) = rows(run("errors", "list", "--format", "jsonl"))
    assert failure["schema"] == "ondit.failure/1"
    assert (failure["item"], failure["stage"], failure["attempts"]) == (
        f"{Path.cwd()}/news.jsonl:2",
        "ingest",
        1,
    )
    assert failure["input"] == str(Path("news.jsonl").absolute())
    assert run("errors", "retry").exit_code == 1
    assert rows(run("errors", "list", "--format", "jsonl"))[0]["attempts"] == 2
    write(BRIDGE, {"id": "mended", "text": "All is well, the mayor said."}, AGAIN)
    again = run("errors", "retry")
    assert again.exit_code == 0
    assert "1 articles added" in again.stderr
    assert run("errors", "list").stdout == "Nothing failed.\n"
    assert "nothing to try again" in run("errors", "retry").stderr


def test_a_removed_article_is_gone_and_the_rest_is_linked(run, stored):
    assert "2 " in run("claims", "bridge").stdout
    assert run("remove", "echo-1").stderr == "1 articles erased from ondit.db.\n"
    assert [row["article"] for row in rows(run("articles", "--format", "jsonl"))] == ["post-1"]
    (claim,) = rows(run("claims", "bridge", "--format", "jsonl"))
    assert claim["carriers"] == ["post-1"]
    assert run("remove", "echo-1").exit_code == 1


@pytest.mark.parametrize(
    ("given", "left"),
    [
        pytest.param(["--outlet", "Echo"], ["post-1"], id="an outlet's"),
        pytest.param(["--before", "2026-02-01"], ["post-1"], id="those before a date"),
        pytest.param(["--before", "2026-03-04"], ["post-1"], id="the day itself is not before it"),
        pytest.param(
            ["--outlet", "Post", "--before", "2026-02-01"], ["echo-1", "post-1"], id="both must fit"
        ),
        pytest.param(["post-1", "--outlet", "Echo"], [], id="ids and an outlet's"),
    ],
)
def test_articles_are_removed_by_outlet_and_date(run, stored, given, left):
    assert run("remove", *given).exit_code == 0
    assert [row["article"] for row in rows(run("articles", "--format", "jsonl"))] == left


def test_nothing_is_removed_unasked(run, stored):
    assert run("remove").exit_code == 2


def test_a_backup_is_a_store(run, stored):
    assert run("backup", "copy.db").exit_code == 0
    assert (
        run("export", "--to", "jsonl", "--store", "copy.db").stdout == run("export", "--to", "jsonl").stdout
    )
    assert "is there already" in run("backup", "copy.db").stderr


def test_articles_are_found_by_their_words(run, stored):
    found = rows(run("articles", "buses velm", "--format", "jsonl"))
    assert [row["article"] for row in found] == ["echo-1"]
    assert rows(run("articles", "zeppelin", "--format", "jsonl")) == []
