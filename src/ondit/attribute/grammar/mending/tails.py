"""Mending who speaks behind what is said: "P, A said", "P, A said, B reported"."""

from collections.abc import Container, Iterator, Mapping
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from ondit.attribute.grammar.tree import SUBJECTS, Tree, mended

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PAST = frozenset({"VBN", "VBD"})
_CLAUSAL = frozenset({"VERB", "AUX"})
_POINTING = frozenset({"WDT", "WP", "WP$", "WRB"})
_BEHIND = frozenset({"IN", "RB", "NNP", "NN", "PRP"})
"""Tags of what can follow a cue that closes its sentence: "reported *on* Monday", "reported *Tuesday*"."""


class _Tail(msgspec.Struct, frozen=True):
    """A cue behind a clause, its subject, and the head of the clause. `left` is the noun of the clause that
    the parser made the subject, `above` what it belongs to."""

    verb: int
    subject: int
    clause: int
    left: int | None = None
    above: int | None = None


def with_tails(tree: Tree, cues: Mapping[str, bool], voices: Container[str]) -> Tree:
    """Return the tree with the speaker behind a clause as the subject of his cue.

    In "P, A said" the parser often takes A for an apposition to the last noun of P ("met Jo Hale, the Foo
    party said", "bought Foo, the Bar reported"), or that noun and A together for the subject ("met Jo Hale,
    her aide Al Orr said"). `cues` are the lemmas of cues, with True for those that put a clause forward,
    `voices` the nouns of those who speak.
    """
    for verb, token in enumerate(tree.tokens):
        if not cues.get(token.lemma) or token.tag not in _FINITE | _PAST:
            continue
        found = next(filter(None, _readings(tree, verb, cues, voices)), None)
        if found:
            tree = _led(tree, found)
    return tree


def _readings(
    tree: Tree, verb: int, cues: Mapping[str, bool], voices: Container[str]
) -> Iterator[_Tail | None]:
    clause = _clause_before(tree, verb, cues)
    if clause is not None:
        yield _swallowed(tree, verb, clause)
        yield _left_over(tree, verb, clause)
    yield _related(tree, verb)
    yield _apposed(tree, verb, voices)


def _clause_before(tree: Tree, verb: int, cues: Mapping[str, bool]) -> int | None:
    """Return the head of the clause before a cue that the parser hung from it, or that it hung the cue from
    without a word that joins them; none that is a cue itself ("said Jo Hale, her aide, had confirmed P")."""
    above = tree.parent(verb)
    hung = tree.tokens[verb].dep in {"ccomp", "advcl"} and tree.child(verb, "mark", "advmod", "aux") is None
    free = above is not None and not cues.get(tree.tokens[above].lemma)
    clause = above if hung and free else tree.child(verb, "ccomp")
    closing = clause is not above or (tree.tokens[verb].tag in _FINITE and _closes(tree, verb))
    return clause if clause is not None and clause < verb and closing else None


def _closes(tree: Tree, verb: int) -> bool:
    """Tell whether behind a cue there is nothing, or only when, where and how."""
    following = tree.tokens[verb + 1] if verb + 1 < len(tree.tokens) else None
    return following is None or following.pos == "PUNCT" or following.tag in _BEHIND


def _swallowed(tree: Tree, verb: int, clause: int) -> _Tail | None:
    """Read "met Jo Hale, her aide Al Orr said" with "Jo Hale, her aide Al Orr" for the subject: no mark
    stands between the clause and what would be the subject, but one inside that."""
    subject = tree.child(verb, "nsubj")
    if subject is None or not clause < subject < verb:
        return None
    phrase = tree.subtree(subject)
    between = range(clause + 1, phrase[0])
    comma = next((one for one in phrase if tree.lower[one] == ","), None)
    if comma is None or comma < subject or tree.child(clause, *SUBJECTS) is None:
        return None
    if any(tree.tokens[one].pos == "PUNCT" for one in between):
        return None
    speaker = next((one for one in phrase if one > comma and tree.tokens[one].head < comma), None)
    if speaker is None or tree.tokens[speaker].dep == "punct":
        return None
    preps = (one for one in tree.each(clause, "prep") if one < subject and tree.child(one, "pobj") is None)
    return _Tail(verb, speaker, clause, left=subject, above=next(preps, clause))


def _related(tree: Tree, verb: int) -> _Tail | None:
    """Read "met Jo Hale, the Foo party said" with "the Foo party said" for a relative clause of the name."""
    noun, subject = tree.parent(verb), tree.child(verb, "nsubj")
    if noun is None or subject is None or tree.tokens[verb].dep != "relcl" or not subject < verb:
        return None
    first = tree.subtree(subject)[0]
    if tree.lower[first - 1] != "," or noun >= first or tree.tokens[subject].tag in _POINTING:
        return None
    if any(tree.tokens[one].dep in {"ccomp", "xcomp"} for one in tree.children[verb] if one > verb):
        return None
    clause = _top(tree, noun)
    return _Tail(verb, subject, clause) if clause is not None and clause < first else None


