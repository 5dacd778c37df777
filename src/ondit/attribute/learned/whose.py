"""Who may be the source of a cue: every phrase of the sentence that English lets stand for it."""

from collections.abc import Iterator

import msgspec

from ondit.attribute.grammar.tree import SUBJECTS, Tree

_STEPS = 5
"""Heads above a cue whose subjects are looked at."""

_OF_WHOM = frozenset({"by", "from", "of", "among", "in", "for", "with", "to"})
"""Prepositions between a cue and its source: "a report by X", "concern among X"."""

_HEAVY = frozenset({"appos", "relcl", "acl", "conj", "advcl", "prep", "npadvmod", "advmod", "parataxis"})
"""Labels of what hangs behind the head of a phrase and may be none of the source."""

_BOUND = frozenset({"compound", "det", "amod", "nummod", "poss", "nmod", "quantmod", "punct", "case"})
"""Labels of what stands before the head of a phrase and belongs to it."""

_MOST_CUTS = 3
"""Places at which a phrase is cut on one level."""

_RELATIVE = frozenset({"relcl", "acl"})


class Whose(msgspec.Struct, frozen=True):
    """One possible source. `way` names how the cue leads to it, `head` is the main word of the phrase."""

    way: str
    head: int
    words: tuple[int, ...]


NOBODY = Whose("none", -1, ())
"""The empty source."""


def possible_sources(tree: Tree, cue: int) -> list[Whose]:
    """Return the possible sources of a cue, the empty one first. No two are of the same words."""
    found = [NOBODY]
    seen: set[tuple[int, ...]] = {()}
    for way, head in (*_below(tree, cue), *_above(tree, cue)):
        leaving = _leaving(tree, head, cue)
        for cut, words in _phrases(tree, head, leaving):
            if words and words not in seen and cue not in words:
                seen.add(words)
                found.append(Whose(way + cut, head, words))
    return found


def _below(tree: Tree, cue: int) -> Iterator[tuple[str, int]]:
    for child in tree.children[cue]:
        dep = tree.tokens[child].dep
        if dep in SUBJECTS or dep in {"poss", "expl"}:
            yield dep, child
        elif dep in {"agent", "prep"} and (dep == "agent" or tree.lower[child] in _OF_WHOM):
            for noun in tree.each(child, "pobj"):
                yield ("agent" if dep == "agent" else tree.lower[child]), noun
        elif (dep in {"compound", "amod", "nmod"} and tree.tokens[child].pos in {"PROPN", "ADJ"}) or dep in {
            "dobj",
            "dative",
        }:
            yield dep, child


def _above(tree: Tree, cue: int) -> Iterator[tuple[str, int]]:
    path, current = "", cue
    for _ in range(_STEPS):
        above = tree.parent(current)
        if above is None:
            return
        dep = tree.tokens[current].dep
        path = f"{path}<{dep}"
        if dep in _RELATIVE and tree.tokens[above].pos not in {"VERB", "AUX"}:
            yield path, above
        for child in tree.children[above]:
            if child != current:
                label = tree.tokens[child].dep
                if label in SUBJECTS or label == "poss":
                    yield f"{path}>{label}", child
                elif label == "agent" or (label == "dobj" and child < cue):
                    noun = tree.child(child, "pobj") if label == "agent" else child
                    if noun is not None:
                        yield f"{path}>{label}", noun
        current = above


def _leaving(tree: Tree, head: int, cue: int) -> int | None:
    """Return the child of a phrase's head that the cue stands in, if it does."""
    current = cue
    for above in tree.ancestors(cue):
        if above == head:
            return current
        current = above
    return None


def _phrases(tree: Tree, head: int, leaving: int | None) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the whole phrase without its possessive mark, then what is left when it is cut at either end.

    It is cut before what hangs behind its head, and before what hangs behind the last such phrase: "the
    mayor, a lawyer, who ...". In front, an adverb or "both" goes, and all that is not bound to the head.
    """
    case = set(tree.each(head, "case"))
    end = len(tree.tokens) if leaving is None else min(tree.subtree(leaving))
    whole = tuple(one for one in tree.trimmed(at for at in tree.subtree(head) if at < end) if one not in case)
    yield "", whole
    if not whole:
        return
    for label, at in _cuts(tree, head):
        yield (
            f":-{label}",
            tuple(tree.trimmed(one for one in whole if one < at and tree.tokens[one].dep != "cc")),
        )
    bound = [one for one in tree.children[head] if one < head and tree.tokens[one].dep in _BOUND]
    low = min((min(tree.subtree(one)) for one in bound), default=head)
    if low > whole[0]:
        yield ":tail", tuple(one for one in whole if one >= low)


def _cuts(tree: Tree, head: int) -> Iterator[tuple[str, int]]:
    """Yield the places where a phrase may end early, each with what is left out there."""
    behind = [one for one in tree.children[head] if one > head and tree.tokens[one].dep in _HEAVY]
    deeper = [one for one in tree.children[behind[-1]] if one > behind[-1]] if behind else []
    for depth, children in enumerate((behind, [one for one in deeper if tree.tokens[one].dep in _HEAVY])):
        for child in children[:_MOST_CUTS]:
            first = min(tree.subtree(child))
            comma = "," if first and tree.tokens[first - 1].pos == "PUNCT" else ""
            yield f"{depth}{tree.tokens[child].dep}{comma}", first
