"""W3C PROV: what each carrier says of a claim, as an entity derived from what its source says.

Each node of a trace has a *statement* for the claim, an entity attributed to the outlet or source that makes
it; each edge is a derivation of one statement from another. Sources: PROV-DM and PROV-O, W3C Recommendations,
and PROV-JSON, W3C Member Submission, all of April 2013.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ondit.errors import NotInstalledError
from ondit.model.listing import Holding, TracedClaim
from ondit.model.provenance import Carrier, Edge, EdgeKind, Node, Stance
from ondit.model.source import SourceKind
from ondit.present.dates import interval
from ondit.present.exchange.identifiers import TERMS, parts_of, uuid_of
from ondit.present.visible import visible

if TYPE_CHECKING:
    from prov.identifier import QualifiedName
    from prov.model import ProvDocument

Attributes = list[tuple[Any, Any]]

_AGENT_TYPES = {
    SourceKind.PERSON: "Person",
    SourceKind.ORGANISATION: "Organization",
    SourceKind.OUTLET: "Organization",
}
"""PROV's types of agents; an unnamed source or a group is an agent and no more is said of it."""

_PLAIN = {
    "Derivation": ("wasDerivedFrom", "entity"),
    "Quotation": ("wasQuotedFrom", "entity"),
    "PrimarySource": ("hadPrimarySource", "entity"),
    "Invalidation": ("wasInvalidatedBy", "activity"),
}
"""The plain property for each qualified one, and what it leads to (PROV-O, table 4). The library writes only
the qualified form, which many readers do not know."""


def prov_json(holding: Holding) -> Iterator[str]:
    """Yield the traced claims of a holding as PROV-JSON."""
    yield f"{_document(holding).serialize(format='json', indent=1)}\n"


def prov_o(holding: Holding) -> Iterator[str]:
    """Yield the traced claims of a holding as PROV-O in Turtle: each derivation qualified, and plain too."""
    document = _document(holding)
    from rdflib import PROV, Graph

    graph = Graph().parse(data=document.serialize(format="rdf", rdf_format="turtle"), format="turtle")
    graph.bind("ondit", TERMS)
    graph.bind("uuid", "urn:uuid:")
    for name, (plain, leads_to) in _PLAIN.items():
        for subject, qualified in list(graph.subject_objects(PROV[f"qualified{name}"])):
            for influencer in list(graph.objects(qualified, PROV[leads_to])):
                graph.add((subject, PROV[plain], influencer))
    yield graph.serialize(format="turtle")


def _document(holding: Holding) -> "ProvDocument":
    try:
        import rdflib  # noqa: F401  # so that both forms fail alike
        from prov.model import ProvDocument
    except ImportError as error:
        raise NotInstalledError(
            "PROV needs the packages prov and rdflib: pip install 'ondit[exports]'"
        ) from error
    writer = _Writer(ProvDocument())
    for traced in holding.traced:
        writer.add(traced)
    return writer.document


