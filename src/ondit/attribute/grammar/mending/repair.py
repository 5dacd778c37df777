"""Mending habits of the parser that hang a cue in the wrong place."""

from collections.abc import Container, Iterator, Mapping

from msgspec.structs import replace

from ondit.attribute.grammar.tree import SUBJECTS, Tree, mended
from ondit.model.annotation import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSAL = frozenset({"VERB", "AUX"})
_LOOSE = frozenset({"appos", "npadvmod", "conj", "dep"})
_PAST = frozenset({"VBN", "VBD"})


def repaired(tree: Tree, cues: Mapping[str, bool], continuing: Container[str]) -> Tree:
    """Return the tree with some verbs hung from the cue above the clause that the parser hung them in.

    "X said P, denying that Q": a participle of speech behind a comma is what X does, not a part of P. "X
    suggested P might do and insisted that Q": a cue that agrees with "suggested" and not with "might do" is
    coordinated with it. `cues` are the lemmas of verbs that are cues, with True for those that put a
    clause forward, `continuing` those of them that go on with a speech.
    """
    moved = dict(_moved(tree, cues, continuing))
    if not moved:
        return tree
    tokens = tuple(
        replace(token, head=moved[position]) if position in moved else token
        for position, token in enumerate(tree.tokens)
    )
    return mended(tree, tokens)


def with_voices(tree: Tree, cues: Mapping[str, bool], voices: Container[str]) -> Tree:
    """Return the tree with a named voice behind a clause as the subject of its cue.

    In "P, the agency Foo reported" the parser takes "Foo reported" for a relative clause of "agency", and
    "agency" for a part of P; in "P, the Foo agency reported" it takes "reported" for a passive participle.
    `voices` are the nouns that can stand before the name of one who speaks.
    """
    changed: dict[int, Token] = {}
    for noun, token in enumerate(tree.tokens):
        if token.lemma not in voices and token.pos != "PROPN":
            continue
        verb, name = _voice_clause(tree, noun, cues) if token.lemma in voices else (None, None)
        verb = verb if verb is not None else _voice_behind(tree, noun, cues)
        if verb is None:
            continue
        clause = next((one for one in tree.ancestors(noun) if tree.tokens[one].pos in _CLAUSAL), None)
        top = noun if clause is None else clause
        outer = tree.tokens[top]
        above = verb if outer.head == top else outer.head
        changed[verb] = replace(tree.tokens[verb], pos="VERB", tag="VBD", dep=outer.dep, head=above)
        if clause is not None:
            changed[clause] = replace(outer, dep="ccomp", head=verb)
        for held in tree.each(noun, "ccomp"):
            changed[held] = replace(tree.tokens[held], head=verb)
        changed[noun] = replace(token, dep="nsubj", head=verb)
        if name is not None:
            changed[name] = replace(tree.tokens[name], dep="appos", head=noun)
    if not changed:
        return tree
    tokens = tuple(changed.get(place, token) for place, token in enumerate(tree.tokens))
    return mended(tree, tokens)


def _voice_clause(tree: Tree, noun: int, cues: Mapping[str, bool]) -> tuple[int | None, int | None]:
    """Return the cue and the name of ", the agency Foo reported", where the parser misread it so."""
    verb = tree.child(noun, "relcl")
    if (
        verb is None
        or tree.tokens[noun].dep not in {"appos", "ROOT"}
        or not cues.get(tree.tokens[verb].lemma)
    ):
        return None, None
    name = tree.child(verb, "nsubj")
    if name is None or tree.tokens[name].pos != "PROPN" or tree.subtree(name)[0] != noun + 1:
        return None, None
    start = tree.subtree(noun, without=[*tree.each(noun, "relcl", "ccomp", "punct")])[0]
    behind_clause = start > 0 and tree.tokens[start - 1].pos == "PUNCT"
    return (verb, name) if behind_clause else (None, None)


def _voice_behind(tree: Tree, noun: int, cues: Mapping[str, bool]) -> int | None:
    """Return the cue right behind a voice that stands behind a comma, apart from what it would explain.

    An apposition stands beside its noun. One with a verb between the two is a subject of its own.
    """
    above, verb = tree.parent(noun), tree.child(noun, "acl")
    if above is None or verb is None or tree.tokens[noun].dep not in _LOOSE or tree.child(verb, "agent"):
        return None
    phrase = tree.subtree(noun, without=[verb, *tree.each(noun, "punct")])
    start = phrase[0]
    stated = tree.tokens[verb].tag in _PAST and cues.get(tree.tokens[verb].lemma)
    if not stated or verb != phrase[-1] + 1 or start == 0 or tree.lower[start - 1] != ",":
        return None
    between = range(above + 1, start)
    return verb if any(tree.tokens[one].pos in _CLAUSAL for one in between) else None


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
