""" "A said, citing B, that P": the cited voice B and the attribution of A whose content it shares."""

from collections.abc import Container, Iterator, Mapping, Sequence

import msgspec

from ondit.attribute.grammar.candidate import Candidate
from ondit.attribute.grammar.sources import noun_phrase
from ondit.attribute.grammar.tree import Tree
from ondit.languages.lexicon import AttributionWords

_HANGING = frozenset({"advcl", "acl", "relcl", "conj", "pcomp", "prep", "parataxis", "dep", "ccomp"})
"""Labels through which a citing verb hangs on the verb or noun whose content it shares."""


_NAMES = frozenset({"PROPN", "PRON"})

_REPORTED_BY = frozenset({"by", "from", "in", "on"})
"""Prepositions between a report and whose it is."""

_WHERE = frozenset({"at", "close", "in", "inside", "from", "near", "of", "on", "with", "within"})
"""Prepositions that say where a cited voice is at home, though the parser hangs them from the citing."""


class Relay(msgspec.Struct, frozen=True, kw_only=True):
    """A cited voice. `host` is the head of the cue whose content is shared, None when the sentence has none.

    `clause` is the content that the parser gave to the citing verb itself: it is the host's as well. `aside`
    names the voice within what the host governs, and is no part of its content. `against` tells that the
    voice says what the host denies.
    """

    verb: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    host: int | None
    clause: tuple[int, ...] = ()
    aside: tuple[int, ...] = ()
    is_main: bool = False
    against: bool = False


def rejected(
    tree: Tree, words: AttributionWords, denials: Mapping[int, Candidate], rejecting: Container[int]
) -> Iterator[Relay]:
    """Yield the voices whose report a denial names beside what it denies: "denied that P, rejecting a report
    by X", "denied that P, calling the report in X false".

    `denials` are the candidates that deny, by the position of their heads, `rejecting` the verbs of the
    sentence that deny or call something something.
    """
    for verb, token in enumerate(tree.tokens):
        report = tree.child(verb, "dobj") if token.tag == "VBG" and verb in rejecting else None
        if report is None or tree.child(report, "acl", "relcl", "ccomp") is not None:
            continue
        host = next((one for one in tree.ancestors(verb) if one in denials), None)
        voice = next(_reporters(tree, report, words), None)
        if host is not None and voice is not None:
            prep, noun = voice
            cue = (*(one for one in tree.each(report, "det") if one > verb), report, prep)
            yield Relay(verb=verb, cue=cue, source=noun_phrase(tree, noun), host=host, against=True)


def _reporters(tree: Tree, report: int, words: AttributionWords) -> Iterator[tuple[int, int]]:
    """Yield the preposition and the head of who made a report: "a report *by Foo*", "in *the Foo*"."""
    for prep in tree.each(report, "prep", "agent"):
        noun = tree.child(prep, "pobj")
        if noun is None or tree.lower[prep] not in _REPORTED_BY:
            continue
        if tree.tokens[noun].pos == "PROPN" or tree.tokens[noun].lemma in words.voices:
            yield prep, noun


def relays(
    tree: Tree, words: AttributionWords, chosen: Mapping[int, Candidate], speaking: Container[int]
) -> Iterator[Relay]:
    """Yield the cited voices of a sentence.

    `chosen` are its candidates by the position of their heads, `speaking` the verbs that may put a clause
    forward.
    """
    for verb, token in enumerate(tree.tokens):
        if (
            token.pos != "VERB"
            or (cited := _cited(tree, verb, words)) is None
            or is_without(tree, verb, words)
        ):
            continue
        clause = tree.child(verb, "ccomp")
        host = _host(tree, verb, chosen, speaking)
        if host is None and cited in chosen and token.tag != "VBG":
            continue  # "cited the general's statement that P": the noun puts forward what is cited
        yield Relay(
            verb=verb,
            cue=(verb, *tree.each(verb, "aux")),
            source=_source(tree, cited),
            host=host,
            clause=tuple(tree.subtree(clause)) if clause not in {None, cited} else (),
            is_main=token.tag != "VBG" or token.dep == "ROOT",
        )
    for prep, cue, noun in _with_reference(tree, words):
        host = _host(tree, prep, chosen, speaking)
        if host is not None:
            yield Relay(verb=prep, cue=cue, source=_source(tree, noun), host=host)


