"""Candidates whose cue is a noun ("the claim that P", "reports of P") or an adjective ("is sure that P", "the
alleged plot")."""

from collections.abc import Iterator

from ondit.attribute.candidate import Candidate
from ondit.attribute.sources import EMPTY_WORDS, noun_phrase, subject_of
from ondit.attribute.tree import SUBJECTS, Tree
from ondit.languages.lexicon import Frame

_OF_WHOM = frozenset({"by", "from"})
"""Prepositions between a noun that is a cue and its source: "a report by X"."""

_BEARING = frozenset({"dobj", "attr"})
"""Labels of a noun cue whose verb has the source as its subject: "made the claim that P"."""


def noun_candidates(tree: Tree, noun: int) -> Iterator[Candidate]:
    """Yield what a noun may put forward: its clause, its infinitive, what it is of or about."""
    source = _source_of_noun(tree, noun)
    cue = _noun_cue(tree, noun)
    for clause in tree.each(noun, "acl", "ccomp", "relcl"):
        infinitive = any(tree.tokens[one].tag == "TO" for one in tree.each(clause, "aux"))
        that = any(
            tree.lower[one] == "that" and tree.tokens[one].dep != "nsubj" for one in tree.children[clause]
        )
        if infinitive or that:
            frame = Frame.INFINITIVE if infinitive else Frame.CLAUSE
            yield _candidate(tree, noun, frame, cue, source, tree.subtree(clause))
    for prep in tree.each(noun, "prep"):
        if tree.lower[prep] not in _OF_WHOM:
            content = [one for one in tree.subtree(prep) if one != prep]
            yield _candidate(tree, noun, Frame.PREPOSITION, cue, source, content, tree.lower[prep])
    above = tree.parent(noun)
    if above is not None and tree.tokens[noun].dep in {"nsubj"} and tree.tokens[above].lemma == "be":
        for clause in tree.each(above, "ccomp"):
            yield _candidate(tree, noun, Frame.CLAUSE, (*cue, above), source, tree.subtree(clause))


def adjective_candidates(tree: Tree, adjective: int) -> Iterator[Candidate]:
    """Yield what a predicate adjective holds ("confident that P") or an attribute doubts ("alleged plot")."""
    token = tree.tokens[adjective]
    above = tree.parent(adjective)
    if above is None:
        return
    if token.dep == "amod":
        yield _candidate(tree, adjective, Frame.OBJECT, (adjective,), (), tree.subtree(above, (adjective,)))
        return
    source = () if _subject_is_empty(tree, above) else subject_of(tree, above)
    cue = tuple(sorted({adjective, above, *tree.each(above, "aux", "neg")}))
    for clause in tree.each(adjective, "ccomp", "xcomp"):
        frame = Frame.CLAUSE if tree.tokens[clause].dep == "ccomp" else Frame.INFINITIVE
        yield _candidate(tree, adjective, frame, cue, source, tree.subtree(clause))
    for prep in tree.each(adjective, "prep"):
        content = [one for one in tree.subtree(prep) if one != prep]
        yield _candidate(tree, adjective, Frame.PREPOSITION, cue, source, content, tree.lower[prep])


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
    if above is not None and tree.tokens[noun].dep in _BEARING and not _subject_is_empty(tree, above):
        return subject_of(tree, above) if tree.tokens[above].lemma != "be" else ()
    return ()


def _noun_cue(tree: Tree, noun: int) -> tuple[int, ...]:
    above = tree.parent(noun)
    verb = [above] if above is not None and tree.tokens[noun].dep in _BEARING else []
    return tuple(sorted({noun, *verb, *tree.each(noun, "det", "amod")}))


def _candidate(
    tree: Tree,
    head: int,
    frame: Frame,
    cue: tuple[int, ...],
    source: tuple[int, ...],
    content: list[int],
    link: str = "",
) -> Candidate:
    token = tree.tokens[head]
    return Candidate(
        word=token.lemma,
        pos="NOUN" if token.pos in {"NOUN", "PROPN"} else "ADJ",
        frame=frame,
        head=head,
        cue=cue,
        source=source,
        content=tuple(content),
        link=link,
    )
