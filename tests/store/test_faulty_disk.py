"""Wherever in a write the disk fails: an error in words, a store that opens, nothing acknowledged lost."""

import os
import shutil
from contextlib import suppress
from errno import ENOSPC
from hashlib import sha256
from pathlib import Path

import apsw
import pytest
from tests.store.collection import TEXT, article, changes_to, make_older, reading
from tests.store.faulty_disk import FaultyDisk

from ondit.errors import StoreError
from ondit.model.article import Capture, Skipped
from ondit.model.decision import Decision, DecisionKind
from ondit.store import back_up, erase, open_store

PAGE = b"".join(sha256(bytes([number])).digest() for number in range(250))
CAPTURE = Capture(
    url="https://echo.example/b",
    final_url="https://echo.example/b",
    captured="2026-01-02T03:04:05+00:00",
    status=200,
    headers=(),
    sha256=sha256(PAGE).hexdigest(),
    content=PAGE,
)
DECIDED = Decision(
    kind=DecisionKind.DIFFERENT_CLAIM, one="men_a_0", other="men_a_1", reason="two things", who="R", when="1"
)
LATER = Decision(
    kind=DecisionKind.SAME_CLAIM, one="men_a_0", other="men_c_0", reason="one thing", who="R", when="2"
)
FAILED = Skipped(item="f", stage="ingest", reason="no text")
DISKS = {
    "full": (apsw.FullError, False),
    "broken": (apsw.IOError, False),
    "broken for a moment": (apsw.IOError, True),
    "read-only": (apsw.ReadOnlyError, False),
}
STRIDE = {"full": 1, "broken": 5, "broken for a moment": 1, "read-only": 5}  # all, or every fifth: seconds
MOST = 2_000  # steps; the longest write takes some 150


def add(path):
    with open_store(path) as store:
        there = {one.id for one in store.articles()}
        given = [reading("b", capture=CAPTURE), reading("d", text=f"{TEXT} {PAGE.hex()}")]
        new = [one for one in given if one.id not in there]
        store.add(new, changes_to([*store.readings(), *new]), recipe="r1")


def unlink(path):
    with open_store(path) as store:
        store.unlink()


def decide(path):
    with open_store(path) as store:
        store.decisions.append(LATER)


def note(path):
    with open_store(path) as store:
        store.failures.note([FAILED], "2026-01-03")


def settle(path):
    with open_store(path) as store:
        store.failures.settle(["g"], "2026-01-03")


def remove(path):
    with open_store(path) as store:
        erase(store, ["c"])


def back_it_up(path):
    copy = path.with_name("copy.db")
    if copy.exists():  # it was whole when the disk failed at something else
        assert content(copy) == content(path)
        copy.unlink()
    with open_store(path) as store:
        back_up(store, copy)
    assert content(copy) == content(path)


def make_newer(path):
    with open_store(path):
        pass


def content(path):
    """What a store holds, by what it is."""
    with open_store(path) as store:
        assert store.connection.pragma("integrity_check") == "ok"
        return {
            "articles": [one.id for one in store.articles()],
            "captures": [one.content for one in store.captures.of("b")],
            "decisions": store.decisions.read(),
            "failures": [one.item for one in store.failures.read()],
            "claims": [(one.id, len(one.mentions)) for one in store.linking().claims],
            "found": sorted(store.words.articles("harbour")),
        }


@pytest.fixture(scope="module")
def disk():
    faulty = FaultyDisk()
    yield faulty
    faulty.unregister()


def fill(path):
    with open_store(path, create=True) as store:
        readings = [reading("a"), reading("c")]
        store.add(readings, changes_to(readings), recipe="r1")
        store.decisions.append(DECIDED)
        store.failures.note([Skipped(item="g", stage="ingest", reason="no text")], "2026-01-02")


def fill_older(path):
    make_older(path, 1, article("a"), article("c"))


@pytest.mark.parametrize("kind", DISKS)
@pytest.mark.parametrize(
    ("prepare", "write"),
    [
        pytest.param(fill, add, id="add with a capture"),
        pytest.param(fill, unlink, id="unlink"),
        pytest.param(fill, decide, id="decide"),
        pytest.param(fill, note, id="note a failure"),
        pytest.param(fill, settle, id="settle a failure"),
        pytest.param(fill, remove, id="remove"),
        pytest.param(fill, back_it_up, id="backup"),
        pytest.param(fill_older, make_newer, id="migration"),
    ],
)
def test_a_disk_that_fails_at_any_step_costs_that_write_alone(tmp_path, disk, prepare, write, kind):
    first = tmp_path / "first.db"
    prepare(first)
    whole = first.read_bytes()
    make_newer(done := shutil.copy(first, tmp_path / "before.db"))
    before = content(done)
    write(done := shutil.copy(first, tmp_path / "done.db"))
    after = content(done)
    error, once = DISKS[kind]
    for allowed in range(0, MOST, STRIDE[kind]):
        folder = tmp_path / str(allowed)
        folder.mkdir()
        path = folder / "store.db"
        path.write_bytes(whole)
        told = False
        with disk.failing(error, allowed, once=once):
            try:
                write(path)
            except StoreError as fault:
                told = True
                assert str(folder) in str(fault)
        assert content(path) in ((before, after) if told else (after,))
        if not disk.struck:
            break
        if told:
            write(path)
            assert content(path) == after
        shutil.rmtree(folder)
    else:
        pytest.fail("it never came through")
    assert allowed


