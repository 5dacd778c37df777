"""Whatever is said to be an address is read into one form, or refused with a typed error."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.errors import FetchError
from ondit.ingest.fetching.targets import canonical_host, read_target, shown

# fmt: off
PIECES = st.sampled_from([
    "http://", "https://", "//", "@", ":", "/", "?", "#", ".", "[", "]", "%", "%2e", "0x7f",
    "127", "1", "0", "::1", "a", "ü", "１", "。", "xn--", "-", "_", " ", "\\", "\t", "\x00",
    "localhost", "example", "80", "::ffff:", "&a=b", ";", "..", "\u202e", "ﬀ", "ß", "é",
])
# fmt: on
BASE = read_target("http://public.example/a/b?c")


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60))
def test_an_address_is_read_to_a_form_that_reads_as_itself(url):
    for base in (None, BASE):
        try:
            target = read_target(url, base)
        except FetchError:
            continue
        assert read_target(target.url) == target
        assert target.url.isascii()
        assert target.url.isprintable()
        assert " " not in target.url
        if target.address is not None:
            assert ip_address(target.host) == target.address


@given(st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=60))
def test_a_host_and_a_message_never_fail(text):
    assert isinstance(shown(text), str)
    try:
        host = canonical_host(text)
    except FetchError:
        return
    assert canonical_host(host) == host


@pytest.mark.parametrize(
    ("base", "location", "expected"),
    [
        ("http://a.example/b/c?d", "e", "http://a.example/b/e"),
        ("http://a.example/b/c?d", "?e", "http://a.example/b/c?e"),
        ("https://a.example/b", "//c.example", "https://c.example/"),
        ("http://a.example:8080/b", "/c", "http://a.example:8080/c"),
        ("https://a.example:8443/", "http://a.example:80/", "http://a.example/"),
        ("http://a.example/", "/ü b?q=ü#f", "http://a.example/%C3%BC%20b?q=%C3%BC"),
        ("http://a.example/", "/a%2Fb%zz", "http://a.example/a%2Fb%zz"),
    ],
)
def test_a_redirect_is_read_as_browsers_read_it(base, location, expected):
    assert read_target(location, read_target(base)).url == expected
