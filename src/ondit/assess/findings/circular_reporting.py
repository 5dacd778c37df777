"""Circular reporting: outlets that have the claim from one another."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.model.provenance import Finding

KIND = "circular reporting"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each circle, with the sentences that close it."""
    for circle in case.flow.circles:
        members = set(circle)
        evidence = tuple(
            edge.evidence for edge in case.supports() if edge.taker in members and edge.giver in members
        )
        if evidence:
            names = ", ".join(sorted({case.nodes[node].name for node in circle}))
            text = f"{names} have it from one another: one place."
            yield Finding(kind=KIND, text=text, evidence=evidence)
