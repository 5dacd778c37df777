"""Impossible order: an article that has the claim from a later one."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.model.provenance import Finding

KIND = "impossible order"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each edge that points to a surely later article."""
    for edge in case.graph.edges:
        if KIND in edge.flags:
            taker, giver = case.carriers[edge.taker], case.carriers[edge.giver]
            text = (
                f"{taker.outlet} ({taker.published}) has the claim from a page of {giver.outlet} that is "
                f"dated later ({giver.published}): one of the dates is wrong, or the page was changed."
            )
            yield Finding(kind=KIND, text=text, evidence=(edge.evidence,))
