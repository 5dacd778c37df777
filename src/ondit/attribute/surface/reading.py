"""One part of an article without a parse, read sentence by sentence."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ondit.attribute.draft import Draft
from ondit.attribute.factuality import Factuality
from ondit.attribute.surface.constructions import sketches_of
from ondit.attribute.surface.factuality import surface_factuality
from ondit.attribute.surface.line import COLONS, Line, Stretch
from ondit.attribute.surface.rules import Role, SurfaceRules
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.stretches import after, before, body
from ondit.languages.surface import Saying
from ondit.model.annotation import Annotated, Sentence, Token
from ondit.model.attribution import Certainty, Distance, Polarity, Refusal
from ondit.model.span import Part, Span, SpanIndex, hull, merged, share_text, trimmed, without
from ondit.text.countries import countries_in
from ondit.text.patterns import PatternTable
from ondit.text.quotations import Quotation, find_quotations
from ondit.text.tokens import bare, is_one_by_one

LONGEST_LABEL = 7
"""Words of a source that stands before the colon of a headline."""

_SHORT_LABEL = 3
"""Words of one that its noun alone tells: "local media", "a source in the ministry"."""

_SIGNS = 3
"""Signs that make a word, in scripts without spaces."""

_LABEL_MARKS = COLONS | frozenset("—–-＝")

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
            return said or ((self._before.span,) if self._before else ())
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


def headline_sources(title: SurfaceReader, known: frozenset[str]) -> list[Draft]:
    """Return the source before the colon of a headline ("Ministry: P") or behind its last colon or dash
    ("P - report"), where the body names it as one or its noun says so.

    `known` are the words of the body's sources in lower case. A noun of saying at the end tells a source
    by itself ("P…Reuters 보도").
    """
    tokens = [(place, token) for place, one in enumerate(title.sentences) for token in one[1].tokens]
    words = [token for _, token in tokens]
    marks = [at for at, token in enumerate(words) if token.text in _LABEL_MARKS and 0 < at < len(words) - 1]
    if title.drafts:
        return []
    if told := _told_at_end(title, tokens):
        return told
    if not marks:
        return []
    first, last = marks[0], marks[-1]
    leads = words[first].text in COLONS
    if leads and (_is_label(title, words[:first], known) or _is_name(title, words[:first])):
        at, label, rest = first, words[:first], words[first + 1 :]
    elif _is_label(title, words[last + 1 :], known):
        at, label, rest = last, words[last + 1 :], words[:last]
    else:
        return []
    return [_headline(title, tokens[0][0], label, words[at : at + 1], rest)]


def _spoken(words: Sequence[Token]) -> Sequence[Token]:
    """Return words without marks at their end ("P | ——")."""
    end = next((at + 1 for at in range(len(words) - 1, -1, -1) if words[at].text not in _LABEL_MARKS), 0)
    return words[:end] or words


def _is_name(title: SurfaceReader, words: Sequence[Token]) -> bool:
    """Tell whether all words before the colon of a headline are a name and no genre or country: "Reuters:
    P"."""
    text = " ".join(token.text for token in words)
    return (
        title.rules.names_tell
        and len(words) <= _SHORT_LABEL
        and all(token.text[:1].isupper() for token in words)
        and text.lower() not in title.rules.words.genres
        and not countries_in(text, title.language)
    )


def _is_label(title: SurfaceReader, words: Sequence[Token], known: frozenset[str]) -> bool:
    if len(words) > _SIGNS * LONGEST_LABEL:
        return False
    if not words:
        return False
    low = [bare(token.text) for token in words]
    signs = is_one_by_one(low[0][0])
    short = len(words) <= (_SIGNS * _SHORT_LABEL if signs else _SHORT_LABEL) and (
        any(token.lemma in title.rules.labels for token in words)
        or any(_ends_at(title.rules.label_phrases, low, at) for at in range(len(low)))
    )
    return short or {token.text.lower() for token in words} <= known


def _told_at_end(title: SurfaceReader, tokens: Sequence[tuple[int, Token]]) -> list[Draft]:
    """Return the source between a mark and a noun of saying that closes a headline ("P…Reuters 보도")."""
    words = [token for _, token in tokens]
    low = [bare(token.text) for token in words]
    says = next((at for at in range(len(low)) if _ends_at(title.rules.headline_says, low, at)), 0)
    topics = title.rules.topics
    end = says - 1 if says > 1 and topics.at(low, says - 1) and is_one_by_one(low[says - 1][0]) else says
    begin = next((at + 1 for at in range(end - 1, 0, -1) if not low[at][0].isalnum()), 0)
    if not begin or begin >= end or end - begin > LONGEST_LABEL:
        return []
    content = [token for token in words[: begin - 1] if bare(token.text)[0].isalnum()]
    if not content:
        return []
    return [_headline(title, tokens[0][0], words[begin:end], words[says:], content)]


def _ends_at(table: PatternTable[str], low: Sequence[str], place: int) -> bool:
    found = table.at(low, place)
    return found is not None and found.stop == len(low)


def _headline(
    title: SurfaceReader, place: int, source: Sequence[Token], cue: Sequence[Token], content: Sequence[Token]
) -> Draft:
    spoken = _spoken(content)
    return Draft(
        sentence=title.sentences[place][0],
        source=(hull([token.span for token in source]),),
        cue=(hull([token.span for token in cue]),),
        content=(hull([token.span for token in spoken]),),
        factuality=_factuality(title, spoken),
    )


def _factuality(title: SurfaceReader, content: Sequence[Token]) -> Factuality:
    """Return what the words of a headline's content say of it; those of its first sentence, where it has
    several."""
    place, sentence = next(one for one in title.sentences if content[0] in one[1].tokens)
    line = Line(place, sentence, (), title.rules, title.text)
    start = sentence.tokens.index(content[0])
    stretch = start, min(start + len(content), len(line))
    return surface_factuality(line, Sketch(saying=Saying(), cue=[], content=[stretch]))
