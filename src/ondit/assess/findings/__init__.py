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
    impossible_order,
    not_resolved,
    self_citation,
    single_origin,
)
from ondit.assess.findings.drift import changed_version, hedge_lost, number_drift, plural_of_one
from ondit.model.provenance import Finding

FINDINGS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    single_origin.find,
    all_unnamed.find,
    circular_reporting.find,
    self_citation.find,
    copied_without_credit.find,
    plural_of_one.find,
    hedge_lost.find,
    number_drift.find,
    changed_version.find,
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
