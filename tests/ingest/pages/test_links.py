import pytest
from lxml.html import document_fromstring

from ondit.ingest.pages.links import find_links

TEXT = "The mayor told the Coast Wire on Monday.\n\nFishermen read it in the paper, they said."
BEGIN = '<p>The mayor <a href="{}">told the Coast Wire</a> on Monday.</p>'
END = "<p>Fishermen read it in the paper, they said.</p>"


def found(body, base="https://echo.example/a/b"):
    return [
        (link.href, link.text, link.span and link.span.cut(TEXT))
        for link in find_links(document_fromstring(f"<html><body>{body}</body></html>"), TEXT, base)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            BEGIN.format("https://wire.example/1") + END,
            [("https://wire.example/1", "told the Coast Wire", "told the Coast Wire")],
            id="a link in the text has its place",
        ),
        pytest.param(
            BEGIN.format("../c") + END,
            [("https://echo.example/c", "told the Coast Wire", "told the Coast Wire")],
            id="a relative target becomes absolute",
        ),
        pytest.param(
            '<p>The mayor <b><a href="https://w.example">told\n the <i>Coast</i> Wire</a></b>\non Monday.</p>'
            + END,
            [("https://w.example", "told the Coast Wire", "told the Coast Wire")],
            id="white space and markup do not matter",
        ),
        pytest.param(
            '<a href="https://w.example/early">paper</a><p>The mayor told the Coast Wire on Monday.</p>'
            '<p>Fishermen read it in <a href="https://w.example/late">the paper</a>, they said.</p>',
            [("https://w.example/late", "the paper", "the paper")],
            id="words that stand elsewhere on the page too are told by what is around them",
        ),
        pytest.param(
            BEGIN.format("#top")
            + END
            + '<p><a href="https://w.example/full">Read the full story at Coast Wire</a></p>',
            [
                ("https://echo.example/a/b#top", "told the Coast Wire", "told the Coast Wire"),
                ("https://w.example/full", "Read the full story at Coast Wire", None),
            ],
            id="a credit that the text left out has no place",
        ),
        pytest.param(
            BEGIN.format("mailto:wire@wire.example")
            + END
            + '<footer><a href="/imprint">Imprint</a></footer>',
            [],
            id="neither mail nor menu",
        ),
        pytest.param(BEGIN.format("http://[") + END, [], id="a broken target"),
        pytest.param(
            "<p>Something else <a href='/x'>altogether here</a></p>", [], id="a text of another page"
        ),
    ],
)
def test_the_links_of_a_text_are_found_in_place(body, expected):
    assert found(body) == expected


def test_a_relative_target_without_a_base_leads_nowhere():
    assert found(BEGIN.format("/c") + END, base=None) == []
