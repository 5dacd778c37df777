"""What strangers wrote stays text: in the HTML there is no element, attribute or address that a page of ours
does not make itself. `make test-xss` shows the same in a browser, for all payloads."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import httpx
import pytest
from lxml import html

from ondit.present.page.spots import in_path
from ondit.present.visible import visible
from web.hostile_store import fill
from web.payloads import ENOUGH, payloads
from web.serving import serve

EVERY = [*payloads()]
SOME = EVERY[::53]  # so that each way out, vector and encoding is among them
OURS = {"vendor/htmx.min.js", "keys.js", "style.css", "icon.svg"}
ACTIVE = {
    "iframe",
    "object",
    "embed",
    "base",
    "video",
    "audio",
    "img",
    "math",
    "animate",
    "foreignobject",
    "style",
}
ADDRESSES = (
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "srcset",
    "hx-get",
    "{http://www.w3.org/1999/xlink}href",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[httpx.Client, list[str]]]:
    path: Path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    ids = fill(path, SOME)
    with serve(path) as served:
        yield served.writer, ids


def faults(page: str) -> list[str]:
    """Return what a page holds that a template of ours never makes."""
    found = []
    for element in html.document_fromstring(page).iter():
        tag = element.tag if isinstance(element.tag, str) else "!--"
        if tag in ACTIVE or (tag == "meta" and "refresh" in element.get("http-equiv", "").lower()):
            found.append(f"<{tag}>")
        for name, value in element.attrib.items():
            theirs = name.startswith("hx-") and name != "hx-get" and ("evil" in value or "fired(" in value)
            if theirs or name.lower().startswith(("on", "hx-on", "style")):
                found.append(f"{tag} {name}={value}")
            if name in ADDRESSES and not is_harmless(tag, value):
                found.append(f"{tag} {name}={value}")
        if tag == "script" and (element.text or not element.get("src", "").startswith("/static/")):
            found.append("<script>")
    return found


def is_harmless(tag: str, address: str) -> bool:
    """Tell whether an address is a page or file of ours, or a link to the web that a person has to follow."""
    parts = urlsplit(address)
    if tag in {"script", "link"}:
        return not parts.netloc and parts.path.removeprefix("/static/") in OURS
    return (not parts.scheme and not parts.netloc) or (tag == "a" and parts.scheme in {"http", "https"})


def test_the_grammar_makes_enough_payloads_each_once():
    assert len(EVERY) == len(set(EVERY)) >= ENOUGH


@pytest.mark.parametrize(
    "page",
    [
        "<p><script>fired(1)</script>",
        "<img src=x onerror=fired(1)>",
        "<p onclick=fired(1)>",
        "<a href=javascript:fired(1)>",
        "<p style='background:url(//evil.example)'>",
        "<script src=//evil.example/1.js></script>",
        "<p hx-get=//evil.example>",
        "<meta http-equiv=Refresh content='0;url=//evil.example'>",
    ],
)
def test_a_page_that_lets_a_payload_through_is_found_out(page):
    assert faults(page)


def test_articles_show_payloads_as_text(site):
    client, ids = site
    for article_id, payload in zip(ids, SOME, strict=True):
        answer = client.get(f"/articles/{in_path(article_id)}")
        assert answer.status_code == 200
        assert faults(answer.text) == []
        text = html.document_fromstring(answer.text).text_content()
        assert " ".join(visible(payload).split()) in " ".join(text.split())


@pytest.mark.parametrize("path", ["/", "/articles", "/claims", "/decisions", "/errors", "/sources"])
def test_listings_show_payloads_as_text(site, path):
    client, _ = site
    for page in (1, 2):
        answer = client.get(f"{path}?page={page}")
        assert answer.status_code == 200
        assert faults(answer.text) == []


def test_stories_and_claims_show_payloads_as_text(site):
    client, _ = site
    paths = set()
    for listing in ("/", "/claims"):
        tree = html.document_fromstring(client.get(listing).text)
        paths |= {one for one in tree.xpath("//main//a/@href") if one.startswith(("/claims/", "/stories/"))}
    assert paths
    for path in sorted(paths)[:30]:
        for beside in ("", "/print") if path.startswith("/claims/") else ("",):
            answer = client.get(path + beside)
            assert answer.status_code == 200
            shown = (
                answer.text.replace("<style>", "<!--", 1).replace("</style>", "-->", 1)
                if beside
                else answer.text
            )
            assert faults(shown) == []


@pytest.mark.parametrize("path", ["/search", "/claims", "/articles", "/", "/sources"])
def test_a_query_is_shown_as_text(site, path):
    client, _ = site
    for payload in SOME:
        sent = payload.encode(errors="replace").decode()
        for name in ("q", "language", "outlet"):
            answer = client.get(f"{path}?{urlencode({name: sent})}")
            assert answer.status_code in {200, 400}
            assert faults(answer.text) == []


@pytest.mark.parametrize("name", ["kind", "one", "article", "claim"])
def test_what_a_link_to_a_form_says_is_shown_as_text(site, name):
    client, ids = site
    for payload in SOME:
        stated = {
            "kind": "accept",
            "one": "x",
            "article": ids[0],
            name: payload.encode(errors="replace").decode(),
        }
        answer = client.get(f"/decisions/new?{urlencode(stated)}")
        assert answer.status_code in {400, 404}
        assert faults(answer.text) == []
