"""Manners and limits: robots.txt, pauses, busy servers, conditional requests, deadlines, broken answers."""

import gzip
import hashlib
import logging
import socket
import ssl
import time
from datetime import timedelta

import httpcore
import pytest
import trustme
from tests.ingest.lab import PUBLIC, Raw, drip, page

from ondit.errors import FetchError, RefusedError
from ondit.ingest.fetching import Fetcher, Manners, World, shown
from ondit.model.article import Validators

ROBOTS = b"""
User-agent: *
Disallow: /private
Crawl-delay: 7

User-agent: ondit
Disallow: /not-for-ondit
Disallow: /*.pdf$
Crawl-delay: 3
"""


# --- what a capture holds -----------------------------------------------------------------------------------


def test_a_capture_holds_what_was_answered_when_and_how(lab):
    fields = {"Content-Type": "text/html; charset=utf-8", "ETag": '"a1"', "Content-Encoding": "gzip"}
    lab.site.answers["/a?b=c"] = (200, fields, gzip.compress(b"<html>Caf\xc3\xa9"))
    with lab.fetcher() as fetcher:
        capture = fetcher.fetch("http://nora:secret@public.example/a?b=c#d")
    assert capture.url == capture.final_url == "http://public.example/a?b=c"
    assert capture.content == b"<html>Caf\xc3\xa9"
    assert capture.sha256 == hashlib.sha256(b"<html>Caf\xc3\xa9").hexdigest()
    assert capture.captured == "2025-06-01T12:00:00+00:00"
    assert (capture.status, capture.media_type) == (200, "text/html")
    assert capture.validators == Validators(url="http://public.example/a?b=c", etag='"a1"')


def test_we_say_who_we_are(lab):
    with lab.fetcher() as fetcher:
        fetcher.fetch("http://public.example/")
    assert all(headers["user-agent"].startswith("Ondit/") for _, headers in lab.site.requests)
    assert {name for _, headers in lab.site.requests for name in headers} == {
        "host",
        "user-agent",
        "accept",
        "accept-encoding",
    }


def test_one_connection_serves_a_host(lab):
    with lab.fetcher() as fetcher:
        for _ in range(5):
            fetcher.fetch("http://public.example/")
    assert lab.site.connections == 1
    assert lab.names.asked["public.example"] == 1


# --- robots.txt ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        pytest.param("/private", True, id="a rule for others does not count beside one for us"),
        pytest.param("/not-for-ondit/a", False, id="a rule for us"),
        pytest.param("/a.pdf", False, id="a pattern"),
        pytest.param("/a.pdf?b", True, id="a pattern with an end"),
    ],
)
def test_robots_txt_is_obeyed(lab, path, allowed):
    lab.site.answers["/robots.txt"] = (200, {}, ROBOTS)
    lab.site.answers[path] = page()
    with lab.fetcher() as fetcher:
        if allowed:
            fetcher.fetch(f"http://public.example{path}")
        else:
            with pytest.raises(RefusedError, match=r"robots\.txt"):
                fetcher.fetch(f"http://public.example{path}")
    assert bool(lab.site.paths) is allowed


def test_a_site_that_cannot_be_asked_is_let_be_for_ten_minutes(lab):
    lab.site.answers["/robots.txt"] = (500, {}, b"")
    with lab.fetcher(pause=0) as fetcher:
        for seconds, times in ((0, 1), (500, 1), (200, 2)):
            lab.clock.time += timedelta(seconds=seconds)
            with pytest.raises(FetchError, match=r"robots\.txt cannot be had"):
                fetcher.fetch("http://public.example/1")
            assert [path for path, _ in lab.site.requests].count("/robots.txt") == times


def test_robots_txt_is_asked_for_once_for_each_site_and_also_after_a_redirect(lab):
    lab.site.answers["a.example/"] = (301, {"Location": "http://b.example/closed"}, b"")
    lab.site.answers["b.example/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /closed")
    with lab.fetcher() as fetcher:
        for _ in range(2):
            with pytest.raises(RefusedError):
                fetcher.fetch("http://a.example/")
    asked = [headers["host"] for path, headers in lab.site.requests if path == "/robots.txt"]
    assert asked == ["a.example", "b.example"]


