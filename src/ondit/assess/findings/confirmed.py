"""Confirmed on own knowledge by ..."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.model.provenance import Finding

KIND = "confirmed on own knowledge by"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each named origin that the first articles of the collection do not lead to."""
    for confirmation in case.confirmations:
        text = f"{confirmation.name} confirms the claim from own knowledge."
        yield Finding(kind=KIND, text=text, evidence=(confirmation.evidence,))