class _Writer:
    """Writes traces into one document. Of several claims, an article or source is one entity or agent."""

    def __init__(self, document: "ProvDocument") -> None:
        self.document = document
        self._terms = document.add_namespace("ondit", TERMS)
        self._names = document.add_namespace("uuid", "urn:uuid:")
        self._written: set[QualifiedName] = set()

    def add(self, traced: TracedClaim) -> None:
        """Write one trace."""
        graph, claim = traced.trace.graph, traced.trace.graph.claim
        self._entity(self._claim(traced), "Claim", claim.text, {"id": claim.id})
        carriers = {carrier.article_id: carrier for carrier in graph.carriers}
        nodes = {node.id: node for node in graph.nodes}
        for node in graph.nodes:
            self._speaker(node, traced)
            if node.is_article:
                self._statement(node, Stance.SUPPORTS, traced, carriers.get(node.article_id or ""))
        origins = {origin.node for origin in traced.trace.origins}
        for edge in graph.edges:
            self._edge(edge, (nodes[edge.taker], nodes[edge.giver]), traced)
            if edge.giver in origins and edge.stance is Stance.SUPPORTS:
                name = self._name("primary source", *parts_of(edge, claim))
                self.document.primary_source(
                    self._statement(nodes[edge.taker], edge.stance, traced),
                    self._statement(nodes[edge.giver], edge.stance, traced),
                    identifier=name,
                )
        for origin in traced.trace.origins:
            mouths = [one for one in dict.fromkeys((origin.node, *origin.joined)) if one in nodes]
            for one, other in pairwise(mouths):
                said = [self._statement(nodes[each], origin.stance, traced) for each in (one, other)]
                self.document.alternate(*said)
        for carrier in graph.carriers:
            if carrier.takes_back:
                self._retraction(nodes[carrier.article_id], carrier, traced)

    def _name(self, *parts: str) -> "QualifiedName":
        name: QualifiedName = self._names[str(uuid_of(*parts))]
        return name

    def _claim(self, traced: TracedClaim) -> "QualifiedName":
        return self._name("claim", traced.trace.graph.claim.id)

    def _stated(self, **stated: Any) -> Attributes:
        """Return attributes of our own, without those that say nothing."""
        return [
            (self._terms[key], visible(value) if isinstance(value, str) else value)
            for key, value in stated.items()
            if value not in (None, "")
        ]

    def _entity(self, name: "QualifiedName", kind: str, label: str, stated: dict[str, Any]) -> bool:
        """Write an entity, once; tell whether it is new."""
        if name in self._written:
            return False
        self._written.add(name)
        titled: Attributes = [("prov:label", visible(label))] if label else []
        self.document.entity(name, [("prov:type", self._terms[kind]), *titled, *self._stated(**stated)])
        return True

    def _agent(self, name: "QualifiedName", label: str, kind: SourceKind | None) -> "QualifiedName":
        if name not in self._written:
            self._written.add(name)
            known = _AGENT_TYPES.get(kind) if kind else None
            typed: Attributes = (
                [("prov:type", self.document.valid_qualified_name(f"prov:{known}"))] if known else []
            )
            labelled: Attributes = [("prov:label", visible(label))]
            self.document.agent(name, [*typed, *labelled, *self._stated(source_kind=kind and str(kind))])
        return name

    def _speaker(self, node: Node, traced: TracedClaim) -> "QualifiedName":
        """Write who stands behind a node: an article with its outlet, a document, or an agent."""
        if node.source_kind is SourceKind.DOCUMENT and not node.is_article:
            name = self._name("source", node.id)
            self._entity(name, "Document", node.name, {"id": node.id})
            return name
        outlet = self._name(
            "source", node.outlet_id or (node.id if not node.is_article else f"outlet {node.name}")
        )
        self._agent(outlet, node.name, node.source_kind)
        article = traced.article(node.article_id)
        if article is not None:
            name = self._name("article", article.id)
            stated = {"id": article.id, "url": article.url, "language": article.language}
            if self._entity(name, "Article", article.title, {**stated, "published": article.published}):
                self.document.attribution(name, outlet)
                when = interval(article.published)
                if when and when.is_moment:
                    published = self._name("publication", article.id)
                    self.document.generation(name, time=when.start, identifier=published)
        return outlet

    def _statement(
        self, node: Node, stance: Stance, traced: TracedClaim, carrier: Carrier | None = None
    ) -> "QualifiedName":
        """Write what a node says of the claim; return the statement's name."""
        claim = self._claim(traced)
        name = self._name("statement", traced.trace.graph.claim.id, node.id, stance)
        article = traced.article(node.article_id)
        words = " … ".join(article.cut(span) for span in carrier.spans) if article and carrier else ""
        stated = {"stance": str(stance), "voice": str(carrier.voice) if carrier else None, "about": claim}
        if not self._entity(name, "Statement", words or node.name, stated):
            return name
        speaker = self._speaker(node, traced)
        if speaker.localpart and node.source_kind is SourceKind.DOCUMENT and not node.is_article:
            self.document.membership(speaker, name)
        else:
            self.document.attribution(name, speaker)
        if article is not None:
            self.document.membership(self._name("article", article.id), name)
        if stance is Stance.SUPPORTS:
            self.document.specialization(name, claim)
        return name

    def _edge(self, edge: Edge, ends: tuple[Node, Node], traced: TracedClaim) -> None:
        """Write an edge as a derivation; from a denial it is the article that is derived, for that is no
        statement of the claim."""
        taker, giver = ends
        said = self._statement(giver, edge.stance, traced)
        if edge.stance is Stance.SUPPORTS:
            saying = self._statement(taker, Stance.SUPPORTS, traced)
        elif taker.is_article:
            saying = self._name("article", taker.article_id or "")
        else:
            saying = self._statement(taker, edge.stance, traced)
        relate = self.document.quotation if edge.kind is EdgeKind.QUOTES else self.document.derivation
        stated = self._stated(
            kind=str(edge.kind),
            stance=str(edge.stance),
            inferred=edge.inferred,
            via_copy=edge.via_copy,
            flags=", ".join(edge.flags),
            evidence=edge.evidence.text,
            evidence_article=edge.evidence.article_id,
        )
        name = self._name("edge", *parts_of(edge, traced.trace.graph.claim))
        relate(saying, said, identifier=name, other_attributes=stated)

    def _retraction(self, node: Node, carrier: Carrier, traced: TracedClaim) -> None:
        """Write that an outlet takes its statement back. Nothing else invalidates one: a denial does not."""
        proof, key = carrier.takes_back, (traced.trace.graph.claim.id, carrier.article_id)
        activity = self._name("retraction", *key)
        self.document.activity(activity, other_attributes=[("prov:type", self._terms["Retraction"])])
        self.document.association(activity, self._speaker(node, traced))
        self.document.invalidation(
            self._statement(node, Stance.SUPPORTS, traced),
            activity,
            identifier=self._name("invalidation", *key),
            other_attributes=self._stated(evidence=proof and proof.text),
        )
