"""From marked sentences to rows of hashed features: cues, contents, sources."""

from array import array
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from ondit.attribute.learned.contents import content_features
from ondit.attribute.learned.cued import Cued
from ondit.attribute.learned.cues import (
    above_features,
    below_features,
    frame_features,
    lone_features,
    near_features,
)
from ondit.attribute.learned.judging import is_asked
from ondit.attribute.learned.sources import source_features
from ondit.attribute.learned.what import What, possible_contents
from ondit.attribute.learned.whose import possible_sources
from ondit.attribute.scene import Scene
from ondit.trained import place_of
from training.gold import Gold, Marked, overlap, same_source, wordy

Row = array  # of the places of features
HALF = 0.5


class Group(msgspec.Struct, frozen=True):
    """The rows of all possibilities for one cue, and how right each is, from 0 to 1."""

    rows: list[Row]  # type: ignore[type-arg]
    right: list[float]


class Examples(msgspec.Struct):
    """The examples of one article."""

    cues: list[Row] = msgspec.field(default_factory=list)  # type: ignore[type-arg]
    is_cue: list[bool] = msgspec.field(default_factory=list)
    contents: list[Group] = msgspec.field(default_factory=list)
    sources: list[Group] = msgspec.field(default_factory=list)


class Head(msgspec.Struct, frozen=True):
    """The main word of a gold cue, with its gold and what may be its content."""

    gold: Gold
    options: list[What]


def examples_of(sentences: Sequence[Marked]) -> Examples:
    """Return the examples of an article.

    Words within a content that are no gold cue are left out: the corpus marks outermost attributions only, so
    nothing tells whether they are cues.
    """
    found = Examples()
    for marked in sentences:
        heads = dict(_heads(marked))
        for position in range(len(marked.scene.tree.tokens)):
            if is_asked(marked.scene, position) and (position not in marked.content or position in heads):
                _add(found, marked.scene, position, heads.get(position))
    return found


def _add(found: Examples, scene: Scene, position: int, head: Head | None) -> None:
    tree, cued = scene.tree, Cued(scene, position)
    blocks = (lone_features, frame_features, near_features, below_features, above_features)
    found.cues.append(hashed(feature for block in blocks for feature in block(cued)))
    found.is_cue.append(head is not None)
    if head is None or not head.options:
        return
    right = [overlap(wordy(tree, one.words), head.gold.content) for one in head.options]
    chosen: tuple[int, ...] = ()
    if max(right) >= HALF:
        rows = [hashed(content_features(cued, one)) for one in head.options]
        found.contents.append(Group(rows, right))
        chosen = head.options[right.index(max(right))].words
    sources = possible_sources(tree, position)
    right = [overlap(wordy(tree, one.words), head.gold.source) for one in sources]
    if max(right) > 0:
        found.sources.append(Group([hashed(source_features(cued, one, chosen)) for one in sources], right))


def _heads(marked: Marked) -> Iterator[tuple[int, Head]]:
    """Yield the main word of every gold cue: that with the best content and source, the highest of those."""
    tree = marked.scene.tree
    for gold in marked.gold:
        best: tuple[tuple[bool, float, int], int, Head] | None = None
        for position in sorted(gold.cue):
            if not is_asked(marked.scene, position):
                continue
            options = possible_contents(marked.scene, position)
            right = max((overlap(wordy(tree, one.words), gold.content) for one in options), default=0.0)
            right = right if gold.content else HALF
            sources = [wordy(tree, one.words) for one in possible_sources(tree, position)]
            sourced = any(same_source(one, gold.source) for one in sources)
            depth = sum(1 for _ in tree.ancestors(position))
            key = (right >= HALF and sourced, round(right, 1), -depth)
            if best is None or key > best[0]:
                best = (key, position, Head(gold, options))
        if best is not None:
            yield best[1], best[2]


def hashed(features: Iterator[str] | Sequence[str]) -> Row:  # type: ignore[type-arg]
    """Return the places of features."""
    return array("I", [place_of(feature) for feature in features])


def padded(rows: Sequence[Row]) -> np.ndarray:  # type: ignore[type-arg]
    """Return rows of different lengths as a table, filled up with place 0."""
    table = np.zeros((len(rows), max(map(len, rows))), np.int32)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table
