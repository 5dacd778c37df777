"""Not resolved: what could not be settled, with the places that leave it open."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.model.provenance import Finding

KIND = "not resolved"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each unresolved end, and one for each contradiction inside an origin."""
    for end in case.flow.ends:
        evidence = case.proofs_of(end.nodes) or case.mentions_of(end.nodes)
        if evidence:
            names = ", ".join(sorted({case.nodes[node].name for node in end.nodes}))
            text = f"A chain ends at {names}: {end.why}."
            yield Finding(kind=KIND, text=text, evidence=evidence)
    for group in case.groups:
        if group.contradiction:
            evidence = tuple(one.evidence[0] for one in group.members if one.evidence)
            text = f"{group.members[0].node.name} is joined by evidence, and yet {group.contradiction}."
            yield Finding(kind=KIND, text=text, evidence=evidence)
