"""The findings of MODEL.md, one module each. A finding without words to show for it is not published."""

from collections.abc import Callable, Iterator

from ondit.assess.case import Case
from ondit.assess.findings import (
    after_retraction,
    all_unnamed,
    circular_reporting,
    confirmed,
    copied_without_credit,
    denial,
    hedge_lost,
    impossible_order,
    not_resolved,
    number_drift,
    plural_of_one,
    single_origin,
)
from ondit.model.provenance import Finding

FINDINGS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    single_origin.find,
    all_unnamed.find,
    circular_reporting.find,
    copied_without_credit.find,
    plural_of_one.find,
    hedge_lost.find,
    number_drift.find,
    denial.find,
    denial.find_cited,
    confirmed.find,
    after_retraction.find,
    impossible_order.find,
    not_resolved.find,
)
"""All findings, in the order in which a reader wants them."""


def findings_of(case: Case) -> tuple[Finding, ...]:
    """Return the findings of a case that have evidence, in the order of the table."""
    return tuple(finding for find in FINDINGS for finding in find(case) if finding.evidence)
