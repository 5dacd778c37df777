"""What strangers write is shown as text: it steers no terminal, opens no tag, breaks no form."""

import json

import msgspec
import pytest
from lxml import html

from ondit.model.article import Article
from ondit.model.listing import ListedArticle
from ondit.model.reading import Reading
from ondit.present.forms import ARTICLE_FORMS, READ_FORMS, SHOW_FORMS, TRACE_FORMS
from ondit.present.terminal.screen import Screen
from present.builder import dam, reading
from present.hostile import PAYLOADS, UNSEEN, spoilt, spoilt_dam


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
