"""The JSON beside the pages: listings in windows, answers that are kept, what may be written."""

import msgspec
import pytest
from serving import Site

from ondit.model.listing import Narrowing, Window
from ondit.store import open_store
from ondit.web.api.openapi import description
from ondit.web.api.table import API
from ondit.web.rendering import place
from ondit.web.routes import ROUTES


def walked(site: Site, address: str) -> list[dict]:
    """Return all items of a listing, window by window."""
    items: list[dict] = []
    while address:
        answer = site.reader.get(address)
        listed = answer.json()
        items += listed["items"]
        address = listed["next"]
        assert (answer.headers.get("Link") is None) == (address is None)
    return items


def untraced(row: dict) -> dict:
    """Return a row without what a trace tells, which is there as soon as the claim is traced."""
    return {key: value for key, value in row.items() if key != "independent_origins"}


@pytest.mark.parametrize("name", ["stories", "claims", "articles", "sources"])
def test_the_windows_of_a_listing_hold_each_row_once(name: str, site: Site):
    whole = site.reader.get(f"/{name}.json?limit=200").json()
    pieces = walked(site, f"/{name}.json?limit={199 if name == 'sources' else 7}")
    assert len(pieces) == whole["total"]
    first = map(untraced, pieces[: len(whole["items"])])
    assert list(first) == list(map(untraced, whole["items"]))


@pytest.mark.parametrize(
    "bounds", ["", "?q=ferry", "?since=2031-05-03", "?outlet=nobody", "?language=en&q=the", "?until=1999-01"]
)
@pytest.mark.parametrize("name", ["stories", "claims", "articles"])
def test_a_page_and_its_json_list_the_same(name: str, bounds: str, site: Site):
    total = site.reader.get(f"/{name}.json{bounds}").json()["total"]
    page = site.reader.get(f"/{'' if name == 'stories' else name}{bounds}").text
    assert f">{total} {name}<" in page or (total == 1 and 'class="count">1 ' in page)


def test_what_has_not_changed_is_not_sent_again(site: Site):
    first = site.reader.get("/articles.json")
    tag = first.headers["ETag"]
    again = site.reader.get("/articles.json", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert site.reader.get("/articles.json?limit=3", headers={"If-None-Match": tag}).status_code == 200
    site.writer.post("/articles.json", json={"articles": [{"id": "new", "text": "The quay is closed."}]})
    changed = site.reader.get("/articles.json", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert "new" in [one["article"] for one in changed.json()["items"]] or changed.json()["next"]


def test_a_batch_tells_what_became_of_each_item(site: Site):
    stated = [
        {"id": "batch-1", "outlet": "Norpress", "text": "The harbour of Tolvik is closed, the mayor said."},
        {"id": "batch-2"},
        {"id": 3, "text": "An id that is a number."},
        {"id": "batch-1", "text": "Other words under an id that is taken."},
    ]
    answer = site.writer.post("/articles.json", json={"articles": stated})
    job = answer.json()
    assert (answer.status_code, job["added"], job["failed"]) == (200, 1, 3)
    by_item = {one["item"]: one for one in job["items"]}
    assert [by_item[f"articles[{number}]"]["status"] for number in range(4)] == [201, 422, 422, 422]
    assert "no text" in by_item["articles[1]"]["reason"]
    assert by_item["articles[0]"]["article"] == "batch-1"
    once_more = site.writer.post("/articles.json", json={"articles": stated[:1]}).json()
    assert [one["status"] for one in once_more["items"]] == [200]
    assert site.reader.get("/articles/batch-1.json").json()["article"]["page"]["text"] == stated[0]["text"]
    assert site.reader.get(f"/jobs/{job['id']}.json").json() == job


def test_a_decision_is_written_told_and_taken_back(site: Site):
    article = site.reader.get("/articles.json").json()["items"][0]["article"]
    attribution = site.reader.get(f"/articles/{article}.json").json()["attributions"][0]["id"]
    stated = {"kind": "reject", "one": attribution, "reason": "It says no such thing", "who": "Ada"}
    written = site.writer.post("/decisions.json", json=stated)
    assert written.status_code == 201
    against = site.writer.post("/decisions.json", json={**stated, "kind": "accept"})
    assert against.status_code == 409
    assert site.reader.get("/decisions.json").json()["items"][-1]["id"] == written.json()["id"]
    left = site.reader.get(f"/articles/{article}.json").json()["attributions"]
    assert attribution not in [one["id"] for one in left]
    taken = site.writer.delete(
        f"/decisions/{written.json()['id']}", params={"reason": "An error", "who": "Ada"}
    )
    assert (taken.status_code, taken.json()["kind"]) == (200, "undo")
    back = site.reader.get(f"/articles/{article}.json").json()["attributions"]
    assert attribution in [one["id"] for one in back]


def test_an_id_may_hold_whatever_it_likes(site: Site):
    ids = ["a/b", "x.json", "50%", "..", "ö ü", "x%2Ejson"]
    articles = [
        {"id": one, "text": f"Word {number} was said, the mayor said."} for number, one in enumerate(ids)
    ]
    assert site.writer.post("/articles.json", json={"articles": articles}).json()["added"] == len(ids)
    for one in ids:
        assert site.reader.get(f"{place('articles', one)}.json").json()["article"]["article"] == one
        page = site.reader.get(place("articles", one))
        assert (page.status_code, page.headers["Content-Type"].partition(";")[0]) == (200, "text/html")


def test_an_archived_page_is_never_served_as_one(site: Site):
    html = (
        "<html><body><article><p>The dam broke, <script>alert(1)</script><b>the mayor said</b>. "
        + "It is so. " * 40
    )
    site.writer.post("/articles.json", json={"articles": [{"id": "page", "html": html}]})
    page = site.reader.get("/articles/page")
    assert "<script>alert" not in page.text
    assert "<b>the mayor" not in page.text
    assert site.reader.get("/articles/page.json").headers["Content-Type"] == "application/json"


def test_routes_and_description_say_the_same():
    described = {(path, verb.upper()) for path, verbs in description()["paths"].items() for verb in verbs}
    assert described == {(one.path, one.method) for one in API}
    routed = {
        (one.path.replace(":path", ""), verb)
        for one in ROUTES
        for verb in one.verbs
        if one.path.endswith(".json") or verb == "DELETE"
    }
    assert routed - {("/openapi.json", "GET")} == described


@pytest.mark.parametrize(
    "one", [one for one in API if one.method == "GET" and "{id}" not in one.path], ids=str
)
def test_an_answer_has_the_shape_that_the_table_gives_it(one, site: Site):
    answer = site.reader.get(one.path)
    msgspec.json.decode(answer.content, type=one.gives[answer.status_code], strict=True)


def test_the_address_of_everything_is_linked_or_has_a_page(site: Site):
    listed = {one.path for one in ROUTES}
    for path in ("/stories", "/claims", "/articles", "/sources", "/decisions", "/errors", "/search"):
        assert f"{path}.json" in listed


def test_sqlite_counts_what_the_linking_holds(site: Site):
    with open_store(site.path, reading=True) as store:
        linking = store.linking()
        counted = store.listed.claims(Narrowing(), "", Window(limit=10_000)).rows
        assert {one.id: one.carriers for one in counted} == {
            one.id: len(one.carriers) for one in linking.claims
        }
        stories = store.listed.stories(Narrowing(), "", Window(limit=10_000)).rows
        assert {one.id: one.articles for one in stories} == {
            one.id: len(one.articles) for one in linking.stories
        }
