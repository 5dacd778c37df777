"""All origins unnamed: nobody can be asked."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.model.provenance import Finding

KIND = "all origins unnamed"


def find(case: Case) -> Iterator[Finding]:
    """Yield the finding when there is an origin, and every one is known by a description only."""
    witnesses = [witness for group in case.groups for witness in group.members]
    if witnesses and all(witness.is_described for witness in witnesses):
        evidence = tuple(witness.evidence[0] for witness in witnesses if witness.evidence)
        if evidence:
            text = "No origin of the claim is named; each is known by a description only."
            yield Finding(kind=KIND, text=text, evidence=evidence)
