import sqlite3
import subprocess
import sys
from itertools import chain

import msgspec
import pytest
from tests.store.collection import article, changes_to, linking_of, reading

from ondit.errors import InputError, StoreError, StoreLockedError
from ondit.model.article import Article, Skipped
from ondit.model.claim import Changes, Linking
from ondit.model.listing import Narrowing, Window
from ondit.store import open_store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ondit.db"


@pytest.fixture
def store(path):
    with open_store(path, create=True) as store:
        yield store


def add(store, readings, recipe="r1"):
    everything = {one.id: one for one in [*store.readings(), *readings]}
    return store.add(readings, changes_to(everything.values()), recipe=recipe)


def test_what_is_added_comes_back_as_it_was(path, store):
    readings = [reading("b"), reading("a"), reading("c")]
    assert add(store, readings).added == ("b", "a", "c")
    store.close()
    with open_store(path) as again:
        assert list(again.readings()) == readings
        assert list(again.articles()) == [one.article for one in readings]
        assert again.linking() == linking_of(readings)


def test_adding_twice_changes_nothing(store):
    readings = [reading("a"), reading("b")]
    add(store, readings)
    before = store.connection.total_changes()
    assert add(store, readings).unchanged == ("a", "b")
    assert store.connection.total_changes() == before


def claims_of_its_own(one):
    """The claims of a linking in which an article stands alone."""
    return tuple(
        msgspec.structs.replace(claim, id=f"{claim.id}_{one.id}") for claim in linking_of([one]).claims
    )


def test_only_what_a_new_article_changes_is_written(store):
    readings = [reading(f"a{number}") for number in range(20)]
    claims = [claim for one in readings for claim in claims_of_its_own(one)]
    written = []
    for already in (1, 18):  # how many are there: it makes no difference to what is written
        store.add(
            readings[:already], Changes(linking=Linking(claims=tuple(claims[: 2 * already]))), recipe="r1"
        )
        before = store.connection.total_changes()
        new, told = readings[already : already + 1], claims[: 2 * already + 2]
        store.add(new, Changes(linking=Linking(claims=tuple(told))), recipe="r1")
        written.append(store.connection.total_changes() - before)
    assert written[0] == written[1] < 30


def test_changes_touch_what_they_speak_of_and_leave_the_rest(store):
    readings = [reading("a"), reading("b")]
    add(store, readings)
    whole = store.linking()
    first, second = whole.claims
    renamed = msgspec.structs.replace(first, text="The harbour is to close in May")
    store.add([], Changes(linking=Linking(claims=(renamed,)), gone=(second.id,), copied=("b",)), recipe="r1")
    left = store.linking()
    assert left.claims == (renamed,)
    assert left.copies == ()
    assert left.mains == whole.mains
    assert [story.articles for story in left.stories] == [story.articles for story in whole.stories]


def test_a_claim_that_is_no_more_goes_and_its_story_does_not_name_it(store):
    add(store, [reading("a"), reading("b")])
    first, second = store.linking().claims
    store.add([], Changes(linking=Linking(), gone=(second.id,)), recipe="r1")
    assert store.linking().claims == (first,)
    assert [story.claims for story in store.linking().stories] == [(first.id,)]


def test_a_claims_own_form_of_a_mention_is_kept(store):
    one = reading("a")
    linking = linking_of([one])
    mention = msgspec.structs.replace(one.mentions[0], names=("harbour",))
    linking = msgspec.structs.replace(
        linking, claims=(msgspec.structs.replace(linking.claims[0], mentions=(mention,)), linking.claims[1])
    )
    store.add([one], Changes(linking=linking), recipe="r1")
    assert store.linking() == linking
    assert list(store.readings()) == [one]


def test_a_reading_by_another_recipe_takes_the_place_of_the_old(store):
    add(store, [reading("a"), reading("b")])
    fewer = msgspec.structs.replace(reading("a"), mentions=reading("a").mentions[::-1])
    assert add(store, [fewer], recipe="r2").replaced == ("a",)
    assert list(store.readings(["a"])) == [fewer]
    assert store.linking() == linking_of([fewer, reading("b")])


def test_what_a_recipe_has_read_can_be_told_from_what_others_have(store):
    add(store, [reading("a")], recipe="r1")
    add(store, [reading("b")], recipe="r2")
    assert [one.id for one in store.readings(recipe="r2")] == ["b"]
    assert [one.id for one in store.readings(["a", "b"], recipe="r1")] == ["a"]


