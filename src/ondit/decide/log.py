"""The log of decisions: which are in force, and which contradict each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from ondit.errors import DecisionError
from ondit.model.decision import Decision, DecisionKind
from ondit.text.fold import fold

_PAIRS = {
    DecisionKind.SAME_SOURCE: DecisionKind.DIFFERENT_SOURCE,
    DecisionKind.SAME_CLAIM: DecisionKind.DIFFERENT_CLAIM,
}
_VERDICTS = (DecisionKind.ACCEPT, DecisionKind.REJECT, DecisionKind.EDIT)
"""What can be decided of an attribution: only one of them at a time."""


def undone(log: Sequence[Decision]) -> dict[str, str]:
    """Return the ids of the decisions that were taken back, each with the id of the `undo`.

    An undo can be undone: what it took back is in force again.
    """
    taken: dict[str, str] = {}
    for decision in reversed(log):  # an undo stands behind what it takes back, so its own fate is known
        if decision.kind is DecisionKind.UNDO and decision.id not in taken:
            taken[decision.one] = decision.id
    return taken


def in_force(log: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that are not taken back, without the undos, in the order of the log."""
    taken = undone(log)
    return tuple(one for one in log if one.id not in taken and one.kind is not DecisionKind.UNDO)


def check(decision: Decision, log: Sequence[Decision]) -> None:
    """Raise `DecisionError` when a decision says nothing, takes back what is not in force, or contradicts one
    that is; the message says which, and what to do."""
    if decision.kind is DecisionKind.UNDO:
        known = {one.id for one in log} - undone(log).keys()
        if decision.one not in known:
            raise DecisionError(
                f"{decision.one} is no decision in force; 'ondit decide' lists those that are"
            )
        return
    if decision.one == decision.other:
        raise DecisionError(f"{decision.kind}: name two ids that differ, not {decision.one} twice")
    if decision.kind is DecisionKind.EDIT and decision.edit is None:
        raise DecisionError("edit: say what to change, with --polarity, --certainty, --distance or --source")
    if decision.kind is DecisionKind.BIND and not decision.name.strip():
        raise DecisionError("bind: say whom the source is, as the second argument")
    against = next(_against(decision, in_force(log)), None)
    if against:
        raise DecisionError(
            f"{decision.kind} contradicts {against.id}, by which {against.who} decided {against.kind} of"
            f" {' and '.join(sorted(against.names))} ({against.reason}); take it back first:"
            f" ondit decide undo {against.id} --reason ..."
        )


def without_names(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions without the persons whom unnamed sources were bound to.

    What was bound to one person stays one source: that names nobody.
    """
    decisions = tuple(decisions)
    bound: dict[str, list[Decision]] = {}
    for one in decisions:
        if one.kind is DecisionKind.BIND:
            bound.setdefault(fold(one.name), []).append(one)
    joined = (
        replace(second, kind=DecisionKind.SAME_SOURCE, other=first.one, name="", reason="")
        for same in bound.values()
        for first, second in pairwise(same)
    )
    return tuple(one for one in decisions if one.kind is not DecisionKind.BIND) + tuple(joined)


def _against(decision: Decision, others: Sequence[Decision]) -> Iterator[Decision]:
    """Yield the decisions in force that cannot stand beside this one."""
    if decision.kind in _VERDICTS:
        said = (one for one in others if one.kind in _VERDICTS and one.one == decision.one)
        yield from (one for one in said if one.kind is not decision.kind or one.edit != decision.edit)
    if decision.kind is DecisionKind.BIND:
        yield from (one for one in others if one.kind is DecisionKind.BIND and one.one == decision.one)
    for same, different in _PAIRS.items():
        if decision.kind in (same, different):
            all_of_them = [*(one for one in others if one.kind in (same, different)), decision]
            roots = same_sets([one for one in all_of_them if one.kind is same])
            clashing = [
                one
                for one in all_of_them
                if one.kind is different and roots.get(one.one, one.one) == roots.get(one.other, one.other)
            ]
            if clashing and decision.kind is same:
                yield from clashing
            elif decision in clashing:
                yield from (one for one in all_of_them if one.kind is same and _touches(one, decision, roots))


def _touches(same: Decision, different: Decision, roots: Mapping[str, str]) -> bool:
    return roots.get(same.one) == roots.get(different.one, different.one)


def same_sets(sames: Iterable[Decision]) -> dict[str, str]:
    """Return, for every id that "same" decisions name, the first id of the set that they join it into."""
    sets: list[frozenset[str]] = []
    for decision in sames:
        touched = [one for one in sets if one & decision.names]
        sets = [one for one in sets if not one & decision.names] + [decision.names.union(*touched)]
    return {one: min(joined) for joined in sets for one in joined}
