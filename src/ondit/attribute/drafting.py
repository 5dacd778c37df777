"""Drafts of one sentence: candidates and quotations brought together."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ondit.attribute.candidate import Candidate
from ondit.attribute.choosing import CueTable, chosen
from ondit.attribute.draft import Draft
from ondit.attribute.quotations import Quotation
from ondit.attribute.sources import subject_of
from ondit.attribute.speech import QuotedTokens, beside, words_of
from ondit.attribute.tree import Tree
from ondit.attribute.verbs import cue_of
from ondit.languages.lexicon import Cue, Frame
from ondit.model.span import Span, covers, merged

SHORTEST_SPEECH = 3
"""Words from which on a quotation beside a verb that is no known cue counts as speech; shorter ones are titles
and scare quotes as often."""

_NO_SPEECH = frozenset({"be", "have", "do", "call", "title", "entitle", "name", "dub", "label"})
"""Verbs beside which a quotation is a name or a scare quote."""


class SentenceDrafts:
    """The drafts of one sentence and the quotations they use."""

    def __init__(self, place: int, tree: Tree, quoted: QuotedTokens, text: str) -> None:
        self.place = place
        self.tree = tree
        self.quoted = quoted
        self.text = text

    def found(self, cues: CueTable, used: set[int]) -> Iterator[Draft]:
        """Yield the drafts; the places of the quotations they take are added to `used`."""
        pairs = [(self._clipped(candidate), entry) for candidate, entry in chosen(self.tree, cues)]
        heads = set()
        for candidate, entry in pairs:
            if not candidate.content:
                continue
            heads.add(candidate.head)
            yield self._draft(candidate, entry, used)
        for verb, entry in self._speaking(cues):
            if verb not in heads and (free := self._free(used)):
                places = tuple(beside(self.tree, self.quoted, verb, free))
                if places and self._is_speech(verb, entry, places):
                    used.update(places)
                    yield self._quoting(verb, entry, places)

    def _speaking(self, cues: CueTable) -> Iterator[tuple[int, Cue]]:
        """Yield the verbs outside quotations that may have quoted words as their content."""
        if not self.quoted.places:
            return
        for position, token in enumerate(self.tree.tokens):
            if token.pos == "VERB" and self.quoted.outside(position) and token.lemma not in _NO_SPEECH:
                entries = cues.get((token.lemma, "VERB"), ())
                known = next((entry for entry in entries if Frame.CLAUSE in entry.frames), None)
                yield position, known or Cue(lemma=token.lemma, frames=())

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
        if self.quoted.outside(candidate.head):
            touched = {place for one in candidate.content if (place := self.quoted.of[one]) is not None}
            if touched and entry.frames and candidate.frame in {Frame.CLAUSE, Frame.HOST, Frame.QUOTATION}:
                touched |= set(beside(self.tree, self.quoted, candidate.head, self._free(used)))
            content += [self.quoted.quotations[place].span for place in touched]
            used |= touched
        return Draft(
            sentence=self.place,
            source=self.tree.spans(candidate.source),
            cue=self.tree.spans(candidate.cue),
            content=merged(content, self.text),
            addressee=self.tree.spans(candidate.addressee),
            entry=entry,
            negated=any(self.tree.tokens[one].dep == "neg" for one in candidate.cue),
            unvouched=candidate.passive and not candidate.source,
        )

    def _quoting(self, verb: int, entry: Cue, places: Sequence[int]) -> Draft:
        return Draft(
            sentence=self.place,
            source=self.tree.spans(subject_of(self.tree, verb)),
            cue=self.tree.spans(cue_of(self.tree, verb)),
            content=merged((self.quoted.quotations[place].span for place in places), self.text),
            entry=entry,
        )
