"""Same, different, or unknown: which origins are one mouth, by evidence only."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import networkx as nx

from ondit.assess.quoting import retold_quotations, shared_quotations
from ondit.assess.witness import Witness
from ondit.model.decision import SourceVerdict
from ondit.model.provenance import Node
from ondit.model.source import SourceKind
from ondit.text.fold import fold


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Origins joined as one mouth. `reasons` say why, in words; `contradiction` says why two of them are
    different all the same, empty when nothing does.

    `family` are all origins that evidence joins with them: more than the members only where the analyst has
    decided that some of those are different.
    """

    members: tuple[Witness, ...]
    family: tuple[Witness, ...]
    reasons: tuple[str, ...] = ()
    contradiction: str = ""

    @property
    def marks(self) -> tuple[bool, bool, bool]:
        """What could set it apart: that it knows, that it has a role, that the text calls it another one."""
        return (
            any(one.knows for one in self.family),
            any(one.description.roles for one in self.family),
            any(one.description.another or one.separate_in or one.apart for one in self.family),
        )


class Join(msgspec.Struct, frozen=True):
    """Evidence that two origins are one mouth."""

    one: Witness
    other: Witness
    reason: str


def groups_of(witnesses: Sequence[Witness], verdicts: Sequence[SourceVerdict] = ()) -> tuple[Group, ...]:
    """Return the origins in groups of one mouth each, in the order of their first members' ids.

    Evidence and decisions make families. A family is as many mouths as the largest number of its members that
    the analyst has decided to be pairwise different. So a "same" decision never raises the number of
    groups, and a "different" one never lowers the number of those that are different.
    """
    witnesses = with_verdicts(witnesses, verdicts)
    up = {witness.node.id: witness.node.id for witness in witnesses}

    def root(node: str) -> str:
        while up[node] != node:
            up[node] = up[up[node]]
            node = up[node]
        return node

    used: list[Join] = []
    for join in (*_by_decision(witnesses, verdicts), *joins_of(witnesses)):
        low, high = sorted((root(join.one.node.id), root(join.other.node.id)))
        if low != high:
            up[high] = low
            used.append(join)
    members: dict[str, list[Witness]] = {}
    for witness in witnesses:
        members.setdefault(root(witness.node.id), []).append(witness)
    reasons: dict[str, dict[str, None]] = {}
    for join in used:
        reasons.setdefault(root(join.one.node.id), {})[join.reason] = None
    return tuple(
        group
        for first, found in sorted(members.items())
        for group in _mouths(tuple(found), tuple(reasons.get(first, ())))
    )


def with_verdicts(witnesses: Sequence[Witness], verdicts: Sequence[SourceVerdict]) -> list[Witness]:
    """Return the origins, each with those that the analyst has decided to be others."""
    apart: dict[str, dict[str, str]] = {}
    for verdict in verdicts:
        for one, other in _meant(witnesses, verdict) if not verdict.same else ():
            words = f"{_names(one, other)} are two: {verdict.why}"
            apart.setdefault(one.node.id, {})[other.node.id] = words
            apart.setdefault(other.node.id, {})[one.node.id] = words
    return [
        msgspec.structs.replace(one, apart=tuple(sorted(apart[one.node.id].items())))
        if one.node.id in apart
        else one
        for one in witnesses
    ]


def _meant(witnesses: Sequence[Witness], verdict: SourceVerdict) -> Iterator[tuple[Witness, Witness]]:
    """Yield the pairs of origins that a decision is about: an outlet's id may mean several of its pages."""
    for one in witnesses:
        if verdict.one in one.node.names:
            yield from (
                (one, other) for other in witnesses if other is not one and verdict.other in other.node.names
            )


def _by_decision(witnesses: Sequence[Witness], verdicts: Sequence[SourceVerdict]) -> Iterator[Join]:
    for verdict in verdicts:
        for one, other in _meant(witnesses, verdict) if verdict.same else ():
            yield Join(one, other, f"{_names(one, other)} are one: {verdict.why}")


