"""Mending what the parser makes of headlines: "X denies claims P", "40 feared dead"."""

from collections.abc import Callable

from msgspec.structs import replace

from ondit.model.annotation import Sentence, Token

IsCue = Callable[[str, str], bool]
"""Tells whether a lemma is a cue as the given part of speech."""

_OBJECTS = frozenset({"dobj", "pobj"})

_STATES = frozenset({"oprd", "acomp", "advcl", "xcomp"})
"""Labels of the state that somebody is feared, believed or said to be in."""

_NAMES = frozenset({"compound", "amod", "nmod"})


def with_object(sentence: Sentence, is_denial: Callable[[str], bool], is_cue: IsCue) -> Sentence:
    """Return the sentence with a noun of speech behind a denial read as its object.

    `is_denial` knows the lemmas of verbs with a negative polarity. The noun is one that is a cue itself, has
    a clause, and is taken for a verb: as complement of the denial, or with the denial as its subject.
    So is one that is the object of any verb but tagged as a verb ("confirmed media reports that P").
    """
    tokens = list(sentence.tokens)
    for place in range(1, len(tokens)):
        noun, before = tokens[place], tokens[place - 1]
        if noun.pos == "VERB" and noun.tag == "VBZ" and noun.dep in _OBJECTS and is_cue(noun.lemma, "NOUN"):
            _make_object(tokens, place, noun.head, noun.dep)
            continue
        if noun.pos != "VERB" or not is_denial(before.lemma) or not is_cue(noun.lemma, "NOUN"):
            continue
        if noun.dep in {"xcomp", "ccomp"} and noun.head == place - 1 and noun.tag == "VBZ":
            _make_object(tokens, place, place - 1)
        elif before.head == place and before.dep == "nsubj" and place > 1:
            _make_verb(tokens, place - 1, place)
            _make_object(tokens, place, place - 1)
    return sentence if tokens == list(sentence.tokens) else replace(sentence, tokens=tuple(tokens))


def with_passives(sentence: Sentence, is_cue: IsCue) -> Sentence:
    """Return the sentence with a passive that lacks its auxiliary: "Ferry sinks, 40 feared dead".

    The parser takes the dead for those who fear, and what stands before the comma for what they fear. So it
    takes a mayor "accused of lying" for who accuses.
    """
    tokens = list(sentence.tokens)
    for place in range(1, len(tokens) - 1):
        token, state = tokens[place], tokens[place + 1]
        if token.tag == "VBN" and is_cue(token.lemma, "VERB"):
            _make_passive(tokens, place)
            continue
        if token.tag != "VBD" or not is_cue(token.lemma, "VERB"):
            continue
        if state.head != place or state.dep not in _STATES or state.tag not in {"JJ", "VBN"}:
            continue
        below = [at for at, one in enumerate(tokens) if one.head == place and at != place]
        subject = next((at for at in below if tokens[at].dep == "nsubj" and at < place), None)
        if subject is None:
            continue
        tokens[place] = replace(token, tag="VBN")
        tokens[place + 1] = replace(state, dep="oprd")
        tokens[subject] = replace(tokens[subject], dep="nsubjpass")
        for at in below:
            if at < subject and tokens[at].dep == "ccomp":
                tokens[at] = replace(tokens[at], dep="parataxis")
    return replace(sentence, tokens=tuple(tokens))


def _make_passive(tokens: list[Token], verb: int) -> None:
    """Turn the subject of a participle without auxiliary and object into that of a passive."""
    below = {one.dep: at for at, one in enumerate(tokens) if one.head == verb and at != verb}
    if "nsubj" in below and below.keys().isdisjoint({"aux", "auxpass", "dobj", "ccomp", "dative"}):
        subject = below["nsubj"]
        if subject < verb:
            tokens[subject] = replace(tokens[subject], dep="nsubjpass")


def _make_object(tokens: list[Token], noun: int, verb: int, dep: str = "dobj") -> None:
    """Turn a word into the object of the verb before it, its clause into that noun's."""
    for place, token in enumerate(tokens):
        if token.head == noun and place != noun:
            if token.dep in {"ccomp", "xcomp"}:
                tokens[place] = replace(token, dep="acl")
            elif place < verb or token.pos == "PUNCT":
                tokens[place] = replace(token, head=verb)
    tokens[noun] = replace(tokens[noun], pos="NOUN", tag="NNS", dep=dep, head=verb)


def _make_verb(tokens: list[Token], verb: int, above: int) -> None:
    """Turn the subject of `above` into the verb in its place, the name before it into its subject."""
    names = [place for place, one in enumerate(tokens) if one.head == verb and one.dep in _NAMES]
    for place in names:
        head, dep = (verb, "nsubj") if place == names[-1] else (names[-1], tokens[place].dep)
        tokens[place] = replace(tokens[place], head=head, dep=dep)
    root = tokens[above].head == above
    head = verb if root else tokens[above].head
    tokens[verb] = replace(tokens[verb], pos="VERB", tag="VBZ", dep=tokens[above].dep, head=head)
