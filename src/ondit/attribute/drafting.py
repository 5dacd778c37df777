"""Drafts of one sentence: what stands of its candidates, its quotations, its cited voices."""

from collections.abc import Container, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ondit.attribute.choosing import choices
from ondit.attribute.draft import BEFORE, Before, Draft
from ondit.attribute.factuality import Cued, Factuality, factuality
from ondit.attribute.grammar.adjuncts import clause_above
from ondit.attribute.grammar.candidate import Candidate, Choice
from ondit.attribute.grammar.plausibility import is_no_comment
from ondit.attribute.grammar.relaying import Relay, passed_on
from ondit.attribute.grammar.sources import EMPTY_WORDS, agent_of, noun_phrase, subject_of
from ondit.attribute.grammar.verbs import cue_of
from ondit.attribute.scene import Scene
from ondit.attribute.speech import beside, words_of
from ondit.languages.lexicon import Cue, Frame
from ondit.model.attribution import Certainty, Distance, Polarity
from ondit.model.span import Span, covers, merged, share_text, trimmed
from ondit.text.quotations import Quotation

SHORTEST_SPEECH = 3
"""Words from which on a quotation beside a verb that is no known cue counts as speech. Shorter ones are
titles and scare quotes as often."""

_NO_SPEECH = frozenset({"be", "have", "do", "call", "title", "entitle", "name", "dub", "label"})
"""Verbs beside which a quotation is a name or a scare quote."""

_SAYS_MORE = frozenset(
    {"ccomp", "xcomp", "advcl", "prep", "conj", "parataxis", "neg", "aux", "oprd", "agent"}
)
"""Labels of what a telling verb has beside it when it says in its own sentence what was told, or that nothing
was ("told Foo of the plan", "would not tell Foo"). A day ("on Monday") is lost with them."""

_END_MARKS = " .!?…\n"

_SPOKEN = frozenset({Frame.CLAUSE, Frame.HOST, Frame.QUOTATION})
"""Constructions whose content goes on in quotations beside the cue."""


def drafts_of(scene: Scene, used: set[int], before: Before, refusing: frozenset[int]) -> list[Draft]:
    """Return the drafts of a sentence; the places of the quotations they take are added to `used`.

    `refusing` are positions of verbs that are no cues here. A draft's `host` counts within the list.
    """
    told, taken = before.draft, frozenset(used)
    standing, cited = choices(scene, refusing)
    found: list[Draft] = []
    places: dict[int, int] = {}
    for choice in standing:
        places[choice[0].head] = len(found)
        draft = _draft(scene, choice, used)
        if told is not None and _points_back(scene, choice[0]):
            draft = replace(draft, content=told.content)
        found.append(draft)
    relaying = {relay.verb for relay in cited}
    for verb, entry in _speaking(scene):
        if verb in relaying:
            continue
        quotes = _quotes_of(scene, verb, entry, used)
        holders = _holders(scene, verb, found)
        if holders and entry.frames and not quotes:
            within = _quotes_of(scene, verb, entry, taken)
            quotes = tuple(one for one in within if scene.quoted.is_introduced(scene.tree, one, verb))
        if verb not in places and quotes:
            quotes = tuple(linked for place in quotes for linked in scene.quoted.chain(place, used))
            used.update(quotes)
            places[verb] = len(found)
            found.append(_quoting(scene, verb, entry, quotes))
            for holder in holders:
                whole = merged((*found[holder].content, *found[-1].content), scene.lines)
                found[holder] = replace(found[holder], content=whole)
    if told is not None:
        found += [_echo(scene, verb, entry, told) for verb, entry in _echoing(scene) if verb not in places]
    sources = {head: subject_of(scene.tree, head) for head in places}
    sources.update({one.head: one.source for one, _ in standing})
    for head, relay in passed_on(scene.tree, scene.rules.words, sources):
        inner = found[places[head]]
        found[places[head]] = replace(inner, host=len(found))
        found.append(replace(_voice(scene, relay), content=inner.content, factuality=inner.factuality))
    for relay in cited:
        host = _host_place(scene, relay, places, found)
        if host is None and (beside := _according_before(scene, relay, standing)) is not None:
            host = places[beside.head]
            aside = scene.tree.subtree(relay.verb)
            words = scene.tree.trimmed(one for one in beside.content if one not in aside)
            found[host] = replace(found[host], content=scene.tree.spans(words))
        found += _relayed(scene, relay, host, found[host] if host is not None else told)
    if not found and before.sentence is not None:
        found += _told_back(scene, before.sentence, refusing)
    return found


