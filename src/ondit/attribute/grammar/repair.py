"""Mending two habits of the parser that give a cue the wrong subject."""

from collections.abc import Container, Iterator, Mapping

from msgspec.structs import replace

from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.model.annotation import Sentence

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def repaired(sentence: Sentence, cues: Mapping[str, bool], continuing: Container[str]) -> Sentence:
    """Return the sentence with some verbs hung from the cue above the clause that the parser hung them in.

    "X said P, denying that Q": a participle of speech behind a comma is what X does, not a part of P. "X
    suggested P might do and insisted that Q": a cue that agrees with "suggested" and not with "might do" is
    coordinated with it. `cues` are the lemmas of verbs that are cues, with True for those that put a
    clause forward, `continuing` those of them that go on with a speech.
    """
    tree = Tree(sentence)
    moved = dict(_moved(tree, cues, continuing))
    if not moved:
        return sentence
    tokens = tuple(
        replace(token, head=moved[position]) if position in moved else token
        for position, token in enumerate(sentence.tokens)
    )
    return replace(sentence, tokens=tokens)


def _moved(tree: Tree, cues: Mapping[str, bool], continuing: Container[str]) -> Iterator[tuple[int, int]]:
    for verb, token in enumerate(tree.tokens):
        if token.pos != "VERB" or token.dep not in {"advcl", "conj"} or token.lemma not in cues:
            continue
        above = _speaking_above(tree, verb, cues)
        if above is None or verb < above:
            continue
        if token.dep == "advcl":
            first = tree.subtree(verb)[0]
            if token.tag == "VBG" and token.lemma in continuing and tree.tokens[first - 1].pos == "PUNCT":
                yield verb, above
        elif tree.child(verb, *SUBJECTS) is None and _agrees(tree, verb, above, token.lemma in continuing):
            yield verb, above
            beside = tree.parent(verb)
            links = [one for one in tree.each(beside, "cc") if one < verb] if beside is not None else []
            if links:
                yield links[-1], above


def _speaking_above(tree: Tree, verb: int, cues: Mapping[str, bool]) -> int | None:
    """Return the cue whose clause a verb stands in, or None."""
    for below in tree.ancestors(verb):
        above = tree.parent(below)
        if tree.tokens[below].dep == "ccomp" and above is not None:
            return above if cues.get(tree.tokens[above].lemma) and above < below else None
    return None


def _agrees(tree: Tree, verb: int, above: int, continuing: bool) -> bool:
    """Tell whether a coordinated verb has the tense of the cue above and not that of its own neighbour.

    One that goes on with a speech ("and denied that Q") need not differ from its neighbour.
    """
    tag = tree.tokens[verb].tag
    beside = tree.parent(verb)
    if beside is None or tag not in _FINITE or tree.child(verb, "aux") is not None:
        return False
    auxiliary = [tree.tokens[one].tag for one in tree.each(beside, "aux", "auxpass")]
    neighbour = auxiliary[0] if auxiliary else tree.tokens[beside].tag
    return tree.tokens[above].tag == tag and (continuing or neighbour != tag)
