"""Candidates whose cue is a verb: one for every construction the parse shows.

Which ones are real attributions the lexicon says, not this module.
"""

from collections.abc import Iterator

from ondit.attribute.grammar.candidate import Candidate
from ondit.attribute.grammar.sources import EMPTY_WORDS, agent_of, noun_phrase, subject_of
from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.languages.lexicon import Frame

_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
"""Labels of the words that belong to a verbal cue."""

_AROUND = frozenset({"parataxis", "advcl", "dep", "intj"})
"""Labels of a verb that may hang on the clause it puts forward: "the plan, he said, failed"."""

_RELATIVE = frozenset({"what", "which", "that", "who"})
"""Objects that only point elsewhere."""


def verb_candidates(tree: Tree, verb: int) -> Iterator[Candidate]:
    """Yield what a verb may put forward, best construction first."""
    passive = is_passive(tree, verb)
    source = agent_of(tree, verb) if passive else subject_of(tree, verb)
    base = Candidate(
        word=tree.tokens[verb].lemma,
        pos="VERB",
        frame=Frame.CLAUSE,
        head=verb,
        cue=cue_of(tree, verb),
        source=source,
        passive=passive,
    )
    yield from _passive(tree, base) if passive else _active(tree, base)
    if (host := _host(tree, verb, passive)) is not None:
        links = [one for one in tree.each(host, "cc") if one == tree.subtree(verb)[0] - 1]
        yield base.having(Frame.HOST, tree.subtree(host, (verb, *links)))


def is_passive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is passive, with its auxiliary or as a participle that modifies a noun."""
    if tree.child(verb, "auxpass", "nsubjpass", "csubjpass") is not None:
        return True
    token = tree.tokens[verb]
    reduced = token.tag == "VBD" and token.dep == "acl"  # mistagged: "a bird said to speak"
    if (token.tag != "VBN" and not reduced) or tree.child(verb, "aux", "nsubj") is not None:
        return False
    if token.dep == "conj":
        above = tree.parent(verb)
        return above is not None and tree.tokens[above].tag == "VBN" and is_passive(tree, above)
    return token.dep in {"acl", "advcl", "amod", "relcl"} or tree.child(verb, "agent") is not None


def cue_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the verb with its auxiliaries, negation, particle and the adverbs beside it."""
    found = {verb, *tree.each(verb, "aux", "auxpass", "neg", "prt")}
    adverbs = set(tree.each(verb, "advmod"))
    for step in (-1, 1):
        place = verb + step
        while place in found or (place in adverbs and not tree.children[place]):
            found.add(place)
            place += step
    return tuple(sorted(found))


def _active(tree: Tree, base: Candidate) -> Iterator[Candidate]:
    verb = base.head
    addressee = tree.child(verb, "dative", "iobj")
    dobj = tree.child(verb, "dobj")
    clause = tree.child(verb, "ccomp")
    if clause is not None:
        told = addressee if addressee is not None else dobj
        whom = noun_phrase(tree, told) if told is not None else ()
        frame = Frame.INFINITIVE if _is_infinitive(tree, clause) else Frame.CLAUSE
        if not whom:
            whom = _told_to(tree, verb)
        content = [one for each in _clauses(tree, verb) for one in tree.subtree(each)]
        yield base.having(frame, content, addressee=whom)
    purpose = tree.child(verb, "xcomp")
    if purpose is not None:
        named = dobj is not None and tree.lower[dobj] not in _RELATIVE
        content = [*(tree.subtree(dobj) if dobj is not None and named else ()), *tree.subtree(purpose)]
        frame = Frame.INFINITIVE if _is_infinitive(tree, purpose) else Frame.OBJECT
        yield base.having(frame, content)
    for wish in wishes(tree, verb):
        yield base.having(Frame.INFINITIVE, tree.subtree(wish))
    if dobj is not None and tree.lower[dobj] not in _RELATIVE:
        yield base.having(Frame.OBJECT, _object(tree, verb, dobj))
    elif dobj is not None and tree.tokens[verb].dep == "relcl" and (noun := tree.parent(verb)) is not None:
        yield base.having(Frame.OBJECT, noun_phrase(tree, noun, leaving=verb))
    for link, content in _prepositions(tree, verb):
        yield base.having(Frame.PREPOSITION, content, link=link)


def wishes(tree: Tree, cue: int) -> Iterator[int]:
    """Yield the heads of what is wished of somebody: "called for the mayor to resign"."""
    for clause in tree.each(cue, "advcl", "acl", "relcl"):
        mark = tree.child(clause, "mark")
        if mark is not None and tree.lower[mark] == "for" and _is_infinitive(tree, clause):
            yield clause


def _clauses(tree: Tree, verb: int) -> list[int]:
    """Return the clauses that a verb governs. What a semicolon parts from it is a sentence of its own."""
    found = list(tree.each(verb, "ccomp"))
    parted = [mark for mark in tree.each(verb, "punct") if tree.lower[mark] == ";" and mark < verb]
    last = max(parted, default=-1)
    return [one for one in found if one > last] or found


