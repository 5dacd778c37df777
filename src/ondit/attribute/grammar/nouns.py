"""Candidates whose cue is a noun or adjective: "the claim that P", "is sure that P", "the alleged plot"."""

from collections.abc import Iterator

from ondit.attribute.grammar.candidate import Candidate
from ondit.attribute.grammar.sources import EMPTY_WORDS, noun_phrase, subject_of
from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.languages.lexicon import Frame

_OF_WHOM = frozenset({"by", "from"})
"""Prepositions between a noun that is a cue and its source: "a report by X"."""


def noun_candidates(tree: Tree, noun: int) -> Iterator[Candidate]:
    """Yield what a noun may put forward: its clause, its infinitive, what it is of or about."""
    base = _base(tree, noun, _noun_cue(tree, noun), _source_of_noun(tree, noun))
    for clause in tree.each(noun, "acl", "ccomp", "relcl"):
        infinitive = any(tree.tokens[one].tag == "TO" for one in tree.each(clause, "aux"))
        that = any(
            tree.lower[one] == "that" and tree.tokens[one].dep != "nsubj" for one in tree.children[clause]
        )
        bare = tree.tokens[clause].dep == "acl" and tree.child(clause, *SUBJECTS) is not None
        if infinitive or that or bare:
            frame = Frame.INFINITIVE if infinitive else Frame.CLAUSE
            yield base.having(frame, tree.subtree(clause))
    for prep in tree.each(noun, "prep"):
        if tree.lower[prep] not in _OF_WHOM:
            content = [one for one in tree.subtree(prep) if one != prep]
            yield base.having(Frame.PREPOSITION, content, link=tree.lower[prep])
    above = tree.parent(noun)
    if above is not None and tree.tokens[noun].dep in {"nsubj"} and tree.tokens[above].lemma == "be":
        for clause in tree.each(above, "ccomp"):
            yield base.having(Frame.CLAUSE, tree.subtree(clause))


def adjective_candidates(tree: Tree, adjective: int) -> Iterator[Candidate]:
    """Yield what a predicate adjective holds ("confident that P") or an attribute doubts ("alleged plot")."""
    token = tree.tokens[adjective]
    above = tree.parent(adjective)
    if above is None:
        return
    if token.dep == "amod":
        base = _base(tree, adjective, (adjective,), ())
        yield base.having(Frame.OBJECT, tree.subtree(above, (adjective,)))
        return
    source = () if _subject_is_empty(tree, above) else subject_of(tree, above)
    cue = tuple(sorted({adjective, above, *tree.each(above, "aux", "neg")}))
    base = _base(tree, adjective, cue, source)
    for clause in tree.each(adjective, "ccomp", "xcomp"):
        frame = Frame.CLAUSE if tree.tokens[clause].dep == "ccomp" else Frame.INFINITIVE
        yield base.having(frame, tree.subtree(clause))
    for prep in tree.each(adjective, "prep"):
        content = [one for one in tree.subtree(prep) if one != prep]
        yield base.having(Frame.PREPOSITION, content, link=tree.lower[prep])


def _subject_is_empty(tree: Tree, verb: int) -> bool:
    subject = tree.child(verb, *SUBJECTS)
    return subject is not None and tree.lower[subject] in EMPTY_WORDS


def _source_of_noun(tree: Tree, noun: int) -> tuple[int, ...]:
    owner = tree.child(noun, "poss")
    if owner is not None:
        case = tuple(tree.each(owner, "case"))
        return tuple(one for one in noun_phrase(tree, owner) if one not in case)
    for prep in tree.each(noun, "prep", "agent"):
        if tree.lower[prep] in _OF_WHOM:
            whom = tree.child(prep, "pobj")
            return noun_phrase(tree, whom) if whom is not None else ()
    above = tree.parent(noun)
    if above is not None and _bears(tree, noun, above) and not _subject_is_empty(tree, above):
        return subject_of(tree, above)
    return ()


def _bears(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether a noun cue's verb is a light one, whose subject is the source: "made the claim that P"."""
    return tree.tokens[noun].dep == "dobj" and tree.tokens[verb].lemma in tree.light


def _noun_cue(tree: Tree, noun: int) -> tuple[int, ...]:
    above = tree.parent(noun)
    verb = (
        [above]
        if above is not None and (_bears(tree, noun, above) or tree.tokens[noun].dep == "attr")
        else []
    )
    return tuple(sorted({noun, *verb, *tree.each(noun, "det", "amod")}))


def _base(tree: Tree, head: int, cue: tuple[int, ...], source: tuple[int, ...]) -> Candidate:
    token = tree.tokens[head]
    return Candidate(
        word=token.lemma,
        pos="ADJ" if token.pos == "ADJ" else "NOUN",
        frame=Frame.CLAUSE,
        head=head,
        cue=cue,
        source=source,
    )
