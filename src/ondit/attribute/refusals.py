"""Places where somebody declines to comment or could not be reached: stances, and no attributions."""

from collections.abc import Iterator

from ondit.attribute.grammar.sources import noun_phrase, subject_of
from ondit.attribute.grammar.tree import Tree
from ondit.attribute.grammar.verbs import cue_of
from ondit.languages.lexicon import AttributionWords
from ondit.model.attribution import Refusal


def refusals(tree: Tree, words: AttributionWords) -> Iterator[tuple[Refusal, int]]:
    """Yield the refusals of a sentence, each with the position of its main verb."""
    for position, token in enumerate(tree.tokens):
        if token.pos not in {"VERB", "AUX"}:
            continue
        found = _refusal(tree, position, words)
        if found is not None:
            source, cue, reached = found
            yield Refusal(source=tree.spans(source), cue=tree.spans(cue), reached=reached), position


def _refusal(
    tree: Tree, verb: int, words: AttributionWords
) -> tuple[tuple[int, ...], tuple[int, ...], bool] | None:
    lemma = tree.tokens[verb].lemma
    denied = tree.child(verb, "neg") is not None
    if lemma in words.declining:
        comment = tree.child(verb, "xcomp", "dobj")
        if comment is not None and tree.tokens[comment].lemma in words.commenting:
            return subject_of(tree, verb), (*cue_of(tree, verb), *_with_to(tree, comment)), True
    if denied and lemma in words.commenting and tree.child(verb, "ccomp") is None:
        return subject_of(tree, verb), cue_of(tree, verb), True
    if denied and lemma in words.reaching:
        subject = tree.child(verb, "nsubjpass")
        if subject is not None:
            return noun_phrase(tree, subject), cue_of(tree, verb), False
    if lemma in {"have", "be", "offer", "make"}:
        return _no_comment(tree, verb, words)
    return None


def _no_comment(
    tree: Tree, verb: int, words: AttributionWords
) -> tuple[tuple[int, ...], tuple[int, ...], bool] | None:
    """Return "had no comment", "was not available for comment"."""
    noun = tree.child(verb, "dobj", "attr")
    if noun is not None and tree.tokens[noun].lemma in words.commenting:
        no = [one for one in tree.children[noun] if tree.lower[one] in words.negators]
        if no or tree.child(verb, "neg") is not None:
            return subject_of(tree, verb), (*cue_of(tree, verb), *no, noun), True
    state = tree.child(verb, "acomp")
    if state is None:
        return None
    absent = tree.child(verb, "neg") is not None or tree.lower[state] in words.reaching
    for prep in (*tree.each(state, "prep"), *tree.each(verb, "prep")):
        what = tree.child(prep, "pobj")
        if absent and what is not None and tree.tokens[what].lemma in words.commenting:
            return subject_of(tree, verb), (*cue_of(tree, verb), state, prep, what), False
    return None


def _with_to(tree: Tree, verb: int) -> tuple[int, ...]:
    return (*tree.each(verb, "aux"), verb)
