"""No way leads to an address that is not public: not a spelling, an answer of DNS, a redirect, a proxy or a
header. Every case looks at the addresses that were dialled."""

import tomllib
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest
from tests.ingest.lab import PUBLIC, PUBLIC_V6, Lab, page, to

from ondit.errors import FetchError, RefusedError
from ondit.ingest.fetching.addresses import refused_range

KIT = tomllib.loads((Path(__file__).parent / "refused.toml").read_text(encoding="utf-8"))
TOO_LONG = [
    pytest.param(f"http://{'a' * 64}.example/", id="a label of 64 letters"),
    pytest.param(f"http://{'a.' * 127}example/", id="a name of 261 letters"),
    pytest.param(f"http://public.example/{'a' * 9_000}", id="an address of 9,000 letters"),
]


def assert_refused(lab: Lab, url: str) -> None:
    with lab.fetcher() as fetcher, pytest.raises(FetchError):
        fetcher.fetch(url)
    assert_only_public(lab)


def assert_only_public(lab: Lab) -> None:
    assert [host for host in lab.dial.addresses if refused_range(ip_address(host))] == []


@pytest.fixture
def local_names(lab):
    for name in ("localhost", "internal.example"):
        lab.names.script[name] = [["127.0.0.1"]]
    return lab


@pytest.mark.parametrize("host", [*KIT["loopback"], *KIT["not_public"]])
def test_a_host_that_is_not_public_is_refused_in_every_spelling(local_names, host):
    assert_refused(local_names, f"http://{host}/")
    assert local_names.dial.dialled == []


@pytest.mark.parametrize("url", [*KIT["no_addresses"], *TOO_LONG, *KIT["schemes"]])
def test_what_is_no_web_address_is_refused_before_a_look_up(lab, url):
    assert_refused(lab, url)
    assert not lab.dial.dialled
    assert not lab.names.asked


@pytest.mark.parametrize("port", KIT["services"])
def test_a_port_of_another_service_is_refused(lab, port):
    assert_refused(lab, f"http://public.example:{port}/")
    assert not lab.dial.dialled


# --- every range at its edges -------------------------------------------------------------------------------


@pytest.mark.parametrize("network", KIT["ranges"])
@pytest.mark.parametrize("edge", [0, -1], ids=["first", "last"])
def test_a_name_with_an_address_at_the_edge_of_a_range_is_refused(lab, network, edge):
    lab.names.script["edge.example"] = [[str(ip_network(network)[edge])]]
    assert_refused(lab, "http://edge.example/")
    assert not lab.dial.dialled


@pytest.mark.parametrize("address", KIT["neighbours"])
def test_the_neighbour_of_a_range_is_public(lab, address):
    lab.names.script["edge.example"] = [[address]]
    with lab.fetcher() as fetcher:
        assert fetcher.fetch("http://edge.example/").status == 200
    assert lab.dial.addresses == {address}


# --- answers of DNS -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param([PUBLIC, "127.0.0.1"], id="loopback among public"),
        pytest.param(["10.0.0.1", PUBLIC], id="private first"),
        pytest.param([PUBLIC, PUBLIC_V6, "::1"], id="loopback last, of IPv6"),
        pytest.param([PUBLIC, "169.254.169.254"], id="metadata among public"),
        pytest.param([PUBLIC, "::ffff:127.0.0.1"], id="a mapped address"),
        pytest.param([PUBLIC, "fe80::1%2"], id="a link-local address with a zone"),
        pytest.param([PUBLIC] * 20 + ["192.168.1.1"], id="private beyond those that would be tried"),
        pytest.param(["0.0.0.0"], id="this host"),
        pytest.param(["not an address"], id="no address"),
    ],
)
def test_any_answer_that_is_not_public_refuses_the_name(lab, answers):
    lab.names.script["mixed.example"] = [answers]
    assert_refused(lab, "http://mixed.example/")
    assert not lab.dial.dialled


def test_a_name_is_looked_up_once_for_a_connection_and_that_answer_is_dialled(lab):
    lab.names.script["rebinding.example"] = [[PUBLIC], ["127.0.0.1"]]
    with lab.fetcher() as fetcher:
        assert fetcher.fetch("http://rebinding.example/").status == 200
    assert lab.names.asked["rebinding.example"] == 1
    assert lab.dial.dialled == [(PUBLIC, 80)]


