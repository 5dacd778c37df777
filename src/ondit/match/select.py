"""Select the claim that a sentence asks for, seen from that sentence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from ondit.match.slots import compare
from ondit.match.vectors import mention_counts
from ondit.model.claim import Claim, Mention
from ondit.text.weights import TermWeights, Vector, dot

LEAST_MATCH = 0.25  # cosine of the asked sentence to its best mention; below, nothing matches
LEAST_COVERED = 0.4  # share of the asked sentence's weight that the best mention has
SEED_SHARE = (
    0.7  # mentions this near to the best match, as a share of it, show how the claim is put elsewhere
)
JOIN_BAR = 0.2  # cosine to the asked sentence as others put it, in articles of the claim's story
FOREIGN_JOIN_BAR = 0.35  # the same, in articles of another story
_ECHO = 1.0  # weight of the others' wording beside the asked one (Rocchio 1971)


def select_claim(asked: Mention, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim that fits an asked sentence best, with the mentions of other claims that fit as well.

    `asked` is a mention made of the sentence as of any article. The claim keeps the id of the best one. None
    when nothing matches well enough.
    """
    mentions = [mention for claim in claims for mention in claim.mentions]
    weights = _weights(mentions)
    wanted = weights.vector(mention_counts(asked))
    vectors = {mention.id: weights.vector(mention_counts(mention)) for mention in mentions}
    matches = {one: dot(wanted, vector) for one, vector in vectors.items()}
    best = max(claims, key=lambda claim: (_fit(claim, matches), claim.id), default=None)
    if best is None or not _is_match(wanted, best, matches, vectors):
        return None
    top = max(matches.values())
    seeds = [vectors[one] for one, match in matches.items() if match >= SEED_SHARE * top]
    echoed = _echo(wanted, seeds)
    chosen = [
        mention
        for claim in claims
        for mention in claim.mentions
        if claim.id == best.id or _joins(mention, dot(echoed, vectors[mention.id]), claim.story == best.story)
    ]
    names = _names_by_article(mentions)
    kept = [one for one in chosen if not _parts(asked, one, names[one.article_id])]
    return msgspec.structs.replace(best, mentions=tuple(kept)) if kept else None


def _weights(mentions: Iterable[Mention]) -> TermWeights:
    terms: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        terms[mention.article_id].update(mention_counts(mention))
    weights = TermWeights()
    for held in terms.values():
        weights.add(held)
    return weights


def _fit(claim: Claim, matches: dict[str, float]) -> float:
    """Return how well a claim fits: half its best mention, half the average of all."""
    values = [matches[mention.id] for mention in claim.mentions]
    return (max(values) + sum(values) / len(values)) / 2


def _is_match(
    wanted: Vector, claim: Claim, matches: dict[str, float], vectors: dict[str, dict[str, float]]
) -> bool:
    nearest = max(claim.mentions, key=lambda mention: matches[mention.id])
    covered = sum(value**2 for term, value in wanted.items() if term in vectors[nearest.id])
    return matches[nearest.id] >= LEAST_MATCH and covered >= LEAST_COVERED


def _echo(wanted: Vector, seeds: Sequence[Vector]) -> dict[str, float]:
    """Return the asked vector with the average of the seeds, at unit length."""
    summed: defaultdict[str, float] = defaultdict(float, wanted)
    for seed in seeds:
        for term, value in seed.items():
            summed[term] += _ECHO * value / len(seeds)
    length = sum(value * value for value in summed.values()) ** 0.5
    return {term: value / length for term, value in summed.items()}


def _joins(mention: Mention, match: float, same_story: bool) -> bool:
    return match >= (JOIN_BAR if same_story else FOREIGN_JOIN_BAR)


def _names_by_article(mentions: Iterable[Mention]) -> dict[str, tuple[str, ...]]:
    names: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        names[mention.article_id].update(mention.names)
    return {article_id: tuple(sorted(held)) for article_id, held in names.items()}


def _parts(asked: Mention, mention: Mention, around: Sequence[str]) -> bool:
    return bool(compare(asked, mention, around_one=asked.names, around_other=around).part)
