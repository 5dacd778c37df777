"""Figures for experts: roots, chains without a common node, owners."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ondit.assess.flow import flow_of
from ondit.assess.independence import spread_of
from ondit.model.claim import Claim, Mention, Voice
from ondit.model.provenance import Carrier, Edge, EdgeKind, Evidence, Node, ProvenanceGraph, Stance
from ondit.model.source import SourceKind
from ondit.model.span import Span
from story import read_story

ONE_PAGE = """
    hub @Northwire
        Ann Hale: P
        Bo Lind: P
        Cy Moss: P
    a1 @Post
        @Northwire: P
    a2 @Echo
        @Northwire: P
"""


@pytest.mark.parametrize(
    ("notation", "roots", "paths"),
    [
        pytest.param("a1 @Post\n    a source: P", 1, 1, id="one root and one carrier"),
        pytest.param(ONE_PAGE, 3, 1, id="three roots behind one page"),
        pytest.param(
            "a1 @Post\n    Ann Hale: P\na2 @Echo\n    Bo Lind: P",
            2,
            2,
            id="two chains with nothing in common",
        ),
        pytest.param(
            "a1 @Post\n    Ann Hale: P\n    Bo Lind: P", 2, 1, id="a carrier is a page that chains share"
        ),
        pytest.param(
            "a1 @Post\n    P | has learned\na2 @Echo\n    Bo Lind: P", 2, 2, id="own knowledge is a chain"
        ),
        pytest.param(
            "a1 @Post\n    Ann Hale of #Port: P\na2 @Echo\n    #Port: P", 1, 1, id="one mouth is one root"
        ),
        pytest.param(
            "a1 @Post\n    @Echo: P\na2 @Echo\n    @Post: P\na3 @Tribune\n    Ann Hale: P",
            2,
            2,
            id="a circle is one root",
        ),
        pytest.param("a1 @Post\n    not P", 0, 0, id="nobody puts it forward"),
    ],
)
def test_roots_and_chains_without_a_common_node(notation, roots, paths):
    spread = read_story(notation).answer().spread
    assert (spread.roots, spread.disjoint_paths, len(spread.passes)) == (roots, paths, paths)


def test_all_chains_run_through_the_page_that_is_named():
    assert read_story(ONE_PAGE).answer().spread.passes == ("hub",)


@pytest.mark.parametrize(
    ("notation", "owners"),
    [
        pytest.param(
            "a1 @Post [Kestrel]\n    P | has learned\na2 @Echo [Kestrel]\n    P | has learned",
            1,
            id="two outlets of one owner",
        ),
        pytest.param(
            "a1 @Post [Kestrel]\n    a source: P\na2 @Echo [Orla]\n    a clerk: P", 2, id="of two owners"
        ),
        pytest.param(
            "a1 @Post [Kestrel]\n    Ann Hale: P\na2 @Echo [Orla]\n    Ann Hale: P\n    Bo Lind: P",
            2,
            id="whom two owners reach is in no one's hands",
        ),
    ],
)
def test_owners_are_the_hands_in_which_origins_are(notation, owners):
    assert read_story(notation).answer().spread.owners == owners


@st.composite
def graphs(draw):
    """Return a graph of a few carriers and persons with any edges among them."""
    count, persons = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    articles = [f"a{place}" for place in range(count)]
    names = [*articles, *(f"p{place}" for place in range(persons))]
    pairs = [(one, other) for one in articles for other in names if one != other]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=8)) if pairs else []
    proof = Evidence(article_id="a0", span=None, text="said")
    return ProvenanceGraph(
        claim=Claim(
            id="clm",
            text="P",
            mentions=tuple(
                Mention(id=f"m{one}", article_id=one, spans=(Span(0, 1),), text="P", sentence=0)
                for one in articles
            ),
        ),
        nodes=tuple(
            Node(
                id=one,
                name=one,
                article_id=one if one in articles else None,
                source_kind=SourceKind.OUTLET if one in articles else SourceKind.PERSON,
            )
            for one in names
        ),
        edges=tuple(
            Edge(taker=one, giver=other, kind=EdgeKind.CITES, stance=Stance.SUPPORTS, evidence=proof)
            for one, other in chosen
        ),
        carriers=tuple(Carrier(article_id=one, outlet=one, voice=Voice.ASSERTED) for one in articles),
    )


@given(graphs())
@settings(deadline=None)
def test_no_smaller_set_of_nodes_cuts_all_carriers_off(graph):
    flow = flow_of(graph, Stance.SUPPORTS)
    spread = spread_of(graph, flow, ())
    first = {node: end.nodes[0] for end in flow.ends for node in end.nodes}
    network = nx.DiGraph()
    carriers = {first.get(one, one) for one in graph.claim.supporters}
    network.add_nodes_from(carriers)
    network.add_edges_from(
        (first.get(giver, giver), first.get(taker, taker))
        for taker, givers in flow.givers.items()
        for giver in givers
    )
    roots = {end.nodes[0] for end in flow.ends}

    def cuts(chosen):
        left = network.subgraph(set(network) - set(chosen))
        return not any(root in left and carriers & {root, *nx.descendants(left, root)} for root in roots)

    smallest = next(
        size
        for size in range(len(network) + 1)
        if any(cuts(chosen) for chosen in combinations(sorted(network), size))
    )
    assert cuts(spread.passes)
    assert spread.disjoint_paths == smallest