def test_the_rules_of_a_site_are_asked_for_again_after_a_day(lab):
    with lab.fetcher() as fetcher:
        for hours in (0, 23, 2):
            lab.clock.time += timedelta(hours=hours)
            fetcher.fetch("http://public.example/")
    assert [path for path, _ in lab.site.requests].count("/robots.txt") == 2


@pytest.mark.parametrize(
    ("status", "passes"), [(404, True), (403, True), (410, True), (500, False), (429, False)]
)
def test_where_the_rules_cannot_be_had_nothing_is_fetched_but_no_rules_are_none(lab, status, passes):
    lab.site.answers["/robots.txt"] = (status, {}, b"")
    with lab.fetcher() as fetcher:
        if passes:
            assert fetcher.fetch("http://public.example/").status == 200
        else:
            with pytest.raises(FetchError, match=r"robots\.txt cannot be had") as raised:
                fetcher.fetch("http://public.example/")
            assert raised.value.retryable


# --- pauses and busy servers --------------------------------------------------------------------------------


def test_a_pause_is_kept_between_two_requests_to_one_host_only(lab):
    with lab.fetcher(pause=2.0) as fetcher:
        for host in ("a", "b", "a", "a"):
            fetcher.fetch(f"http://{host}.example/")
    assert lab.clock.waits == [2.0, 2.0]


def test_a_pause_that_the_site_asks_for_is_kept_when_it_is_longer(lab):
    lab.site.answers["/robots.txt"] = (200, {}, ROBOTS)
    with lab.fetcher(pause=1.0) as fetcher:
        fetcher.fetch("http://public.example/")
        fetcher.fetch("http://public.example/")
    assert lab.clock.waits == [3.0]


@pytest.mark.parametrize(
    ("status", "asked", "waited"),
    [
        pytest.param(503, "4", 4.0, id="seconds"),
        pytest.param(429, "Sun, 01 Jun 2025 12:00:09 GMT", 9.0, id="a date"),
        pytest.param(503, "Sun, 01 Jun 2025 11:00:00 GMT", 0.0, id="a date gone by"),
    ],
)
def test_a_server_that_asks_for_a_moment_gets_it(lab, status, asked, waited):
    answers = iter([(status, {"Retry-After": asked}, b""), page()])
    lab.site.answers["/"] = lambda: next(answers)
    with lab.fetcher(pause=0) as fetcher:
        assert fetcher.fetch("http://public.example/").status == 200
    assert [wait for wait in lab.clock.waits if wait] == [wait for wait in [waited] if wait]


@pytest.mark.parametrize(
    ("asked", "after"),
    [
        pytest.param("3600", 3600.0, id="an hour"),
        pytest.param("", None, id="nothing"),
        pytest.param("soon", None, id="no date"),
        pytest.param("-5", None, id="less than nothing"),
        pytest.param("9" * 400, 999_999_999.0, id="for ever"),
    ],
)
def test_a_server_that_asks_for_more_is_let_be(lab, asked, after):
    lab.site.answers["/"] = (429, {"Retry-After": asked}, b"")
    with lab.fetcher() as fetcher, pytest.raises(FetchError, match="busy") as raised:
        fetcher.fetch("http://public.example/")
    assert (raised.value.code, raised.value.after, raised.value.retryable) == ("busy", after, True)
    assert lab.site.paths == ["/"]


# --- conditional requests -----------------------------------------------------------------------------------


def test_what_has_not_changed_is_not_sent_again(lab):
    lab.site.answers["/"] = (304, {}, b"")
    known = Validators(
        url="http://public.example/", etag='W/"a1"', last_modified="Sun, 01 Jun 2025 10:00:00 GMT"
    )
    with lab.fetcher() as fetcher:
        assert fetcher.fetch("http://public.example/", known) is None
    headers = lab.site.requests[-1][1]
    assert headers["if-none-match"] == 'W/"a1"'
    assert headers["if-modified-since"] == "Sun, 01 Jun 2025 10:00:00 GMT"


