"""Plural made of one: "sources" downstream of "a source"."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.assess.flow import reached
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
            plural = several[0].evidence[0]
            singular = [evidence for witness in one for evidence in witness.evidence]
            yield Finding(kind=KIND, text=text, evidence=(_upstream(singular, plural, case), plural))


def _upstream(singular: list[Evidence], plural: Evidence, case: Case) -> Evidence:
    """Return the place that the plural was made from, if a chain leads to it, else the first one."""
    led_to = reached([plural.article_id], case.flow.givers)
    return min(singular, key=lambda evidence: evidence.article_id not in led_to)
