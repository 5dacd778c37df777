"""What a cue may put forward: every stretch of the sentence that could be its content."""

from collections.abc import Iterator, Sequence

import msgspec

from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.attribute.scene import Scene
from ondit.attribute.speech import beside

_NOT_CONTENT = frozenset(
    {
        "aux",
        "auxpass",
        "neg",
        "punct",
        "cc",
        "mark",
        "prt",
        "det",
        "poss",
        "case",
        "expl",
        "intj",
        "nummod",
        "compound",
    }
)
"""Labels of the words below a cue that no content starts or ends with."""

_LATE = frozenset(
    {"advcl", "conj", "relcl", "appos", "parataxis", "prep", "npadvmod", "advmod", "acl", "dep", "ccomp"}
)
"""Labels of what may hang by mistake at the end of a content."""

_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "advcl", "relcl"})
"""Labels of clauses."""

_FRONTED = frozenset({"ccomp", "nsubjpass", "nsubj"})
"""Labels of what stands before a cue and may be its content though it hangs on a word above."""

MOST_PIECES = 6
"""Phrases on one side of a cue that are combined. The rest of a longer row is left alone."""


class What(msgspec.Struct, frozen=True):
    """One possible content: how it is built, and the positions of its words."""

    way: str
    words: tuple[int, ...]


def possible_contents(scene: Scene, cue: int) -> list[What]:
    """Return the possible contents of a cue. No two are of the same words."""
    found: dict[tuple[int, ...], What] = {}
    for way, words in _stretches(scene, cue):
        whole = _closed(scene, cue, words)
        if whole and cue not in whole and whole not in found:
            found[whole] = What(way, whole)
    return list(found.values())


def _stretches(scene: Scene, cue: int) -> Iterator[tuple[str, Sequence[int]]]:
    tree = scene.tree
    after = [one for one in tree.children[cue] if one > cue and tree.tokens[one].dep not in _NOT_CONTENT][
        :MOST_PIECES
    ]
    before = [one for one in tree.children[cue] if one < cue and tree.tokens[one].dep not in _NOT_CONTENT]
    subjects = [one for one in before if tree.tokens[one].dep in SUBJECTS]
    subject = tree.subtree(subjects[-1]) if subjects else []
    joints = list(tree.each(cue, "cc"))
    labels = [label_of(tree, one) for one in after]
    phrases = [tree.subtree(one) for one in after]
    for first in range(len(after)):
        words: list[int] = []
        for last in range(first, len(after)):
            if words:
                words = [*words, *(one for one in joints if after[last - 1] < one < after[last])]
            words = [*words, *phrases[last]]
            deps = "+".join(labels[first : last + 1])
            yield deps, words
            if last == first and labels[first] in {"prep", "agent"}:
                yield deps + "-prep", [one for one in words if one != after[first]]
            if last > first + 1:
                yield f"{labels[first]}+{labels[last]}~", [*phrases[first], *phrases[last]]
            yield from _shorter(tree, after[last], deps, words)
            if subjects:
                yield "subj+" + deps, [*subject, *words]
    for one in before:
        yield "pre:" + label_of(tree, one), tree.subtree(one)
    yield from _around(tree, cue)
    if scene.quoted.places and scene.quoted.outside(cue):
        places = set(beside(tree, scene.quoted, cue, set(scene.quoted.places)))
        yield "quote", [one for one, place in enumerate(scene.quoted.of) if place in places]
        every = [one for one, place in enumerate(scene.quoted.of) if place is not None]
        yield "quotes", every


def _around(tree: Tree, cue: int) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield the clauses and phrases above a cue, without all that hangs on the cue."""
    path, current = "", cue
    for _ in range(3):
        above = tree.parent(current)
        if above is None:
            return
        path += "<" + tree.tokens[current].dep
        hosted = tree.subtree(above, (current,))
        yield path, hosted
        left = [one for one in hosted if one < cue]
        right = [one for one in hosted if one > cue]
        if left and right:
            yield path + ":left", left
            yield path + ":right", right
        for child in tree.children[above]:
            dep = tree.tokens[child].dep
            if child != current and dep not in _NOT_CONTENT and (child > cue or dep in _FRONTED):
                yield f"{path}>{label_of(tree, child)}", tree.subtree(child)
        current = above


def _shorter(tree: Tree, top: int, way: str, words: Sequence[int]) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield the stretch without what hangs last on its last phrase, one step down at a time."""
    at = top
    for depth in range(3):
        last = next((one for one in reversed(tree.children[at]) if tree.tokens[one].dep != "punct"), at)
        if last <= at:
            return
        if tree.tokens[last].dep in _LATE:
            low = tree.subtree(last)[0]
            before = low - 1
            comma = before >= 0 and tree.tokens[before].pos in {"PUNCT", "CCONJ"}
            yield (
                f"{way}-{depth}{tree.tokens[last].dep}{',' if comma else ''}",
                [one for one in words if one < low],
            )
        at = last


def label_of(tree: Tree, position: int) -> str:
    """Return the label of a phrase, clauses with what opens them."""
    dep = tree.tokens[position].dep
    if dep not in _CLAUSES:
        return dep
    if any(tree.tokens[one].tag == "TO" for one in tree.each(position, "aux")):
        return f"{dep}:to"
    return f"{dep}:that" if tree.child(position, "mark") is not None else dep


def _closed(scene: Scene, cue: int, words: Sequence[int]) -> tuple[int, ...]:
    """Return the words with the quotations that they touch, without a cue's punctuation at the ends."""
    found = set(words)
    if scene.quoted.places and scene.quoted.outside(cue):
        touched = {scene.quoted.of[one] for one in found} - {None}
        if touched:
            found.update(one for one, place in enumerate(scene.quoted.of) if place in touched)
            found.discard(cue)
    return tuple(scene.tree.trimmed(found))
