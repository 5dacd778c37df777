"""A collection knows its own outlets by name; one article alone does not."""

import pytest

from ondit.model.article import Article
from ondit.model.reading import Reading
from ondit.model.source import SourceKind
from ondit.pipeline import Recipe, read_article
from ondit.resolve import acquaint


def reading(article_id: str, outlet: str, text: str) -> Reading:
    return read_article(Article(id=article_id, outlet=outlet, language="en", text=text), Recipe())


def names_and_kinds(one: Reading) -> set[tuple[str, SourceKind]]:
    return {(source.name, source.kind) for source in one.resolved.sources}


@pytest.fixture(scope="module")
def lantern() -> Reading:
    return reading("l", "The Velm Lantern", "The bridge at Orla has collapsed, a fireman said.")


@pytest.mark.parametrize(
    "citing",
    [
        pytest.param(
            "Velm Lantern reported that the bridge at Orla had collapsed.", id="without its article"
        ),
        pytest.param("The Velm Lantern said that the bridge at Orla had collapsed.", id="in full"),
        pytest.param(
            "A fireman told The Velm Lantern that the bridge at Orla had collapsed.", id="as who was told"
        ),
    ],
)
def test_a_small_paper_is_recognised_where_the_collection_holds_its_page(citing, lantern):
    known = acquaint([reading("c", "Coast Post", citing), lantern])
    assert ("The Velm Lantern", SourceKind.OUTLET) in names_and_kinds(known["c"])
    meant = {one.source_id for one in known["c"].resolved.attributions} | {
        one.addressee_id for one in known["c"].resolved.attributions
    }
    assert lantern.resolved.outlet.id in meant


def test_nothing_changes_where_no_page_of_that_name_is_there():
    alone = reading("c", "Coast Post", "Velm Lantern reported that the bridge at Orla had collapsed.")
    assert acquaint([alone]) == {"c": alone}


def test_a_source_is_not_the_paper_called_the_source():
    paper = reading("p", "The Source", "The bridge has collapsed.")
    citing = reading("c", "Coast Post", "A source said the bridge had collapsed. The source gave no reason.")
    assert acquaint([paper, citing])["c"] == citing
