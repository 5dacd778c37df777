"""Records become JSON: one function for each shape of `schema`."""

import json
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import UNSET, Struct

from ondit.errors import NotFoundError
from ondit.model.article import Article, Failure, Link
from ondit.model.attribution import Attribution
from ondit.model.claim import Mention, Quantity
from ondit.model.decision import Edit, ListedDecision, Words
from ondit.model.listing import ListedArticle, ListedClaim, ListedCopy, ListedSource, ListedStory
from ondit.model.provenance import Carrier, Edge, IndependentOrigins, Node, Origin, Pairing, Trace, Voicing
from ondit.model.reading import Reading
from ondit.model.source import Source
from ondit.model.span import Part, Span, hull
from ondit.present.exchange import schema
from ondit.present.exchange.schema import Cut, Proof


class Shelf:
    """The articles that spans are cut from, by id."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {article.id: article for article in articles}

    def __getitem__(self, article_id: str) -> Article:
        """Return the article; raises `NotFoundError` when it was not handed over."""
        try:
            return self._articles[article_id]
        except KeyError:
            raise NotFoundError(
                f"article {article_id}: its text is needed to write the spans that lie in it. "
                "Hand over every article that carries the claim."
            ) from None

    def get(self, article_id: str | None) -> Article | None:
        """Return the article, or None when it was not handed over."""
        return self._articles.get(article_id or "")


def encode(shape: Struct | Mapping[str, object]) -> str:
    """Return a shape, or a node of JSON-LD, as one line of JSON, without a line end.

    A lone surrogate, which UTF-8 cannot hold, is written as its escape, so that the exact text survives; such
    a line is ASCII throughout.
    """
    try:
        return msgspec.json.encode(shape).decode()
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(shape), separators=(",", ":"))


def attribution_shape(reading: Reading, attribution: Attribution) -> schema.AttributionShape:
    """Return an attribution of a reading as it leaves the house."""
    article = reading.article
    source = reading.source(attribution.source_id)
    first = next(iter((*attribution.content, *attribution.cue, *attribution.source)), None)
    return schema.AttributionShape(
        id=attribution.id,
        article=article.id,
        part=first.part if first else Part.BODY,
        source=_cuts(attribution.source, article),
        cue=_cuts(attribution.cue, article),
        content=_cuts(attribution.content, article),
        addressee=_cuts(attribution.addressee, article),
        manner=attribution.manner,
        parent=attribution.parent,
        source_entity=_entity(source),
        source_grade=attribution.source_grade,
        source_why=attribution.source_why,
        certainty=attribution.certainty,
        polarity=attribution.polarity,
        distance=attribution.distance,
        made_by=attribution.made_by,
    )


def trace_shape(trace: Trace, articles: Sequence[Article]) -> schema.TraceShape:
    """Return a trace as it leaves the house; `articles` hold every carrier."""
    shelf, graph = Shelf(articles), trace.graph
    return schema.TraceShape(
        claim=schema.ClaimName(id=graph.claim.id, text=graph.claim.text),
        nodes=tuple(map(_node, graph.nodes)),
        carriers=tuple(_carrier(carrier, shelf[carrier.article_id]) for carrier in graph.carriers),
        edges=tuple(map(_edge, graph.edges)),
        origins=tuple(map(_origin, trace.origins)),
        independent_origins=_range(trace.independent_origins),
        first_in_collection=trace.first_in_collection,
        denials=tuple(map(_voicing, trace.denials)),
        confirmations=tuple(map(_voicing, trace.confirmations)),
        findings=tuple(
            schema.FindingShape(kind=one.kind, text=one.text, evidence=tuple(map(Proof.of, one.evidence)))
            for one in trace.findings
        ),
        unresolved=tuple(
            schema.UnresolvedShape(what=one.what, would_settle=one.would_settle) for one in trace.unresolved
        ),
        pairings=tuple(map(_pairing, trace.pairings)) or UNSET,
    )


def article_shape(row: ListedArticle, *, whole: bool = False) -> schema.ArticleShape:
    """Return a listed article as it leaves the house; the `whole` one with its text and all that its page
    says."""
    article, main = row.article, row.main
    return schema.ArticleShape(
        article=article.id,
        url=article.url,
        outlet=row.outlet,
        title=article.title,
        published=article.published,
        language=article.language,
        story=main.story_id if main else None,
        main_claim=main.claim_id if main else None,
        main_stance=main.stance if main else None,
        claims=row.claims,
        page=_page(article) if whole else UNSET,
    )


def claim_shape(row: ListedClaim) -> schema.ClaimShape:
    """Return a listed claim as it leaves the house."""
    shelf, claim = Shelf(row.articles), row.claim
    return schema.ClaimShape(
        id=claim.id,
        text=claim.text,
        story=claim.story,
        mentions=tuple(_mention(mention, shelf[mention.article_id]) for mention in claim.mentions),
        carriers=claim.carriers,
        independent_origins=_range(row.origins) if row.origins else None,
    )


def story_shape(row: ListedStory) -> schema.StoryShape:
    """Return a listed story as it leaves the house."""
    story = row.story
    return schema.StoryShape(id=story.id, title=story.title, articles=story.articles, claims=story.claims)


def copy_shape(row: ListedCopy) -> schema.CopyShape:
    """Return a copy as it leaves the house."""
    passages = (
        schema.PassageShape(later=Cut.of(one.later, row.later), earlier=Cut.of(one.earlier, row.earlier))
        for one in row.copy.passages
    )
    return schema.CopyShape(
        later=row.copy.later, earlier=row.copy.earlier, credited=row.copy.credited, passages=tuple(passages)
    )


def source_shape(row: ListedSource) -> schema.SourceShape:
    """Return a source as it leaves the house."""
    return schema.SourceShape(
        id=row.source.id,
        name=row.source.name,
        kind=row.source.kind,
        aliases=row.aliases,
        owner=row.source.owner,
        mentions=tuple(
            schema.PlaceShape(article=place.article.id, span=Cut.of(place.span, place.article))
            for place in row.places
        ),
    )


def decision_shape(row: ListedDecision) -> schema.DecisionShape:
    """Return a decision as it leaves the house."""
    decision = row.decision
    return schema.DecisionShape(
        id=decision.id,
        kind=decision.kind,
        one=decision.one,
        other=decision.other,
        name=decision.name,
        edit=_edit(decision.edit) if decision.edit else None,
        reason=decision.reason,
        who=decision.who,
        when=decision.when,
        undone_by=row.undone_by,
        missing=row.missing,
    )


def failure_shape(row: Failure) -> schema.FailureShape:
    """Return a failure as it leaves the house."""
    return schema.FailureShape(**msgspec.structs.asdict(row))


def _page(article: Article) -> schema.PageShape:
    return schema.PageShape(
        text=article.text,
        outlet=article.outlet,
        byline=article.byline,
        modified=article.modified,
        captured=article.captured,
        links=tuple(_link(link) for link in article.links),
        canonical_url=article.canonical_url,
        site_name=article.site_name,
        publisher=article.publisher,
        based_on=article.based_on,
        published_basis=article.published_basis,
    )


def _link(link: Link) -> schema.LinkShape:
    start, end = (link.span.start, link.span.end) if link.span else (None, None)
    return schema.LinkShape(href=link.href, text=link.text, start=start, end=end)


def _edit(edit: Edit) -> schema.EditShape:
    def cuts(words: Sequence[Words] | None) -> tuple[Cut, ...] | None:
        return None if words is None else tuple(map(Cut.of_words, words))

    return schema.EditShape(
        certainty=edit.certainty,
        polarity=edit.polarity,
        distance=edit.distance,
        source_id=edit.source_id,
        source=cuts(edit.source),
        cue=cuts(edit.cue),
        content=cuts(edit.content),
    )


def _cuts(spans: Sequence[Span], article: Article) -> tuple[Cut, ...]:
    return tuple(Cut.of(span, article) for span in spans)


def _entity(source: Source | None) -> schema.EntityShape | None:
    if source is None:
        return None
    return schema.EntityShape(id=source.id, name=source.name, kind=source.kind, imitates=source.imitates)


def _node(node: Node) -> schema.NodeShape:
    return schema.NodeShape(
        id=node.id,
        kind="article" if node.is_article else "source",
        article=node.article_id,
        name=node.name,
        source_kind=node.source_kind,
        owner=node.owner,
        mentions=node.mentions,
    )


def _carrier(carrier: Carrier, article: Article) -> schema.CarrierShape:
    knowledge = carrier.speaks_from_knowledge
    return schema.CarrierShape(
        article=carrier.article_id,
        outlet=carrier.outlet,
        published=carrier.published,
        language=carrier.language,
        voice=carrier.voice,
        spans=_cuts(carrier.spans, article),
        numbers=tuple(one for quantity in carrier.quantities for one in _numbers(quantity, article)),
        speaks_from_knowledge=Proof.of(knowledge) if knowledge else None,
    )


def _numbers(quantity: Quantity, article: Article) -> Iterator[schema.NumberShape]:
    """Yield a quantity as one number, a range as two: its lower end, which tells the upper, and that one."""
    yield _number(quantity, article)
    if quantity.upper is not None:
        yield _number(msgspec.structs.replace(quantity, value=quantity.upper, upper=None), article)


def _number(quantity: Quantity, article: Article) -> schema.NumberShape:
    place = Cut.of(quantity.span, article)
    return schema.NumberShape(
        value=_plain(quantity.value),
        upper=UNSET if quantity.upper is None else _plain(quantity.upper),
        unit=quantity.unit,
        modifier=quantity.modifier,
        start=place.start,
        end=place.end,
        text=place.text,
        part=place.part,
    )


def _plain(value: float) -> int | float:
    return int(value) if value.is_integer() else value


def _edge(edge: Edge) -> schema.EdgeShape:
    return schema.EdgeShape(
        taker=edge.taker,
        giver=edge.giver,
        kind=edge.kind,
        stance=edge.stance,
        inferred=edge.inferred,
        via_copy=edge.via_copy,
        flags=edge.flags,
        evidence=Proof.of(edge.evidence),
    )


def _origin(origin: Origin) -> schema.OriginShape:
    return schema.OriginShape(
        node=origin.node,
        name=origin.name,
        kind=origin.kind,
        description=origin.description,
        stance=origin.stance,
        joined=origin.joined,
        mentions=origin.mentions,
        why=origin.why,
    )


def _range(origins: IndependentOrigins) -> schema.RangeShape:
    return schema.RangeShape(
        at_least=origins.at_least,
        at_most=origins.at_most,
        unresolved_ends=origins.unresolved_ends,
        why=origins.why,
    )


def _pairing(pairing: Pairing) -> schema.PairingShape:
    return schema.PairingShape(
        one=Proof.of(pairing.one),
        other=Proof.of(pairing.other),
        joined=pairing.joined,
        agree=pairing.agree,
        differ=pairing.differ,
        part=pairing.part,
        likeness=pairing.likeness,
        needed=pairing.needed,
    )


def _voicing(voicing: Voicing) -> schema.VoicingShape:
    return schema.VoicingShape(
        name=voicing.name, articles=voicing.articles, evidence=Proof.of(voicing.evidence)
    )


def _mention(mention: Mention, article: Article) -> schema.MentionShape:
    part = mention.spans[0].part if mention.spans else Part.BODY
    pieces = [span for span in mention.spans if span.part == part]
    whole = Cut.of(hull(pieces) if pieces else Span(0, 0), article)
    return schema.MentionShape(
        id=mention.id,
        article=mention.article_id,
        start=whole.start,
        end=whole.end,
        text=whole.text,
        attribution=mention.attribution_id,
        voice=mention.voice,
        part=whole.part,
        spans=_cuts(mention.spans, article) if len(mention.spans) > 1 else UNSET,
    )
