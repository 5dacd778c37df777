"""Which outlet published an article."""

import pytest

from ondit.model.article import Article
from ondit.resolve.outlets.table import outlet_table
from ondit.resolve.publisher import publisher


@pytest.mark.parametrize(
    ("fields", "outlet", "name"),
    [
        pytest.param({"url": "https://uk.reuters.com/a"}, "reuters", "Reuters", id="a host below its domain"),
        pytest.param(
            {"url": "https://arabic.rt.com/a"}, "rt-arabic", "RT Arabic", id="the longest host wins"
        ),
        pytest.param({"outlet": "BBC"}, "bbc", "BBC", id="by name alone"),
        pytest.param(
            {"outlet": "Reuters", "url": "https://x.com/reuters/1"}, "reuters", "Reuters", id="on a platform"
        ),
        pytest.param(
            {"outlet": "AFP (Yahoo News)", "url": "https://news.yahoo.com/a"},
            "yahoo-news",
            "Yahoo News",
            id="who carries it",
        ),
        pytest.param(
            {"url": "https://web.archive.org/web/2024/https://www.bbc.co.uk/a"}, "bbc", "BBC", id="archived"
        ),
        pytest.param(
            {"outlet": "Daily Foo", "url": "https://dailyfoo.example/a"},
            None,
            "Daily Foo",
            id="nobody's list",
        ),
        pytest.param({"title": "It rained | Daily Foo"}, None, "Daily Foo", id="behind the title"),
        pytest.param({"url": "https://dailyfoo.example/a"}, None, "dailyfoo.example", id="by domain alone"),
        pytest.param(
            {"site_name": "Washington Post", "url": "https://washingtonpost.pm/a"},
            None,
            "Washington Post (washingtonpost.pm)",
            id="a look-alike is not the real one",
        ),
    ],
)
def test_the_outlet_of_an_article(fields, outlet, name):
    found = publisher(Article(id="art", text="It rained.", **fields), outlet_table())
    assert found is not None
    assert (found.outlet.id if found.outlet else None, found.name) == (outlet, name)


def test_nothing_tells_no_outlet():
    assert publisher(Article(id="art", text="It rained."), outlet_table()) is None
