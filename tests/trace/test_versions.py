import pytest
from msgspec.structs import replace

from ondit.model.article import Article
from ondit.trace import trace_claim
from ondit.trace.versions import older_versions
from story import read_story

URL = "https://post.example/bridge"


def version(article_id, **fields):
    return Article(**{"id": article_id, "text": article_id, "url": URL, **fields})


@pytest.mark.parametrize(
    ("first", "second", "older"),
    [
        pytest.param(
            version("a", captured="2026-01-02T08:00:00Z"),
            version("b", captured="2026-01-02T09:00:00Z"),
            {"a"},
            id="captured later",
        ),
        pytest.param(
            version("a", captured="2026-01-03", published="2026-01-01"),
            version("b", captured="2026-01-02", published="2026-01-05"),
            {"b"},
            id="the capture goes before what the page claims",
        ),
        pytest.param(
            version("a", published="2026-01-01"),
            version("b", published="2026-01-01", modified="2026-01-03"),
            {"a"},
            id="changed later by its own word",
        ),
        pytest.param(
            version("a", published="2026-01-01"),
            version("b", published="2026-01-01"),
            set(),
            id="nothing tells",
        ),
        pytest.param(version("a"), version("b", captured="2026-01-01"), set(), id="one is undated"),
        pytest.param(
            version("a", captured="2026-01-01"),
            version("b", captured="2026-01-02", url=f"{URL}/#comments"),
            {"a"},
            id="a fragment and a last slash are no part of the address",
        ),
        pytest.param(
            version("a", captured="2026-01-01"),
            version("b", captured="2026-01-02", url=f"{URL}-2"),
            set(),
            id="another page",
        ),
        pytest.param(
            version("a", captured="2026-01-01", url=None),
            version("b", captured="2026-01-02", url=None),
            set(),
            id="no address",
        ),
    ],
)
def test_an_older_version_is_known(first, second, older):
    assert older_versions([first, second]) == older
    assert older_versions([second, first]) == older


def test_a_page_that_was_changed_is_one_carrier():
    story = read_story(
        """
        a1 @Post
            a dock worker: P
        a2 @Post
            the mayor: P
        a3 @Echo
            @Post: P
        """
    )
    dated = {"a1": "2026-01-01T08:00:00Z", "a2": "2026-01-01T09:00:00Z", "a3": "2026-01-02"}
    readings = {
        one: replace(
            reading,
            article=replace(
                reading.article, captured=dated[one], url=URL if one != "a3" else "https://echo.example/1"
            ),
        )
        for one, reading in story.readings.items()
    }
    graph = trace_claim(story.claim, readings, ())
    assert [carrier.article_id for carrier in graph.carriers] == ["a2", "a3"]
    assert "a dock worker" not in {node.name for node in graph.nodes}
