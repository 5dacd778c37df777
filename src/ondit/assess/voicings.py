"""Who denies the claim, and who confirms it from own knowledge."""

from collections.abc import Iterable, Mapping, Sequence

from ondit.assess.flow import Flow, reached
from ondit.assess.sameness import Group
from ondit.assess.witness import Witness
from ondit.model.attribution import Polarity
from ondit.model.provenance import Edge, Evidence, Node, ProvenanceGraph, Stance, Voicing
from ondit.model.reading import Reading
from ondit.model.source import SourceKind
from ondit.text.fold import fold


def denials_of(graph: ProvenanceGraph, readings: Mapping[str, Reading]) -> tuple[Voicing, ...]:
    """Return who denies the claim, each once, with the articles that carry the denial.

    A chain of a denial counts for its innermost denier, as each article tells it; an outlet of which any
    article tells whose denial it carries only passes that on. An unnamed spokesman denies for his body. An
    article that denies in its own voice, and carries nobody else's denial, is its outlet's denial.
    """
    nodes = {node.id: node for node in graph.nodes}
    edges = [edge for edge in graph.edges if edge.stance is Stance.DENIES]
    relaying = {(edge.evidence.article_id, edge.taker) for edge in edges}
    passing = {edge.taker for edge in edges if _passes_on(nodes[edge.taker])}
    found: dict[str, list[Edge]] = {}
    names: dict[str, set[str]] = {}
    for edge in edges:
        is_inner = (edge.evidence.article_id, edge.giver) not in relaying and edge.giver not in passing
        if is_inner and not nodes[edge.giver].is_article and not nodes[edge.giver].is_relay:
            name = _denier(edge, nodes, readings)
            found.setdefault(fold(name), []).append(edge)
            names.setdefault(fold(name), set()).add(name)
    voicings = [_voicing(_plain(names[one]), proofs, edges, nodes) for one, proofs in found.items()]
    voicings.extend(_own_denials(graph, readings, {edge.taker for edge in edges}))
    return tuple(sorted(voicings, key=lambda one: (-len(one.articles), one.name, one.articles)))


def _plain(names: Iterable[str]) -> str:
    """Return how a denier is called: as inside a sentence rather than at its head."""
    return min(names, key=lambda name: (not name[:1].islower(), name))


def _denier(edge: Edge, nodes: Mapping[str, Node], readings: Mapping[str, Reading]) -> str:
    node = nodes[edge.giver]
    if node.source_kind is SourceKind.UNNAMED and node.speaks_for:
        reading = readings.get(edge.evidence.article_id)
        body = reading.source(node.speaks_for) if reading else None
        if body:
            return body.name
    return node.name


def _voicing(name: str, proofs: Sequence[Edge], edges: Iterable[Edge], nodes: Mapping[str, Node]) -> Voicing:
    """Return a denial with all articles that carry it: those that prove it, and those that have it from
    one of these."""
    takers: dict[str, set[str]] = {}
    for edge in edges:
        if _passes_on(nodes[edge.giver]):
            takers.setdefault(edge.giver, set()).add(edge.taker)
    telling = {edge.evidence.article_id for edge in proofs} | {edge.taker for edge in proofs}
    articles = {node for node in reached(telling, takers) if node in nodes and nodes[node].is_article}
    return Voicing(name=name, articles=tuple(sorted(articles)), evidence=proofs[0].evidence)


def _passes_on(node: Node) -> bool:
    return node.is_article or node.source_kind is SourceKind.OUTLET


def _own_denials(
    graph: ProvenanceGraph, readings: Mapping[str, Reading], relaying: set[str]
) -> Iterable[Voicing]:
    own: dict[str, list[Evidence]] = {}
    nodes = {node.id: node for node in graph.nodes}
    for mention in graph.claim.mentions if graph.claim.deniers else ():
        article, reading = mention.article_id, readings.get(mention.article_id)
        if mention.polarity is Polarity.NEGATIVE and article not in relaying and reading and article in nodes:
            evidence = Evidence(
                article_id=article, span=mention.spans[0], text=reading.article.cut(mention.spans[0])
            )
            own.setdefault(nodes[article].name, []).append(evidence)
    for name, shown in own.items():
        articles = sorted({one.article_id for one in shown})
        yield Voicing(name=name, articles=tuple(articles), evidence=shown[0])


def confirmations_of(groups: Sequence[Group], first: Sequence[str], flow: Flow) -> tuple[Voicing, ...]:
    """Return the named origins that confirm, from own knowledge, what somebody else had claimed.

    These are the named ones that the first articles of the collection do not lead to; where there is one
    origin only, nobody confirms.
    """
    if len(groups) < 2:
        return ()
    led_to = reached(first, flow.givers)
    voicings = []
    for group in groups:
        named = [one for one in group.members if not one.is_described and one.evidence]
        if named and not any(one.node.id in led_to for one in group.members):
            articles = sorted({article for one in named for article in one.articles})
            first_named = min(named, key=_person_first)
            voicings.append(
                Voicing(
                    name=first_named.node.name, articles=tuple(articles), evidence=first_named.evidence[0]
                )
            )
    return tuple(sorted(voicings, key=lambda one: one.name))


def _person_first(witness: Witness) -> tuple[bool, str]:
    return witness.node.source_kind is not SourceKind.PERSON, witness.node.id
