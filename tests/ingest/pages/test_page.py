import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ondit.errors import InputError
from ondit.ingest.pages.page import article_from_page

FIRST = (
    "The harbour will close in May, the mayor told the Coast Wire on Monday. "
    "Two ferries move to Port Anselm, she said, and nobody would lose work."
)
SECOND = (
    "Fishermen said that they had not been asked. "
    "“We read it in the paper,” said one of them, who asked not to be named."
)
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"
TEXT = f"{FIRST}\n\n{SECOND}"


def page(head="", body=BODY, attributes='lang="en-GB"', before=""):
    title = "<title>Harbour to close - The Anselm Echo</title>"
    shown = f"<nav><a href='/'>Home</a></nav><article>{body}</article><footer>Imprint</footer>"
    return f"<!DOCTYPE html>{before}<html {attributes}><head>{title}{head}</head><body>{shown}</body></html>"


def structured(**fields):
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Harbour to close",
        **fields,
    }
    return f'<script type="application/ld+json">{json.dumps(record)}</script>'


def test_a_page_gives_its_article():
    article = article_from_page(page('<meta property="og:site_name" content="The Anselm Echo">'))
    assert article.text == TEXT
    assert article.title == "Harbour to close"
    assert (article.outlet, article.language) == ("The Anselm Echo", "en-GB")


def test_a_title_above_the_text_is_not_doubled():
    article = article_from_page(page(body=f"<h1>Harbour to close</h1>{BODY}"))
    assert article.title == "Harbour to close"
    assert article.text == TEXT


def test_structured_metadata_goes_before_what_is_inferred():
    article = article_from_page(
        page(
            '<meta name="author" content="Web Desk">'
            '<meta property="article:published_time" content="2024-03-09">'
            + structured(
                headline="Harbour to close in&nbsp;May",
                author=[{"@type": "Person", "name": "Nora Vance"}, "Ole Brandt"],
                publisher={"@type": "NewsMediaOrganization", "name": "Anselm Echo Media"},
                datePublished="2024-03-05T08:30:00+01:00",
                dateModified="2024-03-06",
                isBasedOn="https://wire.example/1",
                citation=[
                    {"@type": "CreativeWork", "name": "Port report"},
                    {"url": "https://port.example/r"},
                ],
            )
        )
    )
    assert article.title == "Harbour to close in May"
    assert article.byline == "Nora Vance, Ole Brandt"
    assert article.publisher == "Anselm Echo Media"
    assert (article.published, article.modified) == ("2024-03-05T08:30:00+01:00", "2024-03-06")
    assert article.based_on == ("https://wire.example/1", "Port report", "https://port.example/r")


def test_structured_metadata_may_lie_in_a_graph_with_references():
    graph = {
        "@graph": [
            {"@type": "Organization", "@id": "#o", "name": "Anselm Echo Media"},
            {"@type": "WebPage", "headline": "Not this one"},
            {"@type": ["NewsArticle"], "headline": "Harbour to close", "publisher": {"@id": "#o"}},
        ]
    }
    article = article_from_page(page(f'<script type="application/ld+json">{json.dumps(graph)}</script>'))
    assert (article.title, article.publisher) == ("Harbour to close", "Anselm Echo Media")


@pytest.mark.parametrize(
    "block",
    ["{not json", "[[[" * 5000, "null", "3", '{"@type": {"a": 1}, "headline": {"b": []}}', '{"@graph": "x"}'],
)
def test_broken_structured_metadata_costs_nothing_else(block):
    article = article_from_page(page(f'<script type="application/ld+json">{block}</script>'))
    assert article.text == TEXT
    assert article.title == "Harbour to close"


def test_a_date_that_cannot_be_read_gives_way_to_the_next():
    head = structured(datePublished="soon") + '<meta property="article:published_time" content="2024-03-09">'
    assert article_from_page(page(head)).published == "2024-03-09"


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("<!-- saved from url=(0023)https://echo.example/p -->", id="as browsers write it"),
        pytest.param("<!--\n Page saved with SingleFile\n url: https://echo.example/p\n-->", id="SingleFile"),
    ],
)
def test_a_saved_page_tells_where_it_was_saved_from(before):
    head = '<link rel="canonical" href="/port"><meta property="og:url" content="https://other.example/">'
    article = article_from_page(page(head, before=before))
    assert article.url == "https://echo.example/p"
    assert article.canonical_url == "https://echo.example/port"


def test_links_have_their_place_in_the_text():
    body = BODY.replace("the Coast Wire", '<a href="https://wire.example/1">the Coast Wire</a>')
    (link,) = article_from_page(page(body=body)).links
    assert link.href == "https://wire.example/1"
    assert link.span.cut(TEXT) == link.text == "the Coast Wire"


def test_a_templates_language_does_not_outweigh_the_texts():
    assert article_from_page(page(attributes='lang="sr"')).language == "en"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        pytest.param(
            "<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article text", id="a menu"
        ),
        pytest.param("<!-- nothing -->", "no article text", id="a comment"),
        pytest.param("", "no article text", id="empty"),
        pytest.param(page(body="<div>" * 400 + BODY), "nested deeper", id="text that the parser would drop"),
    ],
)
def test_a_page_without_a_whole_article_is_refused(markup, reason):
    with pytest.raises(InputError, match=reason):
        article_from_page(markup)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_damaged_page_gives_an_article_or_a_reason(data):
    markup = page(structured())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(markup)))
        junk = data.draw(
            st.sampled_from(["<", ">", '"', "</article>", "<table>", "\x00", "&#xD800;", "]]>", "<!--", "é"])
        )
        length = data.draw(st.integers(0, 30))
        markup = markup[:place] + junk + markup[place + length :]
    try:
        article = article_from_page(markup)
    except InputError:
        return
    assert all(link.span is None or link.span.cut(article.text) == link.text for link in article.links)


def test_the_fast_extraction_gives_the_same_article_where_the_page_is_plain():
    markup = page('<meta property="og:title" content="Harbour to close">' + structured(publisher="Echo"))
    full, fast = article_from_page(markup), article_from_page(markup, fast=True)
    assert fast == full
