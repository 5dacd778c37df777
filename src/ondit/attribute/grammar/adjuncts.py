"""Candidates whose cue is no verb, noun or adjective of the claim's own: "according to X", "in X's words",
"reportedly"."""

from collections.abc import Iterator, Sequence

from ondit.attribute.grammar.candidate import Candidate
from ondit.attribute.grammar.sources import agent_of, noun_phrase, subject_of
from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.languages.lexicon import AttributionWords, Cue, Frame

_BESIDE = frozenset({"acl", "amod", "appos", "prep"})
"""Labels of what an adverb modifies that is itself said of a noun."""

_CLAUSES = frozenset(
    {"ROOT", "ccomp", "advcl", "conj", "relcl", "parataxis", "acl", "pcomp", "xcomp", "csubj"}
)
"""Labels of a word that heads a clause."""


def phrase_candidates(tree: Tree, words: AttributionWords) -> Iterator[Candidate]:
    """Yield the candidates of phrases such as "according to" and "in X's words"."""
    openers = {phrase[0] for phrase in words.phrases}
    for position, word in enumerate(tree.lower):
        if word in openers:
            for phrase in words.phrases:
                if tree.lower[position : position + len(phrase)] == tuple(phrase):
                    yield from _phrase(tree, position, len(phrase))
        if word in words.owned and (owner := tree.child(position, "poss")) is not None:
            yield from _owned(tree, position, owner)


def adverb_candidates(tree: Tree, position: int) -> Iterator[Candidate]:
    """Yield the clause that an adverb such as "reportedly" keeps at a distance."""
    above = tree.parent(position)
    if above is not None and tree.tokens[above].dep in _BESIDE and (noun := tree.parent(above)) is not None:
        yield _beside_noun(tree, position, above, noun)
    elif above is not None:
        above = clause_above(tree, above) if tree.tokens[above].dep == "acomp" else above
        head = above if tree.tokens[above].pos != "AUX" else clause_above(tree, above)
        yield _hosted(tree, [position], (), head, position)


def _beside_noun(tree: Tree, adverb: int, above: int, noun: int) -> Candidate:
    """Return what an adverb keeps at a distance of a noun: "the allegedly stolen car", "a man, reportedly
    drunk"."""
    if above < noun:
        around = (adverb, *tree.each(noun, "det", "poss", "appos", "relcl"))
        content = tree.trimmed(tree.subtree(noun, around))
    else:
        content = [*noun_phrase(tree, noun, leaving=above), *tree.subtree(above, (adverb,))]
    return _adjunct(tree, [adverb], (), content)


def clause_above(tree: Tree, position: int) -> int:
    """Return the head of the clause that a word stands in, the word itself when it heads one."""
    for above in (position, *tree.ancestors(position)):
        token = tree.tokens[above]
        if token.dep == "conj" and tree.child(above, *SUBJECTS) is None:
            continue
        if token.dep in _CLAUSES and token.pos in {"VERB", "AUX"}:
            return above
    return [position, *tree.ancestors(position)][-1]


def _phrase(tree: Tree, position: int, length: int) -> Iterator[Candidate]:
    last = position + length - 1
    noun = tree.child(last, "pobj", "pcomp")
    above = tree.parent(position)
    if noun is None or above is None:
        return
    cue = list(range(position, position + length))
    source = noun_phrase(tree, noun)
    if tree.tokens[noun].dep == "pcomp":
        source = agent_of(tree, noun) or subject_of(tree, noun) or source
    host = clause_above(tree, above)
    yield _hosted(tree, cue, source, host, position)


def _owned(tree: Tree, noun: int, owner: int) -> Iterator[Candidate]:
    prep = tree.parent(noun)
    above = tree.parent(prep) if prep is not None else None
    if prep is None or above is None or tree.lower[prep] not in {"in", "by", "to"}:
        return
    case = set(tree.each(owner, "case"))
    source = tuple(one for one in noun_phrase(tree, owner) if one not in case)
    yield _hosted(tree, [prep, noun], source, clause_above(tree, above), prep)


def _hosted(tree: Tree, cue: Sequence[int], source: tuple[int, ...], host: int, leaving: int) -> Candidate:
    """Return the candidate of an adjunct: the clause under `host` without what hangs on `leaving`, and
    without a "that" before the adjunct, which is the next cue's: "said that, according to X, P"."""
    mark = tree.child(host, "mark")
    next_to = mark is not None and not tree.trimmed(range(mark + 1, leaving))
    left = (leaving, mark) if mark is not None and mark < leaving and next_to else (leaving,)
    content = [one for one in tree.subtree(host, left) if one not in source and one not in cue]
    return _adjunct(tree, cue, source, content)


def _adjunct(tree: Tree, cue: Sequence[int], source: tuple[int, ...], content: Sequence[int]) -> Candidate:
    return Candidate(
        word=" ".join(tree.lower[one] for one in cue),
        pos="ADV",
        frame=Frame.HOST,
        head=cue[0],
        cue=tuple(cue),
        source=source,
        content=tuple(content),
    )


def plain_cue(word: str) -> Cue:
    """Return the entry of a phrase that keeps no distance."""
    return Cue(lemma=word, pos="ADV", frames=(Frame.HOST,))
