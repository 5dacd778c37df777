"""The range: at least and at most how many independent origins stand behind a claim."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec
import networkx as nx

from ondit.assess.flow import End
from ondit.assess.sameness import Group, difference
from ondit.model.decision import SourceVerdict
from ondit.model.provenance import IndependentOrigins, Node

EXACT = 20
"""Groups up to which the largest set of different ones is searched exactly (MODEL.md); above, a greedy search
gives a lower bound, which keeps *at least* true."""


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
