"""When two mentions are one claim: a score of named evidence, given their words, slots and stories."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import msgspec

from ondit.match.across.bridge import share, sought, words_of
from ondit.match.collection import Collection
from ondit.match.slots import Around, Comparison, compare
from ondit.model.claim import Mention
from ondit.text.weights import dot
from ondit.trained.identity import load_identity

LEAST_LIKE = 0.15  # average cosine below which the score is not asked: of 712 pairs of one claim 9% lie below
LEAST_TO_FOUND = 3  # terms a mention needs to found a claim; shorter ones may only join
LEANING = 0.75
"""Log odds added in favour of one claim: an average over two clusters needs less than a pair alone. On the
tuning stories B-cubed is 73.5 with .5, 76.5 with .75, 76.6 with 1; precision falls from 89.6 to 87.0,
82.9."""
_REPRESENTATIVES = 2  # mentions of a claim whose slots are compared, in equal steps; 3 and 5 do no better
_REMEMBERED = 1 << 17  # pairs whose evidence is kept


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
        self.story_of: Callable[[str], str] = str
        self._odds = lru_cache(maxsize=_REMEMBERED)(self._slot_odds)

    def bar(self, items: Sequence[str], others: Sequence[str]) -> float:
        """Return the average cosine that two sets of mentions need to be one claim.

        The score is linear in the cosine, so its average over all pairs is above zero when the average cosine
        is above what the average of all other evidence leaves to it.
        """
        pairs = [(one, other) for one in _spread(items) for other in _spread(others)]
        return sum(self._needed(one, other) for one, other in pairs) / len(pairs)

    def explain(self, one: str, other: str) -> Joining:
        """Tell why two mentions, by id, are one claim or two when nothing else is looked at."""
        first, second = self._collection.mentions[one], self._collection.mentions[other]
        vectors = (self._collection.mention_vector(one), self._collection.mention_vector(other))
        return Joining(
            likeness=dot(*vectors),
            needed=self._needed(one, other),
            same_story=self._same_story(first, second),
            slots=self._slots(first, second),
        )

    def _needed(self, one: str, other: str) -> float:
        weights = load_identity()
        first, second = self._collection.mentions[one], self._collection.mentions[other]
        score = weights.bias + LEANING + self._odds(one, other)
        for evidence in self._circumstances(first, second):
            score += weights.weight.get(evidence, 0.0)
        return -score / weights.cosine

    def _slot_odds(self, one: str, other: str) -> float:
        """Return what the slots of two mentions, by id, add to the log odds that they are one claim."""
        weights = load_identity().weight
        slots = self._slots(self._collection.mentions[one], self._collection.mentions[other])
        return sum(weights.get(evidence, 0.0) for evidence in _named(slots))

    def evidence(self, one: Mention, other: Mention) -> Iterator[str]:
        """Yield the names of all that speaks for or against one claim, but for the cosine."""
        yield from _named(self._slots(one, other))
        yield from self._circumstances(one, other)

    def _circumstances(self, one: Mention, other: Mention) -> Iterator[str]:
        if one.article_id == other.article_id:
            yield "same article, title" if min(one.sentence, other.sentence) < 0 else "same article"
        if one.language != other.language:
            yield "other language"
            if _names_are_missing(one, other):
                yield "names missing"
        elif not self._same_story(one, other):
            yield "other story"

    def _slots(self, one: Mention, other: Mention) -> Comparison:
        names = self._collection.names
        return compare(one, other, Around(names[one.article_id], names[other.article_id]))

    def _same_story(self, one: Mention, other: Mention) -> bool:
        first, second = one.article_id, other.article_id
        return first == second or self.story_of(first) == self.story_of(second)


def _named(slots: Comparison) -> Iterator[str]:
    yield from (f"{slot} agree" for slot in slots.agree)
    yield from (f"{slot} differ" for slot in slots.differ)
    yield from (f"{slot} part" for slot in slots.part)


def _spread(items: Sequence[str]) -> Sequence[str]:
    """Return some of the items, the first among them, in equal steps."""
    step = max(1, len(items) // _REPRESENTATIVES)
    return items[::step][:_REPRESENTATIVES]


def _names_are_missing(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions of two languages have names or countries, and give none of each other's."""
    shares = [
        share(wanted, words_of(" ".join((told.text, told.beside, *told.context)), told.language))
        for asked, told in ((one, other), (other, one))
        if (wanted := sought(asked)).count
    ]
    return bool(shares) and not any(shares)
