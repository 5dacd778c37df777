"""GraphML: networkx reads the graph back, whatever stands in names and texts."""

import io

import networkx as nx
from hypothesis import given
from lxml import etree
from msgspec.structs import replace

from ondit.model.listing import Holding
from ondit.present.exchange.graphml import graph
from present.builder import dam
from present.exchange.held import anything, held


def exported(holding) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO("".join(graph(holding)).encode()), force_multigraph=True)


def test_articles_sources_and_claims_are_nodes():
    found = exported(held())
    kinds = [kind for _, kind in found.nodes(data="kind")]
    assert (kinds.count("article"), kinds.count("source"), kinds.count("claim")) == (8, 4, 1)
    assert found.nodes["a01"]["title"] == "Crack in Halden dam, engineer says"
    assert found.nodes["s09"] == {
        "kind": "source",
        "name": "an engineer at the site",
        "source_kind": "unnamed",
    }
    assert found.nodes["clm_1"]["at_most"] == 1


def test_an_edge_leads_from_taker_to_giver_with_its_proof():
    found = exported(held())
    (copy,) = found["a04"]["a02"].values()
    assert (copy["kind"], copy["inferred"], copy["claim"]) == ("copies", True, "clm_1")
    assert copy["evidence"] == "The dam is cracked over 40 metres, an engineer told Fjord Wire."


def test_an_article_carries_the_claim_in_a_voice_and_an_origin_leads_to_it():
    found = exported(held())
    (carries,) = found["a07"]["clm_1"].values()
    assert (carries["kind"], carries["voice"]) == ("carries", "denied")
    origins = [u for u, v, kind in found.edges(data="kind") if kind == "is origin of"]
    assert sorted(origins) == ["s09", "s10"]


def test_an_article_that_carries_two_claims_is_one_node():
    trace, articles = dam()
    other = replace(trace, graph=replace(trace.graph, claim=replace(trace.graph.claim, id="clm_2")))
    found = exported(Holding(traced=(*held(trace, articles).traced, *held(other, articles).traced)))
    assert found.number_of_nodes() == 8 + 4 + 2
    assert found.number_of_edges("a04", "a02") == 2


def test_no_claim_is_an_empty_graph():
    assert len(exported(Holding())) == 0


@given(name=anything, text=anything)
def test_whatever_a_page_holds_it_is_well_formed(name, text):
    trace, articles = dam()
    nodes = tuple(replace(one, name=name) for one in trace.graph.nodes)
    edges = tuple(replace(one, evidence=replace(one.evidence, text=text)) for one in trace.graph.edges)
    hostile = [replace(one, title=text, url=name, language=text) for one in articles]
    spoilt = replace(trace, graph=replace(trace.graph, nodes=nodes, edges=edges))
    written = "".join(graph(held(spoilt, hostile))).encode()
    etree.fromstring(written)
    assert exported(held(spoilt, hostile)).number_of_nodes() == 13
