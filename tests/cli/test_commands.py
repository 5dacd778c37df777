"""The commands on the demo story, as a person would type them."""

import json

import pytest

from ondit.demo import demo_articles_path

CLAIM = "About 40 workers were poisoned by a chlorine leak at the paper mill in Halversund"


def rows(result) -> list[dict]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_adding_twice_changes_nothing(run, tmp_path):
    first = run("add", demo_articles_path(), "--store", "mill.db")
    exported = run("export", "--to", "jsonl", "--store", "mill.db").stdout
    again = run("add", demo_articles_path(), "--store", "mill.db")
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "21 articles added" in first.stderr
    assert "0 articles added" in again.stderr
    assert run("export", "--to", "jsonl", "--store", "mill.db").stdout == exported


def test_two_processes_read_what_one_reads(run):
    one = run("read", demo_articles_path(), "--format", "jsonl")
    two = run("read", demo_articles_path(), "--format", "jsonl", "--jobs", "2")
    assert one.exit_code == two.exit_code == 0
    assert one.stdout == two.stdout
    assert one.stdout.count("\n") > 50


def test_every_span_that_read_gives_slices_back_to_its_text(run):
    stories = [json.loads(line) for line in demo_articles_path().read_text(encoding="utf-8").splitlines()]
    texts = {story["id"]: story for story in stories}
    spans = 0
    for row in rows(run("read", demo_articles_path(), "--format", "jsonl")):
        assert row["schema"] == "ondit.attribution/1"
        whole = texts[row["article"]]["title" if row["part"] == "title" else "text"]
        for span in (*row["source"], *row["cue"], *row["content"]):
            assert whole[span["start"] : span["end"]] == span["text"]
            spans += 1
    assert spans > 150


def test_a_sentence_finds_its_claim_with_and_without_a_store(run, demo_store):
    stored = json.loads(run("trace", CLAIM, "--store", demo_store, "--format", "json").stdout)
    direct = json.loads(run("trace", CLAIM, demo_articles_path(), "--format", "json").stdout)
    assert stored["claim"] == direct["claim"]
    assert stored["carriers"] == direct["carriers"]
    assert stored["edges"] == direct["edges"]
    by_id = run("trace", stored["claim"]["id"], "--store", demo_store, "--format", "json")
    assert json.loads(by_id.stdout)["claim"]["id"] == stored["claim"]["id"]


def test_a_sentence_that_nobody_says_has_no_claim(run, demo_store):
    result = run(
        "trace", "The moon landing was filmed in a studio", "--store", demo_store, "--format", "json"
    )
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {"schema": "ondit.trace/1", "claim": None}


def test_an_unknown_claim_id_is_said_to_be_unknown(run, demo_store):
    result = run("trace", "clm_0000", "--store", demo_store)
    assert result.exit_code == 1
    assert "clm_0000" in result.stderr


@pytest.mark.parametrize("command", ["articles", "claims", "stories"])
def test_listings_give_records_of_their_schema(run, demo_store, command):
    listed = rows(run(command, "--store", demo_store, "--format", "jsonl"))
    assert {row["schema"] for row in listed} == {
        f"ondit.{command.removesuffix('s').replace('storie', 'story')}/1"
    }
    assert len(listed) > 5


def test_listings_can_be_narrowed(run, demo_store):
    french = rows(run("articles", "--store", demo_store, "--format", "jsonl", "--language", "fr"))
    assert [row["article"] for row in french] == ["echo-1"]
    late = rows(run("articles", "--store", demo_store, "--format", "jsonl", "--since", "2025-03-14"))
    assert {row["article"] for row in late} == {"gazette-2", "monitor-1"}
    outlet = rows(run("articles", "--store", demo_store, "--format", "jsonl", "--outlet", "radio skerry"))
    assert [row["article"] for row in outlet] == ["radio-1", "radio-2"]
    assert run("articles", "--store", demo_store, "--since", "yesterday").exit_code == 1


def test_an_outlet_that_nobody_states_is_known_by_its_address(run, tmp_path):
    line = {"id": "dam", "url": "https://edition.cnn.com/dam", "text": "The dam burst, a warden said."}
    (tmp_path / "dam.jsonl").write_text(json.dumps(line), encoding="utf-8")
    store = tmp_path / "ondit.db"
    assert run("add", tmp_path / "dam.jsonl", "--store", store).exit_code == 0
    listed = rows(run("articles", "--store", store, "--format", "jsonl", "--outlet", "CNN"))
    assert [row["outlet"] for row in listed] == ["CNN"]
    assert run("show", "dam", "--store", store).stdout.startswith("CNN")


def test_claims_can_be_searched(run, demo_store):
    found = rows(run("claims", "90 tonnes", "--store", demo_store, "--format", "jsonl"))
    assert found
    assert all("90 tonnes" in row["text"] for row in found)


def test_show_marks_the_attributions_of_one_article(run, demo_store):
    shown = run("show", "meridian-1", "--store", demo_store)
    assert shown.exit_code == 0
    assert "Norpress" in shown.stdout
    missing = run("show", "nobody-1", "--store", demo_store)
    assert missing.exit_code == 1
    assert "nobody-1" in missing.stderr


def test_export_gives_every_kind_of_record_and_one_page(run, demo_store):
    schemas = {row["schema"] for row in rows(run("export", "--to", "jsonl", "--store", demo_store))}
    names = {"article", "attribution", "claim", "copy", "source", "story"}
    assert schemas == {f"ondit.{name}/1" for name in names}
    page = run("export", "--to", "html", "--store", demo_store)
    assert page.exit_code == 0
    assert page.stdout.lstrip().lower().startswith("<!doctype html>")
    assert "<svg" in page.stdout
    assert "<script" not in page.stdout


def test_doctor_names_versions_models_and_store(run, demo_store):
    said = run("doctor", "--store", demo_store).stdout
    assert "SQLite 3." in said
    assert "'en'" in said
    assert "21 articles" in said


def test_demo_runs_in_a_store_that_is_thrown_away_or_kept(run, tmp_path):
    shown = run("demo")
    assert shown.exit_code == 0
    assert "Norpress" in shown.stdout
    assert list(tmp_path.glob("*.db")) == []
    assert run("demo", "--store", "kept.db").exit_code == 0
    assert (tmp_path / "kept.db").exists()


def test_settings_come_from_file_then_environment_then_flag(run, tmp_path, demo_store, monkeypatch):
    (tmp_path / "ondit.toml").write_text(f'store = "{demo_store}"', encoding="utf-8")
    assert run("articles").exit_code == 0
    monkeypatch.setenv("ONDIT_STORE", str(tmp_path / "other.db"))
    assert "other.db" in run("articles").stderr
    assert run("articles", "--store", demo_store).exit_code == 0


def test_how_a_language_without_parser_is_read_is_said_once(run):
    told = run("read", demo_articles_path(), "--format", "jsonl").stderr
    assert told.count("'fr'") == told.count("'ru'") == 1
    assert "from word lists" in told
    elsewhere = run("read", "-", stdin='{"id": "a", "language": "eo", "text": "Pluvis hieraŭ."}').stderr
    assert "'eo' are read for quotations" in elsewhere
