"""Drafts of one sentence: candidates, quotations and cited voices brought together."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from ondit.attribute.adjuncts import adverb_candidates, clause_above, phrase_candidates, plain_cue
from ondit.attribute.candidate import Candidate
from ondit.attribute.choosing import CueTable, chosen
from ondit.attribute.draft import Draft
from ondit.attribute.factuality import Cued, Factuality, factuality
from ondit.attribute.refusals import refusals
from ondit.attribute.relaying import Relay, relays
from ondit.attribute.sources import EMPTY_WORDS, agent_of, subject_of
from ondit.attribute.speech import QuotedTokens, beside, words_of
from ondit.attribute.tree import Tree
from ondit.attribute.verbs import cue_of
from ondit.languages.lexicon import AttributionWords, Cue, Frame
from ondit.model.attribution import Certainty, Distance, Polarity, Refusal
from ondit.model.span import merged

SHORTEST_SPEECH = 3
"""Words from which on a quotation beside a verb that is no known cue counts as speech. Shorter ones are
titles and scare quotes as often."""

_NO_SPEECH = frozenset({"be", "have", "do", "call", "title", "entitle", "name", "dub", "label"})
"""Verbs beside which a quotation is a name or a scare quote."""


BEFORE = -1
"""`Draft.host` for the last draft of the sentence before."""


class Rules(msgspec.Struct, frozen=True):
    """The words of one language as the rules ask for them."""

    cues: CueTable
    words: AttributionWords


class SentenceDrafts:
    """The drafts of one sentence, the quotations they use, its refusals."""

    def __init__(self, place: int, tree: Tree, quoted: QuotedTokens, text: str, rules: Rules) -> None:
        self.place = place
        self.tree = tree
        self.quoted = quoted
        self.text = text
        self.rules = rules
        self.refused = list(refusals(tree, rules.words))

    @property
    def refusals(self) -> Iterator[Refusal]:
        """The refusals of the sentence."""
        return (refusal for refusal, _ in self.refused)

    def found(self, used: set[int], before: Draft | None) -> list[Draft]:
        """Return the drafts; the places of the quotations they take are added to `used`.

        `before` is the last draft of the sentence before: what "it" means in "it was also reported by X".
        A draft's `host` counts within the list; -1 is `before`.
        """
        pairs, cited = self._pairs()
        found: list[Draft] = []
        places: dict[int, int] = {}
        for candidate, entry in pairs:
            places[candidate.head] = len(found)
            found.append(self._draft(candidate, entry, used))
        for verb, entry in self._speaking():
            if verb not in places and (free := self._free(used)):
                beside_it = tuple(beside(self.tree, self.quoted, verb, free))
                if beside_it and self._is_speech(verb, entry, beside_it):
                    used.update(beside_it)
                    places[verb] = len(found)
                    found.append(self._quoting(verb, entry, beside_it))
        if before is not None:
            for verb, entry in self._echoing(places):
                places[verb] = len(found)
                found.append(self._echo(verb, entry, before))
        for relay in cited:
            found += self._relayed(relay, found, places, before)
        return found

    def _pairs(self) -> tuple[list[tuple[Candidate, Cue]], list[Relay]]:
        """Return the candidates that stand, with their entries, one a cue, and the cited voices."""
        refusing = {position for _, position in self.refused}
        pairs = {
            candidate.head: (candidate, entry)
            for candidate, entry in chosen(self.tree, self.rules.cues)
            if candidate.head not in refusing
        }
        for candidate in phrase_candidates(self.tree, self.rules.words):
            pairs.setdefault(candidate.head, (candidate, plain_cue(candidate.word)))
        for position, token in enumerate(self.tree.tokens):
            for entry in self.rules.cues.get((token.lemma, "ADV"), ()):
                self._keep_distance(position, entry, pairs)
        for head in [head for head in pairs if self._is_shell(head, pairs)]:
            del pairs[head]
        cited = self._cited(pairs)
        clipped = [(self._clipped(candidate), entry) for candidate, entry in pairs.values()]
        return [(candidate, entry) for candidate, entry in clipped if candidate.content], cited

    def _is_shell(self, head: int, pairs: Mapping[int, tuple[Candidate, Cue]]) -> bool:
        """Tell whether a cue only carries another: "refused to say P", "issued a statement saying P"."""
        if self.tree.tokens[head].pos != "VERB":
            return False
        inner = self.tree.child(head, "xcomp")
        if inner is not None and self.tree.tokens[head].lemma in self.rules.words.declining:
            return inner in pairs
        noun = self.tree.child(head, "dobj")
        if noun is None or self.tree.tokens[noun].lemma not in self.rules.words.documents:
            return False
        return any(one in pairs for one in self.tree.each(noun, "acl"))

    def _cited(self, pairs: dict[int, tuple[Candidate, Cue]]) -> list[Relay]:
        """Return the cited voices; their own candidates go, and a clause that one took goes to its host."""
        by_head = {head: candidate for head, (candidate, _) in pairs.items()}
        speaking = dict(self._verbs_with(Frame.CLAUSE))
        cited = list(relays(self.tree, self.rules.words, by_head, speaking))
        for relay in cited:
            pairs.pop(relay.verb, None)
            if relay.clause and relay.host in speaking:
                pairs[relay.host] = self._stated(relay.host, relay.clause), speaking[relay.host]
        return cited

    def _stated(self, verb: int, content: tuple[int, ...]) -> Candidate:
        return Candidate(
            word=self.tree.tokens[verb].lemma,
            pos="VERB",
            frame=Frame.CLAUSE,
            head=verb,
            cue=cue_of(self.tree, verb),
            source=subject_of(self.tree, verb),
            content=content,
        )

    def _verbs_with(self, frame: Frame) -> Iterator[tuple[int, Cue]]:
        for position, token in enumerate(self.tree.tokens):
            for entry in self.rules.cues.get((token.lemma, token.pos), ()):
                if frame in entry.frames and token.pos == "VERB":
                    yield position, entry

    def _echoing(self, places: dict[int, int]) -> Iterator[tuple[int, Cue]]:
        """Yield the passives that put forward what the sentence before did: "it was also reported by X"."""
        for verb, token in enumerate(self.tree.tokens):
            subject = self.tree.child(verb, "nsubjpass")
            if subject is None or verb in places or self.tree.lower[subject] not in EMPTY_WORDS:
                continue
            for entry in self.rules.cues.get((token.lemma, token.pos), ()):
                if entry.passive and agent_of(self.tree, verb):
                    yield verb, entry
                    break

    def _echo(self, verb: int, entry: Cue, before: Draft) -> Draft:
        return Draft(
            sentence=self.place,
            source=self.tree.spans(agent_of(self.tree, verb)),
            cue=self.tree.spans(cue_of(self.tree, verb)),
            content=before.content,
            factuality=replace(before.factuality, distance=entry.distance),
        )

    def _relayed(
        self, relay: Relay, found: Sequence[Draft], places: dict[int, int], before: Draft | None
    ) -> Iterator[Draft]:
        """Yield the draft of a cited voice: its host's content, or the clause or sentence it hangs on."""
        draft = Draft(
            sentence=self.place,
            source=self.tree.spans(relay.source),
            cue=self.tree.spans(relay.cue),
            content=(),
            factuality=Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Distance.NONE),
        )
        if relay.host in places:
            host = found[places[relay.host]]
            polarity = host.factuality.polarity
            yield replace(
                draft,
                content=host.content,
                host=places[relay.host],
                factuality=replace(draft.factuality, polarity=polarity),
            )
        elif relay.is_main:
            if before is not None:
                yield replace(draft, content=before.content, host=BEFORE)
        elif (above := self.tree.parent(relay.verb)) is not None:
            clause = self.tree.subtree(clause_above(self.tree, above), (relay.verb,))
            yield replace(draft, content=self.tree.spans(clause))

    def _keep_distance(self, position: int, entry: Cue, pairs: dict[int, tuple[Candidate, Cue]]) -> None:
        """Let an adverb set the distance of the cue it modifies ("reportedly said"), or be a cue itself."""
        above = self.tree.parent(position)
        if above in pairs:
            candidate, other = pairs[above]
            pairs[above] = candidate, replace(other, distance=entry.distance)
            return
        for candidate in adverb_candidates(self.tree, position):
            pairs[position] = candidate, entry

    def _speaking(self) -> Iterator[tuple[int, Cue]]:
        """Yield the verbs outside quotations that may have quoted words as their content."""
        if not self.quoted.places:
            return
        known = dict(self._verbs_with(Frame.CLAUSE))
        for position, token in enumerate(self.tree.tokens):
            if token.pos == "VERB" and self.quoted.outside(position) and token.lemma not in _NO_SPEECH:
                yield position, known.get(position) or Cue(lemma=token.lemma, frames=())

    def _is_speech(self, verb: int, entry: Cue, places: Sequence[int]) -> bool:
        longest = max(words_of(self.quoted.quotations[place], self.text) for place in places)
        if entry.frames:
            return longest > 1
        ends = {self.quoted.quotations[place].inner.cut(self.text).rstrip()[-1:] for place in places}
        return (
            longest >= SHORTEST_SPEECH and bool(ends & {",", "?", "!"}) and bool(subject_of(self.tree, verb))
        )

    def _free(self, used: set[int]) -> set[int]:
        return {place for place in self.quoted.places if place not in used}

    def _clipped(self, candidate: Candidate) -> Candidate:
        """Return the candidate with its content held within the quotation that its cue stands in."""
        own = self.quoted.of[candidate.head]
        if own is None:
            return candidate
        of = self.quoted.of
        return replace(
            candidate,
            content=tuple(one for one in candidate.content if of[one] == own),
            source=tuple(one for one in candidate.source if of[one] == own),
        )

    def _draft(self, candidate: Candidate, entry: Cue, used: set[int]) -> Draft:
        content = list(self.tree.spans(candidate.content))
        outside = self.quoted.outside(candidate.head)
        if outside:
            touched = {place for one in candidate.content if (place := self.quoted.of[one]) is not None}
            if touched and candidate.frame in {Frame.CLAUSE, Frame.HOST, Frame.QUOTATION}:
                touched |= set(beside(self.tree, self.quoted, candidate.head, self._free(used)))
            content += [self.quoted.quotations[place].span for place in touched]
            used |= touched
        return Draft(
            sentence=self.place,
            source=self.tree.spans(candidate.source),
            cue=self.tree.spans(candidate.cue),
            content=merged(content, self.text),
            addressee=self.tree.spans(candidate.addressee),
            factuality=self._factuality(candidate, entry),
            cue_quoted=not outside,
        )

    def _factuality(self, candidate: Candidate, entry: Cue) -> Factuality:
        cued = Cued(
            entry=entry,
            frame=candidate.frame,
            head=candidate.head,
            content=candidate.content,
            unvouched=candidate.passive and not candidate.source,
        )
        return factuality(self.tree, cued, self.rules.words)

    def _quoting(self, verb: int, entry: Cue, places: Sequence[int]) -> Draft:
        inside = tuple(one for one, place in enumerate(self.quoted.of) if place in places)
        cued = Cued(entry=entry, frame=Frame.QUOTATION, head=verb, content=inside, unvouched=False)
        return Draft(
            sentence=self.place,
            source=self.tree.spans(subject_of(self.tree, verb)),
            cue=self.tree.spans(cue_of(self.tree, verb)),
            content=merged((self.quoted.quotations[place].span for place in places), self.text),
            factuality=factuality(self.tree, cued, self.rules.words),
        )
