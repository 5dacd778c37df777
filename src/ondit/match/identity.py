"""When two mentions are one claim: how alike they must be, given their slots and stories."""

from collections.abc import Callable, Sequence
from math import inf

import msgspec

from ondit.match.collection import Collection
from ondit.match.slots import Comparison, compare
from ondit.text.weights import dot

CLAIM_BAR = 0.35  # average cosine of two mentions' terms, articles of one story; .30 to .40 do as well
FOREIGN_BAR = 0.50  # the same, articles of two stories
NAMES_DIFFER = 0.20  # added where less than half of the names agree
ACT_DIFFERS = 0.10  # added where others do another thing: the words in common are then the circumstances
_HALF = 0.5
_REPRESENTATIVES = 3  # mentions of a claim whose slots are compared: the first, which found it


class Joining(msgspec.Struct, frozen=True, kw_only=True):
    """Why two mentions are one claim or two: how alike they are, how alike they must be, and their slots.

    `likeness` is the cosine of their terms, `needed` what it must reach (infinity where a slot parts them).
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

    def bar(self, items: Sequence[str], others: Sequence[str]) -> float:
        """Return the average cosine that two sets of mentions need to be one claim; infinity parts them."""
        pairs = [
            self._needed(one, other, self._slots(one, other))
            for one in items[:_REPRESENTATIVES]
            for other in others[:_REPRESENTATIVES]
        ]
        finite = [needed for needed in pairs if needed < inf]
        return sum(finite) / len(finite) if len(finite) * 2 > len(pairs) else inf

    def explain(self, one: str, other: str) -> Joining:
        """Tell why two mentions, by id, are one claim or two when nothing else is looked at."""
        slots = self._slots(one, other)
        vectors = (self._collection.mention_vector(one), self._collection.mention_vector(other))
        return Joining(
            likeness=dot(*vectors),
            needed=self._needed(one, other, slots),
            same_story=self._same_story(one, other),
            slots=slots,
        )

    def _needed(self, one: str, other: str, slots: Comparison) -> float:
        if slots.part:
            return inf
        needed = CLAIM_BAR if self._same_story(one, other) else FOREIGN_BAR
        if slots.names_shared is not None and slots.names_shared < _HALF:
            needed += NAMES_DIFFER
        if {"predicate", "agents"} <= set(slots.differ):
            needed += ACT_DIFFERS
        return needed

    def _slots(self, one: str, other: str) -> Comparison:
        mention, second = self._collection.mentions[one], self._collection.mentions[other]
        names = self._collection.names
        return compare(
            mention, second, around_one=names[mention.article_id], around_other=names[second.article_id]
        )

    def _same_story(self, one: str, other: str) -> bool:
        first, second = (self._collection.mentions[mention].article_id for mention in (one, other))
        return first == second or self.story_of(first) == self.story_of(second)
