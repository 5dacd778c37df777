"""Denied by ..., or no denial found."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.model.provenance import Finding

DENIED, NONE_FOUND = "denied by", "no denial found"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each who denies the claim; where nobody does, that none was found in this
    collection, shown by the claim itself."""
    named = {node.name: node.id for node in case.nodes.values()}
    cited = {edge.giver for edge in case.supports()}
    for denial in case.denials:
        articles = f"{len(denial.articles)} article" + ("" if len(denial.articles) == 1 else "s")
        own = ", who is cited for it elsewhere" if named.get(denial.name) in cited else ""
        text = f"Denied by {denial.name}{own}, in {articles}."
        yield Finding(kind=DENIED, text=text, evidence=(denial.evidence,))
    if not case.denials:
        evidence = case.mentions_of(sorted(case.claim.supporters)[:1])
        if evidence:
            text = "No article of this collection carries a denial of the claim."
            yield Finding(kind=NONE_FOUND, text=text, evidence=evidence)
