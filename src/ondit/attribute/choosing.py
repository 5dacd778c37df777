"""Which candidates are attributions: the lexicon decides, and one cue puts forward one content."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ondit.attribute.grammar.addressees import spoken_to, told
from ondit.attribute.grammar.adjuncts import adverb_candidates, phrase_candidates, plain_cue
from ondit.attribute.grammar.candidate import Candidate, Choice
from ondit.attribute.grammar.nouns import adjective_candidates, noun_candidates
from ondit.attribute.grammar.plausibility import is_nothing_said, is_plausible
from ondit.attribute.grammar.relaying import Relay, passed_on, quoted_sources, rejected, relays
from ondit.attribute.grammar.sources import is_owned, noun_phrase, subject_of
from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.attribute.grammar.verbs import cue_of, verb_candidates
from ondit.attribute.learned.judging import is_for_rules
from ondit.attribute.scene import Scene
from ondit.languages.lexicon import Cue, Frame
from ondit.model.attribution import Polarity

_RANK = {
    frame: rank for rank, frame in enumerate((Frame.CLAUSE, Frame.QUOTATION, Frame.INFINITIVE, Frame.HOST))
}
"""Constructions that win over all others of the same cue. Among the rest the longest content wins."""

Propose = Callable[[Tree, int], Iterable[Candidate]]
"""Yields the candidates of a word."""

_PROPOSERS: Mapping[str, Propose] = {
    "VERB": verb_candidates,
    "NOUN": noun_candidates,
    "ADJ": adjective_candidates,
}


def choices(scene: Scene, without: frozenset[int]) -> tuple[list[Choice], list[Relay]]:
    """Return what stands in a sentence, one choice a cue, and the voices it cites.

    `without` are positions of verbs that are no cues here: those of refusals.
    """
    found = _standing(scene, without)
    phrases: set[int] = set()
    for candidate in phrase_candidates(scene.tree, scene.rules.words):
        found.setdefault(candidate.head, (candidate, plain_cue(candidate.word)))
        phrases.update((*candidate.cue, *candidate.source))
        for one in candidate.cue[1:]:
            found.pop(one, None)
    for position, token in enumerate(scene.tree.tokens):
        for entry in scene.rules.cues.get((token.lemma, "ADV"), ()):
            _keep_distance(scene, position, entry, found)
    for head in [head for head in found if _is_shell(scene, head, found)]:
        del found[head]
    for head, (candidate, entry) in found.items():
        candidate = told(scene.tree, candidate, scene.rules.words)
        candidate = _signed(
            scene, spoken_to(scene.tree, candidate, scene.rules.words, scene.rules.may_be_outlet)
        )
        approached = [one for one in candidate.source if _is_approach(scene, one)]
        if approached:
            candidate = replace(candidate, source=_before_aside(scene, candidate.source, approached[0]))
        found[head] = candidate, entry
    sources = {head: candidate.source for head, (candidate, _) in found.items()}
    for head, relay in passed_on(scene.tree, scene.rules.words, sources):
        found.pop(relay.verb, None)
        candidate, entry = found[head]
        found[head] = replace(candidate, source=_before_aside(scene, candidate.source, relay.verb)), entry
    cited = _cited(scene, found)
    for head, (candidate, entry) in found.items():
        if candidate.pos == "ADV" and head not in phrases:
            found[head] = replace(candidate, content=_without(candidate.content, phrases)), entry
    hosted = [
        candidate for candidate, _ in found.values() if candidate.frame is Frame.HOST and candidate.source
    ]
    clipped = [
        (_clipped(scene, _unhosted(scene, candidate, hosted)), entry) for candidate, entry in found.values()
    ]
    kept = [choice for choice in clipped if choice[0].content and not _is_parted(choice[0], found)]
    return kept, cited


def _is_parted(candidate: Candidate, found: Mapping[int, Choice]) -> bool:
    """Tell whether a quotation parts a verb from its source: who introduces “Don't tell” tells nothing."""
    lost = bool(found[candidate.head][0].source) and not candidate.source
    return lost and candidate.pos == "VERB"


def _standing(scene: Scene, without: frozenset[int]) -> dict[int, Choice]:
    """Return what stands by its cue's head: what the judge chose, and some of what the lexicon licenses.

    The lexicon alone decides within a content, where nobody is named ("it is said that", "reports of"), of a
    passive, and in a sentence that passes another voice on ("citing X"): the judge has learned from marks
    that leave out some of these and are few for the others. On our own gold it cost 15 points of nested
    chains and 11 of sourceless ones to let it. Where it says no, clauses that somebody puts forward and
    denials stand all the same. Without a judge it is all that the lexicon licenses.
    """
    licensed = {
        choice[0].head: choice
        for choice in _from_lexicon(scene)
        if choice[0].head not in without and is_plausible(scene, *choice)
    }
    if scene.rules.judge is None:
        return licensed
    judged = {
        choice[0].head: choice
        for choice in scene.rules.judge.choices(scene, without)
        if not is_nothing_said(scene, choice[0])
    }
    inside = {one for candidate, _ in judged.values() for one in candidate.content}
    found = {head: choice for head, choice in judged.items() if head not in inside}
    relaying = any(is_for_rules(scene, position) for position in range(len(scene.tree.tokens)))
    for head, choice in licensed.items():
        lost = head in found and not found[head][0].source
        firm = relaying or choice[0].passive or not choice[0].source or lost
        if firm or (head not in found and (head in inside or _is_stated(*choice))):
            found[head] = choice
    return dict(sorted(found.items()))


