"""One part of an article, read sentence by sentence: who speaks goes on speaking until somebody else does."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ondit.attribute.draft import BEFORE, Before, Draft
from ondit.attribute.drafting import drafts_of, speaker_behind
from ondit.attribute.factuality import says_no
from ondit.attribute.refusals import refusals
from ondit.attribute.scene import LINE_BREAK, Rules, Scene, mended
from ondit.attribute.speech import QuotedTokens
from ondit.model.annotation import Annotated, Sentence
from ondit.model.attribution import Polarity, Refusal
from ondit.model.span import Part, Span, SpanIndex, merged, share_text
from ondit.text.quotations import Quotation, find_quotations


class PartReader:
    """Reads one part sentence by sentence, and knows who was speaking last."""

    def __init__(self, annotated: Annotated, part: Part, marks: Mapping[str, str], rules: Rules) -> None:
        every = enumerate(annotated.sentences)
        self.sentences = [(place, one) for place, one in every if one.span.part is part]
        self.text = annotated.article.part(part)
        self.quotations: list[Quotation] = find_quotations(self.text, marks, part)
        self.lines = self.text.replace("\n", LINE_BREAK)
        self.rules = rules
        self.drafts: list[Draft] = []
        self.refusals: list[Refusal] = []
        self.used: set[int] = set()
        self.speaker: int | None = None
        self.more: dict[int, list[Span]] = {}
        self.last: int | None = None
        self.ahead: int | None = None
        self.denying: dict[int, bool] = {}

    def read(self) -> None:
        """Read the sentences in order; drafts and refusals are then complete."""
        first, paragraph = 0, -1
        preceding: Span | None = None
        for place, sentence in self.sentences:
            tree = mended(sentence, self.rules)
            quoted = QuotedTokens(tree, self.quotations, first)
            first = quoted.next
            scene = Scene(place, tree, quoted, self.lines, self.rules)
            refused = list(refusals(tree, self.rules.words))
            self.refusals += [refusal for refusal, _ in refused]
            before = Before(self.drafts[self.last] if self.last is not None else None, preceding)
            found = drafts_of(scene, self.used, before, frozenset(verb for _, verb in refused))
            found += self._named_behind(scene, first_of_paragraph=sentence.paragraph != paragraph)
            if quoted.is_all(tree):
                self.denying[place] = says_no(tree, self.rules.words)
                self._go_on(quoted, sentence, sentence.paragraph == paragraph)
            else:
                self.speaker = None
            self._take(found, quoted)
            paragraph, preceding = sentence.paragraph, sentence.span
        places = SpanIndex(one.span for _, one in self.sentences)
        self.drafts = [self._from_the_start(draft, places) for draft in self.drafts]
        for place, spans in self.more.items():
            speech = self.drafts[place]
            self.drafts[place] = replace(speech, content=merged([*speech.content, *spans], self.lines))

    def _from_the_start(self, draft: Draft, places: SpanIndex) -> Draft:
        """Return a draft with the polarity of its first sentence, where it begins before the one with the
        cue: "“We have not parted. We dine tonight,” he said"."""
        touched = [self.sentences[one] for one in places.touching(draft.content[0])] if draft.content else []
        begun = next((place for place, one in touched if place in self.denying), None)
        if begun is None or touched[-1][0] != draft.sentence or begun == draft.sentence:
            return draft
        polarity = Polarity.NEGATIVE if self.denying[begun] else Polarity.POSITIVE
        return replace(draft, factuality=replace(draft.factuality, polarity=polarity))

    def _named_behind(self, scene: Scene, *, first_of_paragraph: bool) -> list[Draft]:
        """Return the draft of "the judge asked." behind “Why?”, which the parser takes for two sentences."""
        place = self.ahead
        self.ahead = (
            scene.quoted.places[-1] if scene.quoted.is_all(scene.tree) and scene.quoted.places else None
        )
        if place is None or place in self.used or first_of_paragraph or scene.quoted.places:
            return []
        draft = speaker_behind(scene, self.quotations[place])
        if draft is not None:
            self.used.add(place)
        return [draft] if draft is not None else []

    def _go_on(self, quoted: QuotedTokens, sentence: Sentence, same_paragraph: bool) -> None:
        """Give quotations that no cue has taken, of a sentence that is all quoted, to who was speaking.

        One that ends in a later sentence is left to that: its speaker may stand there.

        Within a paragraph that may be somebody whose words were only reported: "The mayor said she was glad.
        “We did it.”"
        """
        new = [
            place
            for place in quoted.places
            if place not in self.used and sentence.span.contains(self.quotations[place].last)
        ]
        speaker = self.speaker
        if speaker is None and same_paragraph and self.last is not None:
            speaker = None if self.drafts[self.last].cue_quoted else self.last
        if speaker is None or not new or not (same_paragraph or self.quotations[new[0]].reopened):
            return
        self.speaker = speaker
        self.more.setdefault(speaker, []).extend(self.quotations[place].span for place in new)
        self.used.update(new)

    def _take(self, found: Sequence[Draft], quoted: QuotedTokens) -> None:
        start = len(self.drafts)
        quotes = [self.quotations[place].span for place in quoted.places]
        for draft in found:
            host = draft.host
            if host is not None:
                host = self.last if host == BEFORE else start + host
            if quotes and not draft.cue_quoted and share_text(draft.content, quotes):
                self.speaker = len(self.drafts)
            self.drafts.append(replace(draft, host=host))
        if found:
            widest = max(range(len(found)), key=lambda one: sum(map(len, found[one].content)))
            self.last = start + widest
        else:
            self.last = None
