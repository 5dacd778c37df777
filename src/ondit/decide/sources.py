"""What an analyst decided of sources: one mouth or two, an origin, who an unnamed one is."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ondit.model.decision import Decision, DecisionKind, SourceVerdict
from ondit.model.provenance import Node, ProvenanceGraph
from ondit.model.source import SourceKind
from ondit.text.fold import fold


def verdicts_of(decisions: Iterable[Decision], graph: ProvenanceGraph) -> tuple[SourceVerdict, ...]:
    """Return which sources are decided to be one, and which two.

    Sources bound to one person are one, and so is a source of the graph that bears his name.
    """
    persons = {fold(one.name): one.id for one in graph.nodes if one.source_kind is SourceKind.PERSON}
    return tuple(_verdicts(decisions, persons))


def obey_in_graph(graph: ProvenanceGraph, decisions: Sequence[Decision]) -> ProvenanceGraph:
    """Return a graph in which sources marked as origins say so and bound ones bear their name.

    Hand in the decisions `without_names` to keep unnamed sources unnamed.
    """
    origins = {one.one: told(one) for one in decisions if one.kind is DecisionKind.ORIGIN}
    bound = {one.one: one.name for one in decisions if one.kind is DecisionKind.BIND}
    if not origins and not bound:
        return graph
    return replace(graph, nodes=tuple(_decided(node, origins, bound) for node in graph.nodes))


def told(decision: Decision) -> str:
    """Return who decided and why, in words that follow a verb."""
    return f"{decision.who} decided: {decision.reason}" if decision.reason else f"{decision.who} decided"


def _verdicts(decisions: Iterable[Decision], bound: dict[str, str]) -> Iterator[SourceVerdict]:
    for one in decisions:
        if one.kind in (DecisionKind.SAME_SOURCE, DecisionKind.DIFFERENT_SOURCE):
            same = one.kind is DecisionKind.SAME_SOURCE
            yield SourceVerdict(one=one.one, other=one.other, same=same, why=told(one))
        elif one.kind is DecisionKind.BIND:
            first = bound.setdefault(fold(one.name), one.one)
            if first != one.one:
                yield SourceVerdict(one=first, other=one.one, same=True, why=told(one))


def _decided(node: Node, origins: dict[str, str], bound: dict[str, str]) -> Node:
    ids = (node.id, *node.spellings)
    origin = next((origins[one] for one in ids if one in origins), "")
    name = next((bound[one] for one in ids if one in bound), "")
    if origin:
        node = replace(node, marked_origin=origin)
    if name:
        wordings = tuple(sorted({*node.mentions, node.name}))
        node = replace(node, name=name, source_kind=SourceKind.PERSON, mentions=wordings)
    return node
