"""Web addresses on the command line, against a server of this machine that is allowed by name."""

import gzip
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ingest.lab import Site, to
from tests.ingest.web.test_collecting import article, feed

from ondit.demo import QUESTION, demo_articles_path
from ondit.store import open_store

STATEMENT = 'The mayor of Port Anselm, Nora Vance, said on Monday: "The harbour will close in May."'


@pytest.fixture
def site():
    site = Site()
    yield site
    site.shutdown()
    site.server_close()


def test_an_address_is_read(run, site):
    site.answers["/1"] = article(STATEMENT)
    done = run("read", f"http://localhost:{site.port}/1", "--allow-private", "localhost")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Nora Vance" in done.stdout


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_refused_address_is_told_and_ends_with_its_own_code(run, site, command):
    done = run(
        command, f"http://nora:secret@127.0.0.1:{site.port}/1?token=secret", "--allow-private", "localhost"
    )
    assert done.exit_code == 4
    assert "refused: its host is, or has, a loopback address" in done.stderr
    assert "--allow-private HOST" in done.stderr
    assert "secret" not in done.output
    assert site.connections == 0


def test_one_refused_among_others_is_one_item_that_failed(run, site):
    site.answers["/1"] = article(STATEMENT)
    there = f"http://localhost:{site.port}"
    done = run("read", f"{there}/1", "http://169.254.169.254/", "--allow-private", "localhost")
    assert done.exit_code == 3
    assert "1 read, 1 skipped." in done.stderr


def test_nothing_at_an_address_is_nothing_done_but_no_refusal(run, site):
    done = run("read", f"http://localhost:{site.port}/gone", "--allow-private", "localhost")
    assert done.exit_code == 1
    assert "404 Not Found" in done.stderr


def test_a_redirect_from_an_allowed_host_is_checked(run, site):
    site.answers["/1"] = to(f"http://127.0.0.1:{site.port}/2")
    done = run("read", f"http://localhost:{site.port}/1", "--allow-private", "localhost")
    assert done.exit_code == 4


def test_what_is_no_host_is_a_fault_of_the_command(run):
    assert run("read", "x.txt", "--allow-private", "a b").exit_code == 2


def test_debugging_shows_nothing_that_may_be_secret(run, site):
    site.answers["/1?token=secret"] = article(STATEMENT)
    where = f"http://nora:secret@localhost:{site.port}/1?token=secret"
    done = run("--debug", "read", where, "--allow-private", "localhost")
    assert done.exit_code == 0
    assert "secret" not in done.output


@pytest.fixture
def watch(run, site):
    """Look once at a feed whose entries lie under another name of the host, so that no pause is due."""
    site.answers["/1"] = article(STATEMENT)
    site.answers["/feed"] = feed("/1", host=f"127.0.0.1:{site.port}")
    hosts = ("--allow-private", "localhost", "--allow-private", "127.0.0.1")
    return lambda *more: run("watch", "--once", f"http://localhost:{site.port}/feed", *hosts, *more)


def test_a_watched_feed_brings_its_articles_once(run, site, watch):
    first, second = watch(), watch()
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stderr.startswith("1 articles added")
    assert second.stderr.startswith("0 articles added")
    assert site.paths.count("/1") == 1
    listed = run("articles", "--format", "jsonl").stdout
    assert f'"url":"http://127.0.0.1:{site.port}/1"' in listed
    assert '"published":"2025-06-01T08:00:00+00:00"' in listed


def test_the_memory_of_a_watch_that_is_damaged_is_told(watch):
    watch()
    Path("ondit.db.watch").write_text("{")
    done = watch()
    assert done.exit_code == 1
    assert "ondit.db.watch" in done.stderr
    assert "Delete it" in done.stderr


@pytest.fixture
def looks(monkeypatch, site):
    """Watch until the second wait, at which the user interrupts; return what was waited."""
    waits: list[float] = []

    def wait(seconds: float) -> None:
        if seconds >= 60:  # no pause between two requests
            waits.append(seconds)
            if len(waits) == 2:
                raise KeyboardInterrupt
            site.answers["/feed"] = feed("/1", "/2", host=f"127.0.0.1:{site.port}")
            site.answers["/2"] = article(f"{STATEMENT} Two ferries will move.")

    monkeypatch.setattr(time, "sleep", wait)
    return waits


def test_a_feed_is_looked_at_again_and_again_until_the_user_interrupts(run, site, looks):
    site.answers["/1"] = article(STATEMENT)
    site.answers["/feed"] = feed("/1", host=f"127.0.0.1:{site.port}")
    hosts = ("--allow-private", "localhost", "--allow-private", "127.0.0.1")
    done = run("watch", f"http://localhost:{site.port}/feed", "--every", 7, *hosts)
    assert (done.exit_code, looks) == (130, [420, 420])
    assert done.stderr.count("1 articles added") == 2
    assert len(run("articles", "--format", "jsonl").stdout.splitlines()) == 2


def test_watching_waits_while_another_command_writes(run, site, looks):
    site.answers["/feed"] = feed()
    with open_store(Path("ondit.db"), create=True) as other:
        other.lock()
        once = run("watch", "--once", f"http://localhost:{site.port}/feed", "--allow-private", "localhost")
        done = run("watch", f"http://localhost:{site.port}/feed", "--allow-private", "localhost")
    assert (once.exit_code, done.exit_code, len(looks)) == (75, 130, 2)
    assert "being written by another process" in done.stderr


def test_a_feed_that_cannot_be_had_is_told(run, site):
    done = run("watch", "--once", f"http://localhost:{site.port}/feed", "--allow-private", "localhost")
    assert done.exit_code == 1
    assert "404" in done.stderr


def test_a_page_that_is_added_twice_changes_nothing(run, site):
    site.answers["/1"] = article(STATEMENT)
    for added in (1, 0):
        done = run("add", f"http://localhost:{site.port}/1", "--allow-private", "localhost")
        assert (done.exit_code, done.stderr) == (0, f"{added} articles added to ondit.db.\n")


def test_every_verb_but_fetching_works_without_a_network(run, monkeypatch):
    tried: list[object] = []

    connect = socket.socket.connect

    def forbidden(*arguments: object, **_: object) -> None:
        if isinstance(arguments[0], socket.socket) and arguments[0].family == socket.AF_UNIX:
            connect(*arguments)  # workers talk to their parent so
            return
        tried.append(arguments)
        raise OSError("the network is cut")

    def guarded(connect: Callable[..., object]) -> Callable[..., object]:
        """Let sockets of this machine through: worker processes talk over them."""
        return lambda self, *where: (connect if self.family == socket.AF_UNIX else forbidden)(self, *where)

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, forbidden)
    Path("page.html").write_bytes(article(STATEMENT)[2])
    Path("page.txt.gz").write_bytes(gzip.compress(STATEMENT.encode()))
    verbs = [
        ("read", "page.html", "page.txt.gz"),
        ("add", demo_articles_path(), "page.html"),
        ("stories",),
        ("claims",),
        ("claims", "harbour"),
        ("articles",),
        ("trace", QUESTION),
        ("trace", QUESTION, demo_articles_path()),
        ("show", "gazette-1"),
        ("decide",),
        ("export", "--to", "jsonl"),
        ("export", "--to", "html"),
        ("import", demo_articles_path()),
        ("doctor",),
        ("demo",),
    ]
    codes = {verb: run(*verb).exit_code for verb in verbs}
    assert tried == []
    assert {verb: code for verb, code in codes.items() if code} == {}