def _with_reference(tree: Tree, words: AttributionWords) -> Iterator[tuple[int, tuple[int, ...], int]]:
    """Yield preposition, cue and voice of "said, with reference to X, that P"."""
    lower = tree.lower
    for phrase in map(tuple, words.relaying_phrases):
        if phrase[0] not in lower:
            continue
        for first in range(len(lower) - len(phrase)):
            if lower[first : first + len(phrase)] == phrase:
                last = first + len(phrase) - 1
                if (noun := tree.child(last, "pobj", "pcomp")) is not None:
                    yield first, tuple(range(first, last + 1)), noun


def quoted_sources(tree: Tree, words: AttributionWords, chosen: Mapping[int, Candidate]) -> Iterator[Relay]:
    """Yield the voices under a cue that has its content elsewhere: "P, A quoted B as saying".

    So too "A attributed it to B": what A puts forward is B's.
    """
    for verb, candidate in chosen.items():
        if candidate.word in words.crediting and (credited := _credited(tree, verb, words)) is not None:
            prep = tree.parent(credited)
            behind = tuple(tree.subtree(prep)) if prep is not None else ()
            cue = behind[:1] or candidate.cue
            yield Relay(verb=verb, cue=cue, source=noun_phrase(tree, credited), host=verb, aside=behind)
            continue
        noun = tree.child(verb, "dobj")
        if candidate.word not in words.relaying or noun is None or noun in candidate.content:
            continue
        saying = _reports_speech(tree, verb, noun)
        if saying is not None and tree.child(saying, "ccomp") is None:
            yield Relay(
                verb=saying, cue=(saying - 1, saying), source=_source(tree, noun), host=verb, is_main=False
            )


def _credited(tree: Tree, verb: int, words: AttributionWords) -> int | None:
    """Return the voice behind "to"; none in "attributed the fall to rain"."""
    dobj = tree.child(verb, "dobj", "nsubjpass")
    places = [verb, *([dobj] if dobj is not None else [])]
    for prep in (one for place in places for one in tree.each(place, "prep")):
        noun = tree.child(prep, "pobj") if tree.lower[prep] == "to" else None
        if noun is not None and (tree.tokens[noun].pos in _NAMES or tree.tokens[noun].lemma in words.voices):
            return noun
    return None


def passed_on(
    tree: Tree, words: AttributionWords, sources: Mapping[int, Sequence[int]]
) -> Iterator[tuple[int, Relay]]:
    """Yield the heads whose words somebody else passed on, each with who did as the voice above it.

    "the source cited by A said P", "B, who was quoted by A, said P", "in remarks carried by A, B said P".
    `sources` are the sources of cues by the heads of these.
    """
    for head, source in sources.items():
        for verb in _passings(tree, head, source, words) if source else ():
            agent = tree.child(verb, "agent")
            noun = tree.child(agent, "pobj") if agent is not None else None
            if noun is not None:
                yield head, Relay(verb=verb, cue=(verb,), source=noun_phrase(tree, noun), host=None)
                break


def _passings(tree: Tree, head: int, source: Sequence[int], words: AttributionWords) -> Iterator[int]:
    """Yield the passives of passing on around a cue: those of its source, and of what it was said in."""
    nouns = [*source]
    nouns += [noun for prep in tree.each(head, "prep") for noun in tree.each(prep, "pobj")]
    for noun in nouns:
        for verb in tree.each(noun, "acl", "relcl"):
            if tree.tokens[verb].tag == "VBN" and tree.tokens[verb].lemma in words.passing:
                yield verb


