"""Hosts in texts and URLs."""

import time

import pytest

from ondit.resolve.outlets.hosts import BARE_HOST, enclosing, host_of, registered_domain


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        pytest.param("See (on.ft.com/2cUU1ax).", ["on.ft.com"], id="with a path, in brackets"),
        pytest.param("Read it at RT.com.", ["RT.com"], id="at the end of a sentence"),
        pytest.param("It cost 1.5 million, e.g. there.", [], id="a number and an abbreviation"),
        pytest.param("https://www.bbc.co.uk/news", ["www.bbc.co.uk"], id="a whole address"),
    ],
)
def test_hosts_in_running_text(text, hosts):
    assert BARE_HOST.findall(text) == hosts


def test_a_long_text_without_spaces_is_read_in_one_pass():
    start = time.process_time()
    assert BARE_HOST.findall("a" * 500_000) == []
    assert time.process_time() - start < 2.0


@pytest.mark.parametrize(
    ("url", "host"),
    [
        pytest.param("https://News.BBC.co.uk:443/a", "news.bbc.co.uk", id="capitals and port"),
        pytest.param(
            "https://web.archive.org/web/2024/http://a.example/x", "a.example", id="an archived page"
        ),
        pytest.param("rt.com", "rt.com", id="a bare host"),
        pytest.param("http://[bad", "", id="no URL at all"),
    ],
)
def test_the_host_of_a_url(url, host):
    assert host_of(url) == host


def test_hosts_above_a_host_end_at_what_somebody_registered():
    assert enclosing("a.news.bbc.co.uk") == ("a.news.bbc.co.uk", "news.bbc.co.uk", "bbc.co.uk")
    assert registered_domain("one.blogspot.com") == "one.blogspot.com"
    assert registered_domain("127.0.0.1") == ""
