"""Candidates whose cue is a noun or adjective: "the claim that P", "is sure that P", "the alleged plot"."""

from collections.abc import Iterator

from ondit.attribute.grammar.candidate import Candidate
from ondit.attribute.grammar.sources import EMPTY_WORDS, agent_of, noun_phrase, subject_of
from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.attribute.grammar.verbs import wishes
from ondit.languages.lexicon import Frame

_OF_WHOM = frozenset({"by", "from"})
"""Prepositions between a noun that is a cue and its source: "a report by X"."""

_IN_WHAT = frozenset({"in", "on"})
"""Prepositions between a noun with a clause and the outlet or document that has it: "a report in the paper
that P"."""

_WHOSE = frozenset({"among", "of"})
"""Prepositions between a noun with a clause and who holds it: "the finding of the inquiry that P"."""


def noun_candidates(tree: Tree, noun: int) -> Iterator[Candidate]:
    """Yield what a noun may put forward: its clause, its infinitive, what it is of or about."""
    base = _base(tree, noun, _noun_cue(tree, noun), _source_of_noun(tree, noun), "NOUN")
    for clause in tree.each(noun, "acl", "ccomp", "relcl"):
        infinitive = any(tree.tokens[one].tag == "TO" for one in tree.each(clause, "aux"))
        that = any(
            tree.lower[one] == "that" and not _stands_for_noun(tree, one, clause)
            for one in tree.children[clause]
        )
        bare = tree.tokens[clause].dep == "acl" and tree.child(clause, *SUBJECTS) is not None
        if infinitive or that or bare:
            frame = Frame.INFINITIVE if infinitive else Frame.CLAUSE
            yield base.having(frame, tree.subtree(clause))
    for wish in wishes(tree, noun):
        yield base.having(Frame.INFINITIVE, tree.subtree(wish))
    for prep in tree.each(noun, "prep"):
        if tree.lower[prep] not in _OF_WHOM:
            content = [one for one in tree.subtree(prep) if one != prep]
            yield base.having(Frame.PREPOSITION, content, link=tree.lower[prep])
    above = tree.parent(noun)
    if above is not None and tree.tokens[noun].dep in {"nsubj"} and tree.tokens[above].lemma == "be":
        for clause in tree.each(above, "ccomp"):
            yield base.having(Frame.CLAUSE, tree.subtree(clause))


def _stands_for_noun(tree: Tree, that: int, clause: int) -> bool:
    """Tell whether the "that" of a clause is the noun before it: "a report that the bank withdrew"."""
    token = tree.tokens[that]
    passive = tree.child(clause, "nsubjpass", "auxpass") is not None
    return token.dep == "nsubj" or token.tag == "WP" or (token.dep == "dobj" and not passive)


def adjective_candidates(tree: Tree, adjective: int) -> Iterator[Candidate]:
    """Yield what a predicate adjective holds ("confident that P") or an attribute doubts ("alleged plot")."""
    token = tree.tokens[adjective]
    if tree.child(adjective, "auxpass") is not None:
        yield from _persuaded(tree, adjective)
        return
    above = tree.parent(adjective)
    if above is None:
        return
    if token.dep == "amod":
        base = _base(tree, adjective, (adjective,), (), "ADJ")
        yield base.having(Frame.OBJECT, tree.subtree(above, (adjective, *_around_noun(tree, above))))
        return
    asked = tree.child(above, "csubj")
    source = () if _subject_is_empty(tree, above) or asked is not None else subject_of(tree, above)
    cue = tuple(sorted({adjective, above, *tree.each(above, "aux", "neg")}))
    base = _base(tree, adjective, cue, source, "ADJ")
    loose = (one for one in tree.each(above, "ccomp", "csubj") if not source and _asks(tree, one))
    for clause in (*tree.each(adjective, "ccomp", "xcomp"), *loose):
        frame = Frame.INFINITIVE if tree.tokens[clause].dep == "xcomp" else Frame.CLAUSE
        yield base.having(frame, tree.subtree(clause))
    for prep in tree.each(adjective, "prep"):
        content = [one for one in tree.subtree(prep) if one != prep]
        yield base.having(Frame.PREPOSITION, content, link=tree.lower[prep])


def _asks(tree: Tree, clause: int) -> bool:
    """Tell whether a clause is a question: "whether P", "who did P"."""
    first = tree.subtree(clause)[0]
    return tree.lower[first] in {"whether", "if"} or tree.tokens[first].tag in {"WP", "WRB", "WDT"}


