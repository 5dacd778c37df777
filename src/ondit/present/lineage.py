"""The shape of a provenance graph for the eye: one order, one giver above each taker.

A graph is no tree: an article may have a claim from many. For the eye each node stands once, under the giver
that leads to an origin by the longest chain; its other givers are named beside it. Nothing is decided here
that a count rests on.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import msgspec

from ondit.model.claim import Voice
from ondit.model.provenance import Carrier, Edge, Node, Origin, Stance, Trace
from ondit.model.source import SourceKind
from ondit.present.dates import interval

IMPOSSIBLE_ORDER = "impossible order"
_COLLECTABLE = {SourceKind.OUTLET, SourceKind.DOCUMENT}
_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


class Relative(msgspec.Struct, frozen=True, kw_only=True):
    """A node in its place.

    `above` is the giver it stands under, None at a root; `edges` are the edges to that giver, `beside` those
    to its other givers, one group a giver. `joined` are nodes that are the same mouth and do not stand apart.
    `depth` is the number of steps to the farthest root; `reaches_origin` tells if an origin stands above.
    """

    node: Node
    carrier: Carrier | None = None
    origin: Origin | None = None
    joined: tuple[Node, ...] = ()
    above: str | None = None
    edges: tuple[Edge, ...] = ()
    beside: tuple[tuple[Edge, ...], ...] = ()
    depth: int = 0
    reaches_origin: bool = False

    @property
    def name(self) -> str:
        """What to call it: an origin by its most telling wording."""
        return self.origin.name if self.origin else self.node.name

    @property
    def kind(self) -> SourceKind | None:
        """What it is, where that is known."""
        return self.origin.kind if self.origin else self.node.source_kind

    @property
    def is_origin(self) -> bool:
        """Whether it is an origin that stands behind the claim."""
        return self.origin is not None and self.origin.stance is Stance.SUPPORTS

    @property
    def is_source(self) -> bool:
        """Whether no article of the collection stands here."""
        return self.carrier is None and not self.node.is_article

    @property
    def is_uncollected(self) -> bool:
        """Whether it is a page that somebody could collect and nobody has."""
        collectable = self.node.source_kind in _COLLECTABLE and not self.node.is_relay
        return self.is_source and collectable and not self.is_origin

    @property
    def published(self) -> datetime:
        """The start of the time of publication; sources come before, undated articles after all others."""
        when = interval(self.carrier.published) if self.carrier else None
        return when.start if when else _FIRST if self.is_source else _LAST


class Roots(msgspec.Struct, frozen=True):
    """The roots of a lineage, those with most carriers under them first: origins that support the claim, ends
    that are no origin, and those that only deny it or decline to comment."""

    origins: tuple[Relative, ...]
    ends: tuple[Relative, ...]
    denials: tuple[Relative, ...]


class Lineage:
    """The nodes of a trace, givers before takers (circles are cut at their earliest article)."""

    def __init__(self, members: tuple[Relative, ...], heads: dict[str, str]) -> None:
        self.members = members
        self._heads = heads
        self._by_id = {member.node.id: member for member in members}
        self._below: dict[str, list[Relative]] = {member.node.id: [] for member in members}
        for member in members:
            if member.above is not None:
                self._below[member.above].append(member)
        self.roots = self._sorted_roots()

    def __getitem__(self, node_id: str) -> Relative:
        """Return the member with this id, or the one that it is joined with."""
        return self._by_id[self._heads.get(node_id, node_id)]

    def below(self, member: Relative) -> list[Relative]:
        """Return those that stand directly under a member, in the order of time."""
        return self._below[member.node.id]

    def chain(self, member: Relative) -> list[Relative]:
        """Return the member, whom it stands under, and so on up to the root."""
        chain = [member]
        while (above := chain[-1].above) is not None:
            chain.append(self._by_id[above])
        return chain

    def root(self, member: Relative) -> Relative:
        """Return the root that a member stands under, itself when it is one."""
        return self.chain(member)[-1]

    def folded(self, siblings: Sequence[Relative], most: int) -> list[Relative]:
        """Return those of some siblings that are folded where at most `most` leaves are shown one by one.

        A leaf has nobody under it. The last of the `most` is the fold itself, so that nothing is gained by
        folding one alone.
        """
        leaves = [member for member in siblings if not self.below(member)]
        return leaves[most - 1 :] if len(leaves) > most else []

    def folds(self, most: int, by: Callable[[Relative], object] | None = None) -> list[list[Relative]]:
        """Return all folds of the lineage; an origin is never folded. With `by`, only siblings for which it
        returns the same are folded into one."""
        families = [self.roots.ends, self.roots.denials, *self._below.values()]
        groups: list[Sequence[Relative]] = []
        for siblings in families:
            split: dict[object, list[Relative]] = defaultdict(list)
            for member in siblings:
                split[by(member) if by else None].append(member)
            groups.extend(split.values())
        return [fold for group in groups if (fold := self.folded(group, most))]

    def shown(self, folds: Sequence[Sequence[Relative]]) -> int:
        """Return how many members and folds are shown with these folds."""
        return len(self.members) - sum(len(fold) - 1 for fold in folds)

    def _sorted_roots(self) -> Roots:
        every = [edges for member in self.members for edges in (member.edges, *member.beside)]
        supports = {self[edges[0].giver].node.id for edges in every if is_support(edges)}
        asked = {self[edges[0].giver].node.id for edges in every if edges}
        origins: list[Relative] = []
        ends: list[Relative] = []
        denials: list[Relative] = []
        tops = [member for member in self.members if member.above is None]
        for top in sorted(tops, key=self._size, reverse=True):
            stance = top.origin.stance if top.origin else None
            denies = top.carrier is not None and top.carrier.voice is Voice.DENIED
            if top.is_origin:
                origins.append(top)
            elif stance in {Stance.DENIES, Stance.DECLINES} or (
                top.node.id not in supports and (denies or top.node.id in asked)
            ):
                denials.append(top)
            else:
                ends.append(top)
        return Roots(tuple(origins), tuple(ends), tuple(denials))

    def _size(self, member: Relative) -> int:
        """Return how many carriers stand under a member, itself included, at any depth."""
        count, waiting = 0, [member]
        while waiting:
            one = waiting.pop()
            count += one.carrier is not None
            waiting.extend(self._below[one.node.id])
        return count


def lineage(trace: Trace) -> Lineage:
    """Return the lineage of a trace, whose edges and origins refer to nodes of its graph.

    Edges within one mouth are left out.
    """
    heads = _heads(trace)
    members = _bare(trace, heads)
    pairs: dict[str, dict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for edge in trace.graph.edges:
        taker, giver = heads.get(edge.taker, edge.taker), heads.get(edge.giver, edge.giver)
        if taker != giver:
            pairs[taker][giver].append(edge)
    placed: dict[str, Relative] = {}
    for node_id in _order(members, pairs):
        placed[node_id] = _placed(members[node_id], pairs[node_id], placed)
    return Lineage(tuple(placed.values()), heads)


def is_support(edges: list[Edge] | tuple[Edge, ...]) -> bool:
    """Tell whether one of the edges passes the claim on, and not a denial or a refusal to comment."""
    return any(edge.stance in {Stance.SUPPORTS, Stance.REPEATS} for edge in edges)


def _heads(trace: Trace) -> dict[str, str]:
    """Return, for each source that is one mouth with an origin, the origin's node; articles stand apart."""
    sources = {node.id for node in trace.graph.nodes if not node.is_article}
    return {
        joined: origin.node for origin in trace.origins for joined in origin.joined if joined in sources
    } | {origin.node: origin.node for origin in trace.origins}


