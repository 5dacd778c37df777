"""What tells whether a cue with content and source is an attribution: a row of numbers for the trees."""

from collections.abc import Sequence

import msgspec

from ondit.attribute.learned.cued import NOTHING, Cued
from ondit.attribute.learned.what import What
from ondit.attribute.learned.whose import Whose

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

    @property
    def score(self) -> float:
        """How far the word looks like a cue."""
        return sum(self.blocks)


def rows_of(triples: Sequence[Triple], wholes: Sequence[float]) -> list[list[float]]:
    """Return the numbers of each triple of one sentence, in the order of the triples.

    `wholes` are how far each triple as a whole looks like an attribution.
    """
    sets = [frozenset(one.what.words) for one in triples]
    return [[whole, *_row(place, triples, sets)] for place, whole in enumerate(wholes)]


def _row(place: int, triples: Sequence[Triple], sets: Sequence[frozenset[int]]) -> list[float]:
    one, mine = triples[place], sets[place]
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
    ]


def _person(one: Triple) -> float:
    """Return what a source's main word is: nothing, a name, or another word by its tag."""
    if not one.whose.words:
        return 0.0
    token = one.cued.tree.tokens[one.whose.head]
    if token.pos == "PROPN":
        return 1.0
    return float(3 + _TAGS.index(token.tag)) if token.tag in _TAGS else 2.0