def test_outdated_readings_can_be_replaced_one_by_one(store):
    """The way to a new recipe: forget the links, read again, link what is read, and nothing stale is left."""
    add(store, [reading("a"), reading("b"), reading("c")], recipe="r1")
    store.unlink()
    assert store.linking() == Linking()
    for stale in store.unread(chain(store.outdated(recipe="r2"), [article("d")]), recipe="r2"):
        linked = [*store.readings(recipe="r2"), reading(stale.id)]
        store.add(linked[-1:], changes_to(linked), recipe="r2")
        assert store.linking() == linking_of(linked)
    assert list(store.outdated(recipe="r2")) == []
    assert [one.id for one in store.readings(recipe="r2")] == ["a", "b", "c", "d"]
    assert list(store.readings(recipe="r1")) == []


def test_unread_are_the_new_and_those_of_another_recipe(store):
    add(store, [reading("a")], recipe="r1")
    add(store, [reading("b")], recipe="r2")
    skipped = Skipped(item="x", stage="ingest", reason="empty")
    there = [article("a"), skipped, article("b"), article("c"), article("c")]
    assert list(store.unread(there, recipe="r2")) == [article("a"), skipped, article("c")]


def test_one_id_for_two_texts_is_refused_and_nothing_is_lost(store):
    add(store, [reading("a")])
    found = list(store.unread([article("a", text="Another text."), article("b")], recipe="r1"))
    assert isinstance(found[0], Skipped)
    assert (found[0].item, found[0].stage) == ("a", "store")
    assert found[1:] == [article("b")]
    with pytest.raises(StoreError, match="article a: another text"):
        add(store, [reading("b"), reading("a", outlet="Somebody else")])
    assert [one.id for one in store.articles()] == ["a"]


def test_a_later_capture_is_the_same_article(store):
    add(store, [reading("a", captured="2024-09-01")])
    assert list(store.unread([article("a", captured="2024-10-01")], recipe="r1")) == []


def test_a_linking_of_unknown_articles_is_refused_whole(store):
    with pytest.raises(StoreError, match="mention men_b_0 of article b"):
        store.add([reading("a")], changes_to([reading("a"), reading("b")]), recipe="r1")
    assert list(store.articles()) == []


def test_a_store_of_an_older_schema_keeps_its_readings_and_has_them_linked_anew(path, store):
    add(store, [reading("a"), reading("b")])
    for table in ("linked", "frequency", "cluster", "segment", "capture", "failure"):
        store.connection.execute(f"DROP TABLE {table}")
    for words in ("article_words", "claim_words"):
        store.connection.execute(f"DROP TRIGGER {words}_go; DROP TABLE {words}")
    for index in (
        "claim_by_carriers",
        "claim_by_story",
        "claim_mention_by_name",
        "claim_mention_by_attribution",
    ):
        store.connection.execute(f"DROP INDEX {index}")
    for table, column in (("article", "shown"), ("claim", "carriers")):
        store.connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    for column in ("name", "said"):
        store.connection.execute(f"ALTER TABLE claim_mention DROP COLUMN {column}")
    store.connection.pragma("user_version", 2)
    store.close()
    with open_store(path) as again:
        assert again.linking() == linking_of([reading("a"), reading("b")])
        assert [one.id for one in again.readings(recipe="r1", unlinked=True)] == ["a", "b"]
        assert again.words.claims("ferries") == ["clm_1"]
        assert [one.carriers for one in again.listed.claims(Narrowing(), "", Window(limit=9)).rows] == [2, 2]
        assert again.listed.holding(["men_a_1"]) == ["clm_1"]


def test_claims_are_found_by_their_ids_with_what_lies_about_them(store):
    add(store, [reading("a"), reading("b")])
    whole = linking_of([reading("a"), reading("b")])
    found = store.linking(claims=["clm_1", "clm_9"])
    assert found.claims == whole.claims[1:]
    assert [story.claims for story in found.stories] == [("clm_1",)]
    assert (found.copies, found.mains) == (whole.copies, whole.mains)


NARROWED = [
    pytest.param(Narrowing(), "may june undated", id="no bound"),
    pytest.param(Narrowing(since="2024-06"), "june", id="since a month; undated articles are left out"),
    pytest.param(Narrowing(until="2024-05"), "may", id="until is inclusive"),
    pytest.param(
        Narrowing(since="2024-05-20T23:30", until="2024-05-21"), "may", id="a day that may lie within"
    ),
    pytest.param(Narrowing(language="en"), "may undated", id="en takes in en-GB"),
    pytest.param(Narrowing(language="EN-gb"), "may", id="en-GB does not take in en"),
    pytest.param(Narrowing(outlet="the ANSELM echo"), "june", id="an outlet whatever its case"),
    pytest.param(Narrowing(outlet="Echo"), "", id="an outlet's name is not part of another"),
]


