"""All that the graph and the readings tell about one origin."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from ondit.assess.description import Description, describe
from ondit.assess.flow import Flow
from ondit.languages import lexicon_of
from ondit.model.attribution import Attribution, Manner
from ondit.model.provenance import Edge, Evidence, Node, ProvenanceGraph, Stance
from ondit.model.reading import Reading
from ondit.model.source import NAMELESS, SourceKind
from ondit.text.fold import fold
from ondit.text.phrases import find_phrases

BESIDE = 60
"""Code points between a source's words and a phrase ("independently confirmed") that is said of it."""


class Witness(msgspec.Struct, frozen=True, kw_only=True):
    """One origin with the evidence for telling it from others.

    `articles` hold the words that name it. `through` are the outlets by which it is reached, `beside` further
    outlets that the same articles give for the claim, empty where the text says that the source spoke to the
    article's own outlet. `separate_in` are articles that say that it does not repeat the others. `knows` is
    whether it is named and something shows that it speaks from own knowledge. `quotations` are its quoted
    words, folded. `houses` are the folded names of the body that it is or speaks for. `apart` are pairs of
    another origin's node and a sentence: by a decision they are two.
    """

    node: Node
    evidence: tuple[Evidence, ...]
    articles: frozenset[str]
    through: frozenset[str]
    beside: frozenset[str]
    separate_in: frozenset[str]
    knows: bool
    description: Description
    quotations: tuple[tuple[str, ...], ...]
    houses: frozenset[str] = frozenset()
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def is_described(self) -> bool:
        """Whether it is known by a description only."""
        return self.node.source_kind in NAMELESS

    @property
    def is_untitled(self) -> bool:
        """Whether it is a document known by a description only ("an internal memo")."""
        return self.node.source_kind is SourceKind.DOCUMENT and self.node.name[:1].islower()

    @property
    def bodies(self) -> frozenset[str]:
        """The body it is, or speaks for."""
        own = (
            {self.node.outlet_id or self.node.id}
            if self.node.source_kind is SourceKind.ORGANISATION
            else set()
        )
        return frozenset(own | ({self.node.speaks_for} if self.node.speaks_for else set()))


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What all questions about a graph start from: its nodes by id, and who said what in the carriers.

    `said` are the attributions by the id of their source, each with its reading; `participants` the folded
    names in the claim.
    """

    graph: ProvenanceGraph
    readings: Mapping[str, Reading]
    nodes: Mapping[str, Node]
    said: Mapping[str, tuple[tuple[Reading, Attribution], ...]]
    participants: frozenset[str]


def ground_of(graph: ProvenanceGraph, readings: Mapping[str, Reading]) -> Ground:
    """Return the ground of a graph; of the readings only those of its carriers count."""
    carrying = {
        one.article_id: readings[one.article_id] for one in graph.carriers if one.article_id in readings
    }
    said: dict[str, list[tuple[Reading, Attribution]]] = {}
    for reading in carrying.values():
        for attribution in reading.resolved.attributions:
            if attribution.source_id:
                said.setdefault(attribution.source_id, []).append((reading, attribution))
    return Ground(
        graph=graph,
        readings=carrying,
        nodes={node.id: node for node in graph.nodes},
        said={source: tuple(found) for source, found in said.items()},
        participants=frozenset(name for mention in graph.claim.mentions for name in mention.names),
    )


def witnesses_of(ground: Ground, flow: Flow, stance: Stance) -> tuple[Witness, ...]:
    """Return the origins of a flow with their evidence, in the order of their ids."""
    proofs: dict[str, list[Edge]] = {}
    for edge in ground.graph.edges:
        if edge.stance is stance:
            proofs.setdefault(edge.giver, []).append(edge)
    own = {carrier.article_id: carrier.speaks_from_knowledge for carrier in ground.graph.carriers}
    result = []
    for node_id in flow.origins:
        evidence = [edge.evidence for edge in proofs.get(node_id, ())]
        shown = (own.get(node_id), ground.nodes[node_id].found_it)
        result.append(_witness(node_id, [one for one in shown if one] + evidence, flow, ground))
    return tuple(result)


def _witness(node_id: str, evidence: Sequence[Evidence], flow: Flow, ground: Ground) -> Witness:
    node, nodes = ground.nodes[node_id], ground.nodes
    takers, spoken = flow.takers.get(node_id, ()), _spoken(node, ground)
    told_here = any(reading.id in takers and one.addressee_id for reading, one in spoken)
    cited = () if told_here else (giver for taker in takers for giver in flow.givers[taker])
    described = node.source_kind in NAMELESS
    return Witness(
        node=node,
        evidence=tuple(evidence),
        articles=frozenset(one.article_id for one in evidence),
        through=frozenset(nodes[taker].outlet_id or taker for taker in takers),
        beside=frozenset(outlet for giver in cited if (outlet := nodes[giver].outlet_id)),
        separate_in=frozenset(_separate(evidence, ground.readings)),
        knows=_knows(node, spoken, ground),
        description=describe(node.name, _language(evidence, ground)) if described else Description(),
        houses=frozenset(_houses(node, evidence, ground)),
        quotations=tuple(dict.fromkeys(words for reading, one in spoken for words in _quoted(reading, one))),
    )


def _houses(node: Node, evidence: Iterable[Evidence], ground: Ground) -> Iterable[str]:
    if node.source_kind is SourceKind.ORGANISATION:
        yield from (fold(name) for name in (node.name, *node.mentions) if name[:1].isupper())
    if node.speaks_for:
        read = (ground.readings.get(one.article_id) for one in evidence)
        bodies = (reading.source(node.speaks_for) for reading in read if reading)
        yield from (fold(body.name) for body in bodies if body)


def _spoken(node: Node, ground: Ground) -> tuple[tuple[Reading, Attribution], ...]:
    ids = (node.id, *node.spellings)
    return tuple(one for source_id in ids for one in ground.said.get(source_id, ()))


def _knows(node: Node, spoken: Iterable[tuple[Reading, Attribution]], ground: Ground) -> bool:
    """Tell whether something shows that a named source speaks from own knowledge.

    A person does, an outlet that is an origin at all, and a body on its own page. Elsewhere a body is often
    only named for a figure or a view: it has to be quoted, to have told an outlet, or to be part of what is
    claimed. So has a name of which nothing tells whose it is: it may be a body's, or a place's.
    """
    if (
        node.is_article
        or node.source_kind is SourceKind.OUTLET
        or (node.source_kind is SourceKind.PERSON and not node.guessed)
    ):
        return True
    if node.source_kind not in (SourceKind.ORGANISATION, SourceKind.PERSON):
        return False
    speaks = any(one.manner is not Manner.INDIRECT or one.addressee_id for _, one in spoken)
    return speaks or fold(node.name) in ground.participants


def _language(evidence: Sequence[Evidence], ground: Ground) -> str | None:
    read = (ground.readings[one.article_id] for one in evidence if one.article_id in ground.readings)
    return next((reading.article.language for reading in read), None)


def _separate(evidence: Iterable[Evidence], readings: Mapping[str, Reading]) -> Iterable[str]:
    """Yield the articles that say, beside the words of evidence, that the source is one of its own."""
    for one in evidence:
        reading = readings.get(one.article_id)
        lexicon = lexicon_of(reading.article.language or "en") if reading else None
        if not reading or not one.span or lexicon is None or lexicon.knowledge is None:
            continue
        for place in find_phrases(reading.article.part(one.span.part), lexicon.knowledge.independent):
            gap = msgspec.structs.replace(place, part=one.span.part).gap(one.span)
            if gap is not None and gap <= BESIDE:
                yield one.article_id


def _quoted(reading: Reading, attribution: Attribution) -> Iterable[tuple[str, ...]]:
    """Yield the quoted words of an attribution: its content in direct speech, what stands in marks in
    mixed."""
    if attribution.manner is Manner.INDIRECT:
        return
    content = " ".join(reading.article.cut(span) for span in attribution.content)
    if attribution.manner is Manner.DIRECT:
        yield tuple(fold(content).split())
        return
    lexicon = lexicon_of(reading.article.language or "en") or lexicon_of("en")
    marks = lexicon.quotation.marks if lexicon else {}
    for opening, closing in marks.items():
        for piece in content.split(opening)[1:]:
            inside, closed, _ = piece.partition(closing)
            if closed:
                yield tuple(fold(inside).split())
