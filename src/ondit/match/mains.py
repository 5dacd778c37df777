"""The main claim of an article: what its title and lede say, and whether the article takes a side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log1p

import msgspec

from ondit.languages.claims import ClaimWords
from ondit.model.claim import MainStance, Mention, Voice
from ondit.model.reading import Reading
from ondit.text.fold import folded_words

LEDE = 3  # body sentences that count as the lede
_LEDE_WORDS = 60
_EARLY_WORDS = 100
_TITLE_WEIGHT = 2.0  # a title's mention weighs as much as this many of the lede's


class Points(msgspec.Struct, frozen=True):
    """What a sign in an article counts for two of the three stances; "for" is where both are 0."""

    against: float
    observing: float


_POINTS = (
    Points(-2.0, -1.0),  # nothing found: most articles repeat a rumour as true
    Points(3.0, 1.0),  # the title denies
    Points(2.0, 0.0),  # the title has a negation ("will not play")
    Points(1.5, 0.5),  # words that call untrue, in the whole text
    Points(2.5, 1.0),  # one of them early
    Points(1.5, 2.0),  # words that pass on what others report, in the lede
    Points(1.5, 2.0),  # one of them in the title
)


class Candidate(msgspec.Struct, frozen=True):
    """A claim that title or lede of an article make, and how much weight they give it."""

    claim_id: str
    weight: float


def lede_weights(mentions: Iterable[Mention]) -> tuple[tuple[str, float], ...]:
    """Return the ids of the mentions in title and lede, each with the weight that it has there."""
    return tuple(
        (mention.id, _TITLE_WEIGHT if mention.sentence < 0 else 1.0 / (1 + mention.sentence))
        for mention in mentions
        if mention.sentence < LEDE
    )


def lede_claims(ledes: Iterable[tuple[str, float]], claim_of: Mapping[str, str]) -> tuple[Candidate, ...]:
    """Return the claims that title and lede make, the weightiest first; `claim_of` maps a mention's id."""
    weights: defaultdict[str, float] = defaultdict(float)
    for mention_id, weight in ledes:
        if claim_id := claim_of.get(mention_id):
            weights[claim_id] += weight
    ranked = sorted(weights.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Candidate(claim_id, weight) for claim_id, weight in ranked)


def story_claim(ledes: Iterable[Sequence[Candidate]]) -> str | None:
    """Return the claim that the titles and ledes of a story's articles give the most weight together."""
    weights: defaultdict[str, float] = defaultdict(float)
    for lede in ledes:
        for one in lede:
            weights[one.claim_id] += one.weight
    return min(weights, key=lambda claim_id: (-weights[claim_id], claim_id), default=None)


def main_stance(reading: Reading, words: ClaimWords) -> MainStance:
    """Tell whether an article as a whole holds its main claim true, holds it false, or takes no side.

    Signs in title and text give points for "against" and for "observing"; the side with the most points wins,
    "for" has none. The points are the weights of a logistic regression over these signs, rounded to halves.
    On 1,116 articles about rumours macro-F1 is 73; fitted on half of the rumours and measured on the other
    half it is 78 and 69.
    """
    signs = _signs(reading, words)
    against = sum(points.against * sign for points, sign in zip(_POINTS, signs, strict=True))
    observing = sum(points.observing * sign for points, sign in zip(_POINTS, signs, strict=True))
    if max(against, observing) <= 0:
        return MainStance.FOR
    return MainStance.AGAINST if against > observing else MainStance.OBSERVING


def _signs(reading: Reading, words: ClaimWords) -> tuple[float, ...]:
    """Return how strong each sign of `_POINTS` is: 0 or 1, and for words that are counted ln(1 + count)."""
    article = reading.article
    headline, body = folded_words(article.title), folded_words(article.text)
    untrue, passed_on = words.untrue | words.denial, words.relaying | words.hedge
    title_denied = any(one.voice is Voice.DENIED for one in reading.mentions if one.sentence < 0)
    return (
        1.0,
        float(title_denied or not untrue.isdisjoint(headline)),
        float(_negates(article.title, headline, words)),
        log1p(sum(word in untrue for word in body)),
        float(not untrue.isdisjoint(body[:_EARLY_WORDS])),
        log1p(sum(word in passed_on for word in body[:_LEDE_WORDS])),
        float(not passed_on.isdisjoint(headline)),
    )


def _negates(title: str, headline: Sequence[str], words: ClaimWords) -> bool:
    """Tell whether a title has a negation, as a word or inside one ("isn't")."""
    low = title.lower()
    return not words.negation.isdisjoint(headline) or any(
        mark in low for mark in words.negation if not mark.isalpha()
    )