def _mouths(family: tuple[Witness, ...], reasons: tuple[str, ...]) -> Iterator[Group]:
    """Yield the mouths of a family: one, or as many as decisions make of it.

    Those that are decided to be different stand for one mouth each; every other member goes with the first
    of them that it is not decided to be different from.
    """
    if not any(one.apart for one in family):
        yield Group(members=family, family=family, reasons=reasons, contradiction=_contradiction(family))
        return
    decided = nx.Graph()
    decided.add_nodes_from(one.node.id for one in family)
    decided.add_edges_from(
        (one.node.id, other) for one in family for other, _ in one.apart if other in decided.nodes
    )
    firsts = min((sorted(clique) for clique in nx.find_cliques(decided)), key=lambda one: (-len(one), one))
    parts: dict[str, list[Witness]] = {one: [] for one in firsts}
    for witness in family:
        others = {other for other, _ in witness.apart}
        fitting = [one for one in firsts if one == witness.node.id] or [
            one for one in firsts if one not in others
        ]
        parts[(fitting or firsts)[0]].append(witness)
    against = {one.node.id: dict(one.apart) for one in family}[firsts[0]].get(firsts[-1], "")
    for first, part in parts.items():
        yield Group(
            members=tuple(part),
            family=family,
            reasons=reasons if len(part) > 1 else (),
            contradiction=_contradiction(part) or (against if first == firsts[0] else ""),
        )


def joins_of(witnesses: Sequence[Witness]) -> Iterator[Join]:
    """Yield the evidence that origins are one mouth: one outlet, one office, one quotation, one way in."""
    yield from _by_outlet(witnesses)
    yield from _by_office(witnesses)
    for one, other, words in shared_quotations(witnesses):
        yield Join(one, other, f"the same quoted words: “{words}”")
    for one, other, words in retold_quotations(witnesses):
        if not _excluded(one, other) and one.description.another == other.description.another:
            yield Join(one, other, f"one quotation in two wordings: “{words}”")
    yield from _by_way(witnesses)
    yield from _by_credit(witnesses)


def _by_outlet(witnesses: Iterable[Witness]) -> Iterator[Join]:
    known: dict[str, Witness] = {}
    for witness in witnesses:
        outlet = witness.node.outlet_id
        if outlet and outlet in known:
            yield Join(known[outlet], witness, f"both are {known[outlet].node.name}")
        elif outlet:
            known[outlet] = witness


def _by_office(witnesses: Iterable[Witness]) -> Iterator[Join]:
    known: dict[str, Witness] = {}
    for witness in witnesses:
        for body in sorted(witness.bodies):
            if body in known:
                one, other = known[body].node.name, witness.node.name
                yield Join(known[body], witness, f"“{one}” and “{other}” speak for one body")
            else:
                known[body] = witness


def _by_way(witnesses: Iterable[Witness]) -> Iterator[Join]:
    """Join unnamed sources that one outlet gives for the claim, unless their roles exclude each other or the
    text says that there is another one. A description without a role goes with the first role. So are
    documents joined, but never a document and somebody who speaks."""
    ways: dict[tuple[str, bool, bool], list[Witness]] = {}
    for witness in witnesses:
        if witness.is_described or witness.is_untitled:
            for outlet in witness.through:
                key = (outlet, witness.is_untitled, witness.description.another)
                ways.setdefault(key, []).append(witness)
    for _, found in sorted(ways.items(), key=lambda item: item[0]):
        batches: list[list[Witness]] = []
        for witness in sorted(found, key=lambda one: not one.description.roles):
            fitting = (batch for batch in batches if not any(_excluded(witness, one) for one in batch))
            batch = next(fitting, None)
            if batch is None:
                batches.append([witness])
            else:
                yield Join(
                    batch[-1], witness, "unnamed sources of one outlet, and nothing says that there are two"
                )
                batch.append(witness)


