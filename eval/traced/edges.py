"""Which edges of an answer are right, wrong or free, by the gold of its story."""

from collections.abc import Iterable

import msgspec

from eval.marks.case_marks import Case
from eval.traced.names import Names

Edges = frozenset[tuple[str, str]]


class Wanted(msgspec.Struct, frozen=True):
    """The edges of a story: those that an answer must have, those that it may have, and of these the ones
    that belong to other claims and to denials, which a strict reader does not grant."""

    must: Edges
    free: Edges
    context: Edges


def wanted_edges(case: Case, names: Names) -> Wanted:
    """Return the edges that the gold asks for.

    A short cut, from a page to the source of an outlet that it names, is neither asked for nor wrong; nor is
    an edge along a copy, which is judged apart.
    """
    gold = case.gold
    own = _keyed(((one.taker, one.giver) for one in gold.edges if one.scope == "claim"), names)
    reach = _reach(own)
    short = {
        (taker, giver)
        for taker, giver in own
        for between in _givers(own, taker) - {taker, giver}
        if giver in reach.get(between, ()) and taker not in reach.get(between, ())
    }
    must = frozenset(own - short)
    along = {(taker, giver) for taker, reached in reach.items() for giver in reached}
    copied = _keyed(((one.taker, one.giver) for one in gold.copies), names)
    beside = _keyed(((one.taker, one.giver) for one in gold.edges), names)
    context = _keyed(((one.taker, one.giver) for one in gold.edges if one.scope == "context"), names)
    free = beside | along | copied | {(giver, taker) for taker, giver in copied}
    return Wanted(must, frozenset(free - must), frozenset(context - must - along))


def given_edges(pairs: Iterable[tuple[str, str]], wanted: Wanted, names: Names) -> set[tuple[str, str]]:
    """Return the edges of an answer in the keys of the gold; a page stands for its outlet, or an outlet for
    its page, where only that makes the edge one of the gold."""
    given = {_either(edge, wanted, names) for edge in _keyed(pairs, names)}
    return {(taker, giver) for taker, giver in given if taker != giver}


def _keyed(pairs: Iterable[tuple[str, str]], names: Names) -> set[tuple[str, str]]:
    keyed = {(names.key(taker), names.key(giver)) for taker, giver in pairs}
    return {(taker, giver) for taker, giver in keyed if taker != giver}


def _either(edge: tuple[str, str], wanted: Wanted, names: Names) -> tuple[str, str]:
    ways = [[key, *filter(None, [names.outlet_of.get(key.removeprefix("#"))])] for key in edge]
    pairs = [(taker, giver) for taker in ways[0] for giver in ways[1]]
    known = [
        *(pair for pair in pairs if pair in wanted.must),
        *(pair for pair in pairs if pair in wanted.free),
    ]
    return edge if edge in wanted.must or edge in wanted.free else next(iter(known), edge)


def _givers(edges: Iterable[tuple[str, str]], taker: str) -> set[str]:
    return {giver for one, giver in edges if one == taker}


def _reach(edges: set[tuple[str, str]]) -> dict[str, set[str]]:
    """Return, by node, all nodes that edges lead to."""
    reach: dict[str, set[str]] = {}
    for start in {taker for taker, _ in edges}:
        stack, seen = [start], set[str]()
        while stack:
            new = _givers(edges, stack.pop()) - seen
            seen |= new
            stack.extend(new)
        reach[start] = seen
    return reach
