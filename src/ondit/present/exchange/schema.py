"""The shapes that leave the house as JSON, version 1 of each. `docs/interfaces.md` describes every key.

These are not the records: a record may change its fields, a shape only gains keys. Every shape is written in
full, empty keys too, so that a reader never asks whether a key is there; only the part of a span is left out
in the body, and keys that are rare are left out when they are empty.
"""

import msgspec
from msgspec import UNSET, Struct, UnsetType, field

from ondit.model.article import Article
from ondit.model.attribution import Certainty, Distance, Manner, Polarity
from ondit.model.claim import MainStance, Voice
from ondit.model.decision import DecisionKind, Words
from ondit.model.provenance import EdgeKind, Evidence, Stance
from ondit.model.source import Grade, SourceKind
from ondit.model.span import Part, Span
from ondit.model.time import Basis


class Cut(Struct, frozen=True, kw_only=True):
    """A span with its exact text; offsets are code points, half-open. `part` is left out in the body."""

    start: int
    end: int
    text: str
    part: Part | UnsetType = UNSET

    @classmethod
    def of_words(cls, words: Words) -> "Cut":
        """Return words that an analyst pointed at as they leave the house."""
        return cls(start=words.start, end=words.end, text=words.text, part=_part(words.span))

    @classmethod
    def of(cls, span: Span, article: Article) -> "Cut":
        """Return the span as it leaves the house."""
        return cls(start=span.start, end=span.end, text=article.cut(span), part=_part(span))


class Proof(Struct, frozen=True, kw_only=True):
    """Evidence. `start` and `end` are null where the words stand in a page's metadata."""

    article: str
    start: int | None
    end: int | None
    text: str
    part: Part | UnsetType = UNSET

    @classmethod
    def of(cls, evidence: Evidence) -> "Proof":
        """Return the evidence as it leaves the house."""
        if evidence.span is None:
            return cls(article=evidence.article_id, start=None, end=None, text=evidence.text)
        span = evidence.span
        return cls(
            article=evidence.article_id, start=span.start, end=span.end, text=evidence.text, part=_part(span)
        )


