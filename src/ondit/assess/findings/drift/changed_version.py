"""Changed between versions: one page that said otherwise before."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.assess.findings.drift.number_drift import worded
from ondit.model.claim import Quantity
from ondit.model.provenance import Carrier, Evidence, Finding

KIND = "changed between versions"

TAKEN_BACK = "the later version takes the report back"
LEFT_OUT = "the later version does not carry the claim any more"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each page whose later version carries the claim in another voice or with other
    figures, takes it back, or does not carry it any more."""
    for revision in case.graph.revisions:
        later = case.carriers.get(revision.later)
        changes = _changes(revision.earlier, later) if later else LEFT_OUT
        changes = TAKEN_BACK if revision.takes_back else changes
        evidence = [_shown(case, revision.earlier), revision.takes_back, later and _shown(case, later)]
        told = [one for one in evidence if one]
        if changes and told:
            text = f"{revision.earlier.outlet} changed its page: {changes}."
            yield Finding(kind=KIND, text=text, evidence=tuple(dict.fromkeys(told)))


def _changes(earlier: Carrier, later: Carrier) -> str:
    changes = []
    if earlier.voice is not later.voice:
        changes.append(f"the claim was {earlier.voice}, and is now {later.voice}")
    before, after = _figures(earlier.quantities), _figures(later.quantities)
    for unit in sorted(before.keys() & after.keys()):
        if before[unit] != after[unit]:
            changes.append(f"{unit}: {_listed(before[unit])} before, {_listed(after[unit])} now")
    return "; ".join(changes)


def _figures(quantities: tuple[Quantity, ...]) -> dict[str, set[str]]:
    """Return the figures of a version by what they count; what nothing is said to count tells nothing."""
    figures: dict[str, set[str]] = {}
    for one in quantities:
        if one.unit:
            figures.setdefault(one.unit, set()).add(worded(one))
    return figures


def _listed(figures: set[str]) -> str:
    return ", ".join(sorted(figures))


def _shown(case: Case, carrier: Carrier) -> Evidence | None:
    reading = case.readings.get(carrier.article_id)
    if reading is None or not carrier.spans:
        return None
    span = carrier.spans[0]
    return Evidence(article_id=carrier.article_id, span=span, text=reading.article.cut(span))
