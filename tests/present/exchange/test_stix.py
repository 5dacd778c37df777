"""STIX: the library of its authors takes every object, and no object says more than Ondit knows."""

import json

import pytest
import stix2
from hypothesis import given
from msgspec.structs import replace

from ondit.model.listing import Holding
from ondit.model.source import SourceKind
from ondit.present.exchange.stix import bundle
from present.builder import Story, dam
from present.exchange.held import anything, held


def exported(holding) -> list:
    written = "".join(bundle(holding))
    return list(stix2.parse(written, allow_custom=False).objects)


def of_type(objects, kind: str) -> list:
    return [one for one in objects if one.type == kind]


def test_an_article_is_a_report_of_its_outlet():
    objects = exported(held())
    report = next(one for one in of_type(objects, "report") if one.name.startswith("Crack"))
    assert report.published.isoformat() == "2031-05-02T08:10:00+00:00"
    assert [one.url for one in report.external_references if "url" in one] == [
        "https://fjordwire.example/dam"
    ]
    outlet = next(one for one in objects if one.id == report.object_refs[0])
    assert (outlet.name, outlet.identity_class) == ("Fjord Wire", "organization")


def test_a_claim_is_a_note_on_the_reports_that_carry_it():
    objects = exported(held())
    (note,) = of_type(objects, "note")
    assert note.content == "The Halden dam has a crack 40 metres long."
    assert set(note.object_refs) == {one.id for one in of_type(objects, "report")}


def test_an_edge_is_a_relationship_with_its_proof():
    objects = exported(held())
    names = {one.id: one.name for one in objects if "name" in one}
    edges = of_type(objects, "relationship")
    assert len(edges) == 9
    links = next(one for one in edges if one.relationship_type == "links-to")
    assert links.description == "A crack of more than 60 metres threatens the Halden dam."
    copies = next(one for one in edges if one.relationship_type == "copies")
    assert "inferred" in copies.labels
    denies = next(one for one in edges if "denies" in one.labels)
    assert names[denies.target_ref] == "Ida Renn"


def test_an_opinion_is_there_only_where_somebody_denies_or_confirms():
    (opinion,) = of_type(exported(held()), "opinion")
    assert (opinion.opinion, opinion.authors) == ("disagree", ["Ida Renn"])
    trace, articles = dam()
    assert of_type(exported(held(replace(trace, denials=()), articles)), "opinion") == []


def test_an_unnamed_source_is_of_no_known_class():
    classes = {one.name: one.identity_class for one in of_type(exported(held()), "identity")}
    assert classes["an engineer at the site"] == "unknown"
    assert classes["Ida Renn"] == "individual"


def test_nothing_bears_a_confidence():
    assert '"confidence"' not in "".join(bundle(held()))


@pytest.mark.parametrize(
    ("published", "kind"),
    [
        pytest.param(None, "note", id="a report must say when it was published"),
        pytest.param("2031-05", "report", id="a month is given by its beginning"),
    ],
)
def test_an_article_whose_time_is_not_known_exactly(published, kind):
    story = Story()
    story.article("Fjord Wire", published, "The dam is cracked.", title="Dam cracked")
    objects = exported(held(story.trace([]), story.articles))
    (article,) = [one for one in of_type(objects, kind) if "Dam cracked" in str(one)]
    if kind == "report":
        assert article.published.isoformat() == "2031-05-01T00:00:00+00:00"
        assert article.description == "Published 2031-05, as stated"


def test_a_document_is_no_identity():
    story = Story()
    wire = story.article("Fjord Wire", "2031-05-02", "The dam is cracked, a report says.")
    story.edge(wire, story.source("a report of the water board", SourceKind.DOCUMENT))
    objects = exported(held(story.trace([]), story.articles))
    assert {one.name for one in of_type(objects, "identity")} == {"Ondit", "Fjord Wire"}
    assert "a report of the water board" in {one.content for one in of_type(objects, "note")}


def test_ids_are_the_same_in_every_export_and_only_the_time_of_change_differs():
    first, second = (
        json.loads("".join(bundle(replace(held(), made=made))))
        for made in ("2031-06-01T12:00:00+00:00", "2031-06-02T12:00:00+00:00")
    )
    assert first["id"] == second["id"]
    for one, other in zip(first["objects"], second["objects"], strict=True):
        assert one.pop("modified") < other.pop("modified")
        assert one == other


def test_an_article_that_carries_two_claims_is_one_report():
    trace, articles = dam()
    other = replace(trace, graph=replace(trace.graph, claim=replace(trace.graph.claim, id="clm_2")))
    two = Holding(traced=(*held(trace, articles).traced, *held(other, articles).traced), made=held().made)
    objects = exported(two)
    assert len(of_type(objects, "report")) == 8
    assert all(len(one.object_refs) == 3 for one in of_type(objects, "report"))


@given(name=anything, text=anything)
def test_whatever_a_page_holds_it_is_utf8_and_parses(name, text):
    trace, articles = dam()
    nodes = tuple(replace(one, name=name) for one in trace.graph.nodes)
    edges = tuple(replace(one, evidence=replace(one.evidence, text=text)) for one in trace.graph.edges)
    hostile = [replace(one, title=text, url=name) for one in articles]
    spoilt = replace(trace, graph=replace(trace.graph, nodes=nodes, edges=edges))
    written = "".join(bundle(held(spoilt, hostile)))
    assert stix2.parse(written.encode().decode(), allow_custom=False).objects
