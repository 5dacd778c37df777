"""PROV: the library reads its document back, and PROV-O says plainly what it says in full."""

import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from prov.model import ProvDocument
from rdflib import PROV, RDFS, Graph, URIRef

from ondit.model.listing import Holding
from ondit.model.provenance import EdgeKind, Origin
from ondit.model.source import SourceKind
from ondit.present.exchange.identifiers import TERMS, urn
from ondit.present.exchange.prov import prov_json, prov_o
from present.builder import Story, dam
from present.exchange.held import anything, held


def document(holding) -> ProvDocument:
    return ProvDocument.deserialize(content="".join(prov_json(holding)), format="json")


def graph(holding) -> Graph:
    return Graph().parse(data="".join(prov_o(holding)), format="turtle")


def said(node: str, stance: str = "supports") -> URIRef:
    return URIRef(urn("statement", "clm_1", node, stance))


def test_a_document_is_read_back_as_it_was():
    once = document(held())
    assert ProvDocument.deserialize(content=once.serialize(format="json"), format="json") == once
    assert len(once.get_records()) > 40


def test_what_a_carrier_says_is_derived_from_what_its_source_says():
    found = graph(held())
    assert (said("a02"), PROV.wasDerivedFrom, said("a01")) in found
    assert (said("a04"), PROV.wasDerivedFrom, said("a02")) in found


def test_a_statement_belongs_to_who_makes_it():
    found = graph(held())
    speakers = {str(found.value(one, RDFS.label)) for one in found.objects(said("a01"), PROV.wasAttributedTo)}
    assert speakers == {"Fjord Wire"}
    (engineer,) = found.objects(said("s09"), PROV.wasAttributedTo)
    assert str(found.value(engineer, URIRef(TERMS + "source_kind"))) == "unnamed"
    assert (URIRef(urn("article", "a01")), PROV.hadMember, said("a01")) in found
    assert (said("a01"), PROV.specializationOf, URIRef(urn("claim", "clm_1"))) in found


def test_an_origin_is_the_primary_source_of_who_has_it_from_there():
    found = graph(held())
    assert set(found.subject_objects(PROV.hadPrimarySource)) == {(said("a01"), said("s09"))}


def test_what_one_mouth_says_under_two_descriptions_is_alternate():
    assert (said("s09"), PROV.alternateOf, said("s10")) in graph(held())


def test_quoted_words_are_a_quotation():
    story = Story()
    wire = story.article("Fjord Wire", "2031-05-02T08:10:00Z", "“The dam is cracked”, an engineer said.")
    engineer = story.source("an engineer")
    story.edge(wire, engineer, EdgeKind.QUOTES)
    origin = Origin(node=engineer, name="an engineer", kind=SourceKind.UNNAMED)
    found = graph(held(story.trace([origin]), story.articles))
    assert (said("a01"), PROV.wasQuotedFrom, said(engineer)) in found
    assert (said("a01"), PROV.hadPrimarySource, said(engineer)) in found


def test_a_denial_derives_no_statement_of_the_claim():
    found = graph(held())
    denial = said("s12", "denies")
    assert set(found.subjects(PROV.wasDerivedFrom, denial)) == {URIRef(urn("article", "a07"))}
    assert (denial, PROV.specializationOf, None) not in found
    assert (None, PROV.wasInvalidatedBy, None) not in found


def test_only_a_retraction_invalidates_a_statement():
    trace, articles = dam()
    first, *others = trace.graph.carriers
    taken_back = replace(first, takes_back=trace.graph.edges[0].evidence)
    spoilt = replace(trace, graph=replace(trace.graph, carriers=(taken_back, *others)))
    found = graph(held(spoilt, articles))
    ((statement, retraction),) = found.subject_objects(PROV.wasInvalidatedBy)
    assert statement == said("a01")
    (outlet,) = found.objects(retraction, PROV.wasAssociatedWith)
    assert str(found.value(outlet, RDFS.label)) == "Fjord Wire"


@pytest.mark.parametrize(
    ("article", "published"),
    [
        pytest.param("a01", "2031-05-02T08:10:00+00:00", id="a time with a zone"),
        pytest.param("a03", None, id="a bare day is no moment"),
        pytest.param("a05", None, id="a time without a zone is no moment"),
    ],
)
def test_a_time_is_given_only_where_it_is_known(article, published):
    found = graph(held())
    (generation,) = list(found.objects(URIRef(urn("article", article)), PROV.qualifiedGeneration)) or [None]
    time = found.value(generation, PROV.atTime) if generation else None
    assert (time and str(time)) == published


def test_a_document_is_an_entity_that_holds_its_statement():
    story = Story()
    wire = story.article("Fjord Wire", "2031-05-02", "The dam is cracked, a report says.")
    report = story.source("a report of the water board", SourceKind.DOCUMENT)
    story.edge(wire, report)
    found = graph(held(story.trace([]), story.articles))
    assert (URIRef(urn("source", report)), PROV.hadMember, said(report)) in found
    assert (said(report), PROV.wasAttributedTo, None) not in found


def test_every_term_of_prov_is_in_its_vocabulary():
    terms = {term for triple in graph(held()) for term in triple[1:] if str(term).startswith(str(PROV))}
    assert len(terms) > 12
    assert [term for term in terms if str(term).removeprefix(str(PROV)) not in PROV] == []


def test_the_same_is_written_twice():
    assert "".join(prov_o(held())) == "".join(prov_o(held()))
    assert "".join(prov_json(held())) == "".join(prov_json(held()))


def test_no_claim_is_an_empty_document():
    assert document(Holding()).get_records() == []


@settings(max_examples=25, deadline=None)  # each example is written and parsed twice
@given(name=anything, text=anything)
def test_whatever_a_page_holds_both_forms_parse(name, text):
    trace, articles = dam()
    nodes = tuple(replace(one, name=name) for one in trace.graph.nodes)
    edges = tuple(replace(one, evidence=replace(one.evidence, text=text)) for one in trace.graph.edges)
    hostile = [replace(one, title=text, url=name) for one in articles]
    spoilt = held(replace(trace, graph=replace(trace.graph, nodes=nodes, edges=edges)), hostile)
    assert document(spoilt).get_records()
    assert len(graph(spoilt)) > 40
