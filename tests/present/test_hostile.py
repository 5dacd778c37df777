"""What strangers write is shown as text: it steers no terminal, opens no tag, breaks no form."""

import json
import re

import msgspec
import pytest
from lxml import html

from ondit.model.article import Article
from ondit.model.listing import ListedArticle
from ondit.model.provenance import Trace
from ondit.model.reading import Reading
from ondit.present.forms import ARTICLE_FORMS, READ_FORMS, SHOW_FORMS, TRACE_FORMS
from ondit.present.terminal.screen import Screen
from present.builder import dam, reading

PAYLOADS = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param("\"><img src=x onerror=alert(1)>'", id="out of an attribute"),
    pytest.param("</title></style></svg><b onclick=x>", id="out of an element"),
    pytest.param("{{ 7 * 7 }}{% raw %}[bold]x[/bold]", id="templates and markup"),
    pytest.param("\x1b]0;owned\x07\x1b[2J", id="escape sequences"),
    pytest.param("\u202egnp.exe\u2066\u200f", id="bidirectional controls"),
    pytest.param("\ud800 lone \udfff", id="lone surrogates"),
    pytest.param("\x00\x01\r\n\x0b\x85\u2028\ufffe", id="control characters"),
    pytest.param("‹" * 500, id="long"),
]
# Fields that hold a value of a fixed set, or a time, which is shown as text where it cannot be read.
FIXED = {"voice", "stance", "source_kind", "polarity", "part", "manner", "certainty", "distance"}
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200f\u2028\u202e\u2066\ud800-\udfff\ufffe]")


def spoilt(record, payload: str):
    """Return the record with the payload at the end of every text that is free, ids and times too."""

    def spoil(value, key=""):
        if isinstance(value, dict):
            return {name: spoil(one, name) for name, one in value.items()}
        if isinstance(value, list | tuple):
            return [spoil(one, key) for one in value]
        free = isinstance(value, str) and key not in FIXED and value not in KINDS
        return value + payload if free else value

    return msgspec.convert(spoil(msgspec.to_builtins(record)), type(record))


KINDS = {"cites", "links", "copies", "unnamed", "outlet", "person", "title", "body"}


def spoilt_dam(payload):
    trace, articles = dam()
    hostile = [spoilt(article, payload) for article in articles]
    spoilt_trace: Trace = spoilt(trace, payload)
    return spoilt_trace, hostile


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_page_has_no_tag_or_attribute_but_its_own(payload):
    def shape(trace, articles):
        tree = html.document_fromstring(TRACE_FORMS["html"](trace, articles, Screen()))
        elements = [element for element in tree.iter() if isinstance(element.tag, str)]
        return {(element.tag, name) for element in elements for name in ["", *element.attrib]}, len(elements)

    own, count = shape(*dam())
    found, number = shape(*spoilt_dam(payload))
    assert found <= own
    assert number <= count + 20, "a payload may change a layout a little, but adds no element of its own"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_page_shows_nothing_unseen(payload):
    page = TRACE_FORMS["html"](*spoilt_dam(payload), Screen())
    assert not UNSEEN.search(page)
    assert page.encode()


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("why", [False, True])
def test_a_terminal_is_not_steered(payload, why):
    shown = TRACE_FORMS["text"](*spoilt_dam(payload), Screen(why=why))
    one: Reading = spoilt(reading(), payload)
    listed = ListedArticle(article=one.article)
    for text in (
        shown,
        READ_FORMS["text"](one, Screen()),
        SHOW_FORMS["text"](one, Screen()),
        ARTICLE_FORMS["text"]([listed], Screen()),
    ):
        assert not UNSEEN.search(text)
        assert text.encode()
        assert all(len(line) <= 100 for line in text.splitlines())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_json_keeps_every_text_exactly(payload):
    trace, articles = spoilt_dam(payload)
    answer = json.loads(TRACE_FORMS["json"](trace, articles, Screen()))
    assert answer["claim"]["text"] == trace.graph.claim.text
    assert [node["name"] for node in answer["nodes"]] == [node.name for node in trace.graph.nodes]
    assert TRACE_FORMS["json"](trace, articles, Screen()).count("\n") == 1


def test_markup_of_the_terminal_is_text():
    one = msgspec.structs.replace(reading(), article=Article(id="[red]a1[/red]", text=reading().article.text))
    assert "[red]a1[/red]" in READ_FORMS["text"](one, Screen(color=True))
