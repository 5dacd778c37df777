"""Hedge lost: attributed or hedged upstream, asserted downstream."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.model.claim import Voice
from ondit.model.provenance import Finding

KIND = "hedge lost"

CAREFUL = {Voice.ATTRIBUTED, Voice.HEDGED}


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each article that asserts what an article it has the claim from only reports."""
    seen = set()
    for edge in case.supports():
        taker, giver = case.carriers.get(edge.taker), case.carriers.get(edge.giver)
        if not taker or not giver or (edge.taker, edge.giver) in seen:
            continue
        seen.add((edge.taker, edge.giver))
        if taker.voice is Voice.ASSERTED and giver.voice in CAREFUL:
            evidence = case.mentions_of((edge.giver, edge.taker))
            if evidence:
                text = f"{taker.outlet} asserts what it has from {giver.outlet}, where it is {giver.voice}."
                yield Finding(kind=KIND, text=text, evidence=evidence)