@pytest.mark.parametrize(("narrowing", "expected"), NARROWED)
def test_a_narrowing_holds_for_store_and_record_alike(store, narrowing, expected):
    readings = [
        reading("may", published="2024-05-21", language="en-GB"),
        reading("june", published="2024-06-01T10:00:00+02:00", outlet="The Anselm Echo", language="eng"),
        reading("undated", language="en"),
    ]
    add(store, readings)
    ids = expected.split()
    assert [one.id for one in store.articles(narrowing)] == ids
    assert [one.id for one in readings if narrowing.admits(one.article)] == ids
    assert {
        mention.article_id for claim in store.linking(narrowing).claims for mention in claim.mentions
    } == set(ids)
    assert [main.article_id for main in store.linking(narrowing).mains] == sorted(ids)


def test_a_bound_that_is_no_date_is_an_input_error():
    with pytest.raises(InputError, match="since: 'yesterday' is no date; write it as 2024-09-17"):
        Narrowing(since="yesterday")


def test_a_missing_store_says_how_to_make_one(path):
    with pytest.raises(StoreError, match=r"there is no store here; 'ondit add --store .*' makes one"):
        open_store(path)
    assert not path.exists()


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"Dear diary,\n" * 500, id="a text"),
        pytest.param(b"x", id="one byte"),
        pytest.param(b"SQLite format 3\x00" + b"\x07" * 5000, id="a damaged database"),
    ],
)
def test_a_file_that_is_no_store_is_refused_and_untouched(path, content, create):
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is no store of Ondit, and was left as it is; give another path"):
        open_store(path, create=create)
    assert path.read_bytes() == content
    assert [file for file in path.parent.iterdir() if file.suffix != ".lock"] == [path]


def test_another_programs_database_is_refused_and_untouched(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE birds (name)")
    other.close()
    content = path.read_bytes()
    with pytest.raises(StoreError, match="is no store of Ondit"):
        open_store(path, create=True)
    assert path.read_bytes() == content


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path, create=True)


def test_a_store_in_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(StoreError, match="check that its folder is there"):
        open_store(tmp_path / "nowhere" / "ondit.db", create=True)


def test_a_newer_store_is_refused(path, store):
    store.connection.pragma("user_version", 99)
    store.close()
    with pytest.raises(StoreError, match=r"written by a newer Ondit: its schema is 99, .*upgrade Ondit"):
        open_store(path)


def test_an_empty_file_becomes_a_store_only_when_asked(path):
    path.touch()
    with pytest.raises(StoreError, match="there is no store here"):
        open_store(path)
    with open_store(path, create=True) as store:
        assert list(store.articles()) == []


def test_a_second_writer_is_told_and_readers_are_not_blocked(path, store):
    add(store, [reading("a")])
    with open_store(path) as second:
        assert [one.id for one in second.articles()] == ["a"]
        with pytest.raises(StoreLockedError, match="is being written by another process"):
            add(second, [reading("b")])
        store.close()
        assert add(second, [reading("b")]).added == ("b",)


def test_a_reader_sees_the_last_complete_state_during_a_write(path, store):
    add(store, [reading("a")])
    with open_store(path) as reader:
        walk = reader.articles()
        assert next(walk).id == "a"
        add(store, [reading("b")])
        assert list(walk) == []
        assert [one.id for one in reader.articles()] == ["a", "b"]


def test_a_process_that_dies_during_an_add_leaves_the_store_as_it_was(path, store):
    readings = [reading("a"), reading("b")]
    add(store, readings)
    store.close()
    process = subprocess.run([sys.executable, "-m", "tests.store.kill_during_add", str(path)], check=False)
    assert process.returncode == 9
    with open_store(path) as again:
        assert list(again.readings()) == readings
        assert again.linking() == linking_of(readings)
        assert again.connection.pragma("integrity_check") == "ok"
        assert add(again, [reading("late")]).added == ("late",)


def test_the_store_is_durable_and_its_sqlite_has_no_known_fault(store):
    """SQLite before 3.51.3 may damage a log that several connections write."""
    connection = store.connection
    assert connection.pragma("journal_mode") == "wal"
    assert connection.pragma("synchronous") == 2  # FULL
    assert connection.pragma("foreign_keys") == 1
    assert connection.execute("SELECT sqlite_version()").get >= "3.51.3"


def test_an_article_of_any_text_survives(store):
    odd = article("odd", text="\x00 \N{REPLACEMENT CHARACTER} 🇫🇷 \u202e", title="")
    one = msgspec.structs.replace(reading("odd"), article=odd, mentions=())
    store.add([one], Changes(linking=Linking()), recipe="r1")
    assert list(store.articles()) == [odd]
    assert isinstance(next(store.articles()), Article)


def test_a_damaged_row_is_named_as_such(path, store):
    add(store, [reading("a")])
    store.connection.execute("UPDATE reading SET record = x'00'")
    with pytest.raises(StoreError, match=f"{path} is damaged; put a backup in its place"):
        list(store.readings())