@pytest.mark.parametrize("second", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00:ec2::254"])
def test_a_second_connection_is_checked_anew(lab, second):
    lab.names.script["rebinding.example"] = [[PUBLIC], [second]]
    lab.site.answers["/robots.txt"] = (404, {"Connection": "close"}, b"")
    assert_refused(lab, "http://rebinding.example/")
    assert lab.dial.dialled == [(PUBLIC, 80)]


def test_a_redirect_to_itself_that_rebinds_is_refused(lab):
    lab.names.script["rebinding.example"] = [[PUBLIC], ["127.0.0.1"]]
    lab.site.answers["/"] = (302, {"Location": "http://rebinding.example:8080/admin"}, b"")
    assert_refused(lab, "http://rebinding.example/")


def test_the_next_address_of_a_name_is_dialled_where_the_first_has_no_route(lab):
    lab.names.script["both.example"] = [[PUBLIC_V6, PUBLIC]]
    lab.dial.unreachable = {PUBLIC_V6}
    with lab.fetcher() as fetcher:
        assert fetcher.fetch("http://both.example/").status == 200
    assert lab.dial.addresses == {PUBLIC_V6, PUBLIC}


# --- redirects ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("place", KIT["places"])
def test_a_redirect_to_an_address_that_is_not_public_is_refused(local_names, status, place):
    local_names.site.answers["/"] = to(place, status)
    assert_refused(local_names, "http://public.example/")


@pytest.mark.parametrize(
    "place", [*KIT["schemes"], *(url for url in KIT["no_addresses"] if url.isprintable() and url.isascii())]
)
def test_a_redirect_to_what_is_no_web_address_is_refused(lab, place):
    lab.site.answers["/"] = to(place)
    with lab.fetcher() as fetcher, pytest.raises(FetchError):
        fetcher.fetch("http://public.example/")
    assert_only_public(lab)


def test_a_redirect_by_way_of_public_pages_is_refused_at_the_step_that_leaves_them(local_names):
    local_names.site.answers["/"] = to("http://second.example/on", 301)
    local_names.site.answers["/on"] = to("/further", 307)
    local_names.site.answers["/further"] = to("http://internal.example/", 308)
    assert_refused(local_names, "http://public.example/")
    assert local_names.site.paths == ["/", "/on", "/further"]


@pytest.mark.parametrize("hops", [6, 7, 50])
def test_more_than_five_redirects_are_too_many(lab, hops):
    for hop in range(hops):
        lab.site.answers[f"/{hop}"] = to(f"/{hop + 1}")
    lab.site.answers[f"/{hops}"] = page()
    assert_refused(lab, "http://public.example/0")
    assert len(lab.site.paths) == 6


@pytest.mark.parametrize("status", [300, 304, 305, 306])
def test_other_answers_of_that_kind_are_not_followed(lab, status):
    lab.site.answers["/"] = to("http://127.0.0.1/", status)
    assert_refused(lab, "http://public.example/")


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Refresh": "0; url=http://127.0.0.1/"}, id="Refresh"),
        pytest.param({"Link": "<http://127.0.0.1/>; rel=canonical"}, id="Link"),
        pytest.param({"Content-Location": "http://127.0.0.1/"}, id="Content-Location"),
        pytest.param({"Alt-Svc": 'h2="127.0.0.1:443"'}, id="Alt-Svc"),
        pytest.param({"Location": "http://127.0.0.1/"}, id="Location without a redirect"),
    ],
)
def test_no_header_but_a_redirect_leads_on(lab, headers):
    body = (
        '<html><meta http-equiv="refresh" content="0;url=http://127.0.0.1/"><base href="http://127.0.0.1/">'
    )
    lab.site.answers["/"] = (200, {"Content-Type": "text/html", **headers}, body.encode())
    with lab.fetcher() as fetcher:
        assert fetcher.fetch("http://public.example/").final_url == "http://public.example/"
    assert lab.dial.dialled == [(PUBLIC, 80)]


def test_a_robots_txt_that_leads_home_is_refused(lab):
    lab.site.answers["/robots.txt"] = to("http://127.0.0.1/robots.txt")
    assert_refused(lab, "http://public.example/")


# --- the environment and headers ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"])
@pytest.mark.parametrize("proxy", ["http://127.0.0.1:3128", "socks5://127.0.0.1:1080"])
def test_no_proxy_of_the_environment_is_used(lab, monkeypatch, name, proxy):
    monkeypatch.setenv(name, proxy)
    with lab.fetcher() as fetcher:
        fetcher.fetch("http://public.example/")
    assert lab.dial.dialled == [(PUBLIC, 80)]


