"""First in this collection: by intervals of time, never by a guess."""

from ondit.assess.flow import Flow, reached
from ondit.model.provenance import ProvenanceGraph
from ondit.model.time import Interval, read_interval


def first_in_collection(graph: ProvenanceGraph, flow: Flow) -> tuple[str, ...]:
    """Return the ids of the dated carriers that no other carrier surely precedes, in the order of time.

    Sure is what the times say, and where they leave it open (one day, say), that an article which has the
    claim from another of these comes after it, unless that one has it back from it.
    """
    times = intervals_of(graph)
    if not times:
        return ()
    earliest = min(times.values(), key=lambda interval: interval.end)
    candidates = {one for one, interval in times.items() if not earliest.surely_before(interval)}
    first = {one for one in candidates if not _has_it_from_another(one, candidates, flow)}
    return tuple(sorted(first or candidates, key=lambda one: (times[one].start, one)))


def intervals_of(graph: ProvenanceGraph) -> dict[str, Interval]:
    """Return the times of publication of the dated carriers."""
    return {
        carrier.article_id: read_interval(carrier.published)
        for carrier in graph.carriers
        if carrier.published
    }


def undated(graph: ProvenanceGraph) -> tuple[str, ...]:
    """Return the ids of the carriers without a date."""
    return tuple(carrier.article_id for carrier in graph.carriers if not carrier.published)


def _has_it_from_another(article: str, candidates: set[str], flow: Flow) -> bool:
    givers = candidates.intersection(flow.givers.get(article, ()))
    return any(article not in reached([giver], flow.givers) for giver in givers)