def _bare(trace: Trace, heads: dict[str, str]) -> dict[str, Relative]:
    carriers = {carrier.article_id: carrier for carrier in trace.graph.carriers}
    supports_last = sorted(trace.origins, key=lambda origin: origin.stance is Stance.SUPPORTS)
    origins = {origin.node: origin for origin in supports_last}  # who supports and denies stands as an origin
    joined: dict[str, list[Node]] = defaultdict(list)
    for node in trace.graph.nodes:
        if heads.get(node.id, node.id) != node.id:
            joined[heads[node.id]].append(node)
    return {
        node.id: Relative(
            node=node,
            carrier=carriers.get(node.article_id or ""),
            origin=origins.get(node.id),
            joined=tuple(joined[node.id]),
        )
        for node in trace.graph.nodes
        if heads.get(node.id, node.id) == node.id
    }


def _order(members: dict[str, Relative], pairs: dict[str, dict[str, list[Edge]]]) -> Iterator[str]:
    """Yield node ids, givers before takers, else by time; a circle is entered at its earliest member.

    Source: A. B. Kahn, "Topological sorting of large networks", 1962.
    """
    waits: dict[str, set[str]] = {
        taker: {giver for giver, edges in givers.items() if not _is_impossible(edges)}
        for taker, givers in pairs.items()
    }
    takers: dict[str, list[str]] = defaultdict(list)
    for taker, givers in waits.items():
        for giver in givers:
            takers[giver].append(taker)
    rank = {node_id: (member.published, place) for place, (node_id, member) in enumerate(members.items())}
    ready = [(rank[node_id], node_id) for node_id in members if not waits.get(node_id)]
    heapq.heapify(ready)
    left = dict.fromkeys(sorted(members, key=lambda node_id: rank[node_id]))
    while left:
        node_id = heapq.heappop(ready)[1] if ready else next(iter(left))
        if node_id not in left:
            continue
        del left[node_id]
        yield node_id
        for taker in takers[node_id]:
            waits[taker].discard(node_id)
            if not waits[taker] and taker in left:
                heapq.heappush(ready, (rank[taker], taker))


def _placed(bare: Relative, givers: dict[str, list[Edge]], placed: dict[str, Relative]) -> Relative:
    """Return the member under that placed giver which supports, reaches an origin, has the longest chain: in
    this order."""
    known = {
        giver: placed[giver] for giver in givers if giver in placed and not _is_impossible(givers[giver])
    }

    def telling(giver: str) -> tuple[bool, bool, int]:
        return is_support(givers[giver]), known[giver].reaches_origin, known[giver].depth

    above = max(known, key=telling, default=None)
    return msgspec.structs.replace(
        bare,
        above=above,
        edges=tuple(givers[above]) if above is not None else (),
        beside=tuple(tuple(edges) for giver, edges in givers.items() if giver != above),
        depth=max((giver.depth + 1 for giver in known.values()), default=0),
        reaches_origin=bare.is_origin or (above is not None and known[above].reaches_origin),
    )


def _is_impossible(edges: list[Edge]) -> bool:
    return all(IMPOSSIBLE_ORDER in edge.flags for edge in edges)
