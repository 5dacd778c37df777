"""Mending "X denies claims P", which the parser reads as if X's denials claimed P."""

from collections.abc import Callable

from msgspec.structs import replace

from ondit.model.annotation import Sentence, Token

IsCue = Callable[[str, str], bool]
"""Tells whether a lemma is a cue as the given part of speech."""

_NAMES = frozenset({"compound", "amod", "nmod"})


def with_object(sentence: Sentence, is_denial: Callable[[str], bool], is_cue: IsCue) -> Sentence:
    """Return the sentence with a noun of speech behind a denial read as its object.

    `is_denial` knows the lemmas of verbs with a negative polarity. The noun is one that is a cue itself, has
    a clause, and is taken for a verb: as complement of the denial, or with the denial as its subject.
    """
    tokens = list(sentence.tokens)
    for place in range(1, len(tokens)):
        noun, before = tokens[place], tokens[place - 1]
        if noun.pos != "VERB" or not is_denial(before.lemma) or not is_cue(noun.lemma, "NOUN"):
            continue
        if noun.dep in {"xcomp", "ccomp"} and noun.head == place - 1 and noun.tag == "VBZ":
            _make_object(tokens, place, place - 1)
        elif before.head == place and before.dep == "nsubj" and place > 1:
            _make_verb(tokens, place - 1, place)
            _make_object(tokens, place, place - 1)
    return sentence if tokens == list(sentence.tokens) else replace(sentence, tokens=tuple(tokens))


def _make_object(tokens: list[Token], noun: int, verb: int) -> None:
    """Turn a word into the object of the verb before it, its clause into that noun's."""
    for place, token in enumerate(tokens):
        if token.head == noun and place != noun:
            if token.dep in {"ccomp", "xcomp"}:
                tokens[place] = replace(token, dep="acl")
            elif place < verb or token.pos == "PUNCT":
                tokens[place] = replace(token, head=verb)
    tokens[noun] = replace(tokens[noun], pos="NOUN", tag="NNS", dep="dobj", head=verb)


def _make_verb(tokens: list[Token], verb: int, above: int) -> None:
    """Turn the subject of `above` into the verb in its place, the name before it into its subject."""
    names = [place for place, one in enumerate(tokens) if one.head == verb and one.dep in _NAMES]
    for place in names:
        head, dep = (verb, "nsubj") if place == names[-1] else (names[-1], tokens[place].dep)
        tokens[place] = replace(tokens[place], head=head, dep=dep)
    root = tokens[above].head == above
    head = verb if root else tokens[above].head
    tokens[verb] = replace(tokens[verb], pos="VERB", tag="VBZ", dep=tokens[above].dep, head=head)
