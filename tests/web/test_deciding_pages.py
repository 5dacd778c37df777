"""Decisions are taken by forms that need no script."""

import httpx
import pytest
from lxml import html

ARTICLE = "dispatch-1"


class Form:
    """A form as a browser without scripts sends it: what it holds, but for what a person changes."""

    def __init__(self, site, path: str) -> None:
        self._site = site
        answer = site.writer.get(path)
        assert answer.status_code == 200, answer.text
        (self.form,) = html.document_fromstring(answer.text).xpath("//main//form")

    def send(self, **changed: str) -> httpx.Response:
        """Send the form with these fields changed."""
        fields = {name: value or "" for name, value in self.form.form_values()} | changed
        own = {"Origin": self._site.url}
        return self._site.writer.post(self.form.get("action"), data=fields, headers=own)


def path_of(kind: str, **named: str) -> str:
    return str(httpx.URL("/decisions/new", params={"kind": kind, **named}))


def attribution(site, number: int) -> str:
    tree = html.document_fromstring(site.writer.get(f"/articles/{ARTICLE}").text)
    return tree.xpath(f"string(//li[@id='a{number}']/@data-id)")


def words(site, number: int) -> str:
    tree = html.document_fromstring(site.reader.get(f"/articles/{ARTICLE}").text)
    return tree.xpath(f"string(//li[@id='a{number}']//q)")


def claim(site) -> str:
    tree = html.document_fromstring(site.reader.get("/claims").text)
    return tree.xpath("//main//a[starts-with(@href, '/claims/clm_')]/@href")[0].rpartition("/")[2]


def undo_last(site) -> None:
    tree = html.document_fromstring(site.writer.get("/decisions").text)
    href = tree.xpath("//tbody/tr[1]//a[contains(@href, 'kind=undo')]/@href")[0]
    assert Form(site, href).send(reason="only a test", who="Ada Berg").status_code == 303


def test_an_attribution_is_rejected_and_comes_back(site):
    rejected = attribution(site, 1)
    answer = Form(site, path_of("reject", one=rejected, article=ARTICLE)).send(
        reason="misread", who="Ada Berg"
    )
    assert (answer.status_code, answer.headers["location"]) == (303, f"/articles/{ARTICLE}#a1")
    assert attribution(site, 1) != rejected
    undo_last(site)
    assert attribution(site, 1) == rejected


def test_words_are_edited_as_typed(site):
    form = Form(site, path_of("edit", one=attribution(site, 1), article=ARTICLE))
    assert form.send(content="About 40\nworkers", reason="too long", who="Ada Berg").status_code == 303
    assert words(site, 1) == "“About 40 workers”"
    undo_last(site)
    assert words(site, 1).startswith("“About 40 workers were poisoned")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({}, "nothing is other than it was", id="nothing changed"),
        pytest.param({"content": "words of another page"}, "nowhere; copy the words", id="words not there"),
        pytest.param({"content": ""}, "reject it instead", id="no content left"),
        pytest.param({"reason": " ", "cue": ""}, "say why", id="no reason"),
    ],
)
def test_a_form_that_cannot_stand_is_shown_again_with_what_was_typed(site, changed, said):
    form = Form(site, path_of("edit", one=attribution(site, 1), article=ARTICLE))
    answer = form.send(**({"reason": "a reason to keep", "who": "Ada Berg"} | changed))
    assert answer.status_code == 409
    tree = html.document_fromstring(answer.text)
    assert said in tree.xpath("string(//*[@role='alert'])")
    assert (
        tree.xpath("string(//textarea[@name='reason'])").strip()
        == changed.get("reason", "a reason to keep").strip()
    )


def test_what_a_select_cannot_say_is_refused(site):
    form = Form(site, path_of("edit", one=attribution(site, 1), article=ARTICLE))
    assert form.send(certainty="perhaps", reason="r", who="w").status_code == 400


@pytest.mark.parametrize("kind", ["same-source", "different-source", "different-claim"])
def test_two_of_a_claim_are_told_one_or_two(site, kind):
    form = Form(site, path_of(kind, claim=claim(site)))
    one, other = (form.form.inputs[name].value_options[place] for name, place in (("one", -2), ("other", -1)))
    answer = form.send(one=one, other=other, reason="a test", who="Ada Berg")
    assert (answer.status_code, answer.headers.get("location", "")[:12]) == (303, "/claims/clm_")
    undo_last(site)


@pytest.mark.parametrize("kind", ["origin", "bind"])
def test_one_of_a_claim_is_marked(site, kind):
    form = Form(site, path_of(kind, claim=claim(site)))
    one = form.form.inputs["one"].value_options[1]
    named = {"name": "Nina Moe"} if kind == "bind" else {}
    assert form.send(one=one, reason="a test", who="Ada Berg", **named).status_code == 303
    undo_last(site)


def test_a_claim_is_merged_with_another(site):
    form = Form(site, path_of("same-claim", claim=claim(site)))
    other = form.form.inputs["other"].value_options[1]
    assert form.send(other=other, reason="a test", who="Ada Berg").status_code == 303
    undo_last(site)


@pytest.mark.parametrize(
    "back",
    ["//evil.example", "https://evil.example/", "/\\evil.example", "/articles/../../x", "javascript:x", ""],
)
def test_a_form_leads_back_to_a_page_of_ours_only(site, back):
    form = Form(site, path_of("accept", one=attribution(site, 2), article=ARTICLE))
    where = form.send(back=back, reason="a test", who="Ada Berg").headers["location"]
    assert where.startswith(("/decisions", "/articles/")) and "evil" not in where
    undo_last(site)


def test_who_decided_last_is_proposed(site):
    form = Form(site, path_of("accept", one=attribution(site, 2), article=ARTICLE))
    assert form.form.fields["who"] == "Ada Berg"


def test_without_the_token_there_is_no_form_and_no_link_to_one(site):
    shown = site.reader.get(path_of("accept", one=attribution(site, 2), article=ARTICLE))
    assert "open the address that" in shown.text and "<textarea" not in shown.text
    assert "/decisions/new" not in site.reader.get(f"/articles/{ARTICLE}").text
    refused = site.reader.post("/decisions", data={"kind": "accept"}, headers={"Origin": site.url})
    assert refused.status_code in {401, 403}
