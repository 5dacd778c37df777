"""What a store keeps beside articles: captures, failures, words; copies of it, and erasing."""

import os
import subprocess
import sys
import zlib
from hashlib import sha256

import apsw
import pytest
from backports import zstd
from tests.store.collection import TEXT, article, linking_of, make_older, reading

from ondit.errors import StoreError
from ondit.model.article import Capture, Skipped
from ondit.model.claim import Changes
from ondit.store import back_up, erase, open_store

PAGE = b"<html><body>The harbour will close in May, the mayor said.</body></html>"
CAPTURE = Capture(
    url="https://echo.example/a",
    final_url="https://echo.example/a",
    captured="2026-01-02T03:04:05+00:00",
    status=200,
    headers=(("content-type", "text/html"),),
    sha256=sha256(PAGE).hexdigest(),
    content=PAGE,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "store.db"


def add(store, *readings):
    together = [*store.readings(), *readings]
    return store.add(readings, Changes(linking=linking_of(together)), recipe="r1")


def failed(item, **fields):
    return Skipped(item=item, stage="ingest", reason="no text", **fields)


def test_a_capture_is_kept_with_its_bytes(path):
    with open_store(path, create=True) as store:
        add(store, reading("a", capture=CAPTURE), reading("b"))
    with open_store(path) as store:
        assert store.captures.of("a") == [CAPTURE]
        assert store.captures.of("b") == []
        assert [one.capture for one in store.articles()] == [None, None]


def test_articles_and_claims_are_found_by_their_words(path):
    with open_store(path, create=True) as store:
        add(store, reading("a", title="Anselm"), reading("b"))
        assert store.words.articles("anselm ferries") == ["a", "b"]
        assert store.words.articles("harbour", most=1) == ["b"]
        assert store.words.claims("ferries move") == ["clm_1"]
        assert store.words.articles('ferries" OR "x') == []
        assert store.words.articles("...") == []


def test_a_claim_that_changes_is_found_by_what_it_says_now(path):
    with open_store(path, create=True) as store:
        add(store, reading("a"))
        add(store, reading("b"))
        assert store.words.claims("ferries") == ["clm_1"]


def test_a_failure_counts_its_tries_until_its_input_is_gone_through_without_it(path):
    with open_store(path, create=True) as store:
        store.failures.note([failed("f:1", input="f"), failed("g")], "2026-01-01")
        store.failures.note([failed("f:1", input="f")], "2026-01-02")
        first, second = store.failures.read()
        assert (first.item, first.attempts, first.first, first.last) == ("f:1", 2, "2026-01-01", "2026-01-02")
        assert (second.item, second.input, second.attempts) == ("g", "g", 1)
        store.failures.settle(["f", "g"], "2026-01-02")
        assert [one.item for one in store.failures.read()] == ["f:1"]


def test_a_backup_of_a_store_in_use_is_whole_and_takes_no_other_files_place(path, tmp_path):
    copy = tmp_path / "copy.db"
    with open_store(path, create=True) as store:
        add(store, reading("a"), reading("b"))
        back_up(store, copy)
        with pytest.raises(StoreError, match="is there already"):
            back_up(store, copy)
    with open_store(copy) as store:
        assert [one.id for one in store.articles()] == ["a", "b"]
        assert store.connection.pragma("integrity_check") == "ok"
    assert sorted(one.name for one in tmp_path.iterdir() if "unfinished" in one.name) == []


def everything_in(path):
    """All bytes of a store's files, and of its packed values what they unpack to."""
    raw = b"".join(one.read_bytes() for one in path.parent.iterdir() if one.name.startswith(path.name))
    connection = apsw.Connection(str(path))
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    values = [
        value
        for table in tables
        for row in connection.execute(f"SELECT * FROM {table}").fetchall()
        for value in row
        if isinstance(value, bytes)
    ]
    connection.close()
    unpacked = []
    for value in values:
        try:
            unpacked.append(
                zstd.decompress(value) if value[:4] == b"\x28\xb5\x2f\xfd" else zlib.decompress(value)
            )
        except zlib.error:
            unpacked.append(value)
    return raw + b"".join(unpacked)


def test_nothing_of_an_erased_article_is_left_in_the_file(path):
    secret = TEXT.replace("mayor", "zzyzx")
    page = PAGE.replace(b"mayor", b"zzyzx")
    capture = Capture(
        **{**{name: getattr(CAPTURE, name) for name in CAPTURE.__struct_fields__}, "content": page}
    )
    with open_store(path, create=True) as store:
        add(store, reading("a"), reading("z", text=secret, title="Zzyzx", capture=capture))
    assert b"zzyzx" in everything_in(path)
    with open_store(path) as store:
        assert erase(store, ["z", "not there"]) == 1
        assert [one.id for one in store.articles()] == ["a"]
        assert store.words.articles("zzyzx") == []
        assert store.words.articles("harbour") == ["a"]
        assert [one.id for one in store.readings(unlinked=True)] == ["a"]
    assert b"zzyzx" not in everything_in(path).lower()


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_store_of_an_older_schema_is_renewed_in_a_copy(path, version):
    make_older(path, version, article("a"))
    with open_store(path) as store:
        assert list(store.articles()) == [article("a")]
        assert store.words.articles("harbour") == ["a"]
    assert [one.name for one in path.parent.iterdir() if "renewed" in one.name] == []


def test_a_disk_that_is_full_costs_that_write_alone(path):
    with open_store(path, create=True) as store:
        add(store, reading("a"))
        pages = int(store.connection.pragma("page_count"))
    long = " ".join(f"{TEXT} {sha256(bytes([number])).hexdigest()}" for number in range(200))
    for more in range(0, 60, 3):
        with open_store(path) as store:
            store.connection.pragma("max_page_count", pages + more)
            try:
                add(store, reading("b", text=long))
                break
            except StoreError as error:
                assert "disk is full" in str(error)
            assert [one.id for one in store.articles()] == ["a"]
    else:
        pytest.fail("sixty pages are not enough to add an article")
    assert more > 0
    with open_store(path) as store:
        assert [one.id for one in store.articles()] == ["a", "b"]
        assert store.connection.pragma("integrity_check") == "ok"


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_write_that_fails_costs_that_write_alone(path):
    with open_store(path, create=True) as store:
        add(store, reading("a"))
    failures = 0
    for size in range(0, 400_000, 50_000):
        told = subprocess.run(
            [sys.executable, "-m", "tests.store.add_within", str(path), str(size)],
            capture_output=True,
            text=True,
        )
        assert told.returncode in (0, 1), told.stderr
        with open_store(path) as store:
            assert store.connection.pragma("integrity_check") == "ok"
            there = [one.id for one in store.articles()]
        if told.returncode == 0:
            assert there == ["a", "late1", "late2", "late3"]
            break
        failures += 1
        assert str(path) in told.stdout
        assert there == ["a"]
    else:
        pytest.fail("no size was enough")
    assert failures


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anything")
def test_a_store_that_may_not_be_written_says_so(path):
    with open_store(path, create=True) as store:
        add(store, reading("a"))
    path.chmod(0o400)
    with open_store(path) as store, pytest.raises(StoreError, match="permissions"):
        add(store, reading("b"))
