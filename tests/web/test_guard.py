"""What stands in front of every page: whoever comes by another name, from another site, without the token,
with too much or too slowly, is refused, and every answer forbids what a page of ours does not need."""

import http.client
import socket
import time
from pathlib import Path

import pytest
from serving import TOKEN, Site, serve

PATHS = ("/", "/claims.json", "/openapi.json", "/static/style.css", "/nothing", "/jobs/9.json")


def ask(
    site: Site, method: str, target: str, headers: dict[str, str], body: bytes = b""
) -> http.client.HTTPResponse:
    """Send a request as it stands: nothing in it is tidied."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
    connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
    for name, value in ({"Host": f"127.0.0.1:{site.port}"} | headers).items():
        connection.putheader(name, value)
    connection.endheaders(body or None)
    return connection.getresponse()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        pytest.param("127.0.0.1:{port}", 200, id="the address that was printed"),
        pytest.param("localhost:{port}", 200, id="localhost"),
        pytest.param("LOCALHOST", 200, id="capitals and no port"),
        pytest.param("[::1]:{port}", 200, id="IPv6"),
        pytest.param("rebound.example:{port}", 421, id="a name that was bound to 127.0.0.1 later"),
        pytest.param("localhost.rebound.example", 421, id="localhost as a part of a name"),
        pytest.param("127.0.0.1.rebound.example", 421, id="the address as a part of a name"),
        pytest.param("127.1", 421, id="another way to write the address"),
        pytest.param("localhost:80:{port}", 421, id="two ports"),
        pytest.param("", 421, id="no name"),
    ],
)
def test_a_request_names_a_host_of_ours(host: str, status: int, site: Site):
    assert ask(site, "GET", "/", {"Host": host.format(port=site.port)}).status == status


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Sec-Fetch-Site": "cross-site"}, id="another site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, id="another port of this machine"),
        pytest.param({"Origin": "https://elsewhere.example"}, id="the origin of another site"),
        pytest.param({"Origin": "null"}, id="an origin that hides"),
        pytest.param({"Origin": "http://127.0.0.1:1"}, id="the origin of another port"),
        pytest.param(
            {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, id="a form of another site"
        ),
    ],
)
def test_the_page_of_another_site_cannot_write_even_with_the_cookie(headers: dict[str, str], site: Site):
    headers = headers | {"Cookie": f"ondit-{site.port}={TOKEN}", "Content-Type": "text/plain"}
    assert ask(site, "POST", "/articles.json", headers, b'{"articles": [{"text": "No."}]}').status == 403
    assert ask(site, "POST", "/errors/retry", headers).status == 403
    assert ask(site, "DELETE", "/decisions/dec_1?reason=r&who=w", headers).status == 403


def test_the_page_of_another_site_reads_nothing_but_its_links_lead_here(site: Site):
    embeds = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    follows = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert ask(site, "GET", "/claims.json", embeds).status == 403
    assert ask(site, "GET", "/claims", follows).status == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/articles.json"),
        ("POST", "/decisions.json"),
        ("DELETE", "/decisions/x"),
        ("POST", "/add"),
        ("POST", "/errors/retry"),
        ("POST", "/errors/retry.json"),
        ("PUT", "/claims.json"),
        ("PATCH", "/"),
    ],
)
@pytest.mark.parametrize(
    "bearing",
    [
        pytest.param({}, id="no token"),
        pytest.param({"Authorization": "Bearer wrong"}, id="another token"),
        pytest.param({"Authorization": f"Basic {TOKEN}"}, id="another scheme"),
        pytest.param({"Cookie": "ondit-1=" + TOKEN}, id="the cookie of another port"),
        pytest.param({"Cookie": "ondit-{port}=wrong; a=b"}, id="a wrong cookie"),
    ],
)
def test_nothing_is_written_without_the_token(method: str, path: str, bearing: dict[str, str], site: Site):
    headers = {name: value.replace("{port}", str(site.port)) for name, value in bearing.items()}
    answer = ask(site, method, path, headers)
    assert answer.status == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_the_token_in_the_address_becomes_a_cookie_and_leaves_the_address(site: Site):
    answer = ask(site, "GET", f"/claims?q=a%20b&token={TOKEN}", {})
    assert (answer.status, answer.headers["Location"]) == (303, "/claims?q=a+b")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"ondit-{site.port}={TOKEN};")
    assert {"httponly", "samesite=strict", "path=/"} <= {one.strip().lower() for one in cookie.split(";")}
    kept = {"Cookie": cookie.partition(";")[0]}
    assert (
        ask(site, "POST", "/decisions.json", kept, b"").status == 400
    )  # it may write; what it wrote is nothing


@pytest.mark.parametrize(
    "target",
    [
        f"/%0d%0aSet-Cookie:%20a=b?token={TOKEN}",
        f"/claims?q=%0d%0aX-Injected:%201&token={TOKEN}",
        f"//elsewhere.example/?token={TOKEN}",
        f"/\\elsewhere.example?token={TOKEN}",
    ],
)
def test_an_address_puts_nothing_into_the_headers_and_leads_to_no_other_site(target: str, site: Site):
    answer = ask(site, "GET", target, {})
    assert "X-Injected" not in answer.headers
    assert answer.headers.get("Set-Cookie", "ondit-").startswith("ondit-")
    where = answer.headers.get("Location", "/")
    assert where.startswith("/") and not where.startswith(("//", "/\\"))


def test_a_body_that_says_it_is_huge_is_refused_before_it_is_sent(tmp_path: Path):
    with serve(tmp_path / "new.db", largest_body=1_000) as site:
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Length": "1001"}
        assert ask(site, "POST", "/articles.json", headers).status == 413
        assert ask(site, "POST", "/articles.json", headers | {"Content-Length": "9" * 30}).status in (
            400,
            413,
        )
        pieces = (b"x" * 400 for _ in range(10))
        assert site.writer.post("/articles.json", content=pieces).status_code == 413


def test_a_body_that_comes_too_slowly_is_given_up_and_others_are_served_meanwhile(tmp_path: Path):
    with serve(tmp_path / "new.db", slowest_body=0.5) as site:
        head = f"POST /articles.json HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\n"
        slow = []
        for _ in range(20):
            connection = socket.create_connection(("127.0.0.1", site.port))
            connection.sendall(f"{head}Content-Length: 100\r\n\r\n{{".encode())
            slow.append(connection)
        assert site.reader.get("/claims.json").status_code == 200
        began = time.monotonic()
        for connection in slow:
            connection.settimeout(10)
            assert connection.recv(12) == b"HTTP/1.1 408"
            connection.close()
        assert time.monotonic() - began < 8


@pytest.mark.parametrize(
    "target",
    [
        "/static/../serving.py",
        "/static/%2e%2e/serving.py",
        "/static/..%2f..%2fcli/serve.py",
        "/static/%2fetc/passwd",
        "/static//etc/passwd",
        "/static/vendor/../../app.py",
        "/static/vendor\\..\\app.py",
        "/static/style.css%00.py",
        "/static/",
        "/static/vendor",
    ],
)
def test_a_path_leads_to_no_file_but_ours(target: str, site: Site):
    answer = ask(site, "GET", target, {})
    assert answer.status == 404
    assert b"import" not in answer.read()


@pytest.mark.parametrize(
    "given", ["/etc/passwd", "file:///etc/passwd", "-", "story.jsonl", "ftp://a.example/"]
)
def test_the_box_opens_no_file_of_this_machine(given: str, site: Site):
    assert site.writer.post("/add", data={"address": given}).status_code == 400
    assert site.writer.post("/articles.json", json={"addresses": [given]}).status_code == 400


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_forbids_what_our_pages_do_not_need(path: str, site: Site):
    answer = site.reader.get(path)
    policy = dict(rule.strip().split(" ", 1) for rule in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_server_for_more_than_this_machine_lets_nobody_read_without_the_token(tmp_path: Path):
    with serve(tmp_path / "new.db", open_reading=False) as site:
        assert site.reader.get("/claims.json").status_code == 401
        assert site.writer.get("/claims.json").status_code == 200
