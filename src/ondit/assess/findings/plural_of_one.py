"""Plural made of one: "sources" downstream of "a source"."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.assess.witness import Witness
from ondit.model.provenance import Evidence, Finding

KIND = "plural made of one"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each origin that some articles put in the singular and others in the plural."""
    for group in case.groups:
        described = [witness for witness in group.members if witness.is_described and witness.evidence]
        one = [witness for witness in described if not witness.node.plural]
        several = [witness for witness in described if witness.node.plural]
        if one and several:
            text = f"“{several[0].node.name}” is “{one[0].node.name}” elsewhere: one origin, told as several."
            yield Finding(kind=KIND, text=text, evidence=(_shown(one), _shown(several)))


def _shown(witnesses: list[Witness]) -> Evidence:
    return witnesses[0].evidence[0]
