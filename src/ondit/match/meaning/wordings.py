"""Wordings: mentions that say alike in about the same words, whatever claim they belong to.

A claim is one in all its wordings, but a sentence that is asked for is one wording, and a claim is found by
those that are near it.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ondit.match.meaning.named import shared_names
from ondit.match.meaning.traits import Traits
from ondit.match.slots import compare
from ondit.model.claim import Claim, Mention
from ondit.model.span import text_order
from ondit.text.clusters import AverageLink, Effort
from ondit.text.weights import Vector

_ALIKE = 0.35  # average cosine of two mentions' terms, articles of one story; .30 to .40 do as well
_ALIKE_ELSEWHERE = 0.50  # the same, articles of two stories
_NAMES_DIFFER = 0.20  # added where less than half of the names agree
_ACT_DIFFERS = 0.10  # added where others do another thing: the words in common are then the circumstances
_HALF = 0.5
_NEVER = 2.0  # above every cosine
_REPRESENTATIVES = 3  # mentions of a wording whose slots are compared
_LEAST_TO_FOUND = 3  # terms a mention needs to found a wording; shorter ones may only join
_PARTING = frozenset({"places", "roles"})
_EFFORT = Effort(looks=100, candidates=8)  # 500 and 20 take twice the time for 5% fewer wordings


def wordings(
    claims: Sequence[Claim],
    vectors: Mapping[str, Vector],
    traits: Mapping[str, Traits],
    stories: Mapping[str, str | None],
) -> list[Claim]:
    """Return the wordings of some claims: each as the claim of its first mention, with its own mentions and
    story.

    `vectors`, `traits` and `stories` are those of the mentions, by id. A mention too short to be compared
    goes with the one before it in its article, where the two are of one claim.
    """
    claim_of = {mention.id: claim for claim in claims for mention in claim.mentions}
    mentions = {mention.id: mention for claim in claims for mention in claim.mentions}
    bar = _Bar(traits, stories)
    clusters = AverageLink(bar, _ALIKE, _EFFORT)
    firsts: dict[tuple[object, ...], str] = {}
    for mention in mentions.values():
        firsts.setdefault((mention.article_id, mention.spans), mention.id)
    founders = [one for one in sorted(firsts.values()) if len(mentions[one].terms) >= _LEAST_TO_FOUND]
    for one in founders:
        clusters.found(one, vectors[one])
    clusters.look_up({one: vectors[one] for one in firsts.values() if vectors[one]})
    clusters.settle(founders)
    before: dict[str, Mention] = {}
    alone: list[str] = []
    for mention in sorted(
        mentions.values(), key=lambda one: (one.article_id, text_order(one.spans[0]), one.id)
    ):
        first = firsts[mention.article_id, mention.spans]
        key = clusters.key_of.get(first) or (clusters.join(first, vectors[first]) if mention.terms else None)
        earlier = before.get(mention.article_id)
        if key is None and earlier and claim_of[earlier.id] is claim_of[mention.id]:
            key = clusters.key_of.get(earlier.id)
        if key is None:
            alone.append(mention.id)
            continue
        if mention.id not in clusters.key_of:
            clusters.put(mention.id, vectors[mention.id], key)
        before[mention.article_id] = mention
    groups = [*clusters.clusters().values(), *((one,) for one in alone)]
    return [
        replace(
            claim_of[group[0]],
            mentions=tuple(mentions[one] for one in sorted(group)),
            story=stories[group[0]],
        )
        for group in groups
    ]


class _Bar:
    """How alike the mentions of two wordings must be."""

    def __init__(self, traits: Mapping[str, Traits], story_of: Mapping[str, str | None]) -> None:
        self._traits, self._story_of = traits, story_of

    def needed(self, items: Sequence[str], others: Sequence[str], average: float) -> float:
        """Return the average cosine that two sets of mentions need; above 1 where slots keep most apart."""
        pairs = [
            self._needed(self._traits[one], self._traits[other])
            for one in items[:_REPRESENTATIVES]
            for other in others[:_REPRESENTATIVES]
        ]
        open_pairs = [needed for needed in pairs if needed < _NEVER]
        return sum(open_pairs) / len(open_pairs) if len(open_pairs) * 2 > len(pairs) else _NEVER

    def least(self, items: Sequence[str], others: Sequence[str]) -> float:
        """Return what they need at least."""
        return _ALIKE

    def _needed(self, first: Traits, second: Traits) -> float:
        slots = compare(first, second)
        one, other = first.mention, second.mention
        if _PARTING & set(slots.part):
            return _NEVER
        near = one.article_id == other.article_id or self._story_of[one.id] == self._story_of[other.id]
        needed = _ALIKE if near else _ALIKE_ELSEWHERE
        shared = shared_names(one.names, other.names)
        if shared is not None and shared < _HALF:
            needed += _NAMES_DIFFER
        if {"predicate", "agents"} <= set(slots.differ):
            needed += _ACT_DIFFERS
        return needed