def is_without(tree: Tree, verb: int, words: AttributionWords) -> bool:
    """Tell whether a verb is what was not done: "without citing a source"."""
    prep = tree.parent(verb) if tree.tokens[verb].dep == "pcomp" else None
    return prep is not None and tree.lower[prep] in words.lacking


def _cited(tree: Tree, verb: int, words: AttributionWords) -> int | None:
    """Return the voice that a verb cites, as a noun; None where it cites none."""
    lemma = tree.tokens[verb].lemma
    noun = tree.child(verb, "dobj") if lemma in words.relaying else None
    if noun is None and lemma in words.quoting:
        noun = next((_below(tree, one) for one in tree.each(verb, "prep") if tree.lower[one] == "from"), None)
    if lemma == words.relaying_to and (prep := tree.child(verb, "prep")) is not None:
        noun = tree.child(prep, "pobj")
    if noun is None and lemma in words.relaying:
        return _called(tree, verb)
    if noun is None or _reports_speech(tree, verb, noun) is not None:
        return None
    token = tree.tokens[noun]
    return noun if token.pos == "PROPN" or token.lemma in words.voices or lemma in words.quoting else None


def _below(tree: Tree, prep: int) -> int | None:
    return tree.child(prep, "pobj")


def _called(tree: Tree, verb: int) -> int | None:
    """Return the head of "what it called X" behind a citing verb."""
    clause = tree.child(verb, "ccomp")
    return clause if clause is not None and tree.lower[tree.subtree(clause)[0]] == "what" else None


def _reports_speech(tree: Tree, verb: int, noun: int) -> int | None:
    """Return the verb that gives the voice's words itself: "quoted X as saying", "cited X saying"."""
    for prep in (*tree.each(verb, "prep"), *tree.each(noun, "prep")):
        if tree.lower[prep] == "as":
            return tree.child(prep, "pcomp", "pobj")
    saying = (one for one in tree.each(noun, "acl", "relcl") if _gives_words(tree, one))
    return next((one for one in saying if tree.child(one, "ccomp") is not None), None)


def _gives_words(tree: Tree, clause: int) -> bool:
    """Tell whether a clause behind a voice has it speak: "quotes a nurse saying", "a nurse who says"."""
    who = tree.child(clause, "nsubj")
    return tree.tokens[clause].tag == "VBG" or (who is not None and tree.tokens[who].tag == "WP")


def _source(tree: Tree, cited: int) -> tuple[int, ...]:
    """Return the cited phrase without a clause that the parser hung on it."""
    clauses = [one for one in tree.each(cited, "acl", "ccomp") if tree.child(one, "mark") is not None]
    first = min((tree.subtree(one)[0] for one in clauses), default=len(tree.tokens))
    found = tree.trimmed(one for one in noun_phrase(tree, cited) if one < first)
    for prep in tree.each(tree.tokens[cited].head, "prep"):
        if found and prep == found[-1] + 1 and tree.lower[prep] in _WHERE:
            found += tree.subtree(prep)
    return tuple(found)


def _host(tree: Tree, verb: int, chosen: Mapping[int, Candidate], speaking: Container[int]) -> int | None:
    """Return the cue above a citing verb: one with a content, or one whose content the citing verb took."""
    takes = tree.child(verb, "ccomp") is not None
    current = verb
    for above in tree.ancestors(verb):
        if tree.tokens[current].dep not in _HANGING and tree.tokens[above].pos in {"VERB", "AUX"}:
            return None
        if (tree.child(above, "mark") or 0) > verb:
            current = above
            continue
        if above in chosen and verb not in chosen[above].content:
            return above
        if takes and above in speaking:
            return above
        if tree.tokens[current].dep == "relcl" and current == verb:
            speaker = (head for head, one in chosen.items() if above in one.source and one.head != verb)
            if (host := next(speaker, None)) is not None:
                return host
        current = above
    if tree.tokens[verb].tag != "VBG":
        return None
    around = [
        head for head, one in chosen.items() if one.source and one.pos == "VERB" and verb in one.content
    ]
    return min(around, key=lambda head: len(chosen[head].content), default=None)