def bytes_of(path):
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


@pytest.mark.parametrize("kind", ["full", "broken for a moment"])
def test_an_erasing_that_is_cut_off_is_finished_by_whoever_opens_the_store_next(tmp_path, disk, kind):
    first = tmp_path / "first.db"
    with open_store(first, create=True) as store:
        readings = [reading("a"), reading("c", title="Quenlow")]
        store.add(readings, changes_to(readings), recipe="r1")
    error, once = DISKS[kind]
    cut_off = 0
    for allowed in range(MOST):
        path = tmp_path / f"{allowed}.db"
        shutil.copy(first, path)
        with disk.failing(error, allowed, once=once), suppress(StoreError):
            remove(path)
        struck = disk.struck
        with open_store(path) as store:
            gone = [one.id for one in store.articles()] == ["a"]
        assert (b"quenlow" in bytes_of(path).lower()) is not gone
        cut_off += gone and struck
        if not struck:
            break
    assert cut_off


def make(path):
    with open_store(path, create=True) as store:
        readings = [reading("a"), reading("c")]
        store.add(readings, changes_to(readings), recipe="r1")


@pytest.mark.parametrize("kind", DISKS)
def test_a_new_store_on_a_failing_disk_is_whole_empty_or_not_there(tmp_path, disk, kind):
    error, once = DISKS[kind]
    for allowed in range(MOST):
        path = tmp_path / f"{allowed}.db"
        told = False
        with disk.failing(error, allowed, once=once):
            try:
                make(path)
            except StoreError as fault:
                told = True
                assert path.name in str(fault)
        with open_store(path, create=True) as store:
            assert store.connection.pragma("integrity_check") == "ok"
            there = [one.id for one in store.articles()]
        assert there in (([], ["a", "c"]) if told else (["a", "c"],))
        if told and not there:
            make(path)
        if not disk.struck:
            break
    assert allowed


FULL = OSError(ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("prepare", "write", "call"),
    [
        pytest.param(fill, back_it_up, "unlink", id="a left-over of a backup cannot be deleted"),
        pytest.param(fill, back_it_up, "replace", id="a backup cannot be moved to its place"),
        pytest.param(fill_older, make_newer, "unlink", id="a left-over of a migration cannot be deleted"),
        pytest.param(fill_older, make_newer, "replace", id="a migrated copy cannot be moved to its place"),
    ],
)
def test_a_system_that_refuses_beside_the_database_leaves_the_store_as_it_was(
    tmp_path, monkeypatch, prepare, write, call
):
    path = tmp_path / "store.db"
    prepare(path)
    before = path.read_bytes()

    def refuse(*_: object, **__: object) -> None:
        raise FULL

    with monkeypatch.context() as system, pytest.raises(StoreError, match="No space left on device") as told:
        system.setattr(Path, call, refuse)
        write(path)
    assert path.name in str(told.value) or "copy.db" in str(told.value)
    if prepare is fill_older:
        assert path.read_bytes() == before
    write(path)
    assert content(path)["articles"] == ["a", "c"]


def test_a_lock_that_cannot_be_made_is_told(tmp_path, monkeypatch):
    path = tmp_path / "store.db"
    fill(path)

    def refuse(*_: object, **__: object) -> int:
        raise FULL

    with monkeypatch.context() as system, pytest.raises(StoreError, match="cannot be locked"):
        system.setattr(os, "open", refuse)
        add(path)
    add(path)
    assert content(path)["articles"] == ["a", "c", "b", "d"]


def test_a_folder_that_may_not_be_written_is_told(tmp_path):
    folder = tmp_path / "shut"
    folder.mkdir()
    fill(folder / "store.db")
    (folder / "store.db.lock").unlink(missing_ok=True)
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("whoever runs this may write everywhere")
        with pytest.raises(StoreError, match="cannot be"):
            add(folder / "store.db")
    finally:
        folder.chmod(0o700)
    assert content(folder / "store.db")["articles"] == ["a", "c"]
