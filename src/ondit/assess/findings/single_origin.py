"""Single origin: all that carry the claim have it from one mouth."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.model.provenance import Finding

KIND = "single origin"


def find(case: Case) -> Iterator[Finding]:
    """Yield the finding when exactly one origin stands behind two carriers or more."""
    if case.range.at_most != 1 or len(case.groups) != 1 or len(case.claim.supporters) < 2:
        return
    evidence = tuple(one for witness in case.groups[0].members for one in witness.evidence)
    if evidence:
        carriers = len(case.claim.supporters)
        yield Finding(
            kind=KIND,
            text=f"All {carriers} articles that carry the claim lead to one origin.",
            evidence=evidence,
        )
