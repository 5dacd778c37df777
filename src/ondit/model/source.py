"""Who is meant: sources, outlets, and credit that stands outside the sentences."""

from enum import StrEnum

import msgspec

from ondit.model.span import Span


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"


class OutletKind(StrEnum):
    """What an outlet is."""

    WIRE = "wire"
    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    BROADCASTER = "broadcaster"
    ONLINE = "online"
    AGGREGATOR = "aggregator"
    STATE_AGENCY = "state agency"
    OFFICIAL_BODY = "official body"
    BLOG = "blog"
    SOCIAL = "social"


class Grade(StrEnum):
    """How sure it is whom a source means.

    CERTAIN: it is named, or only one in reach can be meant. LIKELY: others could be meant, but a rule prefers
    this one. OPEN: two are as good as each other, or nobody fits.
    """

    CERTAIN = "certain"
    LIKELY = "likely"
    OPEN = "open"


class Source(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """Whom attributions of one article name.

    `id` is the same in every article for an outlet of the table and for a named person or body, and is
    private to the article for an unnamed source: nothing but evidence joins two of those. `name` is the
    canonical name, for an unnamed source its description word for word. `mentions` are all the places of
    the article that mean it, `reasons` says for a short form or pronoun why ("'the newspaper' -> Al-Watan,
    two sentences earlier"). `outlet_id` and `outlet_kind` are set for outlets of the table. `speaks_for` is
    the id of the body whose officer or spokesman this is; `via` the id of the outlet whose source the text
    says it is ("RIA's source"). `is_relay` marks a vague relay ("media reports"), which can be no origin.
    `plural` is what the words say: "sources", "two officials". `guessed` marks a name of which only its look
    tells whether it is a person's, a body's or a place's. `imitates` is the name of an outlet of the
    table that this one's name or address looks like without being its. `called` are the names by which the
    article calls an outlet of the table ("dpa"), in the order in which they are met. `national` tells
    of which kind a body is that every country has, or the body that somebody speaks for ("police"), with the
    folded names and country codes that stand beside it.
    """

    id: str
    name: str
    kind: SourceKind
    mentions: tuple[Span, ...] = ()
    reasons: tuple[str, ...] = ()
    outlet_id: str | None = None
    owner: str | None = None
    speaks_for: str | None = None
    via: str | None = None
    is_relay: bool = False
    plural: bool = False
    guessed: bool = False
    imitates: str | None = None
    outlet_kind: OutletKind | None = None
    called: tuple[str, ...] = ()
    national: tuple[str, ...] = ()


NAMELESS = frozenset({SourceKind.UNNAMED, SourceKind.GROUP})
"""Kinds of sources that are known by a description only."""


class CreditKind(StrEnum):
    """Where a credit outside the sentences stands."""

    BYLINE = "byline"
    DATELINE = "dateline"
    CLOSING_LINE = "closing line"
    READ_MORE = "read more"
    CANONICAL = "canonical"
    STRUCTURED = "structured"
    LINK = "link"


class Credit(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A credit outside the sentences: `source_id` is who is credited.

    `span` is the place that proves it, None when it stands in the page's metadata; `shown` is then the
    metadata's words.
    """

    kind: CreditKind
    source_id: str
    span: Span | None = None
    shown: str = ""
