"""Text reuse inside one claim: who took the claim's words over from whom."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ondit.model.claim import Copy, Passage
from ondit.model.provenance import Edge, EdgeKind, Stance
from ondit.model.span import Span, share_text, text_order
from ondit.trace.carrying import Carrying

SURE_SHARE = 0.2
"""Share of the later text in common from which a copy is taken as sure. In one news day of wire copies, word
8-grams with containment >= 0.2 are right in 98.8 % of cases, at 0.05 in 93 %."""


ORDER_UNKNOWN = "order unknown"
"""The flag of a copy of which the times do not tell which of the two texts was first."""

CREDITED = "credited"
"""The flag of a copy between pages of which one credits the other, or both the same outlet."""


class Reuse(msgspec.Struct, frozen=True, kw_only=True):
    """An article whose words on the claim stand in an earlier article. `passages` are its own spans."""

    later: str
    earlier: str
    credited: bool
    ordered: bool
    sure: bool
    passages: tuple[Span, ...]


def reuses_of(copies: Sequence[Copy], carryings: Mapping[str, Carrying]) -> dict[str, Reuse]:
    """Return, by later article, the reuse that concerns the claim, traced back to the earliest holder.

    A copy whose passages do not touch a mention of the claim tells nothing about it.
    """
    direct: dict[str, list[Reuse]] = {}
    for copy in (_told_way(one, carryings) for one in copies):
        if copy.later in carryings and copy.earlier in carryings and copy.later != copy.earlier:
            passages = _on_claim(copy.passages, carryings[copy.later])
            if passages:
                direct.setdefault(copy.later, []).append(_reuse(copy, passages))
    first = {
        later: min(found, key=lambda one: (not one.sure, not one.ordered, one.earlier in direct, one.earlier))
        for later, found in direct.items()
    }
    for circle_first in _circles(first):
        del first[circle_first]
    return {later: _to_the_root(reuse, first) for later, reuse in sorted(first.items())}


def copy_edges(reuses: Mapping[str, Reuse], carryings: Mapping[str, Carrying]) -> Iterator[Edge]:
    """Yield a `copies` edge for each reuse, proved by the longest passage on the claim.

    One with credit is flagged: the pages credit one another, or the same outlet.
    """
    for later, reuse in reuses.items():
        carrying = carryings[later]
        longest = min(reuse.passages, key=lambda span: (-len(span), text_order(span)))
        yield Edge(
            taker=later,
            giver=reuse.earlier,
            kind=EdgeKind.COPIES,
            stance=Stance.SUPPORTS if carrying.supports else Stance.DENIES,
            inferred=not reuse.sure,
            flags=(*(() if reuse.ordered else (ORDER_UNKNOWN,)), *((CREDITED,) if reuse.credited else ())),
            evidence=carrying.quoted(longest),
        )


def _told_way(copy: Copy, carryings: Mapping[str, Carrying]) -> Copy:
    """Return a copy the way the texts tell it: where the page with the earlier date names the outlet of the
    other as its source, and not the other its, that page is the copy and its date is wrong. The edge then
    points to a later article, and is flagged for it."""
    later, earlier = carryings.get(copy.later), carryings.get(copy.earlier)
    if not later or not earlier or not copy.ordered:
        return copy
    if not _names(earlier, later) or _names(later, earlier):
        return copy
    passages = tuple(Passage(later=one.earlier, earlier=one.later) for one in copy.passages)
    return msgspec.structs.replace(copy, later=copy.earlier, earlier=copy.later, passages=passages)


def _names(carrying: Carrying, other: Carrying) -> bool:
    """Tell whether an article has the claim, by its words or a credit, from another's outlet."""
    outlet = other.reading.resolved.outlet
    if outlet is None or carrying.is_own(outlet):
        return False
    ids = {mention.attribution_id for mention in carrying.mentions}
    given: set[str | None] = {one.source_id for one in carrying.reading.resolved.credits}
    for one in carrying.attributions.values():
        if one.id in ids:
            given |= {one.source_id, one.addressee_id}
    return any(source.id == outlet.id for source_id, source in carrying.sources.items() if source_id in given)


def _on_claim(passages: Sequence[Passage], carrying: Carrying) -> tuple[Span, ...]:
    spans = [span for mention in carrying.mentions for span in mention.spans]
    later = tuple(passage.later for passage in passages)
    return later if share_text(later, spans) else ()


def _reuse(copy: Copy, passages: tuple[Span, ...]) -> Reuse:
    return Reuse(
        later=copy.later,
        earlier=copy.earlier,
        credited=copy.credited,
        ordered=copy.ordered,
        sure=copy.share >= SURE_SHARE,
        passages=passages,
    )


def _circles(first: Mapping[str, Reuse]) -> list[str]:
    """Return, for each circle of articles that copy one another, the lowest id: it stands for the first."""
    lowest: set[str] = set()
    done: set[str] = set()
    for start in sorted(first):
        path: list[str] = []
        here = start
        while here in first and here not in done:
            done.add(here)
            path.append(here)
            here = first[here].earlier
        if here in path:
            lowest.add(min(path[path.index(here) :]))
    return sorted(lowest)


def _to_the_root(reuse: Reuse, first: Mapping[str, Reuse]) -> Reuse:
    """Follow the copies of copies, as long as they are sure; the order is known when that of each step is."""
    steps = [reuse]
    while (step := first.get(steps[-1].earlier)) and step.sure:
        steps.append(step)
    return msgspec.structs.replace(
        reuse,
        earlier=steps[-1].earlier,
        ordered=all(step.ordered for step in steps),
        credited=all(step.credited for step in steps),
    )
