"""What the system says of a pair: its articles are resolved, traced and assessed as in any trace."""

from collections import Counter
from collections.abc import Sequence

from eval.marks.records import GoldAttribution, GoldItem
from eval.meant.answers import attributed_in_gold, attribution_id
from eval.meant.judging import share
from eval.meant.pairs import Pair, Sameness
from eval.score.scoring import Counts
from ondit.annotate import annotate
from ondit.assess.flow import flow_of
from ondit.assess.sameness import Group, difference, groups_of
from ondit.assess.witness import ground_of, witnesses_of
from ondit.match import find_mentions
from ondit.model.claim import Claim
from ondit.model.provenance import Stance
from ondit.model.reading import Reading
from ondit.resolve import resolve
from ondit.trace import trace_claim


def sameness_of(pair: Pair) -> Sameness | None:
    """Return what the system says of a pair, None where one of the two is no origin to it at all."""
    readings = {item.article.id: _reading(item) for item in pair.items}
    mentions = tuple(one for reading in readings.values() for one in reading.mentions)
    graph = trace_claim(Claim(id="clm_pair", text=pair.claim, mentions=mentions), readings, ())
    ground = ground_of(graph, readings)
    groups = groups_of(witnesses_of(ground, flow_of(graph, Stance.SUPPORTS), Stance.SUPPORTS))
    one, other = (
        _group(groups, _source_id(readings[item.article.id], said)) for item, said in pair.described
    )
    if one is None or other is None:
        return None
    if one is other:
        return Sameness.SAME
    return Sameness.DIFFERENT if difference(one, other) else Sameness.UNKNOWN


def score_pair(pair: Pair, said: Sameness | None) -> Counts:
    """Return the counts of one pair."""
    counts: Counts = {
        "pairs": share([said is pair.answer]),
        f"recall, pairs: {pair.answer.value}": share([said is pair.answer]),
    }
    if said is Sameness.SAME:
        counts["pairs: right among those called same"] = share([pair.answer is Sameness.SAME])
    return counts


def confusion(pairs: Sequence[Pair], said: Sequence[Sameness | None]) -> Counter[tuple[str, str]]:
    """Count the pairs by what they are and what they are called, "no origin" where nothing is said."""
    return Counter(
        (pair.answer.value, one.value if one else "no origin") for pair, one in zip(pairs, said, strict=True)
    )


def _reading(item: GoldItem) -> Reading:
    """Return the article as read, with the marked attributions as all that is said and carries the claim."""
    annotated = annotate(item.article)
    resolved = resolve(annotated, attributed_in_gold(item))
    mentions = tuple(one for one in find_mentions(annotated, resolved) if one.attribution_id)
    return Reading(article=item.article, resolved=resolved, mentions=mentions)


def _source_id(reading: Reading, said: GoldAttribution) -> str | None:
    attribution = reading.attribution(attribution_id(said.number, reading.id))
    return attribution.source_id if attribution else None


def _group(groups: Sequence[Group], source_id: str | None) -> Group | None:
    for group in groups:
        if any(source_id in (one.node.id, *one.node.spellings) for one in group.members):
            return group
    return None
