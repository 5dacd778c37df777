"""Copied without credit: a text that stands in an earlier one and does not say so."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.model.provenance import EdgeKind, Finding

KIND = "copied without credit"

CREDITED = "credited"
"""The flag of an edge between pages of which one credits the other, or both the same outlet."""


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each copied article, with all others who copied it."""
    copied: dict[str, list[tuple[str, Finding]]] = {}
    for edge in case.graph.edges:
        outlets = [case.nodes[one].outlet_id for one in (edge.taker, edge.giver)]
        own = outlets[0] is not None and outlets[0] == outlets[1]
        if edge.kind is EdgeKind.COPIES and CREDITED not in edge.flags and not own:
            taker, giver = case.nodes[edge.taker].name, case.nodes[edge.giver].name
            unsure = " (the link is inferred)" if edge.inferred else ""
            text = f"{taker} shares its words on the claim with {giver}, without credit{unsure}."
            finding = Finding(kind=KIND, text=text, evidence=(edge.evidence,))
            copied.setdefault(edge.giver, []).append((taker, finding))
    for giver, found in copied.items():
        if len(found) == 1:
            yield found[0][1]
            continue
        name = case.nodes[giver].name
        text = f"{len(found)} articles share their words on the claim with {name}, without credit."
        yield Finding(kind=KIND, text=text, evidence=tuple(one.evidence[0] for _, one in found))