def _holders(scene: Scene, verb: int, found: Sequence[Draft]) -> list[int]:
    """Return the places of the drafts whose content holds a verb, so that it holds what that quotes too."""
    word = scene.tree.tokens[verb].span
    return [place for place, one in enumerate(found) if covers(one.content, word)]


def _told_back(scene: Scene, sentence: Span, refusing: frozenset[int]) -> Iterator[Draft]:
    """Yield the draft of a bare "A told B." behind what A told: the sentence before."""
    tree, words = scene.tree, scene.rules.words
    verb = next((one for one, token in enumerate(tree.tokens) if token.dep == "ROOT"), None)
    if (
        verb is None
        or verb in refusing
        or tree.tokens[verb].lemma not in words.telling
        or scene.quoted.places
    ):
        return
    heads = [*tree.each(verb, "dative", "dobj", "oprd")]
    whom = tree.trimmed({place for head in heads for place in noun_phrase(tree, head)})
    while whom and whom[-1] + 1 < len(tree.tokens) and tree.tokens[whom[-1] + 1].pos == "PROPN":
        whom.append(whom[-1] + 1)  # the parser parts "the agency" from its name
    source = subject_of(tree, verb)
    said = any(tree.tokens[one].dep in _SAYS_MORE for one in tree.children[verb])
    if not whom or not source or said or any(tree.child(head, "acl", "relcl") is not None for head in heads):
        return
    if tree.tokens[0].text[:1].islower() or not any(tree.tokens[one].pos == "PROPN" for one in whom):
        return  # a sentence that goes on, or somebody private ("told his wife")
    entry = next((one for one in scene.entries(verb) if Frame.CLAUSE in one.frames), None)
    if entry is not None:
        held = Factuality(entry.certainty, entry.polarity, entry.distance)
        yield Draft(
            sentence=scene.place,
            source=tree.spans(source),
            cue=tree.spans(cue_of(tree, verb)),
            content=(trimmed(sentence, scene.lines, _END_MARKS),),
            addressee=tree.spans(whom),
            factuality=held,
        )


def _draft(scene: Scene, choice: Choice, used: set[int]) -> Draft:
    candidate = _with_lead(scene, choice[0])
    choice = candidate, choice[1]
    content = list(scene.tree.spans(candidate.content))
    outside = scene.quoted.outside(candidate.head)
    if outside:
        touched = {place for one in candidate.content if (place := scene.quoted.of[one]) is not None}
        if touched and candidate.frame in _SPOKEN:
            touched |= set(beside(scene.tree, scene.quoted, candidate.head, _free(scene, used)))
        touched = {linked for place in touched for linked in scene.quoted.chain(place, used)}
        content += [scene.quoted.quotations[place].span for place in touched]
        used |= touched
    return Draft(
        sentence=scene.place,
        source=scene.tree.spans(candidate.source),
        cue=scene.tree.spans(candidate.cue),
        content=merged(content, scene.lines),
        addressee=scene.tree.spans(candidate.addressee),
        factuality=_factuality(scene, choice),
        cue_quoted=not outside,
        is_state=_is_state(scene, candidate),
    )


def _with_lead(scene: Scene, candidate: Candidate) -> Candidate:
    """Return a candidate whose quotation goes on with a clause before its cue: "*P*, X said, “Q”"."""
    tree, head = scene.tree, candidate.head
    lead = tree.child(head, "ccomp") if candidate.pos == "VERB" else None
    quoted = all(scene.quoted.of[one] is not None for one in candidate.content)
    if lead is None or not quoted or candidate.content[0] < head:
        return candidate
    clause = tree.trimmed(tree.subtree(lead))
    if not clause or clause[-1] > head or any(scene.quoted.of[one] is not None for one in clause):
        return candidate
    return replace(candidate, content=(*clause, *candidate.content), frame=Frame.CLAUSE)


