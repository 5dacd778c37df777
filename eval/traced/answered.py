"""What a trace says, in names: what a story's gold is compared with."""

from typing import TypeVar

import msgspec

from eval.marks.case_marks import Case, OriginKind
from ondit.model.claim import Voice
from ondit.model.provenance import EdgeKind, Stance, Trace
from ondit.model.source import SourceKind

KINDS: dict[SourceKind, OriginKind] = {
    SourceKind.UNNAMED: "anonymous",
    SourceKind.GROUP: "organisation",
    SourceKind.PERSON: "named person",
    SourceKind.ORGANISATION: "organisation",
    SourceKind.OUTLET: "own reporting",
    SourceKind.DOCUMENT: "document",
}

One = TypeVar("One")

Pair = tuple[str, str]
"""Who has it, and from whom: names or ids of pages."""


class AnsweredOrigin(msgspec.Struct, frozen=True):
    """An origin under all its wordings."""

    names: tuple[str, ...]
    kind: str


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """The answer for one story; all empty where no claim matched. `low` and `high` are the ends of the range,
    None when there is none."""

    carriers: tuple[str, ...] = ()
    edges: tuple[Pair, ...] = ()
    copies: tuple[Pair, ...] = ()
    origins: tuple[AnsweredOrigin, ...] = ()
    low: int | None = None
    high: int | None = None
    first: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    numbers: dict[str, tuple[float, ...]] = {}
    voices: dict[str, Voice] = {}


def answered(trace: Trace | None) -> Answered:
    """Return what a trace says: the edges and origins that support the claim, and what stands beside them."""
    if trace is None:
        return Answered()
    names = {node.id: node.article_id or node.name for node in trace.graph.nodes}
    pairs = [
        (edge.kind is EdgeKind.COPIES, (names[edge.taker], names[edge.giver]))
        for edge in trace.graph.edges
        if edge.stance is Stance.SUPPORTS
    ]
    return Answered(
        carriers=tuple(one.article_id for one in trace.graph.carriers),
        edges=tuple(dict.fromkeys(pair for is_copy, pair in pairs if not is_copy)),
        copies=tuple(dict.fromkeys(pair for is_copy, pair in pairs if is_copy)),
        origins=tuple(
            AnsweredOrigin((one.name, *one.mentions, *(names[node] for node in one.joined)), KINDS[one.kind])
            for one in trace.origins
            if one.stance is Stance.SUPPORTS
        ),
        low=trace.independent_origins.at_least,
        high=trace.independent_origins.at_most,
        first=trace.first_in_collection,
        denials=tuple(one.name for one in trace.denials),
        numbers={
            one.article_id: tuple(v for q in one.quantities for v in (q.value, q.upper) if v is not None)
            for one in trace.graph.carriers
        },
        voices={one.article_id: one.voice for one in trace.graph.carriers},
    )


def told(case: Case) -> Answered:
    """Return the answer that tells just what the gold of a story says."""
    gold = case.gold
    low, high = gold.independent_origins_range
    return Answered(
        carriers=gold.carriers,
        edges=tuple((one.taker, one.giver) for one in gold.edges if one.scope == "claim"),
        copies=tuple((one.taker, one.giver) for one in gold.copies),
        origins=tuple(AnsweredOrigin((one.name,), one.kind) for one in gold.origins),
        low=low,
        high=high,
        first=gold.first_published_any[:1],
        denials=tuple(one.who for one in gold.denials),
        numbers={page: several(value) for page, value in gold.numbers.items()},
        voices={page: several(voice)[0] for page, voice in gold.hedge.items()},
    )


def several(value: One | tuple[One, ...]) -> tuple[One, ...]:
    """Return what the gold gives once or several times as several."""
    return value if isinstance(value, tuple) else (value,)
