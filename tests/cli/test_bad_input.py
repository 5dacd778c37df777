"""Bad input: a typed error that says what, where and what next; the rest goes on; exit codes as promised."""

import json
from pathlib import Path

import pytest

GOOD = {"id": "good", "language": "en", "text": "Tom Rae said that the dam had burst."}


def write(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("empty.txt", b"", "empty", id="empty file"),
        pytest.param("noise.txt", bytes(range(256)) * 8, "binary", id="binary file"),
        pytest.param(
            "bare.html", b"<html><body><nav>Home</nav></body></html>", "article", id="page without article"
        ),
        pytest.param(
            "half.jsonl", b'{"id": "x", "text": ', "half.jsonl:1", id="broken line names file and line"
        ),
        pytest.param(
            "typed.jsonl", b'{"id": 7, "text": "a"}', "$.id", id="wrong type names the path to the fault"
        ),
    ],
)
def test_an_input_that_is_no_article_is_one_typed_error(run, tmp_path, name, content, said):
    result = run("read", write(tmp_path / name, content))
    assert result.exit_code == 1
    assert name in result.stderr
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_a_missing_file_is_named(run):
    result = run("read", "nowhere.txt")
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr


def test_good_lines_among_bad_ones_are_read_and_the_bad_ones_counted(run, tmp_path):
    lines = [
        json.dumps(GOOD),
        "{not json",
        json.dumps({"id": "no text"}),
        json.dumps(GOOD | {"id": "also good"}),
    ]
    result = run("read", write(tmp_path / "mixed.jsonl", "\n".join(lines)), "--format", "jsonl")
    assert result.exit_code == 3
    assert {json.loads(line)["article"] for line in result.stdout.splitlines()} == {"good", "also good"}
    assert "mixed.jsonl:2" in result.stderr
    assert "mixed.jsonl:3" in result.stderr
    assert "2 read, 2 skipped" in result.stderr


def test_a_file_that_is_no_store_is_refused_and_left_alone(run, tmp_path):
    path = write(tmp_path / "letter.db", "Dear reader, this is no database at all. " * 50)
    before = path.read_bytes()
    for command in (["claims"], ["add", write(tmp_path / "a.txt", GOOD["text"])]):
        result = run(*command, "--store", path)
        assert result.exit_code == 1
        assert "letter.db" in result.stderr
    assert path.read_bytes() == before


def test_a_store_that_is_not_there_is_not_made_by_reading(run, tmp_path):
    result = run("claims", "--store", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "ondit add" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_a_five_megabyte_line_is_read_or_refused_in_words(run, tmp_path):
    result = run("read", write(tmp_path / "long.txt", "x" * 5_000_000), "--format", "jsonl")
    assert result.exit_code in {0, 1}
    assert result.exit_code == 0 or "long.txt" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["read", "frobnicate", "trace"])
def test_wrong_usage_ends_with_two(run, command):
    assert run(command).exit_code == 2


def test_a_faulty_settings_file_names_the_setting(run, tmp_path):
    write(tmp_path / "ondit.toml", 'sotre = "x.db"')
    result = run("doctor")
    assert result.exit_code == 1
    assert "ondit.toml" in result.stderr
    assert "sotre" in result.stderr
