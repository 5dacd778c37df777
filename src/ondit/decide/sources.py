"""What an analyst decided of sources: one mouth or two, an origin, who an unnamed one is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ondit.model.decision import Decision, DecisionKind, SourceVerdict
from ondit.model.provenance import Node, ProvenanceGraph
from ondit.model.source import NAMELESS, SourceKind
from ondit.text.fold import fold


def verdicts_of(decisions: Iterable[Decision], graph: ProvenanceGraph) -> tuple[SourceVerdict, ...]:
    """Return which sources are decided to be one, and which two.

    Sources bound to one person are one, and so is a source of the graph that bears his name. That an unnamed
    source is a named person only `bind` can say, which exports leave out: from a `same-source`, wherever it
    came from, it is not taken.
    """
    kinds = {name: node.source_kind for node in graph.nodes for name in (node.id, *node.spellings)}
    persons = {fold(node.name): node.id for node in graph.nodes if node.source_kind is SourceKind.PERSON}
    return tuple(_verdicts(decisions, kinds, persons))


def obey_in_graph(graph: ProvenanceGraph, decisions: Sequence[Decision]) -> ProvenanceGraph:
    """Return a graph in which sources marked as origins say so and bound ones bear their name.

    Hand in the decisions `without_names` to keep unnamed sources unnamed.
    """
    origins = {one.one: one.told for one in decisions if one.kind is DecisionKind.ORIGIN}
    bound = {one.one: one.name for one in decisions if one.kind is DecisionKind.BIND}
    if not origins and not bound:
        return graph
    return replace(graph, nodes=tuple(_decided(node, origins, bound) for node in graph.nodes))


def _verdicts(
    decisions: Iterable[Decision], kinds: Mapping[str, SourceKind | None], persons: Mapping[str, str]
) -> Iterator[SourceVerdict]:
    bound = dict(persons)
    for one in decisions:
        if one.kind is DecisionKind.BIND:
            first = bound.setdefault(fold(one.name), one.one)
            if first != one.one:
                yield SourceVerdict(one=first, other=one.one, same=True, why=one.told)
        elif one.kind is DecisionKind.DIFFERENT_SOURCE:
            yield SourceVerdict(one=one.one, other=one.other, same=False, why=one.told)
        elif one.kind is DecisionKind.SAME_SOURCE:
            joined = {kinds.get(one.one), kinds.get(one.other)}
            if SourceKind.PERSON not in joined or not joined & NAMELESS:
                yield SourceVerdict(one=one.one, other=one.other, same=True, why=one.told)


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
