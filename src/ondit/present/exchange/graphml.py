"""GraphML: who has it from whom, for network programs.

Source: U. Brandes et al., "GraphML Progress Report", 2002; http://graphml.graphdrawing.org.
"""

from collections.abc import Iterator
from typing import Any

from ondit.model.listing import Holding, TracedClaim
from ondit.model.provenance import Carrier, Edge, Node
from ondit.present.exchange.identifiers import parts_of, urn
from ondit.present.visible import visible


def graph(holding: Holding) -> Iterator[str]:
    """Yield one directed graph: articles, sources and claims of the traced claims of a holding.

    An edge from taker to giver is of one claim, which it names; one of kind "carries" leads from an article
    to a claim. What XML cannot hold is shown as pictures and numbers, as on a page.
    """
    import networkx as nx

    found = nx.MultiDiGraph()
    for traced in holding.traced:
        _add(found, traced)
    yield "<?xml version='1.0' encoding='utf-8'?>\n"
    for line in nx.generate_graphml(found, named_key_ids=True):
        yield line + "\n"


def _add(found: Any, traced: TracedClaim) -> None:
    """Add a trace to the graph. Of several claims, an article or source is one node."""
    provenance = traced.trace.graph
    claim = visible(provenance.claim.id)
    found.add_node(claim, kind="claim", name=visible(provenance.claim.text), **_range(traced))
    origins = {node for origin in traced.trace.origins for node in (origin.node, *origin.joined)}
    for node in provenance.nodes:
        found.add_node(visible(node.id), **_node(node, traced))
        if node.id in origins:
            found.add_edge(
                visible(node.id), claim, key=f"{claim} origin {visible(node.id)}", kind="is origin of"
            )
    for carrier in provenance.carriers:
        key = f"{claim} carries {visible(carrier.article_id)}"
        found.add_edge(visible(carrier.article_id), claim, key=key, **_carrying(carrier))
    for edge in provenance.edges:
        taker, giver = visible(edge.taker), visible(edge.giver)
        key = urn("edge", *parts_of(edge, provenance.claim))
        found.add_edge(taker, giver, key=key, claim=claim, **_edge(edge))


def _range(traced: TracedClaim) -> dict[str, int]:
    counted = traced.trace.independent_origins
    return {
        "at_least": counted.at_least,
        "at_most": counted.at_most,
        "unresolved_ends": counted.unresolved_ends,
    }


def _node(node: Node, traced: TracedClaim) -> dict[str, str]:
    article = traced.article(node.article_id)
    stated = {
        "kind": "article" if node.is_article else "source",
        "name": node.name,
        "source_kind": node.source_kind or "",
        "owner": node.owner or "",
        "title": article.title if article else "",
        "url": (article.url or "") if article else "",
        "published": (article.published or "") if article else "",
        "language": (article.language or "") if article else "",
    }
    return {key: visible(value) for key, value in stated.items() if value}


def _carrying(carrier: Carrier) -> dict[str, str]:
    return {"kind": "carries", "voice": str(carrier.voice)}


def _edge(edge: Edge) -> dict[str, str | bool]:
    return {
        "kind": str(edge.kind),
        "stance": str(edge.stance),
        "inferred": edge.inferred,
        "via_copy": edge.via_copy,
        "flags": visible(", ".join(edge.flags)),
        "evidence": visible(edge.evidence.text),
        "evidence_article": visible(edge.evidence.article_id),
    }