def _by_credit(witnesses: Sequence[Witness]) -> Iterator[Join]:
    """Join an unnamed source with that of an outlet which the same page credits for the claim, where the two
    descriptions share a telling word or are the same words: the page shows where it has its source from."""
    sources: dict[str, list[Witness]] = {}
    for witness in witnesses:
        if witness.is_described or witness.is_untitled:
            for outlet in witness.through:
                sources.setdefault(outlet, []).append(witness)
    for witness in witnesses:
        if not (witness.is_described or witness.is_untitled) or witness.description.another:
            continue
        for outlet in sorted(witness.beside - witness.through):
            for other in sources.get(outlet, ()):
                if _alike(witness, other) and not _excluded(witness, other):
                    reason = (
                        f"the page that gives “{witness.node.name}” credits the outlet of “{other.node.name}”"
                    )
                    yield Join(witness, other, reason)


def _alike(one: Witness, other: Witness) -> bool:
    """Tell whether two descriptions share a telling word, or are the same words."""
    same = fold(one.node.name) == fold(other.node.name)
    return same or bool(one.description.stems & other.description.stems)


def difference(one: Group, other: Group) -> str:
    """Return why two groups are different, empty when nothing shows it: then it is unknown."""
    if one.family is other.family:
        return next(
            (words for left in one.members for right in other.members if (words := _decided(left, right))), ""
        )
    reasons = (_different(left, right) for left in one.family for right in other.family)
    return next((reason for reason in reasons if reason), "")


def _decided(one: Witness, other: Witness) -> str:
    return dict(one.apart).get(other.node.id, "")


def _different(one: Witness, other: Witness) -> str:
    if words := _decided(one, other):
        return words
    one_owner = one.node.owner and one.node.owner == other.node.owner
    apart = not (one_owner or _of_one_house(one, other) or _may_be_translated(one, other))
    if one.knows and other.knows and apart:
        return f"{_names(one, other)} are both named, and each speaks from own knowledge"
    return _excluded(one, other)


def _of_one_house(one: Witness, other: Witness) -> bool:
    """Tell whether a person and a body may speak for one: the name of the body is how that of the person's
    begins ("Kestor" and the head of "Kestor Salz"). That makes them no one mouth, and no two either."""
    if SourceKind.PERSON not in {one.node.source_kind, other.node.source_kind}:
        return False
    pairs = ((left, right) for left in one.houses for right in other.houses)
    return any(
        f"{left} ".startswith(f"{right} ") or f"{right} ".startswith(f"{left} ") for left, right in pairs
    )


def _may_be_translated(one: Witness, other: Witness) -> bool:
    """Tell whether two names may be one body's in two languages: no language has both, and a body is among
    them, or a name of which nothing tells whose it is. A person's name is written alike everywhere."""
    bodies = [witness for witness in (one, other) if _is_translatable(witness.node)]
    languages = [set(witness.node.languages) for witness in (one, other)]
    return bool(bodies) and all(languages) and not languages[0] & languages[1]


def _is_translatable(node: Node) -> bool:
    return node.source_kind is SourceKind.ORGANISATION or node.guessed


def _excluded(one: Witness, other: Witness) -> str:
    """Return why the text itself keeps two origins apart, empty when it does not."""
    if one.is_described and other.is_described:
        reason = one.description.excludes(other.description)
        if reason:
            return f"{_names(one, other)} cannot be one person: {reason}"
        if one.description.another != other.description.another and one.articles & other.articles:
            return f"the text that gives {_names(one, other)} says that there are two"
    if one.separate_in & other.articles or other.separate_in & one.articles:
        return f"the text that gives {_names(one, other)} calls one of them independent"
    return ""


def _names(one: Witness, other: Witness) -> str:
    return f"“{one.node.name}” and “{other.node.name}”"


def _contradiction(members: Sequence[Witness]) -> str:
    """Return why two members are different all the same; only one that the text marks can be."""
    marked = [one for one in members if one.description.roles or one.description.another or one.separate_in]
    reasons = (_excluded(one, other) for one in marked for other in members if one is not other)
    return next((reason for reason in reasons if reason), "")
