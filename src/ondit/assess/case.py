"""What has been worked out about a claim, for the findings to look at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

import msgspec

from ondit.assess.flow import Flow
from ondit.assess.sameness import Group
from ondit.model.claim import Claim
from ondit.model.provenance import (
    Carrier,
    Edge,
    Evidence,
    IndependentOrigins,
    Node,
    ProvenanceGraph,
    Stance,
    Voicing,
)
from ondit.model.reading import Reading


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """The graph of a claim with its origins, range and voicings. `nodes` and `carriers` are by id."""

    graph: ProvenanceGraph
    readings: Mapping[str, Reading]
    nodes: Mapping[str, Node]
    carriers: Mapping[str, Carrier]
    flow: Flow
    groups: tuple[Group, ...]
    range: IndependentOrigins
    denials: tuple[Voicing, ...]
    confirmations: tuple[Voicing, ...]

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.graph.claim

    def supports(self) -> Iterator[Edge]:
        """Yield the edges that support the claim."""
        return (edge for edge in self.graph.edges if edge.stance is Stance.SUPPORTS)

    def shown(self, article_id: str) -> Evidence | None:
        """Return the first mention of the claim in an article as evidence."""
        carrier, reading = self.carriers.get(article_id), self.readings.get(article_id)
        if not carrier or not reading or not carrier.spans:
            return None
        span = carrier.spans[0]
        return Evidence(article_id=article_id, span=span, text=reading.article.cut(span))

    def mentions_of(self, articles: Iterable[str]) -> tuple[Evidence, ...]:
        """Return the first mention of the claim in each of the articles that has one."""
        return tuple(evidence for one in articles if (evidence := self.shown(one)))

    def proofs(self, ends: Iterable[Sequence[str]]) -> Iterator[tuple[Evidence, ...]]:
        """Yield, for each of these ends, the words that prove the edges into its nodes, in their order."""
        into: dict[str, list[tuple[int, Evidence]]] = {}
        for place, edge in enumerate(self.supports()):
            into.setdefault(edge.giver, []).append((place, edge.evidence))
        for nodes in ends:
            found = [one for node in nodes for one in into.get(node, ())]
            yield tuple(evidence for _, evidence in sorted(found, key=itemgetter(0)))