def _persuaded(tree: Tree, participle: int) -> Iterator[Candidate]:
    """Yield what somebody is convinced of, where the parser takes the adjective for a passive."""
    subject, clause = tree.child(participle, "nsubjpass"), tree.child(participle, "ccomp")
    if subject is not None and clause is not None and tree.child(participle, "agent") is None:
        cue = tuple(sorted({participle, *tree.each(participle, "aux", "auxpass", "neg")}))
        base = _base(tree, participle, cue, noun_phrase(tree, subject), "ADJ")
        yield base.having(Frame.CLAUSE, tree.subtree(clause))


def _around_noun(tree: Tree, noun: int) -> list[int]:
    """Return what is said of a noun beside its own phrase: its article, its appositions, a clause behind a
    comma."""
    aside = [one for one in tree.each(noun, "acl", "relcl") if tree.lower[tree.subtree(one)[0] - 1] == ","]
    return [*tree.each(noun, "det", "poss", "appos"), *aside]


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
    makers = (agent_of(tree, one) for one in tree.each(noun, "acl") if tree.tokens[one].lemma in tree.light)
    if maker := next(filter(None, makers), ()):
        return maker
    above = tree.parent(noun)
    if above is not None and _is_borne(tree, noun, above) and (agent := agent_of(tree, above)):
        return agent
    if above is not None and _bears(tree, noun, above) and not _subject_is_empty(tree, above):
        return subject_of(tree, above)
    if (whom := _where_said(tree, noun)) is not None:
        return noun_phrase(tree, whom)
    holder = _holder(tree, noun)
    if holder is not None:
        return subject_of(tree, holder)
    return tuple(one for one in tree.each(noun, "compound") if tree.tokens[one].lemma in tree.voices)


def _where_said(tree: Tree, noun: int) -> int | None:
    """Return the outlet, document or person behind a noun that has a clause of its own.

    A name behind one report is the outlet's ("a report in Foo that P"), behind several it may be a place's.
    """
    clauses = tree.each(noun, "acl", "ccomp", "relcl")
    if not any("that" in [tree.lower[below] for below in tree.children[one]] for one in clauses):
        return None
    for prep in tree.each(noun, "prep"):
        whom, link = tree.child(prep, "pobj"), tree.lower[prep]
        lemma = tree.tokens[whom].lemma if whom is not None else ""
        named = whom is not None and tree.tokens[whom].pos == "PROPN" and tree.tokens[noun].tag == "NN"
        if (lemma in tree.pages and link in _IN_WHAT | _WHOSE) or (named and link == "in"):
            return whom
        if lemma in tree.voices and link in _WHOSE:
            return whom
    return None


def _is_borne(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether a noun cue is the subject of a light verb's passive: "questions were raised about P"."""
    return tree.tokens[noun].dep == "nsubjpass" and tree.tokens[verb].lemma in tree.light


def _bears(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether a noun cue's verb is a light one, whose subject is the source: "made the claim that P".

    A claim that somebody else owns is not the subject's: "repeats a rival's claim".
    """
    owner = tree.child(noun, "poss")
    if owner is not None and tree.tokens[owner].pos != "PRON":
        return False
    return tree.tokens[noun].dep == "dobj" and tree.tokens[verb].lemma in tree.light


def _holder(tree: Tree, noun: int) -> int | None:
    """Return the verb of "is of the opinion", "are under the impression"."""
    prep = tree.parent(noun)
    verb = tree.parent(prep) if prep is not None and tree.lower[prep] in {"of", "under"} else None
    return verb if verb is not None and tree.tokens[verb].lemma == "be" else None


def _noun_cue(tree: Tree, noun: int) -> tuple[int, ...]:
    above = tree.parent(noun)
    holder = _holder(tree, noun)
    if above is not None and holder is not None:
        return tuple(sorted({holder, above, noun, *tree.each(noun, "det", "amod")}))
    verb = (
        [above]
        if above is not None and (_bears(tree, noun, above) or tree.tokens[noun].dep == "attr")
        else []
    )
    if above is not None and _is_borne(tree, noun, above):
        verb = [above, *tree.each(above, "aux", "auxpass", "neg")]
    return tuple(sorted({noun, *verb, *tree.each(noun, "det", "amod")}))


def _base(tree: Tree, head: int, cue: tuple[int, ...], source: tuple[int, ...], pos: str) -> Candidate:
    token = tree.tokens[head]
    return Candidate(
        word=token.lemma,
        pos=pos,
        frame=Frame.CLAUSE,
        head=head,
        cue=cue,
        source=source,
    )