def _is_state(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a cue tells of a state of mind. Who heard something has been told it, and what a survey
    finds it says."""
    if candidate.word not in scene.rules.words.states or candidate.addressee:
        return False
    tokens = scene.tree.tokens
    heads = (tokens[one] for one in candidate.source if tokens[one].head not in candidate.source)
    return not any(one.pos == "NOUN" and one.lemma in scene.rules.papers for one in heads)


def _points_back(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a content is a mere "this" that is put to somebody's account: "attributed this to X"."""
    if candidate.word not in scene.rules.words.crediting or len(candidate.content) != 1:
        return False
    return scene.tree.tokens[candidate.content[0]].pos == "PRON"


def _factuality(scene: Scene, choice: Choice) -> Factuality:
    candidate, entry = choice
    cued = Cued(
        entry=entry,
        frame=candidate.frame,
        head=candidate.head,
        content=candidate.content,
        relayed=bool(candidate.source)
        and (candidate.passive or candidate.pos == "NOUN" or candidate.word in scene.rules.words.carrying),
    )
    return factuality(scene.tree, cued, scene.rules.words)


def _speaking(scene: Scene) -> Iterator[tuple[int, Cue]]:
    """Yield the verbs outside quotations that may have quoted words as their content."""
    if not scene.quoted.places:
        return
    known = dict(scene.verbs_with(Frame.CLAUSE, Frame.QUOTATION))
    for position, token in enumerate(scene.tree.tokens):
        if token.pos == "VERB" and scene.quoted.outside(position) and token.lemma not in _NO_SPEECH:
            yield position, known.get(position) or Cue(lemma=token.lemma, frames=())


def _quotes_of(scene: Scene, verb: int, entry: Cue, used: Container[int]) -> tuple[int, ...]:
    """Return the places of the free quotations that are what a verb puts forward."""
    places = tuple(beside(scene.tree, scene.quoted, verb, _free(scene, used)))
    if not places or scene.is_inert(subject_of(scene.tree, verb)):
        return ()
    if is_no_comment(scene, (one for one, place in enumerate(scene.quoted.of) if place in places)):
        return ()
    quotations = [scene.quoted.quotations[place] for place in places]
    longest = max(words_of(one, scene.lines) for one in quotations)
    if entry.frames:
        return places if longest > 1 else ()
    ends = {one.inner.cut(scene.lines).rstrip()[-1:] for one in quotations}
    introduced = any(scene.quoted.is_introduced(scene.tree, place, verb) for place in places)
    speech = longest >= SHORTEST_SPEECH and (introduced or bool(ends & {",", "?", "!"}))
    return places if speech and subject_of(scene.tree, verb) else ()


def _free(scene: Scene, used: Container[int]) -> set[int]:
    return {place for place in scene.quoted.places if place not in used}


def _quoting(scene: Scene, verb: int, entry: Cue, places: Sequence[int]) -> Draft:
    inside = tuple(one for one, place in enumerate(scene.quoted.of) if place in places)
    cued = Cued(entry=entry, frame=Frame.QUOTATION, head=verb, content=inside, relayed=False)
    source = subject_of(scene.tree, verb)
    behind = scene.tree.child(verb, "dobj")
    if not source and behind is not None and max(inside, default=verb) < verb:
        source = noun_phrase(scene.tree, behind)
    return Draft(
        sentence=scene.place,
        source=scene.tree.spans(source),
        cue=scene.tree.spans(cue_of(scene.tree, verb)),
        content=merged(scene.quoted.quotations[place].span for place in places),
        factuality=factuality(scene.tree, cued, scene.rules.words),
    )


def speaker_behind(scene: Scene, quotation: Quotation) -> Draft | None:
    """Return the draft of a sentence that only names who asked or cried the quotation before it."""
    tree = scene.tree
    verb = next((one for one, token in enumerate(tree.tokens) if token.dep == "ROOT"), None)
    if verb is None or not tree.tokens[0].text[:1].islower() or tree.child(verb, "ccomp", "xcomp"):
        return None
    entry = dict(scene.verbs_with(Frame.CLAUSE, Frame.QUOTATION)).get(verb)
    source = subject_of(tree, verb)
    if entry is None or not source:
        return None
    return Draft(
        sentence=scene.place,
        source=tree.spans(source),
        cue=tree.spans(cue_of(tree, verb)),
        content=(quotation.span,),
        factuality=Factuality(entry.certainty, entry.polarity, _voiced(entry.distance)),
    )


def _echoing(scene: Scene) -> Iterator[tuple[int, Cue]]:
    """Yield the passives that put forward what the sentence before did: "it was also reported by X"."""
    for verb in range(len(scene.tree.tokens)):
        subject = scene.tree.child(verb, "nsubjpass")
        if subject is None or scene.tree.lower[subject] not in EMPTY_WORDS:
            continue
        entry = next((entry for entry in scene.entries(verb) if entry.passive), None)
        if entry is not None and agent_of(scene.tree, verb):
            yield verb, entry


def _echo(scene: Scene, verb: int, entry: Cue, before: Draft) -> Draft:
    return Draft(
        sentence=scene.place,
        source=scene.tree.spans(agent_of(scene.tree, verb)),
        cue=scene.tree.spans(cue_of(scene.tree, verb)),
        content=before.content,
        factuality=replace(before.factuality, distance=_voiced(entry.distance)),
    )


def _voiced(distance: Distance) -> Distance:
    """Return the distance of a cue whose source is named: no longer hearsay."""
    return Distance.NONE if distance is Distance.REPORTED else distance


def _host_place(scene: Scene, relay: Relay, places: Mapping[int, int], found: Sequence[Draft]) -> int | None:
    """Return the place of the draft whose content a cited voice shares: its host's, or that of the source it
    stands in ("it was reported by A, which cites B")."""
    if relay.host is not None and relay.host in places:
        return places[relay.host]
    noun = scene.tree.parent(relay.verb)
    named = scene.tree.spans([noun] if noun is not None else [])
    return next((place for place, one in enumerate(found) if share_text(one.source, named)), None)


def _according_before(scene: Scene, relay: Relay, standing: Sequence[Choice]) -> Candidate | None:
    """Return the "according to A" that ends right before a citing: "P, according to A, | citing B"."""
    tree = scene.tree
    hosted = (one for one, _ in standing if one.frame is Frame.HOST and one.source and one.pos == "ADV")
    return next((one for one in hosted if not tree.trimmed(range(max(one.source) + 1, relay.verb))), None)


def _voice(scene: Scene, relay: Relay) -> Draft:
    """Return the draft of a cited voice, its content still to be filled in."""
    return Draft(
        sentence=scene.place,
        source=scene.tree.spans(relay.source),
        cue=scene.tree.spans(relay.cue),
        content=(),
        factuality=Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Distance.NONE),
    )


def _relayed(scene: Scene, relay: Relay, host: int | None, giving: Draft | None) -> Iterator[Draft]:
    """Yield the draft of a cited voice: what its host puts forward, or the clause or sentence it hangs on.

    `giving` is the draft of the host, or else that of the sentence before.
    """
    draft = _voice(scene, relay)
    if giving is not None and (host is not None or relay.is_main):
        polarity = Polarity.POSITIVE if relay.against else giving.factuality.polarity
        held = replace(draft.factuality, polarity=polarity)
        yield replace(draft, content=giving.content, host=BEFORE if host is None else host, factuality=held)
    elif not relay.is_main and (above := scene.tree.parent(relay.verb)) is not None:
        clause = scene.tree.subtree(clause_above(scene.tree, above), (relay.verb,))
        yield replace(draft, content=scene.tree.spans(clause))
