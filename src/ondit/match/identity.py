"""When two mentions are one claim: a score of named evidence, given their words, slots and stories."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import inf

import msgspec

from ondit.match.across.bridge import NamesAcross
from ondit.match.collection import Collection
from ondit.match.known import Asked
from ondit.match.meaning.traits import Traits
from ondit.match.slots import AGREE, DIFFER, PART, SLOTS, Comparison, compare, filled
from ondit.model.claim import Mention
from ondit.model.span import share_text
from ondit.text.weights import dot
from ondit.trained.identity import load_identity

LEAST_LIKE = 0.15  # average cosine below which the score is not asked: of 712 pairs of one claim 9% lie below
LEAST_TO_FOUND = 3  # terms a mention needs to found a claim; shorter ones may only join
LEANING = 0.75
"""Log odds added in favour of one claim: an average over two clusters needs less than a pair alone. On the
tuning stories B-cubed is 73.5 with .5, 76.5 with .75, 76.6 with 1; precision falls from 89.6 to 87.0,
82.9."""
_REPRESENTATIVES = 2  # mentions of a claim whose slots are compared, in equal steps; 3 and 5 do no better
_PLACED = 50  # mentions of a claim whose articles are looked at, in equal steps
_ASKED_FIRST = (
    "quantities",
    "small quantities",
    "units",
    "acts",
    "things",
    "agents",
    "patients",
    "places",
    "roles",
    "names",
    "strangers",
    "predicate",
)
"""Slots that weigh much or cost little, in the order of asking: after them most pairs are out of reach."""
_MISSING = "names missing"
_SAME_ARTICLE, _SAME_TITLE = "same article", "same article, title"
_SLACK = 1e-9  # of the bound, so that rounding never rules out a pair that just reaches it


class Joining(msgspec.Struct, frozen=True, kw_only=True):
    """Why two mentions are one claim or two: how alike they are, how alike they must be, and their slots.

    `likeness` is the cosine of their keys, `needed` what it must reach, given all other evidence.
    """

    likeness: float
    needed: float
    same_story: bool
    slots: Comparison

    @property
    def joined(self) -> bool:
        """Whether the two, taken alone, are one claim."""
        return self.likeness >= self.needed


class Identity:
    """Judges mentions of one collection. `story_of` gives the story of each article, or else its own id."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._traits = collection.traits
        self._filled: Asked[str, int] = Asked(lambda one: filled(self._traits[one]))
        self._names = NamesAcross()
        self.story_of: Callable[[str], str] = str

    def needed(self, items: Sequence[str], others: Sequence[str], average: float) -> float:
        """Return the average cosine that two sets of mentions need to be one claim.

        The score is linear in the cosine, so its average over all pairs is above zero when the average cosine
        is above what the average of all other evidence leaves to it. Slots are asked one after the other;
        infinity is returned as soon as all that are left could not bring the bar down to `average`.
        """
        weights = load_identity()
        pairs, score, ladder = self._begun(items, others)
        least = -average * weights.cosine * len(pairs) - _SLACK
        for rung in ladder:
            if score + rung.left * len(pairs) < least:
                return inf
            for one, other in pairs:
                verdict = rung.compare(one, other)
                if verdict:
                    score += rung.worth[verdict]
        score += sum(
            _weight(_MISSING) for one, other in pairs if self._names.are_missing(one.mention, other.mention)
        )
        return -score / (weights.cosine * len(pairs))

    def least(self, items: Sequence[str], others: Sequence[str]) -> float:
        """Return what the average cosine must be at least, if all slots that both have agree."""
        pairs, score, ladder = self._begun(items, others)
        left = ladder[0].left if ladder else 0.0
        return -(score / len(pairs) + left) / load_identity().cosine - _SLACK

    def _begun(self, items: Sequence[str], others: Sequence[str]) -> "_Begun":
        """Return the pairs of mentions that stand for two sets, what speaks for one claim but for their
        slots, and the slots to ask."""
        pairs = self._pairs(items, others)
        score = len(pairs) * (load_identity().bias + LEANING + self._worth_of_articles(items, others))
        asked = 0
        for one, other in pairs:
            setting = self._setting(one.mention, other.mention)
            score += _weight(setting) if setting else 0.0
            asked |= self._filled[one.mention.id] & self._filled[other.mention.id]
        return pairs, score, _ladder(asked)

    def explain(self, one: str, other: str) -> Joining:
        """Tell why two mentions, by id, are one claim or two when nothing else is looked at."""
        first, second = self._collection.mentions[one], self._collection.mentions[other]
        vectors = (self._collection.mention_vector(one), self._collection.mention_vector(other))
        return Joining(
            likeness=dot(*vectors),
            needed=self.needed([one], [other], inf),
            same_story=self._same_story(first, second),
            slots=compare(self._traits[one], self._traits[other]),
        )

    def evidence(self, one: str, other: str) -> Iterator[str]:
        """Yield the names of all that speaks for or against one claim of two mentions, by id, but for the
        cosine."""
        first, second = self._traits[one], self._traits[other]
        yield from _named(compare(first, second))
        same = first.mention.article_id == second.mention.article_id
        if same and (apart := self._apart_in_article([one], [other])):
            yield apart
        if setting := self._setting(first.mention, second.mention):
            yield setting
        if self._names.are_missing(first.mention, second.mention):
            yield _MISSING

    def _pairs(self, items: Sequence[str], others: Sequence[str]) -> list[tuple[Traits, Traits]]:
        """Return the pairs of some mentions of two sets. Two of one language tell more of each other, so of
        sets that have several those are taken that share one."""
        if len(items) == len(others) == 1:
            return [(self._traits[items[0]], self._traits[others[0]])]
        mentions = self._collection.mentions
        if mentions[items[0]].language != mentions[others[0]].language:
            some = [_spread(ids, _PLACED) for ids in (items, others)]
            told = [{mentions[one].language for one in ids} for ids in some]
            if shared := told[0] & told[1]:
                items, others = ([one for one in ids if mentions[one].language in shared] for ids in some)
        return [
            (self._traits[one], self._traits[other]) for one in _spread(items) for other in _spread(others)
        ]

    def _worth_of_articles(self, items: Sequence[str], others: Sequence[str]) -> float:
        """Return what it says that articles have a mention in both of two sets, by their share of the smaller
        set: copies of one text hold the same sentences, and each is in one article with the others."""
        article_of = self._collection.article_of
        if len(items) == len(others) == 1 and article_of[items[0]] != article_of[others[0]]:
            return 0.0  # most questions are of this kind
        fewer, more = sorted((self._placed(items), self._placed(others)), key=len)
        both = fewer.keys() & more.keys()
        worth = 0.0
        for article in both:
            evidence = self._apart_in_article(fewer[article], more[article])
            worth += _weight(evidence) if evidence else 0.0
        return worth / len(fewer)

    def _apart_in_article(self, items: Sequence[str], others: Sequence[str]) -> str:
        """Return what it says that one article has both these mentions and those; nothing where one of them
        is a part of another ("denied *reports of talks*"). The title says again what the body says."""
        ones, twos = ([self._collection.mentions[each] for each in ids] for ids in (items, others))
        if any(share_text(one.spans, two.spans) for one in ones for two in twos):
            return ""
        last = min(max(each.sentence for each in mentions) for mentions in (ones, twos))
        return _SAME_TITLE if last < 0 else _SAME_ARTICLE

    def _placed(self, items: Sequence[str]) -> dict[str, list[str]]:
        """Return some mentions of a set by their articles."""
        placed: dict[str, list[str]] = {}
        for one in _spread(items, _PLACED):
            placed.setdefault(self._collection.article_of[one], []).append(one)
        return placed

    def _setting(self, one: Mention, other: Mention) -> str:
        if one.language != other.language:
            return "other language"
        return "" if self._same_story(one, other) else "other story"

    def _same_story(self, one: Mention, other: Mention) -> bool:
        first, second = one.article_id, other.article_id
        return first == second or self.story_of(first) == self.story_of(second)