def test_what_a_server_gave_is_told_to_no_other(lab):
    lab.site.answers["a.example/"] = (301, {"Location": "http://b.example/"}, b"")
    with lab.fetcher() as fetcher:
        fetcher.fetch("http://a.example/", Validators(url="http://a.example/", etag='"a1"'))
    assert [
        host
        for path, headers in lab.site.requests
        if "if-none-match" in headers
        for host in [headers["host"]]
    ] == ["a.example"]


@pytest.mark.parametrize("etag", ['"caf\xe9"', '"a\x01b"'])
def test_a_tag_that_cannot_be_sent_back_is_not_kept(lab, etag):
    lab.site.answers["/"] = (200, {"ETag": etag}, b"")
    with lab.fetcher() as fetcher:
        try:
            assert fetcher.fetch("http://public.example/").validators is None
        except FetchError as error:
            assert error.code == "protocol"


# --- limits and broken answers ------------------------------------------------------------------------------

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def fetch_raw(say, **manners):
    """Fetch from a server that says bytes; robots.txt is answered with 404 by the first connection."""
    calls = 0

    def answer(send):
        nonlocal calls
        calls += 1
        if calls == 1:
            send(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        else:
            say(send)

    server = Raw(answer)
    try:
        with Fetcher(Manners(allow_private=("127.0.0.1",), pause=0, **manners)) as fetcher:
            return fetcher.fetch(f"http://127.0.0.1:{server.port}/")
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    "say",
    [
        pytest.param(drip(b"", b"H", 0.05), id="the first line, letter by letter"),
        pytest.param(drip(HEAD, b"X-A: b\r\n", 0.05), id="headers without end"),
        pytest.param(
            drip(HEAD + b"Content-Length: 9000\r\n\r\n", b"a", 0.05), id="the body, letter by letter"
        ),
        pytest.param(
            drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n", 0.05), id="chunks without end"
        ),
        pytest.param(drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.05), id="continue without end"),
        pytest.param(lambda send: time.sleep(3), id="silence"),
    ],
)
def test_a_slow_answer_ends_at_the_deadline(say):
    begin = time.monotonic()
    with pytest.raises(FetchError, match=r"within 0\.5 seconds|in time") as raised:
        fetch_raw(say, seconds=0.5)
    assert time.monotonic() - begin < 2
    assert (raised.value.code, raised.value.retryable) == ("timeout", True)


def test_a_slow_resolver_ends_at_the_deadline(lab):
    world = World(resolve=lambda host: time.sleep(5) or [PUBLIC], dial=lab.dial)
    begin = time.monotonic()
    with Fetcher(Manners(seconds=0.3), world) as fetcher, pytest.raises(FetchError, match="in time"):
        fetcher.fetch("http://public.example/")
    assert time.monotonic() - begin < 2


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x00\xff" * 50, id="no HTTP"),
        pytest.param(b"SSH-2.0-OpenSSH_9.2\r\n", id="another protocol"),
        pytest.param(b"HTTP/1.1 200\r\nX\r\n\r\n", id="a header without a value"),
        pytest.param(b"HTTP/1.1 2x0 OK\r\n\r\n", id="no status"),
        pytest.param(HEAD + b"Content-Length: 90\r\n\r\nshort", id="a body that breaks off"),
        pytest.param(HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nshort", id="two lengths"),
        pytest.param(HEAD + b"Content-Length: -5\r\n\r\nshort", id="a length below nothing"),
        pytest.param(HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", id="a transfer coding"),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", id="a chunk without a length"),
        pytest.param(HEAD + b"X-A: " + b"a" * 200_000 + b"\r\n\r\n", id="a header of 200 kB"),
        pytest.param(HEAD + b"X-A: b\r\n" * 1_000 + b"\r\n", id="a thousand headers"),
        pytest.param(
            b"HTTP/1.1 301 Moved\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n", id="a broken redirect"
        ),
        pytest.param(b"HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n", id="another protocol offered"),
    ],
)
def test_a_broken_answer_is_a_typed_error_that_holds_none_of_it(said):
    with pytest.raises(FetchError) as raised:
        fetch_raw(lambda send: send(said))
    error: BaseException | None = raised.value
    while error is not None:
        assert "short" not in str(error)
        assert "OpenSSH" not in str(error)
        error = error.__cause__


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 500, 502, 999])
def test_an_error_of_the_server_is_named_and_tells_whether_to_try_again(lab, status):
    lab.site.answers["/"] = (status, {}, b"secret words of the page" * 10_000)
    with lab.fetcher() as fetcher, pytest.raises(FetchError, match=str(status)) as raised:
        fetcher.fetch("http://public.example/")
    assert raised.value.retryable is (status >= 500)
    assert "secret" not in str(raised.value)


