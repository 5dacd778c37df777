"""One part of an article without a parse, read sentence by sentence."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ondit.attribute.draft import Draft
from ondit.attribute.factuality import Factuality
from ondit.attribute.surface.constructions.sentence import sketches_of
from ondit.attribute.surface.factuality import surface_factuality
from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.rules import Role, SurfaceRules
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.source_before import before
from ondit.attribute.surface.source_behind import after
from ondit.attribute.surface.stretches import body
from ondit.model.annotation import Annotated, Sentence
from ondit.model.attribution import Certainty, Distance, Polarity, Refusal
from ondit.model.span import Part, Span, SpanIndex, merged, share_text, trimmed, without
from ondit.text.quotations import Quotation, find_quotations

_MARKS = " \n\t,.;:،。、，—–-"
"""Marks that are no part of a content at its ends."""


class SurfaceReader:
    """Reads one part sentence by sentence, and knows who was speaking last."""

    def __init__(
        self, annotated: Annotated, part: Part, marks: Mapping[str, str], rules: SurfaceRules
    ) -> None:
        every = enumerate(annotated.sentences)
        self.sentences = [(place, one) for place, one in every if one.span.part is part]
        self.language = annotated.language
        self.text = annotated.article.part(part)
        self.quotations: list[Quotation] = find_quotations(self.text, marks, part)
        self.rules = rules
        self.drafts: list[Draft] = []
        self.refusals: list[Refusal] = []
        self._index = SpanIndex(one.span for one in self.quotations)
        self._speaker: tuple[Span, ...] = ()
        self._before: Sentence | None = None
        self._speaking: int | None = None
        self._widest: int | None = None

    def read(self) -> None:
        """Read the sentences in order; drafts and refusals are then complete."""
        for place, sentence in self.sentences:
            inside = [self.quotations[at] for at in self._index.touching(sentence.span)]
            line = Line(place, sentence, inside, self.rules, self.text)
            refused = self._refusals(line)
            found = [one for one in sketches_of(line) if not share_text(self._spans(line, one.cue), refused)]
            before = len(self.drafts)
            if found:
                self._take(line, found)
                new = range(before, len(self.drafts))
                self._widest = max(new, key=lambda at: sum(map(len, self.drafts[at].content)), default=None)
            else:
                self._widest = None
                self._go_on(line, sentence)
            self._before = sentence

    def _take(self, line: Line, found: Sequence[Sketch]) -> None:
        start = len(self.drafts)
        places = {id(one): start + at for at, one in enumerate(found)}
        for sketch in found:
            source = self._spans(line, [sketch.source]) if sketch.source else ()
            if sketch.carries:
                source = self._speaker
            content = self._content(line, sketch)
            host = places.get(id(sketch.host)) if sketch.host else None
            if source and host is None and not sketch.hearsay:
                self._speaker, self._speaking = source, len(self.drafts)
            self.drafts.append(
                Draft(
                    sentence=line.place,
                    source=source,
                    cue=self._spans(line, sketch.cue),
                    content=content,
                    addressee=self._spans(line, [sketch.addressee]) if sketch.addressee else (),
                    factuality=surface_factuality(line, sketch, found),
                    host=host,
                )
            )
        if any(not one.content for one in self.drafts[start:]):
            self._drop_empty(start)

    def _drop_empty(self, start: int) -> None:
        """Leave out drafts that say nothing: an echo in the first sentence of a text."""
        kept = [at for at in range(start, len(self.drafts)) if self.drafts[at].content]
        places = {at: start + place for place, at in enumerate(kept)}
        hosts = [places.get(-1 if host is None else host) for host in (self.drafts[at].host for at in kept)]
        self.drafts[start:] = [
            replace(self.drafts[at], host=host) for at, host in zip(kept, hosts, strict=True)
        ]
        self._speaking = None

    def _content(self, line: Line, sketch: Sketch) -> tuple[Span, ...]:
        """Return the spans of a content: whole quotations where it touches them, without cue and source."""
        if sketch.echoes:
            said = self.drafts[self._widest].content if self._widest is not None else ()
            if before := said or ((self._before.span,) if self._before else ()):
                return before
        spans = [line.cut(one) for one in sketch.content]
        quoted = {
            at for start, end in sketch.content for place in range(start, end)
            if (at := line.quoted[place]) is not None
        }  # fmt: skip
        spans += [line.quotations[at].span for at in quoted]
        own = [*sketch.cue, *([sketch.source] if sketch.source else [])]
        holes = [line.cut(one) for one in own if one[0] < one[1]]
        left = [piece for span in merged(spans, self.text) for piece in without(span, holes)]
        bare = (trimmed(piece, self.text, _MARKS) for piece in left)
        return tuple(piece for piece in bare if len(piece))

    def _go_on(self, line: Line, sentence: Sentence) -> None:
        """Let who spoke last go on in a sentence that is all quoted, or in the mood of indirect speech."""
        words = [at for at in range(len(line)) if line.low[at][0].isalnum()]
        quoted = bool(words) and all(line.quoted[at] is not None for at in words)
        mood = any(line.at(self.rules.mood, at) for at in words)
        same = self._before is not None and self._before.paragraph == sentence.paragraph
        if self._speaking is None or not same or not (quoted or mood):
            self._speaking = None
            return
        draft = self.drafts[self._speaking]
        if quoted:
            content = merged([*draft.content, *(one.span for one in line.quotations)])
            self.drafts[self._speaking] = replace(draft, content=content)
            return
        self.drafts.append(
            Draft(
                sentence=line.place,
                source=draft.source,
                cue=self._spans(line, [self._mood(line)]),
                content=(line.cut(body(line, (0, len(line)))),),
                factuality=Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Distance.NONE),
            )
        )

    def _mood(self, line: Line) -> Stretch:
        return next((at, at + step) for at in range(len(line)) if (step := line.at(self.rules.mood, at)))

    def _refusals(self, line: Line) -> list[Span]:
        """Note who declines to comment or was not reached; return the spans of the phrases that say so."""
        spans: list[Span] = []
        for found in line.anchors:
            if found.payload.role not in {Role.DECLINING, Role.UNREACHED}:
                continue
            source = before(line, found.start)
            if source[0] >= source[1]:
                source = after(line, found.stop)
            cue = (line.cut((found.start, found.stop)),)
            spans += cue
            if source[0] < source[1]:
                reached = found.payload.role is Role.DECLINING
                self.refusals.append(Refusal(source=(line.cut(source),), cue=cue, reached=reached))
        return spans

    def _spans(self, line: Line, stretches: Sequence[Stretch]) -> tuple[Span, ...]:
        return tuple(line.cut(one) for one in stretches if one[0] < one[1])