class EntityShape(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whom a source means; `imitates` is the outlet that its name or address looks like without being its."""

    id: str
    name: str
    kind: SourceKind
    imitates: str | None = None


class AttributionShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.attribution/1"):
    """One attribution; `part` says in which part of the article its offsets count."""

    id: str
    article: str
    part: Part
    source: tuple[Cut, ...]
    cue: tuple[Cut, ...]
    content: tuple[Cut, ...]
    addressee: tuple[Cut, ...]
    manner: Manner
    parent: str | None
    source_entity: EntityShape | None
    source_grade: Grade
    source_why: str
    certainty: Certainty
    polarity: Polarity
    distance: Distance
    made_by: str


class ClaimName(Struct, frozen=True, kw_only=True):
    """The claim of a trace."""

    id: str
    text: str


class NodeShape(Struct, frozen=True, kw_only=True):
    """A node of the graph; `kind` is "article" or "source"."""

    id: str
    kind: str
    article: str | None
    name: str
    source_kind: SourceKind | None
    owner: str | None
    mentions: tuple[str, ...]


class NumberShape(Struct, frozen=True, kw_only=True):
    """A quantity of the claim; `upper` is there only for a range."""

    value: int | float
    upper: int | float | UnsetType = UNSET
    unit: str
    modifier: str
    start: int
    end: int
    text: str
    part: Part | UnsetType = UNSET


class CarrierShape(Struct, frozen=True, kw_only=True):
    """An article that carries the claim."""

    article: str
    outlet: str
    published: str | None
    language: str | None
    voice: Voice
    spans: tuple[Cut, ...]
    numbers: tuple[NumberShape, ...]
    speaks_from_knowledge: Proof | None


class EdgeShape(Struct, frozen=True, kw_only=True):
    """`from` has the claim from `to`."""

    taker: str = field(name="from")
    giver: str = field(name="to")
    kind: EdgeKind
    stance: Stance
    inferred: bool
    via_copy: bool
    flags: tuple[str, ...]
    evidence: Proof


class OriginShape(Struct, frozen=True, kw_only=True):
    """An origin; `joined` are the nodes that are this one mouth."""

    node: str
    name: str
    kind: SourceKind
    description: str
    stance: Stance
    joined: tuple[str, ...]
    mentions: tuple[str, ...]
    why: str


class RangeShape(Struct, frozen=True, kw_only=True):
    """How many independent origins."""

    at_least: int
    at_most: int
    unresolved_ends: int
    why: tuple[str, ...]


class VoicingShape(Struct, frozen=True, kw_only=True):
    """Who denies or confirms."""

    name: str
    articles: tuple[str, ...]
    evidence: Proof


class FindingShape(Struct, frozen=True, kw_only=True):
    """A finding with its proof."""

    kind: str
    text: str
    evidence: tuple[Proof, ...]


class UnresolvedShape(Struct, frozen=True, kw_only=True):
    """What is not settled."""

    what: str
    would_settle: str


class PairingShape(Struct, frozen=True, kw_only=True):
    """Why two mentions are one claim or two; `needed` is null where a slot keeps them apart."""

    one: Proof
    other: Proof
    joined: bool
    agree: tuple[str, ...]
    differ: tuple[str, ...]
    part: tuple[str, ...]
    likeness: float
    needed: float | None


class TraceShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.trace/1"):
    """The answer to "who says so?"; `pairings` are there only with `--why`."""

    claim: ClaimName
    nodes: tuple[NodeShape, ...]
    carriers: tuple[CarrierShape, ...]
    edges: tuple[EdgeShape, ...]
    origins: tuple[OriginShape, ...]
    independent_origins: RangeShape
    first_in_collection: tuple[str, ...]
    denials: tuple[VoicingShape, ...]
    confirmations: tuple[VoicingShape, ...]
    findings: tuple[FindingShape, ...]
    unresolved: tuple[UnresolvedShape, ...]
    pairings: tuple[PairingShape, ...] | UnsetType = UNSET


class NoTraceShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.trace/1"):
    """The answer when no claim matches."""

    claim: None = None


class LinkShape(Struct, frozen=True, kw_only=True):
    """A hyperlink; `start` and `end` are null where its place in the text is not known."""

    href: str
    text: str
    start: int | None
    end: int | None


class PageShape(Struct, frozen=True, kw_only=True):
    """An article's text with all that its page says: what is needed to read it anew.

    `outlet` is the stated one, null where `ArticleShape.outlet` was told by address or text.
    """

    text: str
    outlet: str | None
    byline: str | None
    modified: str | None
    captured: str | None
    links: tuple[LinkShape, ...]
    canonical_url: str | None
    site_name: str | None
    publisher: str | None
    based_on: tuple[str, ...]
    published_basis: Basis | None


class ArticleShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.article/1"):
    """An article in a listing; `page` is there only in an export."""

    article: str
    url: str | None
    outlet: str | None
    title: str
    published: str | None
    language: str | None
    story: str | None
    main_claim: str | None
    main_stance: MainStance | None
    claims: tuple[str, ...]
    page: PageShape | UnsetType = UNSET


class MentionShape(Struct, frozen=True, kw_only=True):
    """A place that makes a claim. `spans` is there only for a mention in pieces: `start`, `end` and `text`
    then run over all of them."""

    id: str
    article: str
    start: int
    end: int
    text: str
    attribution: str | None
    voice: Voice
    part: Part | UnsetType = UNSET
    spans: tuple[Cut, ...] | UnsetType = UNSET


class ClaimShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.claim/1"):
    """A claim in a listing; `independent_origins` is null where it has not been traced."""

    id: str
    text: str
    story: str | None
    mentions: tuple[MentionShape, ...]
    carriers: tuple[str, ...]
    independent_origins: RangeShape | None


class StoryShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.story/1"):
    """A story in a listing."""

    id: str
    title: str
    articles: tuple[str, ...]
    claims: tuple[str, ...]


class PassageShape(Struct, frozen=True, kw_only=True):
    """One shared passage."""

    later: Cut
    earlier: Cut


class CopyShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.copy/1"):
    """Text reuse between two articles."""

    later: str
    earlier: str
    credited: bool
    passages: tuple[PassageShape, ...]


class PlaceShape(Struct, frozen=True, kw_only=True):
    """A place that names a source."""

    article: str
    span: Cut


class SourceShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.source/1"):
    """A source over all articles."""

    id: str
    name: str
    kind: SourceKind
    aliases: tuple[str, ...]
    owner: str | None
    mentions: tuple[PlaceShape, ...]


class EditShape(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an analyst put in an attribution; a key that is not there was left as it is."""

    certainty: Certainty | None = None
    polarity: Polarity | None = None
    distance: Distance | None = None
    source_id: str | None = None
    source: tuple[Cut, ...] | None = None
    cue: tuple[Cut, ...] | None = None
    content: tuple[Cut, ...] | None = None


class DecisionShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.decision/1"):
    """A line of the log of decisions."""

    id: str
    kind: DecisionKind
    one: str
    other: str
    name: str
    edit: EditShape | None
    reason: str
    who: str
    when: str
    undone_by: str | None
    missing: tuple[str, ...]


class FailureShape(Struct, frozen=True, kw_only=True, tag_field="schema", tag="ondit.failure/1"):
    """An item that could not be processed."""

    item: str
    stage: str
    input: str
    code: str
    reason: str
    retryable: bool
    attempts: int
    first: str
    last: str


Shape = AttributionShape | TraceShape | NoTraceShape | ArticleShape | ClaimShape | StoryShape | CopyShape
SHAPES: tuple[type[Struct], ...] = (
    AttributionShape,
    TraceShape,
    ArticleShape,
    ClaimShape,
    StoryShape,
    CopyShape,
    SourceShape,
    DecisionShape,
    FailureShape,
)


def json_schema(shape: type[Struct]) -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a shape, as other programs may check what they read against."""
    return msgspec.json.schema(shape)


def _part(span: Span) -> Part | UnsetType:
    return span.part if span.part is Part.TITLE else UNSET
