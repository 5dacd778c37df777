"""Certainty, polarity and distance of a content, in the terms of FactBank (Saurí and Pustejovsky, 2009)."""

from collections.abc import Sequence

import msgspec

from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.languages.lexicon import AttributionWords, Cue, Frame
from ondit.model.attribution import Certainty, Distance, Polarity

_SUBJECT_LABELS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
"""Labels of a phrase whose "no" denies the clause: "no talks were held", "there was no deal"."""

_PREDICATE_LABELS = frozenset({"attr", "acomp", "oprd", "dobj", "xcomp", "ccomp", "pobj", "prep"})
"""Labels of the words in which a verdict may stand: "called it nonsense", "described it as false"."""


class Factuality(msgspec.Struct, frozen=True):
    """What the source holds of the content, and the writer of the source."""

    certainty: Certainty
    polarity: Polarity
    distance: Distance


class Cued(msgspec.Struct, frozen=True, kw_only=True):
    """A cue as factuality sees it: where it stands, how it is built, what its content is.

    `relayed` is True for a passive or noun whose source is named: "was reported by X" is no hearsay.
    """

    entry: Cue
    frame: Frame
    head: int
    content: tuple[int, ...]
    relayed: bool


def factuality(tree: Tree, cued: Cued, words: AttributionWords) -> Factuality:
    """Return what a cue and its clause say of the content. The content's main event is the head of its
    clause."""
    event = _spoken_event(tree, event_of(tree, cued.head, cued.content), words)
    denied = _denied(tree, event, cued, words) if event is not None else False
    certainty = _certainty(tree, event, cued, words)
    if event is not None and tree.tokens[event].lemma in words.withholding and negated(tree, event):
        certainty, denied = Certainty.POSSIBLE, False
    negative = (cued.entry.polarity is Polarity.NEGATIVE) != denied
    if negated(tree, cued.head) or _nobody_holds(tree, cued.head, words):
        if cued.entry.lemma.split()[0] in words.withholding:
            certainty, negative = Certainty.POSSIBLE, denied
        elif cued.entry.lemma in words.raising:
            negative = not negative
        elif cued.entry.pos in {"VERB", "ADJ"}:
            certainty = Certainty.UNSTATED
    if _withheld(tree, cued.head, words) or _refrains(tree, cued.head, words):
        certainty = Certainty.UNSTATED
    if _is_left_open(tree, cued.head):
        certainty, negative = Certainty.UNSTATED, denied
    distance = cued.entry.distance
    if distance is Distance.REPORTED and cued.relayed:
        distance = Distance.NONE
    return Factuality(certainty, Polarity.NEGATIVE if negative else Polarity.POSITIVE, distance)


def event_of(tree: Tree, head: int, content: Sequence[int]) -> int | None:
    """Return the position of the content's main word: the one whose own head is not in the content."""
    inside = set(content)
    tops = [one for one in content if one != head and tree.tokens[one].head not in inside - {one}]
    verbs = [one for one in tops if tree.tokens[one].pos in {"VERB", "AUX"}]
    words = [one for one in tops if tree.tokens[one].pos != "PUNCT"]
    event = next(iter([*verbs, *words]), None)
    return _first_of_two(tree, event) if event is not None else None


def _first_of_two(tree: Tree, event: int) -> int:
    """Return the first of two clauses that a semicolon parts: "nobody left; the gate was shut"."""
    marks = [one for one in tree.each(event, "punct") if tree.lower[one] == ";"]
    clauses = (one for one in tree.each(event, "ccomp") if marks and one < marks[0] < event)
    return next(clauses, event)


def says_no(tree: Tree, words: AttributionWords) -> bool:
    """Tell whether the main clause of a whole sentence is negative: "We have not parted."."""
    event = event_of(tree, -1, range(len(tree.tokens)))
    return event is not None and _says_none(tree, event, words)


def _spoken_event(tree: Tree, event: int | None, words: AttributionWords) -> int | None:
    """Return what a speaker says of himself that he says: P of "we can confirm that P"."""
    if event is None:
        return None
    subject, clause = tree.child(event, "nsubj"), tree.child(event, "ccomp")
    if subject is None or clause is None or tree.lower[subject] not in words.first_person:
        return event
    return event if negated(tree, event) else clause


def negated(tree: Tree, verb: int) -> bool:
    """Tell whether a verb has a negation: "not", "never", "no longer"; not that of ", not a fool"."""
    negations = [
        *tree.each(verb, "neg"),
        *(no for one in tree.each(verb, "advmod") for no in tree.each(one, "neg")),
    ]
    return any(not _contrasts(tree, one) for one in negations)


def _nobody_holds(tree: Tree, verb: int, words: AttributionWords) -> bool:
    """Tell whether the subject of a cue is nobody: "nobody believes P", "neither side has admitted P"."""
    subject = tree.child(verb, "nsubj")
    if subject is None:
        return False
    return any(
        tree.lower[one] in words.negators for one in (subject, *tree.each(subject, "det", "preconj", "cc"))
    )


def _contrasts(tree: Tree, negation: int) -> bool:
    """Tell whether a negation only sets something else apart: "rested, not dropped"."""
    return tree.lower[negation] == "not" and negation > 0 and tree.lower[negation - 1] in {",", "-", "–", "—"}


def _is_left_open(tree: Tree, head: int) -> bool:
    """Tell whether a cue is one of two that are both denied: "neither confirmed nor denied"."""
    above = tree.parent(head) if tree.tokens[head].dep == "conj" else head
    return any(
        tree.lower[one] == "neither"
        for place in (head, above)
        if place is not None
        for one in tree.each(place, "preconj", "cc")
    )