def _is_stated(candidate: Candidate, entry: Cue) -> bool:
    """Tell whether the lexicon is right more often than not where the judge says no."""
    denies = entry.polarity is Polarity.NEGATIVE
    return candidate.frame is Frame.CLAUSE or not candidate.source or denies


def _from_lexicon(scene: Scene) -> Iterator[Choice]:
    for position in range(len(scene.tree.tokens)):
        propose, entries = _proposing(scene, position)
        if not propose or not entries:
            continue
        fitting = [
            (candidate, entry)
            for candidate in propose(scene.tree, position)
            if candidate.content and (entry := _entry_for(candidate, entries)) is not None
        ]
        if fitting:
            yield min(fitting, key=lambda pair: (_RANK.get(pair[0].frame, len(_RANK)), -len(pair[0].content)))


def _proposing(scene: Scene, position: int) -> tuple[Propose | None, Sequence[Cue]]:
    """Return what proposes the candidates of a word, and the word's entries."""
    tree, cues, token = scene.tree, scene.rules.cues, scene.tree.tokens[position]
    adjective = cues.get((tree.lower[position], "ADJ"), ())
    if token.dep == "amod":
        return adjective_candidates, adjective
    states = any(Frame.CLAUSE in entry.frames for entry in adjective)
    if states and (token.dep == "acomp" or tree.child(position, "auxpass") is not None):
        return adjective_candidates, adjective
    if position == 0 and token.pos == "PROPN" and token.lemma in scene.rules.words.hearsay:
        return noun_candidates, cues.get((token.lemma, "NOUN"), ())
    propose = _PROPOSERS.get(token.pos)
    return propose, scene.entries(position) if propose else ()


def _entry_for(candidate: Candidate, entries: Sequence[Cue]) -> Cue | None:
    """Return the entry that allows a candidate; for a passive one that gives its passive its own."""
    fitting = [entry for entry in entries if _licensed(candidate, entry)]
    return next(
        (entry for entry in fitting if entry.passive and candidate.passive), next(iter(fitting), None)
    )


def _licensed(candidate: Candidate, entry: Cue) -> bool:
    frames = entry.passive if candidate.passive else entry.frames
    if candidate.passive and candidate.frame is Frame.CLAUSE and not candidate.source:
        return Frame.CLAUSE in {*entry.passive, *entry.frames}
    if candidate.frame in {Frame.HOST, Frame.QUOTATION}:
        either = (*entry.frames, *entry.passive) if candidate.passive else entry.frames
        return bool({Frame.CLAUSE, candidate.frame} & set(either))
    if candidate.frame is Frame.PREPOSITION and candidate.link not in entry.links:
        return False
    return candidate.frame in frames


def _keep_distance(scene: Scene, position: int, entry: Cue, found: dict[int, Choice]) -> None:
    """Let an adverb set the distance of the cue it modifies ("reportedly said"), or be a cue itself."""
    above = scene.tree.parent(position)
    if above is not None and above in found:
        candidate, other = found[above]
        found[above] = candidate, replace(other, distance=entry.distance)
        return
    for candidate in adverb_candidates(scene.tree, position):
        found[position] = candidate, entry


def _is_shell(scene: Scene, head: int, found: Mapping[int, Choice]) -> bool:
    """Tell whether a cue only carries another: "refused to say P", "issued a statement saying P", "made the
    claim that P"."""
    tree, words = scene.tree, scene.rules.words
    if tree.tokens[head].pos == "NOUN":
        return tree.tokens[head].lemma in words.documents and _says(tree, head, found)
    if tree.tokens[head].pos != "VERB":
        return False
    inner = tree.child(head, "xcomp")
    if inner is not None and tree.tokens[head].lemma in words.declining:
        return inner in found
    noun = tree.child(head, "dobj")
    if noun is not None and noun in found and head in found[noun][0].cue:
        return True
    return noun is not None and tree.tokens[noun].lemma in words.documents and _says(tree, noun, found)


def _says(tree: Tree, noun: int, found: Mapping[int, Choice]) -> bool:
    """Tell whether a participle behind a noun is a cue: "a letter saying P", not "reports that he said P"."""
    if tree.tokens[noun].dep == "dobj" and is_owned(tree, noun):
        return False
    return any(one in found and tree.child(one, *SUBJECTS) is None for one in tree.each(noun, "acl"))


