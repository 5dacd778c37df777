"""STIX 2.1: a claim as a note on the reports that carry it, with who has it from whom as relationships.

Nothing bears a `confidence`: nobody graded any. An `opinion` is there only where somebody denies or confirms.
Source: STIX Version 2.1, OASIS Standard, 10 June 2021.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from ondit.model.article import Article
from ondit.model.claim import Claim
from ondit.model.listing import Holding, TracedClaim
from ondit.model.provenance import Edge, Node, Voicing
from ondit.model.source import SourceKind
from ondit.present.dates import interval
from ondit.present.exchange.identifiers import parts_of, uuid_of
from ondit.present.exchange.shapes import encode
from ondit.present.visible import safe_link, visible

Object = dict[str, object]

CREATED = "2026-01-01T00:00:00.000Z"
"""When every object was created. STIX lets no later version change it, and an object here is made anew in
every store, with the same id: only a fixed moment is the same for all. `modified` is the export's."""

_CLASSES = {
    SourceKind.PERSON: "individual",
    SourceKind.ORGANISATION: "organization",
    SourceKind.OUTLET: "organization",
    SourceKind.GROUP: "group",
}
"""STIX's classes of identities; an unnamed source is of class "unknown"."""

_TYPES = {"links": "links-to"}
"""The relationship type of a kind of edge, where it is not the kind itself."""


def bundle(holding: Holding) -> Iterator[str]:
    """Yield one bundle: the traced claims of a holding, each object once."""
    writer = _Writer(_timestamp(datetime.fromisoformat(holding.made)) if holding.made else CREATED)
    for traced in holding.traced:
        writer.add(traced)
    objects = writer.objects
    yield f'{{"type":"bundle","id":"bundle--{uuid_of("bundle", *sorted(objects))}","objects":['
    separator = "\n"
    for one in objects.values():
        yield separator + encode(one)
        separator = ",\n"
    yield "\n]}\n"


class _Writer:
    """Writes traces as objects, by their ids. Of several claims, an article or source is one object."""

    def __init__(self, modified: str) -> None:
        self.objects: dict[str, Object] = {}
        self._modified = modified
        self._maker = _id("identity", "ondit")
        self._object(self._maker, name="Ondit", identity_class="system")

    def add(self, traced: TracedClaim) -> None:
        """Write one trace."""
        graph, claim = traced.trace.graph, traced.trace.graph.claim
        note = _id("note", claim.id)
        ends = {node.id: self._node(node, note, traced) for node in graph.nodes}
        carriers = [ends[one.article_id] for one in graph.carriers if one.article_id in ends]
        self._object(
            note,
            abstract="A claim, in the words of one of its mentions",
            content=visible(claim.text),
            object_refs=carriers or [self._maker],
            external_references=[_known("claim", claim.id)],
        )
        for edge in graph.edges:
            self._edge(edge, (ends[edge.taker], ends[edge.giver]), claim)
        for voicing in traced.trace.denials:
            self._opinion(voicing, "disagree", note)
        for voicing in traced.trace.confirmations:
            self._opinion(voicing, "agree", note)

    def _object(self, name: str, /, **properties: object) -> None:
        """Write an object, or add to the references of one that is there."""
        known = self.objects.get(name)
        if known is not None:
            references = [*_list(known.get("object_refs")), *_list(properties.get("object_refs"))]
            if references:
                known["object_refs"] = list(dict.fromkeys(references))
            return
        required: Object = {"type": name.partition("--")[0], "spec_version": "2.1", "id": name}
        maker: Object = {} if name == self._maker else {"created_by_ref": self._maker}
        times: Object = {"created": CREATED, "modified": self._modified}
        stated = {key: value for key, value in properties.items() if value not in (None, "", [])}
        self.objects[name] = required | maker | times | stated

    def _node(self, node: Node, note: str, traced: TracedClaim) -> str:
        """Write an article or a source; return its id."""
        article = traced.article(node.article_id)
        if article is not None:
            return self._article(article, self._identity(node), note)
        if node.source_kind is SourceKind.DOCUMENT:
            name = _id("note", "source", node.id)
            self._object(
                name, abstract="A document", content=visible(node.name) or "a document", object_refs=[note]
            )
            return name
        return self._identity(node)

    def _identity(self, node: Node) -> str:
        """Write the source that a node stands for, of an article its outlet; return its id."""
        key = node.outlet_id or (f"outlet {node.name}" if node.is_article else node.id)
        name = _id("identity", key)
        kind = SourceKind.OUTLET if node.is_article else node.source_kind
        self._object(
            name,
            name=visible(node.name) or "somebody whom nobody names",
            identity_class=_CLASSES.get(kind, "unknown") if kind else "unknown",
            external_references=[_known("source", key)],
        )
        return name

    def _article(self, article: Article, outlet: str, note: str) -> str:
        """Write an article as a report; an undated one as a note, for a report must say when it was
        published. A time known only roughly is given by its beginning, and as stated in the description."""
        references = [_known("article", article.id)]
        if link := safe_link(article.url):
            references.append({"source_name": "article", "url": link})
        title = visible(article.title) or visible(article.text[:100])
        when = interval(article.published)
        name = _id("report" if when else "note", "article", article.id)
        if when is None:
            self._object(
                name,
                abstract="An article without a date",
                content=title,
                object_refs=[outlet, note],
                external_references=references,
            )
        else:
            self._object(
                name,
                name=title,
                description=f"Published {visible(article.published or '')}, as stated",
                published=_timestamp(when.start),
                object_refs=[outlet, note],
                external_references=references,
            )
        return name

    def _edge(self, edge: Edge, ends: tuple[str, str], claim: Claim) -> None:
        signs = {"inferred": edge.inferred, "via copy": edge.via_copy, **dict.fromkeys(edge.flags, True)}
        self._object(
            _id("relationship", *parts_of(edge, claim)),
            relationship_type=_TYPES.get(edge.kind, str(edge.kind)),
            source_ref=ends[0],
            target_ref=ends[1],
            description=visible(edge.evidence.text),
            labels=[str(edge.stance), *(visible(sign) for sign, holds in signs.items() if holds)],
            external_references=[_known("claim", claim.id)],
        )

    def _opinion(self, voicing: Voicing, opinion: str, note: str) -> None:
        evidence = voicing.evidence
        self._object(
            _id("opinion", note, opinion, voicing.name, evidence.article_id, evidence.text),
            opinion=opinion,
            explanation=visible(evidence.text),
            authors=[visible(voicing.name)],
            object_refs=[note],
        )


def _id(kind: str, *parts: str) -> str:
    return f"{kind}--{uuid_of(kind, *parts)}"


def _known(kind: str, own: str) -> Object:
    """Return our own id as a reference: `ondit show` and `ondit trace` take it."""
    return {"source_name": f"ondit {kind}", "external_id": visible(own)}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _timestamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