class _Rung(msgspec.Struct, frozen=True):
    """A slot that is asked: how it is compared, what each verdict adds to the log odds, and the most that it
    and all after it can add."""

    compare: Callable[[Traits, Traits], str]
    worth: dict[str, float]
    left: float


_Begun = tuple[list[tuple[Traits, Traits]], float, tuple[_Rung, ...]]


@cache
def _ladder(asked: int) -> tuple[_Rung, ...]:
    """Return those of the slots that are `asked` (bits as `filled` gives them) that weigh anything, in the
    order of asking."""
    rungs: list[_Rung] = []
    left = 0.0
    names = [name for at, name in enumerate(SLOTS) if asked >> at & 1]
    for name in sorted(names, key=_turn, reverse=True):
        worth = {verdict: _weight(f"{name} {verdict}") for verdict in (AGREE, DIFFER, PART)}
        if any(worth.values()):
            left += max(0.0, *worth.values())
            rungs.append(_Rung(SLOTS[name].compare, worth, left))
    return tuple(reversed(rungs))


def _turn(slot: str) -> int:
    return _ASKED_FIRST.index(slot) if slot in _ASKED_FIRST else len(_ASKED_FIRST)


def _weight(evidence: str) -> float:
    return load_identity().weight.get(evidence, 0.0)


def _named(slots: Comparison) -> Iterator[str]:
    yield from (f"{slot} agree" for slot in slots.agree)
    yield from (f"{slot} differ" for slot in slots.differ)
    yield from (f"{slot} part" for slot in slots.part)


def _spread(items: Sequence[str], most: int = _REPRESENTATIVES) -> Sequence[str]:
    """Return some of the items, the first among them, in equal steps."""
    return items[:: max(1, len(items) // most)][:most]