def _told_to(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the name behind "to": "said in a statement to Reuters"."""
    preps = list(tree.each(verb, "prep"))
    nouns = [noun for prep in preps for noun in tree.each(prep, "pobj")]
    for prep in (*preps, *(one for noun in nouns for one in tree.each(noun, "prep"))):
        name = tree.child(prep, "pobj")
        if tree.lower[prep] == "to" and name is not None and tree.tokens[name].pos == "PROPN":
            return noun_phrase(tree, name)
    return ()


def _passive(tree: Tree, base: Candidate) -> Iterator[Candidate]:
    verb = base.head
    subject = tree.child(verb, *SUBJECTS)
    what = tree.subtree(subject) if subject is not None else _modified(tree, verb)
    empty = subject is not None and tree.lower[subject] in EMPTY_WORDS
    clauses = (one for one in tree.each(verb, "ccomp", "csubjpass") if not _is_gerund(tree, one))
    clause = next(clauses, None)
    purpose = tree.child(verb, "xcomp", "oprd")
    if clause is not None:
        content = tree.subtree(clause) if empty else [*what, *tree.subtree(clause)]
        yield base.having(Frame.CLAUSE, content)
    elif purpose is not None:
        yield base.having(Frame.INFINITIVE, [*what, *tree.subtree(purpose)])
    for link, content in _prepositions(tree, verb):
        yield base.having(Frame.PREPOSITION, [*what, *content], link=link)
    dobj = tree.child(verb, "dobj")
    if dobj is not None:
        yield base.having(Frame.OBJECT, [*what, *tree.subtree(dobj)])
    elif what and not empty:
        yield base.having(Frame.OBJECT, what)


def _modified(tree: Tree, verb: int) -> list[int]:
    """Return the noun phrase that a passive participle modifies, without the participle."""
    above = tree.parent(verb)
    if above is None:
        return []
    if tree.tokens[verb].dep == "conj":
        subject = tree.child(above, *SUBJECTS)
        return tree.subtree(subject) if subject is not None else _modified(tree, above)
    return list(noun_phrase(tree, above, leaving=verb)) if tree.tokens[verb].dep in {"acl", "relcl"} else []


def _object(tree: Tree, verb: int, dobj: int) -> list[int]:
    """Return the object with what it is called, blamed or praised for."""
    rest = [child for child in tree.each(verb, "oprd", "prep") if child > dobj]
    kept = [
        child
        for child in rest
        if tree.tokens[child].dep == "oprd" or tree.lower[child] in {"for", "of", "as"}
    ]
    inside = [child for child in rest if kept and child < kept[-1]]
    return sorted({*tree.subtree(dobj), *(one for child in (*inside, *kept) for one in tree.subtree(child))})


def _prepositions(tree: Tree, verb: int) -> Iterator[tuple[str, list[int]]]:
    """Yield the prepositions of a verb, each with what it governs and with the object before it."""
    dobj = tree.child(verb, "dobj")
    around = [verb, *([dobj] if dobj is not None else []), *tree.each(verb, "prt")]
    for place in around:
        for prep in tree.each(place, "prep"):
            below = [one for one in tree.subtree(prep) if one != prep]
            if below:
                whom = tree.subtree(dobj, (prep,)) if dobj is not None and dobj < prep else []
                yield tree.lower[prep], sorted({*whom, *below})


def _is_gerund(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].tag == "VBG" and tree.child(verb, "aux", *SUBJECTS) is None


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[child].tag == "TO" for child in tree.each(verb, "aux"))


def _host(tree: Tree, verb: int, passive: bool) -> int | None:
    """Return the head of the clause that a verb without a complement interrupts, or None."""
    token = tree.tokens[verb]
    above = tree.parent(verb)
    asyndetic = token.dep == "conj" and tree.lower[tree.subtree(verb)[0] - 1] == ","
    asyndetic = asyndetic and above is not None and tree.child(above, "cc") is None
    inverted = token.dep == "ccomp" and above is not None and (tree.child(above, "mark") or 0) > verb
    opener = tree.lower[tree.subtree(verb)[0]]
    so = opener == "so" and token.dep in {"conj", "ccomp"}
    if above is None or not (token.dep in {*_AROUND, "relcl"} or asyndetic or inverted or so):
        return None
    if tree.child(verb, "ccomp", "xcomp") is not None:
        return None
    if token.dep == "relcl":
        return _interrupted(tree, verb)
    as_clause = so or any(tree.lower[child] == "as" for child in tree.each(verb, "mark", "advmod", "prep"))
    if token.dep == "advcl":
        return _clause_from(tree, above) if as_clause else None
    if tree.child(verb, "dobj") is not None and not as_clause:
        return None
    subject = tree.child(verb, "nsubjpass" if passive else "nsubj")
    told = subject is not None and (not passive or tree.lower[subject] == "it")
    return above if as_clause or told else None


def _interrupted(tree: Tree, verb: int) -> int | None:
    """Return the head of the clause that a cue between commas interrupts behind its subject, where the parser
    takes the cue for a relative clause of that subject: "the ferry, the firm has admitted, was old"."""
    below = tree.subtree(verb)
    inside = tree.trimmed(below)
    first, last = inside[0], inside[-1]
    bounds = {tree.lower[one] for one in (first - 1, last + 1) if 0 <= one < len(tree.tokens)}
    relative = any(tree.tokens[one].tag in {"WDT", "WP", "WP$", "WRB"} for one in below)
    if last != verb or bounds != {","} or relative or tree.child(verb, "nsubj") is None:
        return None
    return _clause_from(tree, verb, above=True)


def _clause_from(tree: Tree, position: int, *, above: bool = False) -> int | None:
    """Return the nearest verb from a word upwards, not the word itself when `above` is set."""
    places = (*(() if above else (position,)), *tree.ancestors(position))
    return next((one for one in places if tree.tokens[one].pos in {"VERB", "AUX"}), None)