def _apposed(tree: Tree, verb: int, voices: Container[str]) -> _Tail | None:
    """Read "bought Foo, the Bar reported on Monday" with "the Bar reported" for an apposition to "Foo"."""
    noun = tree.parent(verb)
    if noun is None or tree.tokens[verb].dep != "acl" or tree.tokens[noun].dep != "appos":
        return None
    token = tree.tokens[noun]
    phrase = tree.subtree(noun, without=[verb, *tree.each(noun, "punct")])
    if (token.pos != "PROPN" and token.lemma not in voices) or verb != phrase[-1] + 1:
        return None
    if not _closes(tree, verb) or tree.child(verb, "agent", "xcomp", "oprd", "ccomp") is not None:
        return None
    if tree.lower[phrase[0] - 1] != ",":
        return None
    clause = _top(tree, noun)
    return _Tail(verb, noun, clause) if clause is not None and clause < phrase[0] else None


def _left_over(tree: Tree, verb: int, clause: int) -> _Tail | None:
    """Read "met 90 people, Jo Hale, the head of Foo, said" with all that for what was met, and no subject."""
    if tree.child(verb, *SUBJECTS) is not None:
        return None
    for noun in tree.subtree(clause, without=[verb]):
        phrase = tree.subtree(noun) if tree.tokens[noun].dep == "appos" else []
        if not phrase or tree.lower[phrase[0] - 1] != "," or tree.tokens[noun].pos not in {"PROPN", "NOUN"}:
            continue
        if tree.trimmed(range(phrase[0], verb)) == tree.trimmed(phrase):
            return _Tail(verb, noun, clause)
    return None


def _top(tree: Tree, noun: int) -> int | None:
    """Return the head of the whole clause that a noun stands in."""
    return next((one for one in reversed([*tree.ancestors(noun)]) if tree.tokens[one].pos in _CLAUSAL), None)


def _led(tree: Tree, tail: _Tail) -> Tree:
    """Return the tree with a clause hung from the cue behind it."""
    tokens = list(tree.tokens)
    if tail.left is not None and tail.above is not None:
        dep = "dobj" if tail.above == tail.clause else "pobj"
        tokens[tail.left] = replace(tokens[tail.left], dep=dep, head=tail.above)
    outer = tokens[tail.clause]
    if outer.head != tail.verb or outer.dep != "ccomp":
        above = tail.verb if outer.head == tail.clause else outer.head
        tokens[tail.verb] = replace(tokens[tail.verb], pos="VERB", tag="VBD", dep=outer.dep, head=above)
        tokens[tail.clause] = replace(outer, dep="ccomp", head=tail.verb)
    tokens[tail.subject] = replace(tokens[tail.subject], dep="nsubj", head=tail.verb)
    return mended(tree, tokens)


def with_stack(tree: Tree, cues: Mapping[str, bool]) -> Tree:
    """Return the tree with stacked speakers behind a clause hung from the last one.

    In "P, A said, B reported" each speaker holds all that stands before: B reported that A said P. The parser
    takes one of them for what the other says, or both for asides. So it does in "A told B that P, C said".
    """
    stack = [verb for verb in range(len(tree.tokens)) if _is_tail(tree, verb, cues)]
    if len(stack) < 2 and not (stack and _is_second(tree, stack[0])):
        return tree
    first = tree.subtree(tree.child(stack[0], "nsubj") or stack[0])[0]
    said = next((one for one, token in enumerate(tree.tokens) if token.dep == "ROOT" and one < first), None)
    if said is None:
        held = (one for verb in stack for one in tree.each(verb, "ccomp"))
        said = next((one for one in held if one < first), None)
    if said is None:
        return tree
    tokens = list(tree.tokens)
    above = [*stack, stack[-1]]
    for verb, holder in pairwise([said, *above]):
        tokens[verb] = replace(tokens[verb], dep="ROOT" if holder == verb else "ccomp", head=holder)
    return mended(tree, tokens)


def _is_second(tree: Tree, verb: int) -> bool:
    """Tell whether a cue is taken for what the verb before says, which says something else already."""
    above = tree.parent(verb)
    if tree.tokens[verb].dep != "ccomp" or above is None or above > verb:
        return False
    return any(one < verb for one in tree.each(above, "ccomp")) and tree.tokens[above].dep == "ROOT"


def _is_tail(tree: Tree, verb: int, cues: Mapping[str, bool]) -> bool:
    """Tell whether a cue stands behind a comma with its subject, and puts forward what was said before."""
    if tree.tokens[verb].tag not in _FINITE or not cues.get(tree.tokens[verb].lemma):
        return False
    subject = tree.child(verb, "nsubj")
    if subject is None:
        return False
    start = tree.subtree(subject)[0]
    behind = (one for one in tree.children[verb] if one > verb)
    return (
        0 < start < subject + 1 <= verb
        and _ends_clause(tree, start - 1)
        and tree.child(verb, "mark", "cc") is None
        and tree.tokens[subject].tag not in {"WDT", "WP"}
        and not any(
            tree.tokens[one].dep in {"ccomp", "xcomp"} and not _has_tail_subject(tree, one) for one in behind
        )
    )


def _ends_clause(tree: Tree, mark: int) -> bool:
    """Tell whether a mark is a comma, or closes a quotation that has one inside: "P,” she said"."""
    if mark > 1 and tree.tokens[mark].tag == "''":
        mark -= 1
    return tree.lower[mark] == ","


def _has_tail_subject(tree: Tree, verb: int) -> bool:
    subject = tree.child(verb, "nsubj")
    return subject is not None and tree.lower[tree.subtree(subject)[0] - 1] == ","
