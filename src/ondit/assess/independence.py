"""The range: at least and at most how many independent origins stand behind a claim; and beside it, for
experts, how the claim has spread from them."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec
import networkx as nx
from networkx.algorithms.flow import boykov_kolmogorov

from ondit.assess.flow import End, Flow
from ondit.assess.sameness import Group, difference
from ondit.assess.witness import Witness
from ondit.model.decision import SourceVerdict
from ondit.model.provenance import IndependentOrigins, Node, ProvenanceGraph, Spread
from ondit.model.source import SourceKind

EXACT = 20
"""Groups up to which the largest set of different ones is searched exactly (MODEL.md); above, a greedy search
gives a lower bound, which keeps *at least* true."""


_IN, _OUT = "in", "out"
_ROOTS, _CARRIERS = ("", "roots"), ("", "carriers")
"""The two halves of a node and the two outer nodes of the network in which a cut is looked for."""


class Range(msgspec.Struct, frozen=True, kw_only=True):
    """A range with the groups that make it: `different` is the largest set of groups that are pairwise
    different, `reasons` why."""

    at_least: int
    at_most: int
    different: tuple[Group, ...] = ()
    reasons: tuple[str, ...] = ()


def places_of(ends: Sequence[End], nodes: Mapping[str, Node], verdicts: Sequence[SourceVerdict]) -> int:
    """Return at how many places chains end that no evidence and no decision joins: an outlet counts once,
    however many pages lead to it."""
    places = nx.Graph()
    for end in ends:
        first = nodes[end.nodes[0]]
        places.add_node(first.outlet_id or first.id)
        places.add_edges_from((first.outlet_id or first.id, name) for name in first.names)
    joined = ((one.one, one.other) for one in verdicts if one.same)
    places.add_edges_from((one, other) for one, other in joined if one in places and other in places)
    return sum(1 for _ in nx.connected_components(places))


def range_of(groups: Sequence[Group], places: int) -> Range:
    """Return the range that groups of origins give; where there are none, the one that unresolved ends at
    that many places give: at least one origin, and at most as many as there are places."""
    if not groups:
        return Range(at_least=min(1, places), at_most=places)
    different, reasons = largest_different(groups)
    return Range(at_least=len(different), at_most=len(groups), different=different, reasons=reasons)


def largest_different(groups: Sequence[Group]) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """Return the largest set of groups that are pairwise different, and the reasons; of several such sets the
    first in the order of the groups. At least one group where there is any."""
    reasons = {}
    marks = [group.marks for group in groups]
    for left, right in combinations(range(len(groups)), 2):
        (knows, role, apart), (other_knows, other_role, other_apart) = marks[left], marks[right]
        can_differ = (knows and other_knows) or (role and other_role) or apart or other_apart
        if can_differ and (reason := difference(groups[left], groups[right])):
            reasons[left, right] = reason
    chosen = _exact(len(groups), reasons) if len(groups) <= EXACT else _greedy(len(groups), reasons)
    why = [reasons[pair] for pair in combinations(chosen, 2)]
    return tuple(groups[place] for place in chosen), tuple(why)


def _exact(count: int, pairs: Mapping[tuple[int, int], str]) -> list[int]:
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(pairs)
    cliques = (sorted(clique) for clique in nx.find_cliques(graph))
    return min(cliques, key=lambda clique: (-len(clique), clique), default=[])


def _greedy(count: int, pairs: Mapping[tuple[int, int], str]) -> list[int]:
    """Take the groups that differ from most others first, as long as they differ from all taken."""
    degree = [0] * count
    for left, right in pairs:
        degree[left] += 1
        degree[right] += 1
    taken: list[int] = []
    for place in sorted(range(count), key=lambda one: (-degree[one], one)):
        if all((min(place, one), max(place, one)) in pairs for one in taken):
            taken.append(place)
    return sorted(taken)


def widened(sure: Range, all_in: Range, ends: int, why: Sequence[str]) -> IndependentOrigins:
    """Return the range that holds both the one with inferred edges and the one without; `why` are its
    reasons."""
    return IndependentOrigins(
        at_least=min(sure.at_least, all_in.at_least),
        at_most=max(sure.at_most, all_in.at_most),
        unresolved_ends=ends,
        why=tuple(why),
    )


def spread_of(graph: ProvenanceGraph, flow: Flow, groups: Sequence[Group]) -> Spread:
    """Return the figures of a claim's spread along the chains as they count.

    Joined origins are one root, and so are the outlets of a circle. A carrier that speaks from own knowledge
    is a root and a chain by itself.
    """
    nodes = {node.id: node for node in graph.nodes}
    meant = _roots(flow, groups)
    roots = sorted(set(meant.values()))
    carriers = sorted(one for one in graph.claim.supporters if one in nodes)
    passes = _smallest_cut(roots, carriers, flow, meant)
    return Spread(
        carriers=len(carriers),
        roots=len(roots),
        disjoint_paths=len(passes),
        passes=passes,
        owners=len({hand for group in groups for hand in _hands(group.members, nodes)}),
    )


def _roots(flow: Flow, groups: Sequence[Group]) -> dict[str, str]:
    """Return, by node, the root that it is: the first node of its mouth, or of its unresolved end."""
    mouths = [[one.node.id for one in group.members] for group in groups]
    return {node: mouth[0] for mouth in (*mouths, *(end.nodes for end in flow.ends)) for node in mouth}


def _smallest_cut(
    roots: Sequence[str], carriers: Sequence[str], flow: Flow, meant: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the fewest nodes without which no chain leads from a root to a carrier.

    By Menger's theorem they are as many as chains without a common node. Each node is split into two with an
    edge of capacity 1 between them, so that the smallest cut of edges is one of nodes.
    """
    if len(roots) < 2:
        return tuple(roots)
    network = nx.DiGraph()
    for node in {meant.get(one, one) for one in (*flow.givers, *roots, *carriers)}:
        network.add_edge((node, _IN), (node, _OUT), capacity=1)
    for taker, givers in flow.givers.items():
        for giver in givers:
            above, below = meant.get(giver, giver), meant.get(taker, taker)
            if above != below:
                network.add_edge((above, _OUT), (below, _IN))
    network.add_edges_from((_ROOTS, (root, _IN)) for root in roots)
    network.add_edges_from(((meant.get(one, one), _OUT), _CARRIERS) for one in carriers)
    _, (above, _) = nx.minimum_cut(network, _ROOTS, _CARRIERS, flow_func=boykov_kolmogorov)
    return tuple(sorted(node for node, side in above if side == _IN and (node, _OUT) not in above))


def _hands(members: Sequence[Witness], nodes: Mapping[str, Node]) -> set[str]:
    """Return in whose hands an origin is: one owner, or the origin itself."""
    owners: dict[str, str] = {}
    for node in nodes.values():
        if node.outlet_id:
            owners[node.outlet_id] = node.owner or node.outlet_id
    outlets: set[str] = set()
    for one in members:
        own = one.node.outlet_id if one.node.source_kind is SourceKind.OUTLET else None
        outlets |= {own} if own else one.through
    found = {owners.get(outlet, outlet) for outlet in outlets}
    return found if len(found) == 1 else {members[0].node.id}