def _signed(scene: Scene, candidate: Candidate) -> Candidate:
    """Return the candidate with who issued a document as its source: "the firm put out a letter saying P"."""
    tree = scene.tree
    noun = tree.parent(candidate.head)
    if noun is None or tree.tokens[candidate.head].dep != "acl" or candidate.passive:
        return candidate
    if tree.child(candidate.head, *SUBJECTS) is not None:
        return candidate
    issued = tree.parent(noun)
    if tree.tokens[noun].lemma not in scene.rules.words.documents or tree.tokens[noun].dep != "dobj":
        return candidate
    if is_owned(tree, noun):
        return replace(candidate, source=noun_phrase(tree, noun, leaving=candidate.head))
    source = subject_of(tree, issued) if issued is not None else ()
    if issued is None or not source:
        return candidate
    return replace(candidate, source=source, cue=tuple(sorted({issued, noun, *candidate.cue})))


def _by_head(found: Mapping[int, Choice]) -> dict[int, Candidate]:
    return {head: candidate for head, (candidate, _) in found.items()}


def _cited(scene: Scene, found: dict[int, Choice]) -> list[Relay]:
    """Return the cited voices; their own candidates go, and a clause that one took goes to its host."""
    by_head = _by_head(found)
    speaking = dict(scene.verbs_with(Frame.CLAUSE))
    cited = list(relays(scene.tree, scene.rules.words, by_head, speaking))
    cited += rejected(scene.tree, scene.rules.words, _denials(found), [*_rejecting(scene)])
    for relay in cited:
        found.pop(relay.verb, None)
        if relay.clause and relay.host in speaking:
            found[relay.host] = _stated(scene, relay.host, relay.clause), speaking[relay.host]
            continue
        citing = set(scene.tree.subtree(relay.verb))
        for head, (host, entry) in found.items():
            if head == relay.host or relay.verb in host.source:
                source = tuple(scene.tree.trimmed(_without(host.source, citing)))
                found[head] = replace(host, content=_without(host.content, citing), source=source), entry
    quoted = list(quoted_sources(scene.tree, scene.rules.words, by_head))
    for relay in quoted:
        if relay.host in found:
            host, entry = found[relay.host]
            content = _without(host.content, relay.aside) or host.content
            found[relay.host] = replace(host, addressee=(), content=content), entry
    return [*cited, *quoted]


def _denials(found: Mapping[int, Choice]) -> dict[int, Candidate]:
    return {head: one for head, (one, entry) in found.items() if entry.polarity is Polarity.NEGATIVE}


def _rejecting(scene: Scene) -> Iterator[int]:
    """Yield the verbs that deny, and those that call something something."""
    for verb, token in enumerate(scene.tree.tokens):
        denies = any(entry.polarity is Polarity.NEGATIVE for entry in scene.entries(verb))
        if token.pos == "VERB" and (denies or token.lemma in scene.rules.things.calling):
            yield verb


def _is_approach(scene: Scene, verb: int) -> bool:
    """Tell whether a participle only says how somebody came to speak: "Holt, reached at home, said P"."""
    token = scene.tree.tokens[verb]
    return token.dep == "acl" and token.tag == "VBN" and token.lemma in scene.rules.words.approaching


def _before_aside(scene: Scene, source: tuple[int, ...], verb: int) -> tuple[int, ...]:
    """Return a source without the clause of `verb` when that stands behind a comma: "B, quoted by A"."""
    clause = scene.tree.subtree(verb)
    aside = clause[0] > 0 and scene.tree.lower[clause[0] - 1] == ","
    return tuple(scene.tree.trimmed(_without(source, clause))) if aside else source


def _stated(scene: Scene, verb: int, content: tuple[int, ...]) -> Candidate:
    return Candidate(
        word=scene.tree.tokens[verb].lemma,
        pos="VERB",
        frame=Frame.CLAUSE,
        head=verb,
        cue=cue_of(scene.tree, verb),
        source=subject_of(scene.tree, verb),
        content=content,
    )


def _without(positions: Iterable[int], others: Container[int]) -> tuple[int, ...]:
    return tuple(one for one in positions if one not in others)


def _unhosted(scene: Scene, candidate: Candidate, hosted: Sequence[Candidate]) -> Candidate:
    """Return the candidate without an "according to B" that stands behind it: "P, A said, according to B".

    B puts forward that A said P, so B's phrase is no part of what A said.
    """
    if candidate.pos != "VERB" or not candidate.content or candidate.content[0] > candidate.head:
        return candidate
    behind = [one for one in hosted if one.cue and one.cue[0] > candidate.head]
    others = {place for one in behind for place in scene.tree.subtree(one.cue[0])}
    return replace(candidate, content=tuple(one for one in candidate.content if one not in others))


def _clipped(scene: Scene, candidate: Candidate) -> Candidate:
    """Return the candidate with its content held within the quotation that its cue stands in."""
    of = scene.quoted.of
    own = of[candidate.head]
    if own is None or not any(of[one] == own for one in (*candidate.source, *candidate.content)):
        return candidate  # a scare quote around the cue alone: "had “practically confirmed” the sale"
    return replace(
        candidate,
        content=tuple(one for one in candidate.content if of[one] == own),
        source=tuple(one for one in candidate.source if of[one] == own),
    )
