"""What an export holds comes back to the letter; what is broken is told and stops nothing."""

import io
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.ingest import items_of_stream, read_export
from ondit.model.article import Article, Link, Skipped
from ondit.model.attribution import Polarity
from ondit.model.decision import Decision, DecisionKind, Edit, ListedDecision
from ondit.model.listing import ListedArticle
from ondit.model.span import Span
from ondit.model.time import Basis
from ondit.present.forms import export_lines

ARTICLE = Article(
    id="a1",
    text="The dam is cracked, see the report.",
    title="Dam cracked",
    url="https://fjordwire.example/dam",
    outlet="Fjord Wire",
    byline="Ida Renn",
    published="2031-05-02T08:10:00Z",
    modified="2031-05-03",
    captured="2031-05-04T09:00:00+00:00",
    language="en",
    links=(
        Link("https://example.org/report", "report", Span(28, 34)),
        Link("https://example.org/", "", None),
    ),
    canonical_url="https://fjordwire.example/dam?full",
    site_name="Fjord Wire Online",
    publisher="Fjord Media",
    based_on=("https://upland.example/1",),
    published_basis=Basis.PAGE,
)
DECISION = Decision(
    kind=DecisionKind.EDIT,
    one="att_1",
    edit=Edit(polarity=Polarity.NEGATIVE),
    reason="he said it would not",
    who="Ada",
    when="2031-05-05T10:00:00+00:00",
)


def brought(text: str) -> list[Article | Decision | Skipped]:
    return list(read_export(items_of_stream("s.jsonl", io.BytesIO(text.encode()), ".jsonl")))


def exported(*rows) -> str:
    return "".join(export_lines(rows))


def line(**keys) -> str:
    """Return the line of the article with these keys changed; one that is Ellipsis is left out."""
    row = json.loads(exported(ListedArticle(article=ARTICLE))) | keys
    return json.dumps({key: value for key, value in row.items() if value is not ...}) + "\n"


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(ARTICLE, id="with all that a page says"),
        pytest.param(Article(id="a2", text="The dam is cracked."), id="with nothing but a text"),
        pytest.param(Article(id="a3", text="Oui 🇫🇷\r\n\x00\u2028 non", title="\x1b[2J"), id="with controls"),
    ],
)
def test_an_article_comes_back_to_the_letter(article):
    assert brought(exported(ListedArticle(article=article, told="by its address"))) == [article]


@given(text=st.text(min_size=1).filter(str.strip), title=st.text(), outlet=st.text(min_size=1))
def test_any_text_comes_back_to_the_letter(text, title, outlet):
    article = Article(id="a1", text=text, title=title, outlet=outlet)
    assert brought(exported(ListedArticle(article=article))) == [article]


def test_a_lone_surrogate_becomes_one_other_code_point():
    article = Article(id="a1", text="a \ud800 b", title="\udfff")
    (back,) = brought(exported(ListedArticle(article=article)))
    assert (back.text, back.title) == ("a \N{REPLACEMENT CHARACTER} b", "\N{REPLACEMENT CHARACTER}")


def test_a_decision_comes_back_with_its_id():
    assert brought(exported(ListedDecision(decision=DECISION))) == [DECISION]


def test_lines_of_other_kinds_are_passed_over():
    assert brought('{"schema": "ondit.claim/1", "id": "clm_1"}\n\n{"text": "no schema"}\n') == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("{\n", "no line of an export", id="broken JSON"),
        pytest.param("[1]\n", "no line of an export", id="no object"),
        pytest.param("\n\n", "blank", id="blank"),
        pytest.param(line(page=...), "has no text", id="a listing"),
        pytest.param(line(page={"text": " "}), "no text", id="a blank text"),
        pytest.param(line(article=""), "no id", id="no id"),
        pytest.param(line(published="yesterday"), "'yesterday' is no date", id="no date"),
        pytest.param(line(page={"text": 5}), "Expected `str`, got `int` - at `$.page.text`", id="wrong type"),
        pytest.param(
            exported(ListedDecision(decision=DECISION)).replace("would not", "would"),
            "was changed after it was exported",
            id="a changed decision",
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_skipped_with_its_place_and_the_reason(text, reason):
    (skipped,) = brought(text)
    assert isinstance(skipped, Skipped)
    assert skipped.item.startswith("s.jsonl") and reason in skipped.reason


def test_a_broken_line_stops_no_other():
    found = brought("{\n" + exported(ListedArticle(article=ARTICLE)))
    assert [type(one) for one in found] == [Skipped, Article]


def test_a_link_that_lies_outside_the_text_loses_its_place():
    page = json.loads(exported(ListedArticle(article=ARTICLE)))["page"]
    far = page | {"links": [{"href": "https://example.org/", "text": "x", "start": 90, "end": 99}]}
    (article,) = brought(line(page=far))
    assert article.links == (Link("https://example.org/", "x", None),)
    assert msgspec.structs.replace(article, links=ARTICLE.links) == ARTICLE
