"""Not resolved: what could not be settled, with the places that leave it open."""

from collections.abc import Iterator

import msgspec

from ondit.assess.case import Case
from ondit.model.provenance import Evidence, Finding

KIND = "not resolved"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each unresolved end, one for each contradiction inside an origin, one for each
    source that looks like an outlet it is not known to be."""
    ends = case.flow.ends
    for end, proofs in zip(ends, case.proofs(end.nodes for end in ends), strict=True):
        if evidence := proofs or case.mentions_of(end.nodes):
            names = ", ".join(sorted({case.nodes[node].name for node in end.nodes}))
            text = f"A chain ends at {names}: {end.why}."
            yield Finding(kind=KIND, text=text, evidence=evidence)
    for group in case.groups:
        if group.contradiction:
            evidence = tuple(one.evidence[0] for one in group.members if one.evidence)
            text = f"{group.members[0].node.name} is joined by evidence, and yet {group.contradiction}."
            yield Finding(kind=KIND, text=text, evidence=evidence)
    for imitation in imitations_of(case):
        yield Finding(kind=KIND, text=f"{imitation.why}.", evidence=imitation.evidence)


class Imitation(msgspec.Struct, frozen=True, kw_only=True):
    """A source that looks like the outlet `original`; `why` says by what, `evidence` is where it is met."""

    name: str
    original: str
    why: str
    evidence: tuple[Evidence, ...]


def imitations_of(case: Case) -> Iterator[Imitation]:
    """Yield the imitations among the outlets that carry the claim and the sources that they give for it, each
    once, in the order of the carriers."""
    given = {node.name for node in case.graph.nodes if not node.is_article}
    seen: set[str] = set()
    for carrier in case.graph.carriers:
        reading = case.readings[carrier.article_id]
        own = reading.resolved.outlet
        for source in reading.resolved.sources:
            if source.imitates is None or source.id in seen:
                continue
            is_own = own is not None and source.id == own.id
            if is_own or source.name in given:
                seen.add(source.id)
                words = () if is_own else source.mentions[:1]
                article = reading.article
                places = tuple(
                    Evidence(article_id=article.id, span=span, text=article.cut(span)) for span in words
                )
                yield Imitation(
                    name=source.name,
                    original=source.imitates,
                    why=source.reasons[-1],
                    evidence=places or case.mentions_of([article.id]),
                )
