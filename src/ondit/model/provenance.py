"""The provenance graph of a claim and what is found in it."""

from enum import StrEnum

import msgspec

from ondit.model.claim import Claim, Quantity, Voice
from ondit.model.source import SourceKind
from ondit.model.span import Span


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The words that prove something. `span` is None where they stand in a page's metadata, shown in
    `text`."""

    article_id: str
    span: Span | None
    text: str


class EdgeKind(StrEnum):
    """How u has it from v."""

    CITES = "cites"
    QUOTES = "quotes"
    REPUBLISHES = "republishes"
    LINKS = "links"
    COPIES = "copies"


class Stance(StrEnum):
    """A source's stance to the claim."""

    SUPPORTS = "supports"
    DENIES = "denies"
    DECLINES = "declines"
    REPEATS = "repeats"


class Node(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An article that carries the claim, or a source that no article of the collection stands for.

    An article's node has the article's id, a source's node the source's. `mentions` are the wordings of each
    page, `languages` those of the pages that name it as a source. `guessed` as in `Source`, where no page
    tells more. `outlet_id` is the id of the outlet as a source: its own for an outlet's node, the
    publisher's for an article's. `is_relay` as in `Source`. `found_it` is the place where another article
    names this outlet as the one who found the claim out ("first reported by"). `spellings` are the ids of
    further `Source` records that are the same person or body under another spelling. `marked_origin` says who
    decided, and why, that it speaks from own knowledge; empty where nobody did.
    """

    id: str
    name: str
    article_id: str | None = None
    source_kind: SourceKind | None = None
    owner: str | None = None
    outlet_id: str | None = None
    speaks_for: str | None = None
    is_relay: bool = False
    plural: bool = False
    guessed: bool = False
    mentions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    found_it: Evidence | None = None
    spellings: tuple[str, ...] = ()
    marked_origin: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The ids by which a decision may mean this node."""
        return (self.id, *self.spellings, *((self.outlet_id,) if self.outlet_id else ()))

    @property
    def is_article(self) -> bool:
        """Whether the node stands for an article of the collection."""
        return self.article_id is not None


class Edge(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`taker` has the claim from `giver`; both are node ids.

    `inferred` marks what no words of the text state outright. `via_copy` marks an edge that stands in copied
    text. `flags` hold "impossible order" where the giver is surely later than the taker; of a copy, "order
    unknown" where the times do not settle which of the two texts was first, and "credited" where one of the
    pages credits the other, or both credit one outlet.
    """

    taker: str
    giver: str
    kind: EdgeKind
    stance: Stance = Stance.SUPPORTS
    inferred: bool = False
    via_copy: bool = False
    flags: tuple[str, ...] = ()
    evidence: Evidence


class Carrier(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An article that carries the claim, with the mentions' spans and the claim's own quantities in it.

    `speaks_from_knowledge` is the place that shows that the outlet speaks from its own knowledge ("has
    learned", "told us", its own reporter); None when nothing shows it. `takes_back` is the place where the
    outlet retracts its report.
    """

    article_id: str
    outlet: str
    published: str | None = None
    language: str | None = None
    voice: Voice
    spans: tuple[Span, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    speaks_from_knowledge: Evidence | None = None
    takes_back: Evidence | None = None


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A page that the collection holds in two versions, of which the older one carries the claim.

    `earlier` is the older version as a carrier, `later` the id of the newest one. `takes_back` is the place
    where that says that the outlet takes its report back.
    """

    earlier: Carrier
    later: str
    takes_back: Evidence | None = None


class ProvenanceGraph(msgspec.Struct, frozen=True, kw_only=True):
    """Who has the claim from whom. Nodes, edges and carriers in a fixed order, whatever the order of the
    input. `revisions` are the pages of which the collection holds a later version as well."""

    claim: Claim
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    revisions: tuple[Revision, ...] = ()


class Origin(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A source with no further source that could know. `joined` are the ids of all nodes that are this one
    mouth."""

    node: str
    name: str
    kind: SourceKind
    description: str = ""
    stance: Stance = Stance.SUPPORTS
    joined: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    why: str = ""


class IndependentOrigins(msgspec.Struct, frozen=True, kw_only=True):
    """The range: how many independent origins stand behind the claim at least and at most, and why."""

    at_least: int
    at_most: int
    unresolved_ends: int
    why: tuple[str, ...] = ()


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """How a claim has spread: figures for experts beside the range, which they do not change.

    `carriers` are the articles that put the claim forward. `roots` are the places where its chains end: the
    origins after joining, and the unresolved ends. `disjoint_paths` is the largest number of chains from
    roots to carriers of which no two share a node; as many nodes, and no fewer, cut every carrier off from
    every root, and `passes` are the ids of such nodes. `owners` is in how many hands the origins are: an
    outlet counts as its owner, any other origin as the owner through whose outlets alone it is reached,
    as itself where several lead to it.
    """

    carriers: int = 0
    roots: int = 0
    disjoint_paths: int = 0
    passes: tuple[str, ...] = ()
    owners: int = 0


class Voicing(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody denies or confirms the claim: who, in which articles, with which words."""

    name: str
    articles: tuple[str, ...]
    evidence: Evidence


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something worth saying about a trace, with the words that prove it. `kind` is one of MODEL's
    findings."""

    kind: str
    text: str
    evidence: tuple[Evidence, ...]


class Unresolved(msgspec.Struct, frozen=True, kw_only=True):
    """What could not be settled, and what would settle it."""

    what: str
    would_settle: str


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """Why two mentions are held to be one claim (`joined`) or two.

    `agree`, `differ` and `part` are slots: who, what, where, how many ...; one in `part` is at odds, and
    speaks strongly for two claims.
    `likeness` is the cosine (0 to 1) of their words, `needed` what it would have to be between these two
    alone, None where no likeness would do. A claim asks it of the average of its mentions.
    """

    one: Evidence
    other: Evidence
    joined: bool
    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    likeness: float
    needed: float | None = None


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to "who says so?" for one claim. `pairings` are there only where they were asked for."""

    graph: ProvenanceGraph
    origins: tuple[Origin, ...]
    independent_origins: IndependentOrigins
    first_in_collection: tuple[str, ...]
    denials: tuple[Voicing, ...] = ()
    confirmations: tuple[Voicing, ...] = ()
    findings: tuple[Finding, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    spread: Spread = Spread()