def test_no_password_file_of_the_environment_is_used(lab, monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine public.example login nora password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    with lab.fetcher() as fetcher:
        fetcher.fetch("http://nora:secret@public.example/")
    assert all("authorization" not in headers for _, headers in lab.site.requests)


def test_the_host_header_names_the_host_that_was_checked(lab):
    lab.site.answers["/a?b"] = page()
    with lab.fetcher() as fetcher:
        fetcher.fetch("http://127.0.0.1:80@PUBLIC.example.:8080/a?b#@127.0.0.1")
    assert {headers["host"] for _, headers in lab.site.requests} == {"public.example:8080"}
    assert lab.site.paths == ["/a?b"]
    assert lab.dial.dialled == [(PUBLIC, 8080)]


def test_no_cookie_is_carried_from_one_request_to_the_next(lab):
    lab.site.answers["/"] = (302, {"Set-Cookie": "a=1; Domain=public.example", "Location": "/in"}, b"")
    lab.site.answers["/in"] = page()
    with lab.fetcher() as fetcher:
        capture = fetcher.fetch("http://public.example/")
        fetcher.fetch("http://public.example/in")
    assert all("cookie" not in headers for _, headers in lab.site.requests)
    assert not capture.header("set-cookie")


# --- hosts of one's own network -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("allowed", "url"),
    [
        pytest.param("internal.example", "http://internal.example/", id="a name"),
        pytest.param("INTERNAL.example.", "http://internal.EXAMPLE/", id="a name in another spelling"),
        pytest.param("127.0.0.1", "http://2130706433/", id="an address in another spelling"),
        pytest.param("::1", "http://[0:0::1]/", id="an address of IPv6"),
        pytest.param("[::1]", "http://[::1]:8080/", id="an address in brackets"),
    ],
)
def test_a_host_that_is_named_may_be_in_ones_own_network(local_names, allowed, url):
    with local_names.fetcher(allowed) as fetcher:
        assert fetcher.fetch(url).status == 200


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://127.0.0.1/", id="its address under no name"),
        pytest.param("http://localhost/", id="another name for its address"),
        pytest.param("http://sub.internal.example/", id="a name below it"),
    ],
)
def test_no_other_host_is_allowed_with_it(local_names, url):
    local_names.names.script["sub.internal.example"] = [["127.0.0.1"]]
    with local_names.fetcher("internal.example") as fetcher, pytest.raises(RefusedError):
        fetcher.fetch(url)
    assert not local_names.dial.dialled


def test_a_redirect_from_an_allowed_host_to_another_of_the_network_is_refused(local_names):
    local_names.site.answers["/"] = to("http://127.0.0.1/")
    with local_names.fetcher("internal.example") as fetcher, pytest.raises(RefusedError):
        fetcher.fetch("http://internal.example/")
    assert local_names.dial.dialled == [("127.0.0.1", 80)]


@pytest.mark.parametrize(
    "address",
    ["169.254.169.254", "168.63.129.16", "100.100.100.200", "fd00:ec2::254", "224.0.0.1", "0.0.0.0"],
)
def test_metadata_and_what_is_no_host_at_all_stay_refused_for_an_allowed_host(lab, address):
    lab.names.script["internal.example"] = [[address]]
    with lab.fetcher("internal.example") as fetcher, pytest.raises(RefusedError):
        fetcher.fetch("http://internal.example/")
    assert not lab.dial.dialled


# --- what is right passes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "address", "host"),
    [
        pytest.param("http://public.example/", PUBLIC, "public.example", id="a name"),
        pytest.param("http://public.example./", PUBLIC, "public.example", id="a name with a dot at its end"),
        pytest.param("http://public.example:8080/", PUBLIC, "public.example:8080", id="a port"),
        pytest.param(f"http://{PUBLIC}/", PUBLIC, PUBLIC, id="an address"),
        pytest.param("http://0x5db8d822/", PUBLIC, PUBLIC, id="an address as a number"),
        pytest.param(f"http://[{PUBLIC_V6}]/", PUBLIC_V6, f"[{PUBLIC_V6}]", id="an address of IPv6"),
        pytest.param("http://bücher.example/", PUBLIC, "xn--bcher-kva.example", id="a name with umlauts"),
        pytest.param("http://новости.example/", PUBLIC, "xn--b1amnebsh.example", id="a name in Cyrillic"),
        pytest.param("http://a_b.example/", PUBLIC, "a_b.example", id="an underscore"),
        pytest.param("http://1.example/", PUBLIC, "1.example", id="a number that is a label"),
        pytest.param("http://127.0.0.1.example/", PUBLIC, "127.0.0.1.example", id="numbers before a name"),
        pytest.param("HTTP://Public.Example", PUBLIC, "public.example", id="capitals, no path"),
    ],
)  # fmt: skip
def test_a_public_address_is_fetched(lab, url, address, host):
    with lab.fetcher() as fetcher:
        capture = fetcher.fetch(url)
    assert capture.content == page()[2]
    assert lab.dial.addresses == {address}
    assert {headers["host"] for _, headers in lab.site.requests} == {host}


def test_five_redirects_over_several_hosts_are_followed(lab):
    places = ["http://b.example/1", "/2", "//c.example/3", "http://c.example:8080/4", "../5?q=ü"]
    for hop, place in enumerate(places):
        lab.site.answers[f"/{hop}" if hop else "/"] = to(place, [301, 302, 303, 307, 308][hop])
    lab.site.answers["/5?q=%C3%BC"] = page()
    with lab.fetcher() as fetcher:
        capture = fetcher.fetch("http://a.example/")
    assert (capture.url, capture.final_url) == ("http://a.example/", "http://c.example:8080/5?q=%C3%BC")


def test_a_real_server_of_this_machine_sees_no_connection(lab):
    from ondit.ingest.fetching import Fetcher

    with Fetcher() as fetcher:
        for host in ("127.0.0.1", "localhost", "[::1]", "2130706433"):
            with pytest.raises(RefusedError):
                fetcher.fetch(f"http://{host}:{lab.site.port}/")
    assert lab.site.connections == 0
