"""Who is told: "A told B that P", "the court heard that P", "said in an interview with B that P"."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from ondit.attribute.grammar.candidate import Candidate
from ondit.attribute.grammar.sources import noun_phrase
from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.languages.lexicon import AttributionWords, Frame
from ondit.model.annotation import Token

Names = Callable[[Token], bool]
"""Tells whether a word can be the name of an outlet, or a noun for one."""

_OPENING = frozenset({"in", "during", "on", "via"})
"""Prepositions before the talk in which somebody said a thing."""

_WITH_WHOM = frozenset({"with", "to", "on", "for"})
"""Prepositions between a talk, or a verb of talking, and the outlet: "an interview on X", "speaking to X"."""

_VERBS = frozenset({"VERB", "AUX"})

_QUOTES = frozenset({"``", "''"})
"""Tags of quotation marks."""


def told(tree: Tree, candidate: Candidate, words: AttributionWords) -> Candidate:
    """Return the candidate with who is told as its addressee, and what is not as a part of its content."""
    if candidate.pos != "VERB":
        return candidate
    if candidate.passive:
        return _told_by(tree, candidate, words)
    if candidate.word in words.carrying:
        tale = any(tree.tokens[one].lemma in words.tales for one in tree.each(candidate.head, "nsubj"))
        return replace(candidate, source=() if tale else candidate.source, addressee=())
    return _heard(tree, _ordered(tree, _addressed(tree, candidate, words), words), words)


def carries(tree: Tree, candidate: Candidate, words: AttributionWords) -> bool:
    """Tell whether a verb that carries tales carries one: "legend has it that P", "the story goes that P".

    True for all other verbs.
    """
    if candidate.word not in words.carrying:
        return True
    it = (one for one in tree.each(candidate.head, "dobj") if tree.lower[one] == "it")
    tales = (one for one in tree.each(candidate.head, "nsubj") if tree.tokens[one].lemma in words.tales)
    return any(True for _ in (*it, *tales)) and candidate.frame in {Frame.CLAUSE, Frame.HOST}


def _addressed(tree: Tree, candidate: Candidate, words: AttributionWords) -> Candidate:
    """Return the candidate with the object of a verb that tells nobody as a part of its content.

    "denied the figure: “It is not ours”": the figure is what is denied, not who is told.
    """
    dobj = tree.child(candidate.head, "dobj")
    if candidate.word in words.telling | words.relaying or dobj is None or dobj not in candidate.addressee:
        return candidate
    content = {*candidate.addressee, *candidate.content}
    return replace(candidate, addressee=(), content=tuple(sorted(content)))


def _ordered(tree: Tree, candidate: Candidate, words: AttributionWords) -> Candidate:
    """Return the candidate without who is to do it in its content: "told the crew to leave"."""
    whom, purpose = tree.child(candidate.head, "dobj"), tree.child(candidate.head, "xcomp")
    if candidate.frame is not Frame.INFINITIVE or candidate.word not in words.telling:
        return candidate
    if whom is None or purpose is None or whom not in candidate.content:
        return candidate
    return replace(candidate, addressee=noun_phrase(tree, whom), content=tuple(tree.subtree(purpose)))


def _told_by(tree: Tree, candidate: Candidate, words: AttributionWords) -> Candidate:
    """Return the candidate with the subject of a passive of telling as addressee: "was told by A that P"."""
    subject = tree.child(candidate.head, "nsubjpass")
    if candidate.word not in words.telling or candidate.frame is Frame.HOST:
        return candidate
    if subject is None or subject not in candidate.content:
        return candidate
    whom = set(tree.subtree(subject))
    left = tuple(one for one in candidate.content if one not in whom)
    return replace(candidate, addressee=noun_phrase(tree, subject), content=left or candidate.content)


def _from_whom(tree: Tree, candidate: Candidate, words: AttributionWords) -> tuple[int, ...]:
    """Return the source of "A had heard from B that P"."""
    preps = tree.each(candidate.head, "prep") if candidate.word in words.hearing else ()
    nouns = (tree.child(prep, "pobj") for prep in preps if tree.lower[prep] == "from")
    return next((noun_phrase(tree, noun) for noun in nouns if noun is not None), ())


def _heard(tree: Tree, candidate: Candidate, words: AttributionWords) -> Candidate:
    """Return the candidate with a court or jury as addressee of what it heard or, in a headline, was told;
    with anybody who heard it from somebody."""
    told_by = _from_whom(tree, candidate, words)
    if told_by:
        return replace(candidate, addressee=candidate.source, source=told_by)
    subject = tree.child(candidate.head, "nsubj")
    if subject is None or tree.tokens[subject].lemma not in words.hearers:
        return candidate
    untold = candidate.word in words.telling and not candidate.addressee
    if candidate.word in words.hearing or untold:
        return replace(candidate, addressee=candidate.source, source=())
    return candidate


def spoken_to(tree: Tree, candidate: Candidate, words: AttributionWords, names: Names) -> Candidate:
    """Return the candidate with the outlet to which its source spoke as addressee, when nobody else is told.

    `names` tells whether a word can be an outlet's name, or a noun for it.
    """
    if candidate.pos != "VERB" or candidate.passive or candidate.addressee:
        return candidate
    head = candidate.head
    for below in (*tree.each(head, "prep", "advcl"), *_beside_subject(tree, head)):
        outlet = _outlet(tree, below, words, names)
        if outlet is not None:
            return replace(candidate, addressee=noun_phrase(tree, outlet))
    return _with_end(tree, candidate, words, names)


def _with_end(tree: Tree, candidate: Candidate, words: AttributionWords, names: Names) -> Candidate:
    """Return the candidate with the talk at the end of its content taken out: the parser hangs "A said P *in
    an interview with X*" from P."""
    held = set(candidate.content)
    if any(tree.tokens[one].tag in _QUOTES for one in held):
        return candidate
    for prep in candidate.content:
        if tree.tokens[prep].dep != "prep" or (outlet := _outlet(tree, prep, words, names)) is None:
            continue
        left = tuple(one for one in candidate.content if one < prep)
        last = tree.subtree(prep)[-1]
        if left and not any(tree.tokens[one].pos in _VERBS for one in held if one > last):
            return replace(candidate, content=left, addressee=noun_phrase(tree, outlet))
    return candidate


def _beside_subject(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the participles beside the subject of a verb: "A, *speaking* to X, said"."""
    subject = tree.child(verb, *SUBJECTS)
    if subject is not None:
        yield from tree.each(subject, "acl", "relcl")


def _outlet(tree: Tree, below: int, words: AttributionWords, names: Names) -> int | None:
    """Return the outlet that a talk was with: behind its noun, or behind a participle of talking."""
    token = tree.tokens[below]
    if token.dep == "prep":
        noun = tree.child(below, "pobj") if tree.lower[below] in _OPENING else None
        talk = noun if noun is not None and tree.tokens[noun].lemma in words.talks else None
    else:
        talk = below if token.tag == "VBG" and token.lemma in words.talking else None
    for prep in tree.each(talk, "prep", "dative") if talk is not None else ():
        name = tree.child(prep, "pobj")
        if name is None or tree.lower[prep] not in _WITH_WHOM:
            continue
        if names(tree.tokens[name]):
            return name
    return None