def _withheld(tree: Tree, head: int, words: AttributionWords) -> bool:
    """Tell whether somebody will not say it: "refused to say whether P"."""
    above = tree.parent(head)
    return (
        above is not None and tree.tokens[head].dep == "xcomp" and tree.tokens[above].lemma in words.declining
    )


def _refrains(tree: Tree, head: int, words: AttributionWords) -> bool:
    """Tell whether somebody keeps from saying it: "stopped short of blaming B", "refrained from saying P"."""
    if tree.tokens[head].dep != "pcomp":
        return False
    above = (tree.tokens[one] for one in tree.ancestors(head))
    verb = next((one.lemma for one in above if one.pos not in {"ADP", "ADV", "ADJ"}), "")
    return verb in words.refraining


def _denied(tree: Tree, event: int, cued: Cued, words: AttributionWords) -> bool:
    return _says_none(tree, event, words) != _called_untrue(tree, event, cued, words)


def _says_none(tree: Tree, event: int, words: AttributionWords) -> bool:
    """Tell whether a clause says that what its verb says is not so."""
    negative = negated(tree, event) or _is_none(tree, event, words)
    negative = negative or any(
        tree.lower[below] in words.negators
        for child in tree.children[event]
        if tree.tokens[child].dep in _SUBJECT_LABELS
        for below in (child, *tree.each(child, "det", "neg"))
        if not _contrasts(tree, below)
    )
    return negative != _comes_to_nothing(tree, event, words)


def _is_none(tree: Tree, event: int, words: AttributionWords) -> bool:
    """Tell whether what is put forward is that there is none: "found no proof that P"."""
    return tree.tokens[event].pos == "NOUN" and any(
        tree.lower[one] in words.negators for one in tree.each(event, "det", "neg")
    )


def _comes_to_nothing(tree: Tree, event: int, words: AttributionWords) -> bool:
    """Tell whether a verb says that something was not done: "failed to pay", "the talks failed".

    A thing that fails is an event by itself: "the dam failed".
    """
    if tree.tokens[event].lemma not in words.failing or tree.child(event, "auxpass") is not None:
        return False
    if tree.child(event, "xcomp", "dobj") is not None:
        return True
    subject = tree.child(event, "nsubj")
    return subject is not None and tree.tokens[subject].lemma in words.endeavours


def _called_untrue(tree: Tree, event: int, cued: Cued, words: AttributionWords) -> bool:
    """Tell whether the content is a thing with a verdict: "called it nonsense", "said it was false",
    "said it was without foundation"."""
    noun = cued.frame in {Frame.OBJECT, Frame.PREPOSITION}
    if noun and cued.entry.polarity is Polarity.NEGATIVE:
        return False  # "dismissed it as nonsense": the verdict says once more what the cue says
    if tree.tokens[event].lemma == "be" or noun:
        inside = [one for one in cued.content if tree.tokens[one].dep in _PREDICATE_LABELS]
        return any(_is_verdict(tree, one, words) or _is_wanting(tree, one, words) for one in inside)
    return _is_made_up(tree, event, words)


def _is_verdict(tree: Tree, one: int, words: AttributionWords) -> bool:
    """Tell whether a word says that a thing is not so; no name ("the Regent *Theatre*"), no deed
    ("*faking* the photographs")."""
    token = tree.tokens[one]
    does = token.pos == "VERB" and tree.child(one, "dobj") is not None
    known = tree.lower[one] in words.verdicts or token.lemma in words.verdicts
    return known and not does and token.pos != "PROPN"


def _is_made_up(tree: Tree, event: int, words: AttributionWords) -> bool:
    """Tell whether something that is told is said to be invented: "the rumours were made up"."""
    subject = tree.child(event, "nsubjpass")
    told = subject is not None and tree.tokens[subject].lemma in words.hearsay | words.tales
    particle = (tree.lower[one] for one in tree.each(event, "prt"))
    return told and " ".join((tree.tokens[event].lemma, *particle)) in words.verdicts


def _is_wanting(tree: Tree, noun: int, words: AttributionWords) -> bool:
    """Tell whether a noun is what a thing would have if it were true, and has not: "without foundation"."""
    above = tree.parent(noun)
    if above is None or tree.lower[above] not in words.lacking:
        return False
    return tree.tokens[noun].lemma in words.grounds


def _certainty(tree: Tree, event: int | None, cued: Cued, words: AttributionWords) -> Certainty:
    own = cued.entry.certainty
    if event is None or own in {Certainty.UNSTATED, Certainty.POSSIBLE}:
        return own
    if _commands(tree, event, cued):
        return Certainty.UNSTATED
    around = {tree.lower[child] for child in tree.each(event, "aux", "advmod", "mark", "acomp", "neg")}
    last = tree.tokens[-1].text
    if around & words.open or (last == "?" and cued.frame is Frame.CLAUSE):
        return Certainty.UNSTATED
    if around & words.possible:
        return Certainty.POSSIBLE
    if around & words.probable:
        return Certainty.PROBABLE
    return own


def _commands(tree: Tree, event: int, cued: Cued) -> bool:
    """Tell whether a content is an order: "“Leave the boats,” she said"."""
    bare = tree.tokens[event].tag == "VB" and tree.child(event, "aux", *SUBJECTS) is None
    return bare and cued.frame in {Frame.CLAUSE, Frame.QUOTATION}
