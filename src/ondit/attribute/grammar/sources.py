"""Whose words: the subject of a cue, inherited through coordination, participles and infinitives."""

from ondit.attribute.grammar.tree import SUBJECTS, Tree

_INHERITING = frozenset({"conj", "xcomp", "advcl", "advmod", "pcomp", "prep", "ccomp", "parataxis", "dep"})
"""Labels through which a verb without a subject takes the one of its head; "advmod" stands in "stopped short
of saying P"."""

_MODIFYING = frozenset({"acl", "relcl"})
"""Labels of a verb that modifies a noun; the noun is its subject when it is a participle."""

_CONTROLLED = frozenset({"as", "for", "from", "into", "of"})
"""Prepositions before a verb that has the object above as its subject: "accused B of lying"."""

EMPTY_WORDS = frozenset({"it", "there", "that", "this", "which", "what", "these", "those"})
"""Subjects that say nothing: of a passive or a linking verb they are no source."""


def subject_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the positions of the source of an active verb; empty when the sentence gives none."""
    current = verb
    for _ in range(6):
        found = tree.child(current, *SUBJECTS, "expl")
        if found is not None:
            if tree.tokens[found].dep in {"nsubjpass", "csubjpass"} and current == verb:
                return ()
            return _joined(tree, current, found)
        token = tree.tokens[current]
        above = tree.parent(current)
        if above is None:
            return ()
        if token.dep in _MODIFYING:
            return noun_phrase(tree, above, leaving=current)
        if token.dep not in _INHERITING:
            return ()
        told = tree.child(above, "dobj", "nsubjpass") if tree.lower[current] in _CONTROLLED else None
        if told is not None:
            return noun_phrase(tree, told, leaving=current if tree.below(current, told) else None)
        spoken = token.tag == "VBG" and token.dep in {"ccomp", "xcomp"}
        heard = tree.child(above, "dobj") if spoken else None
        if heard is not None and tree.subtree(heard)[-1] == current - 1:
            return noun_phrase(tree, heard)
        current = above
    return ()


def _joined(tree: Tree, verb: int, subject: int) -> tuple[int, ...]:
    """Return a subject and the part of a hyphened name that the parser made a subject of its own."""
    found = list(noun_phrase(tree, subject))
    for other in tree.each(verb, *SUBJECTS) if found else ():
        between = range(found[-1] + 1, min(tree.subtree(other), default=0))
        if other > subject and len(between) == 1 and tree.lower[between[0]] in {"-", "–"}:
            found += [*between, *noun_phrase(tree, other)]
    return tuple(found)


def agent_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the positions of the agent of a passive ("by the ministry"), without "by"; empty when none."""
    by = tree.child(verb, "agent")
    noun = tree.child(by, "pobj") if by is not None else None
    return noun_phrase(tree, noun) if noun is not None else ()


def is_owned(tree: Tree, noun: int) -> bool:
    """Tell whether a document says itself whose it is: "a letter from the captain"."""
    return any(tree.lower[prep] in {"by", "from"} for prep in tree.each(noun, "prep", "agent"))


def noun_phrase(tree: Tree, head: int, leaving: int | None = None) -> tuple[int, ...]:
    """Return the phrase of a noun, without `leaving` and all from there on.

    A participle behind a comma is no part of it: the source of "RIA, speaking to B, said P" is RIA. A past
    participle and a relative clause say who somebody is: "Holt, known as the Cat", "Holt, who led the work".
    """
    aside = (one for one in tree.each(head, "acl") if tree.lower[tree.subtree(one)[0] - 1] == ",")
    without = {one for one in aside if tree.tokens[one].tag == "VBG"}
    if leaving is not None:
        without.add(leaving)
    positions = tree.subtree(head, without)
    if leaving is not None:
        first = min(tree.subtree(leaving))
        positions = [position for position in positions if position < first]
    return tuple(tree.trimmed(positions))
