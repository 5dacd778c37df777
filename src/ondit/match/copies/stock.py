"""Stock passages: what stands in many texts that have nothing else in common.

An outlet's frame (letters to sign up for, authors' lives, links), an agency's notice and a statement that all
print are no copies, however long. A wire story that ten outlets print is one text ten times: what tells the
two apart is how many *different* texts hold the passage.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from ondit.match.copies.indexed import Indexed

STOCK_OF_OUTLET = 3  # different texts of one outlet that hold a passage: it is the outlet's frame
STOCK = 5  # different texts of any outlets that hold a passage: a notice, or a statement sent to all
MOST_HOLDERS = 200  # texts that hold a passage, the first ones, which stand for all that do
ADDED_HOLDERS = 50  # of them kept for articles that come together: one may be earlier than all that are known
_COPIES_OF_ONE = 10  # holders for each different text, at most; more are one text that many print, with edits
_SAME = 0.5  # of two texts that are in common: then they are one. Of one outlet's this is the share of the
# longer (an update; a brief that is mostly frame is no part of another), else of the shorter (whole and cut)


class Stock:
    """Tells stock passages of a collection."""

    def __init__(self, texts: Mapping[str, Indexed]) -> None:
        self._texts = texts
        self._known: dict[tuple[str, ...], bool] = {}
        self._keys: dict[str, frozenset[int]] = {}
        self._shared: dict[tuple[str, str], tuple[int, int, int]] = {}

    def is_stock(self, holders: Sequence[str]) -> bool:
        """Tell whether a passage that these articles hold is stock."""
        if len(holders) < STOCK_OF_OUTLET:
            return False
        asked = tuple(holders)
        if asked not in self._known:
            self._known[asked] = self._judge(asked)
        return self._known[asked]

    def _judge(self, holders: Sequence[str]) -> bool:
        by_outlet: defaultdict[str, list[str]] = defaultdict(list)
        for one in holders:
            if outlet := self._texts[one].outlet:
                by_outlet[outlet].append(one)
        return self._differ(holders, STOCK, min) or any(
            self._differ(ones, STOCK_OF_OUTLET, max) for ones in by_outlet.values()
        )

    def _differ(self, holders: Sequence[str], least: int, longer: Callable[[int, int], int]) -> bool:
        """Tell whether at least so many of the articles are different texts.

        Two are one text when they share half of the one that `longer` picks by its count of shingles.
        """
        least = max(least, len(holders) // _COPIES_OF_ONE)
        different: list[str] = []
        for holder in holders if len(holders) >= least else ():
            if not any(self._is_one(holder, other, longer) for other in different):
                different.append(holder)
                if len(different) == least:
                    return True
        return False

    def _is_one(self, holder: str, other: str, longer: Callable[[int, int], int]) -> bool:
        """Tell whether two texts are one. Those that have many passages in common are asked for often."""
        pair = holder, other
        if pair not in self._shared:
            keys, others = self._keys_of(holder), self._keys_of(other)
            self._shared[pair] = len(keys & others), len(keys), len(others)
        shared, *lengths = self._shared[pair]
        return shared >= _SAME * longer(*lengths)

    def _keys_of(self, article_id: str) -> frozenset[int]:
        if article_id not in self._keys:
            self._keys[article_id] = frozenset(self._texts[article_id].shingled.hashes.tolist())
        return self._keys[article_id]
