"""What the articles of the claim gold count for: how their marked mentions are grouped, voiced and counted.

B-cubed: A. Bagga and B. Baldwin, "Entity-based cross-document coreferencing using the vector space model",
1998.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from eval.marks.claim_marks import ClaimMark, ClaimStory, Neighbourhood
from eval.score.matching import jaccard
from eval.score.said import WordIndex, Words
from eval.score.scoring import Count, Counts
from ondit.model.attribution import Polarity
from ondit.model.claim import Claim, Linking, Mention, Voice
from ondit.model.reading import Reading
from ondit.model.span import share_text

DENIAL_TOLD = "denial not merged as support"
ROLES_TOLD = "kept apart, roles reversed"
KEPT_APART = {
    Neighbourhood.REVERSAL: ROLES_TOLD,
    Neighbourhood.ACT: "kept apart, other act",
    Neighbourhood.PLACE: "kept apart, other place",
    Neighbourhood.PEOPLE: "kept apart, other people",
    Neighbourhood.MODEL: "kept apart, other thing",
}

LEAST_ALIKE = 0.3
"""Jaccard index of words from which a mention stands in the place of a mark: a content of three words is
still found where its whole sentence is taken for the outlet's own words, which the voice then shows."""

Counted = Iterator[tuple[str, str, Count]]
"""Article id, name of the figure, count."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A mark with the mention that the system has in its place (None: none).

    `group` is the id of the system's claim; a mention without claim, or none at all, is a group of its own.
    `supports` tells whether the system takes the mention for the claim or for its denial. `values` are
    those of the quantities that it finds in the words of the mark.
    """

    mark: ClaimMark
    language: str
    mention: Mention | None = None
    group: str
    supports: bool = True
    values: tuple[float, ...] = ()


def find_marked(stories: Iterable[ClaimStory], readings: Iterable[Reading], linking: Linking) -> list[Found]:
    """Return every mark of the stories with what the system has in its place."""
    by_id = {reading.id: reading for reading in readings}
    claims = {mention.id: claim for claim in linking.claims for mention in claim.mentions}
    found = []
    for mark in (mark for story in stories for mark in story.marks):
        reading = by_id[mark.article_id]
        words = WordIndex(reading.article)
        mentions = [(one, words.under(one.spans)) for one in reading.mentions]
        mention = _in_place(words.under([mark.span]), mentions)
        language = reading.article.language or ""
        alone = f"{mark.article_id}: {mark.text}"
        found.append(_found(mark, language, mention, claims.get(mention.id) if mention else None, alone))
    return found


def count_claims(
    stories: Sequence[ClaimStory], found: Sequence[Found], mains: Mapping[str, str]
) -> list[Counts]:
    """Return the counts of every article; `mains` are the system's main claims by article id."""
    counts: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(
        lambda: defaultdict(lambda: [0.0] * 4)
    )
    for article_id, name, count in (
        *_grouping(found),
        *_pairs(stories, found),
        *_voices(found),
        *_numbers(found),
        *_mains(stories, found, mains),
    ):
        for place, number in enumerate(count):
            counts[article_id][name][place] += number
    return [{name: (c[0], c[1], c[2], c[3]) for name, c in own.items()} for own in counts.values()]


def _in_place(mark: Words, mentions: Sequence[tuple[Mention, Words]]) -> Mention | None:
    likes = [(jaccard(mark, words), -at) for at, (_, words) in enumerate(mentions)]
    alike, at = max(likes, default=(0.0, 0))
    return mentions[-at][0] if alike >= LEAST_ALIKE else None


def _found(mark: ClaimMark, language: str, mention: Mention | None, claim: Claim | None, alone: str) -> Found:
    quantities = [one for one in mention.quantities if share_text([one.span], [mark.span])] if mention else []
    values = [value for one in quantities for value in (one.value, one.upper) if value is not None]
    negative = mention is not None and mention.polarity is Polarity.NEGATIVE
    return Found(
        mark=mark,
        language=language,
        mention=mention,
        group=claim.id if claim else alone,
        supports=negative == bool(claim and claim.negated),
        values=tuple(values),
    )


def _right(right: float) -> Count:
    return (right, 1, right, 1)


def _grouping(found: Sequence[Found]) -> Counted:
    """Yield B-cubed precision and recall of every mark, over all of them and within each language."""
    everywhere = _b_cubed([(one.mark.claim, one.group) for one in found])
    within = _b_cubed([(one.mark.claim + one.language, one.group + one.language) for one in found])
    for one, (precision, recall), near in zip(found, everywhere, within, strict=True):
        article_id = one.mark.article_id
        yield article_id, "claims, B-cubed", (precision, 1, recall, 1)
        yield article_id, "claims within a language, B-cubed", (near[0], 1, near[1], 1)
        yield article_id, "claims, B-cubed precision", _right(precision)
        yield article_id, "claims, B-cubed recall", _right(recall)
        yield article_id, "mention there at all", _right(one.mention is not None)


def _b_cubed(marks: Sequence[tuple[str, str]]) -> Iterator[tuple[float, float]]:
    """Yield precision and recall of every mark, given as its claim and its group."""
    claims, groups = Counter(claim for claim, _ in marks), Counter(group for _, group in marks)
    both = Counter(marks)
    for claim, group in marks:
        yield both[claim, group] / groups[group], both[claim, group] / claims[claim]


def _pairs(stories: Sequence[ClaimStory], found: Sequence[Found]) -> Counted:
    """Yield, pair by pair, whether two mentions of one claim are joined and two of neighbours kept apart."""
    kinds: dict[frozenset[str], Neighbourhood] = {
        frozenset({near.one, near.other}): near.kind for story in stories for near in story.neighbours
    }
    for one, other in combinations(found, 2):
        joined, article_id = one.group == other.group, other.mark.article_id
        if one.mark.claim != other.mark.claim:
            if kind := kinds.get(frozenset({one.mark.claim, other.mark.claim})):
                yield article_id, KEPT_APART[kind], _right(not joined)
            continue
        if one.language != other.language:
            yield article_id, "joined, other language", _right(joined)
        if one.mark.values and other.mark.values and one.mark.values != other.mark.values:
            yield article_id, "joined, other number", _right(joined)
        if (one.mark.voice is Voice.DENIED) != (other.mark.voice is Voice.DENIED):
            yield article_id, "joined, denial", _right(joined)
            yield article_id, DENIAL_TOLD, _right(not joined or one.supports != other.supports)


def _voices(found: Sequence[Found]) -> Counted:
    for one in found:
        if one.mention:
            right = one.mention.voice is one.mark.voice
            yield one.mark.article_id, "voice", _right(right)
            yield one.mark.article_id, f"recall, voice: {one.mark.voice}", (0, 0, right, 1)


def _numbers(found: Sequence[Found]) -> Counted:
    for one in found:
        right = (Counter(one.values) & Counter(one.mark.values)).total()
        yield one.mark.article_id, "numbers", (right, len(one.values), right, len(one.mark.values))


def _mains(stories: Sequence[ClaimStory], found: Sequence[Found], mains: Mapping[str, str]) -> Counted:
    """Yield whether the main claim of an article is what most marks in the system's claim say."""
    said: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        said[one.group][one.mark.claim] += 1
    for story in stories:
        for article_id, claim in story.mains.items():
            most = said[mains.get(article_id, "")].most_common(1)
            yield article_id, "main claim", _right(bool(most) and most[0][0] == claim)
