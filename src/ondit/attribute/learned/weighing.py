"""What tells whether a cue with content and source is an attribution: a row of numbers for the trees."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from ondit.attribute.learned.cued import NOTHING, Cued
from ondit.attribute.learned.what import What
from ondit.attribute.learned.whose import NOBODY, Whose

FAR = -9.0
"""The score of a cue that is not there."""

_POS = ("VERB", "NOUN", "ADJ", "ADV")
_TAGS = ("PRP", "WP", "WDT", "DT", "NN", "NNS")


class Triple(msgspec.Struct):
    """A cue with the content and the source that were chosen for it.

    `blocks` are how far the word looks like a cue to each block of features, `score` is their sum. The shares
    are how much of the weight of all possible contents and sources lies on the chosen one, and on it and
    those that are much like it.
    """

    cued: Cued
    what: What
    whose: Whose
    blocks: tuple[float, ...]
    content_share: float
    content_near: float
    source_share: float
    source_near: float
    contents: Sequence[tuple[What, float]]
    """All possible contents with their shares."""
    sources: int
    nobody_share: float
    """The share of the empty source."""

    @property
    def score(self) -> float:
        """How far the word looks like a cue."""
        return sum(self.blocks)

    def unsigned(self) -> "Triple":
        """Return the triple with nobody as its source."""
        if not self.whose.words:
            return self
        share = self.nobody_share
        return replace(self, whose=NOBODY, source_share=share, source_near=share)


def words_of(triples: Sequence[Triple]) -> list[frozenset[int]]:
    """Return the words of the content of each triple."""
    return [frozenset(one.what.words) for one in triples]


def row_of(
    one: Triple, place: int, triples: Sequence[Triple], sets: Sequence[frozenset[int]], whole: float
) -> list[float]:
    """Return the numbers of a triple, which stands among those of its sentence at a place.

    It is the one there or that with nobody as its source. `sets` are the words of the contents of all,
    `whole` is how far the triple as a whole looks like an attribution.
    """
    mine = sets[place]
    cued, tree, cue = one.cued, one.cued.tree, one.cued.cue
    above = beside = below = best = FAR
    for number, other in enumerate(triples):
        if number == place:
            continue
        best = max(best, other.score)
        if cue in sets[number]:
            above = max(above, other.score)
        elif other.cued.cue in mine:
            below = max(below, other.score)
        elif not mine.isdisjoint(sets[number]):
            beside = max(beside, other.score)
    quotes = cued.scene.quoted.of
    quoted = sum(quotes[at] is not None for at in mine)
    first, last = one.what.words[0], one.what.words[-1]
    depth = sum(1 for _ in tree.ancestors(cue))
    return [
        whole,
        one.score,
        above,
        beside,
        below,
        best,
        one.content_share,
        one.content_near,
        one.source_share,
        one.source_near,
        len(one.contents),
        one.sources,
        len(mine),
        quoted / len(mine),
        not one.whose.words,
        one.whose.head - cue if one.whose.words else 0.0,
        first - cue,
        last - cue,
        last - first + 1 - len(mine),
        len(tree.tokens),
        len(tree.tokens) - last,
        cue,
        depth,
        cued.quoted,
        len(cued.scene.quoted.places),
        min(cued.scene.place, 40),
        _POS.index(cued.token.pos),
        cued.passive,
        cued.known != NOTHING,
        *one.blocks,
        len(cued.right),
        _person(one),
        one.nobody_share,
    ]


def _person(one: Triple) -> float:
    """Return what a source's main word is: nothing, a name, or another word by its tag."""
    if not one.whose.words:
        return 0.0
    token = one.cued.tree.tokens[one.whose.head]
    if token.pos == "PROPN":
        return 1.0
    return float(3 + _TAGS.index(token.tag)) if token.tag in _TAGS else 2.0
