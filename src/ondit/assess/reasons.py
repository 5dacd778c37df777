"""The reasons for both ends of a range, in words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ondit.assess.flow import Flow, reached
from ondit.assess.independence import Range
from ondit.assess.sameness import Group
from ondit.model.provenance import Node
from ondit.model.source import SourceKind

MOST_TOLD = 5
"""Reasons of one sort that are told; a reader of a larger range looks at the graph."""


def reasons_of(
    sure: Range, all_in: Range, groups: Sequence[Group], flow: Flow, nodes: Mapping[str, Node]
) -> tuple[str, ...]:
    """Return why the range is what it is: what keeps origins apart, what joins them, and what is open."""
    low, high = min(sure.at_least, all_in.at_least), max(sure.at_most, all_in.at_most)
    why = [f"at least {low}: {reason}" for reason in all_in.reasons[:MOST_TOLD]]
    if groups and low == 1 < high:
        why.append("at least 1: no evidence shows that any two of the origins are different")
    why.extend(f"at most {high}: {reason}" for reason in islice(_joins(groups), MOST_TOLD))
    if groups and high > low:
        why.append(f"at most {high}: no evidence joins the {high} origins any further")
    why.extend(islice(_side_by_side(flow, nodes), MOST_TOLD))
    if (sure.at_least, sure.at_most) != (all_in.at_least, all_in.at_most):
        why.append("a link between two texts is not sure; the range holds with and without it")
    if flow.ends:
        why.append(_told_ends(len(flow.ends), bool(groups)))
    return tuple(why)


def _joins(groups: Sequence[Group]) -> Iterator[str]:
    for group in groups:
        if len(group.members) > 1:
            name = group.members[0].node.name
            yield f"“{name}” is one origin under {len(group.members)} wordings: {', '.join(group.reasons)}"


def _side_by_side(flow: Flow, nodes: Mapping[str, Node]) -> Iterator[str]:
    """Tell which articles give two outlets for the claim of which one has it from the other."""
    for article, givers in flow.givers.items():
        outlets = [giver for giver in givers if nodes[giver].source_kind is SourceKind.OUTLET]
        if not nodes[article].is_article or len(outlets) < 2:
            continue
        for one in outlets:
            further = reached(flow.givers.get(one, ()), flow.givers)
            for other in outlets:
                if other != one and other in further:
                    citing, child, parent = (nodes[node].name for node in (article, one, other))
                    yield f"{citing} gives {child} and {parent} for it, but {child} has it from {parent}"


def _told_ends(ends: int, beside: bool) -> str:
    count = "1 chain ends" if ends == 1 else f"{ends} chains end"
    if beside:
        return f"{count} short of an origin and {'is' if ends == 1 else 'are'} not counted"
    return f"nothing but unresolved ends supports the claim: {count} short of an origin"
