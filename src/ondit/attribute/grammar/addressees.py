"""Who is told: "A told B that P", "B was told by A that P", "the court heard that P"."""

from msgspec.structs import replace

from ondit.attribute.grammar.candidate import Candidate
from ondit.attribute.grammar.sources import noun_phrase
from ondit.attribute.grammar.tree import Tree
from ondit.languages.lexicon import AttributionWords, Frame


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
