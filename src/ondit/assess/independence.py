"""The range: at least and at most how many independent origins stand behind a claim."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec
import networkx as nx

from ondit.assess.flow import End
from ondit.assess.sameness import Group, difference
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


def range_of(groups: Sequence[Group], ends: Sequence[End], nodes: Mapping[str, Node]) -> Range:
    """Return the range that groups of origins give; where there are none, the one that the ends give.

    Nothing but unresolved ends is at least one origin, and at most as many as no evidence joins: an outlet
    counts once, however many pages lead to it.
    """
    if not groups:
        places = {nodes[end.nodes[0]].outlet_id or end.nodes[0] for end in ends}
        return Range(at_least=min(1, len(places)), at_most=len(places))
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
