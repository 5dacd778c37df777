"""The door of the room: a provenance graph and its readings become the answer to "who says so?"."""

from collections.abc import Iterator, Mapping, Sequence

from ondit.assess.case import Case
from ondit.assess.chronology import first_in_collection, undated
from ondit.assess.findings import findings_of
from ondit.assess.findings.not_resolved import imitations_of
from ondit.assess.flow import CIRCLE, NOBODY, RELAY, UNCOLLECTED, End, Flow, flow_of
from ondit.assess.independence import places_of, range_of, spread_of, widened
from ondit.assess.origins import origins_of, told_first
from ondit.assess.reasons import reasons_of
from ondit.assess.sameness import Group, difference, groups_of
from ondit.assess.voicings import confirmations_of, denials_of
from ondit.assess.witness import Ground, ground_of, witnesses_of
from ondit.model.decision import SourceVerdict
from ondit.model.provenance import (
    IndependentOrigins,
    Node,
    ProvenanceGraph,
    Stance,
    Trace,
    Unresolved,
)
from ondit.model.reading import Reading

MOST_PAIRS = 10
"""Pairs of origins of unknown relation that are listed one by one; beyond that the list says nothing more."""

WOULD_SETTLE = {
    UNCOLLECTED: "collect the article of {name} that is cited",
    RELAY: "find out which reports “{name}” are",
    NOBODY: "ask {name} where it has the claim from, or find the page that it follows",
    CIRCLE: "find a page of {name} that names a source outside the circle",
}


def assess(
    graph: ProvenanceGraph, readings: Mapping[str, Reading], verdicts: Sequence[SourceVerdict] = ()
) -> Trace:
    """Return the origins behind a claim, their range, and the findings, by MODEL.md's rules.

    `readings` are those the graph was traced from, by article id, `verdicts` what an analyst decided of its
    sources. The answer depends on these, the graph and the carriers' readings only.
    """
    ground = ground_of(graph, readings)
    flow = flow_of(graph, Stance.SUPPORTS)
    groups = told_first(groups_of(witnesses_of(ground, flow, Stance.SUPPORTS), verdicts), ground)
    found = _range(ground, flow, groups, verdicts)
    first = first_in_collection(graph, flow)
    case = Case(
        graph=graph,
        readings=readings,
        nodes={node.id: node for node in graph.nodes},
        carriers={carrier.article_id: carrier for carrier in graph.carriers},
        flow=flow,
        groups=groups,
        range=found,
        denials=denials_of(graph, readings),
        confirmations=confirmations_of(groups, first, flow),
    )
    return Trace(
        graph=graph,
        origins=tuple(origins_of(ground, flow, groups, verdicts)),
        independent_origins=found,
        first_in_collection=first,
        denials=case.denials,
        confirmations=case.confirmations,
        findings=findings_of(case),
        spread=spread_of(graph, flow, groups),
        unresolved=(*_unresolved(graph, flow, groups), *_unresolved_likeness(case)),
    )


def _range(
    ground: Ground, flow: Flow, groups: Sequence[Group], verdicts: Sequence[SourceVerdict]
) -> IndependentOrigins:
    """Return the range, computed with the inferred edges and without them."""
    all_in = sure = range_of(groups, places_of(flow.ends, ground.nodes, verdicts))
    if any(edge.inferred for edge in ground.graph.edges):
        bare = flow_of(ground.graph, Stance.SUPPORTS, inferred=False)
        bare_groups = groups_of(witnesses_of(ground, bare, Stance.SUPPORTS), verdicts)
        sure = range_of(bare_groups, places_of(bare.ends, ground.nodes, verdicts))
    why = reasons_of(sure, all_in, groups, flow, ground.nodes)
    return widened(sure, all_in, len(flow.ends), why)


def _unresolved(graph: ProvenanceGraph, flow: Flow, groups: Sequence[Group]) -> Iterator[Unresolved]:
    """Yield what could not be settled: chains that end short, origins that may be one, undated pages."""
    nodes = {node.id: node for node in graph.nodes}
    for end in flow.ends:
        yield _unresolved_end(end, nodes)
    unknown = (
        (one.members[0].node.name, other.members[0].node.name)
        for place, one in enumerate(groups[: MOST_PAIRS + 1])
        for other in groups[place + 1 : MOST_PAIRS + 1]
        if not difference(one, other)
    )
    for _, (one, other) in zip(range(MOST_PAIRS), unknown, strict=False):
        what = f"whether “{one}” and “{other}” are one origin"
        yield Unresolved(
            what=what, would_settle=f"find a page that names or quotes both “{one}” and “{other}”"
        )
    for article in undated(graph):
        what = f"when {nodes[article].name} published {article}"
        yield Unresolved(what=what, would_settle=f"find a dated capture of {article}")


def _unresolved_likeness(case: Case) -> Iterator[Unresolved]:
    for one in imitations_of(case):
        what = f"whether {one.name} is {one.original}: {one.why}"
        yield Unresolved(what=what, would_settle=f"find the same text on a page of {one.original} itself")


def _unresolved_end(end: End, nodes: Mapping[str, Node]) -> Unresolved:
    names = ", ".join(sorted({nodes[node].name for node in end.nodes}))
    what = f"a chain ends at {names}: {end.why}"
    return Unresolved(what=what, would_settle=WOULD_SETTLE[end.why].format(name=names))
