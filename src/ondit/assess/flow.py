"""The graph as it counts: where the chains of a stance end."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
import networkx as nx

from ondit.model.provenance import Edge, EdgeKind, Node, ProvenanceGraph, Stance
from ondit.model.source import SourceKind


class End(msgspec.Struct, frozen=True):
    """A chain's unresolved end: one node, or the several of a circle. `why` is one of the reasons below."""

    nodes: tuple[str, ...]
    why: str


UNCOLLECTED = "not in this collection"
RELAY = "a vague relay"
NOBODY = "names nobody"
CIRCLE = "a circle"


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """Where the chains of one stance end.

    `circles` are outlets that have it from one another; a person or body among them is where the circle
    ends. `takers` and `givers` are the edges as they count, by node: without copied text's own sources, and
    with the sources of a republished page hanging on the outlet that it credits.
    """

    origins: tuple[str, ...]
    ends: tuple[End, ...]
    circles: tuple[tuple[str, ...], ...]
    takers: Mapping[str, tuple[str, ...]]
    givers: Mapping[str, tuple[str, ...]]


def flow_of(graph: ProvenanceGraph, stance: Stance, *, inferred: bool = True) -> Flow:
    """Return where the chains of a stance end; `inferred` tells whether inferred edges count."""
    nodes = {node.id: node for node in graph.nodes}
    edges = [edge for edge in graph.edges if edge.stance is stance]
    starts = graph.claim.supporters if stance is Stance.SUPPORTS else graph.claim.deniers
    counted, copied = _counted(edges, inferred)
    silent = copied | {carrier.article_id for carrier in graph.carriers if carrier.takes_back}
    network = nx.DiGraph()
    network.add_nodes_from(node.id for node in graph.nodes if node.id in starts)
    network.add_edges_from(counted)
    knowing = _knowing(graph, edges) if stance is Stance.SUPPORTS else set()
    marked = {node.id for node in graph.nodes if node.marked_origin and stance is Stance.SUPPORTS}
    origins: list[str] = []
    ends: list[End] = []
    circles: list[tuple[str, ...]] = []
    for component in nx.strongly_connected_components(network):
        members = tuple(sorted(component))
        if sum(nodes[one].source_kind is SourceKind.OUTLET for one in members) > 1:
            circles.append(members)
        is_end = all(giver in component for member in members for giver in network.successors(member))
        knowers = [
            one
            for one in members
            if one in marked or (one in knowing and (is_end or _is_witness(one, network, nodes)))
        ]
        origins.extend(knowers)
        if is_end and not knowers and not component & silent:
            able = [one for one in members if _could_know(nodes[one])]
            origins.extend(able)
            if not able:
                ends.append(End(members, _why_unresolved(members, nodes)))
    return Flow(
        origins=tuple(sorted(origins)),
        ends=tuple(sorted(ends, key=lambda end: end.nodes)),
        circles=tuple(sorted(circles)),
        takers={node: tuple(sorted(network.predecessors(node))) for node in network},
        givers={node: tuple(sorted(network.successors(node))) for node in network},
    )


def reached(starts: Iterable[str], steps: Mapping[str, Collection[str]]) -> set[str]:
    """Return the nodes that some steps lead to from the given ones, these included."""
    seen = set(starts)
    stack = list(seen)
    while stack:
        new = set(steps.get(stack.pop(), ())) - seen
        seen |= new
        stack.extend(new)
    return seen


def _counted(edges: Sequence[Edge], inferred: bool) -> tuple[list[tuple[str, str]], set[str]]:
    """Return the edges as they count, and the articles whose sources are those of an earlier text.

    Sources named in copied text are the earlier article's, which has them itself; where the copy is inferred
    and inferred edges do not count, they are the copier's own. A page that credits v is v's text: what it
    cites, v cites.
    """
    unsure = {edge.taker for edge in edges if edge.kind is EdgeKind.COPIES and edge.inferred}
    live = set() if inferred else unsure
    republished: dict[str, list[str]] = {}
    for edge in edges:
        if edge.kind is EdgeKind.REPUBLISHES:
            republished.setdefault(edge.taker, []).append(edge.giver)
    counted: set[tuple[str, str]] = set()
    copied: set[str] = set()
    for edge in edges:
        if edge.inferred and not inferred:
            continue
        if edge.via_copy and edge.evidence.article_id not in live:
            copied.add(edge.evidence.article_id)
        elif edge.kind in (EdgeKind.REPUBLISHES, EdgeKind.COPIES):
            counted.add((edge.taker, edge.giver))
        else:
            counted.update((taker, edge.giver) for taker in republished.get(edge.taker, [edge.taker]))
    return sorted((taker, giver) for taker, giver in counted if taker != giver), copied


def _knowing(graph: ProvenanceGraph, edges: Sequence[Edge]) -> set[str]:
    """Return the articles and outlets that speak from their own knowledge.

    What a republished page says of its own knowledge ("our correspondent") the credited outlet says.
    """
    republished: dict[str, set[str]] = {}
    for edge in edges:
        if edge.kind is EdgeKind.REPUBLISHES:
            republished.setdefault(edge.taker, set()).add(edge.giver)
    knowing = {node.id for node in graph.nodes if node.found_it}
    for carrier in graph.carriers:
        if carrier.speaks_from_knowledge:
            knowing |= republished.get(carrier.article_id, {carrier.article_id})
    return knowing


def _is_witness(node: str, network: nx.DiGraph, nodes: Mapping[str, Node]) -> bool:
    """Tell whether an article that cites others knows beside them: all it cites are outlets and relays.

    Where it names a person, a body or "a source", that is how it knows.
    """
    if not nodes[node].is_article:
        return False
    given = [nodes[giver] for giver in network.successors(node)]
    return all(giver.source_kind is SourceKind.OUTLET or giver.is_relay for giver in given)


def _could_know(node: Node) -> bool:
    """Tell whether a node is a source that could know, rather than one that passes on."""
    return node.source_kind is not SourceKind.OUTLET and not node.is_relay


def _why_unresolved(members: Sequence[str], nodes: Mapping[str, Node]) -> str:
    """Return why an end of nodes that only pass on is unresolved."""
    if len(members) > 1:
        return CIRCLE
    node = nodes[members[0]]
    if node.is_article:
        return NOBODY
    return RELAY if node.is_relay else UNCOLLECTED