def test_a_page_beyond_the_limit_is_refused(lab):
    lab.site.answers["/"] = page("a" * 2_000)
    with lab.fetcher(most_bytes=1_000) as fetcher, pytest.raises(FetchError, match="too big"):
        fetcher.fetch("http://public.example/")


# --- certificates -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def fetch_tls(authority, name, url, *, trust=True):
    """Fetch an address from a server with a certificate for this name."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    server = Raw(lambda send: send(HEAD + b"Content-Length: 2\r\nConnection: close\r\n\r\nok"))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    client = ssl.create_default_context()
    if trust:
        authority.configure_trust(client)

    class Here(httpcore.NetworkBackend):
        def connect_tcp(self, host, port, *settings):
            return httpcore.SyncBackend().connect_tcp("127.0.0.1", server.port, *settings)

    try:
        with Fetcher(
            Manners(pause=0), World(resolve=lambda host: [PUBLIC], dial=Here(), trust=client)
        ) as fetcher:
            return fetcher.fetch(url)
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("name", "url"),
    [
        pytest.param("public.example", "https://public.example/", id="a name"),
        pytest.param("*.public.example", "https://news.public.example/", id="a wildcard"),
        pytest.param("xn--bcher-kva.example", "https://bücher.example/", id="a name with umlauts"),
        pytest.param(PUBLIC, f"https://{PUBLIC}/", id="an address"),
    ],
)
def test_a_certificate_is_checked_for_the_host_of_the_address(authority, name, url):
    assert fetch_tls(authority, name, url).content == b"ok"


@pytest.mark.parametrize(
    ("name", "trust"),
    [
        pytest.param("other.example", True, id="another host"),
        pytest.param(PUBLIC, True, id="the address that the name has"),
        pytest.param("public.example", False, id="nobody whom we trust"),
    ],
)
def test_a_certificate_for_another_host_is_refused(authority, name, trust):
    with pytest.raises(FetchError, match="certificate"):
        fetch_tls(authority, name, "https://public.example/", trust=trust)


# --- what is said of an address -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://nora:secret@a.example/b?token=secret&id=7#secret", "http://a.example/b?token=…&id=…"),
        ("http://a.example/?secret", "http://a.example/?…"),
        ("https://a.example/b", "https://a.example/b"),
        ("http://a.example/?a=secret;b=secret", "http://a.example/?a=…;b=…"),
        ("http://[secret", "an address that cannot be read"),
        ("http://nora:sec\nret@a.example/", "http://a.example/"),
    ],
)
def test_an_address_is_shown_without_what_may_be_secret(url, expected):
    assert shown(url) == expected


def test_nothing_is_logged_of_addresses_headers_or_answers(lab, caplog):
    lab.site.answers["/?token=secret"] = page("secret words")
    with caplog.at_level(logging.DEBUG), lab.fetcher() as fetcher:
        fetcher.fetch("http://nora:secret@public.example/?token=secret")
    assert "secret" not in caplog.text


def test_nothing_is_opened_before_something_is_fetched(monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    monkeypatch.setattr(socket, "getaddrinfo", None)
    with Fetcher():
        pass
