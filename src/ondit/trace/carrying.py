"""How one article carries one claim: its mentions, and quick look-up of what they refer to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from ondit.languages import lexicon_of
from ondit.model.article import Article
from ondit.model.attribution import Attribution, Distance, Manner, Polarity
from ondit.model.claim import Claim, Mention, Quantity, Voice
from ondit.model.provenance import Carrier, Evidence
from ondit.model.reading import Reading
from ondit.model.source import Source, SourceKind
from ondit.model.span import Part, Span, hull, in_order, share_text, text_order
from ondit.text.fold import fold
from ondit.text.phrases import find_phrases
from ondit.trace.outlets import bare, known_as, outlets_by_name

LEDE_SENTENCES = 3
"""A denial in the title or in this many first sentences of the body makes the article a denial (MODEL.md)."""

NEAR = 200
"""Code points between a mention and a phrase that still speaks of it: about two sentences of news prose."""

LONGEST_EVIDENCE = 400
"""Code points of source and cue together beyond which only the cue is shown: a sentence, not a paragraph."""

_MOUTHS = frozenset({SourceKind.UNNAMED, SourceKind.DOCUMENT})
"""Kinds of sources that are nobody beside the body they speak for."""


class Carrying(msgspec.Struct, frozen=True, kw_only=True):
    """One article with its mentions of the claim in reading order.

    `negated` is True when the claim itself is a negative statement, so that a negative mention supports it.
    `sources` are by the ids that the article's attributions use; one that another page shows to be an outlet
    is that outlet. `wording` are the folded words of the claim. `publisher` is the article's own outlet, or
    the body whose own page it is.
    `children` are attributions by the id of their parent.
    """

    reading: Reading
    mentions: tuple[Mention, ...]
    negated: bool = False
    sources: Mapping[str, Source]
    attributions: Mapping[str, Attribution]
    children: Mapping[str, tuple[Attribution, ...]]
    publisher: Source | None = None
    wording: frozenset[str] = frozenset()

    @property
    def article(self) -> Article:
        """The article."""
        return self.reading.article

    @property
    def supports(self) -> bool:
        """Whether some mention puts the claim forward rather than denies it."""
        return any(not self.denies(mention) for mention in self.mentions)

    def denies(self, said: Mention | Attribution) -> bool:
        """Tell whether a mention or an attribution denies the claim."""
        return said.polarity is Polarity.NEGATIVE and not self.negated

    def refuses(self, attribution: Attribution) -> bool:
        """Tell whether an attribution is somebody's word that he does not comment ("Foo said it *does not
        comment on rumours*"): a refusal, which neither supports nor denies."""
        refusals = self.reading.resolved.refusals
        return any(
            one.source_id == attribution.source_id and share_text(one.cue, attribution.content)
            for one in refusals
        )

    @property
    def of_a_body(self) -> bool:
        """Whether the article is a body's own page, so that what it says in its own voice, the body knows."""
        return self.publisher is not None and self.publisher.kind is SourceKind.ORGANISATION

    def is_own(self, source: Source) -> bool:
        """Tell whether a source is the article's own outlet, or its reporter."""
        return self.publisher is not None and self.publisher.id in (source.id, source.outlet_id)

    def is_other_outlet(self, source: Source) -> bool:
        """Tell whether a source is an outlet, and not the article's own."""
        return source.kind is SourceKind.OUTLET and not self.is_own(source)

    def is_claimed(self, attribution: Attribution) -> bool:
        """Tell whether the claim itself says that the source says so: of "Foo has agreed to sign Bar", Foo is
        no source, it is what the claim is about."""
        source = self.sources.get(attribution.source_id or "")
        if source is None or not attribution.cue or source.kind in _MOUTHS:
            return False
        said = " ".join([source.name, *(self.article.cut(span) for span in attribution.cue)])
        return set(bare(said, self.article.language).split()) <= self.wording

    def source(self, source_id: str | None) -> Source | None:
        """Return the source an id means; an outlet's reporter is the outlet itself, an unnamed spokesman or a
        statement the body whose word it is."""
        source = self.sources.get(source_id or "")
        body = self.sources.get(source.speaks_for or "") if source else None
        if source and body and (source.kind in _MOUTHS or body.kind is SourceKind.OUTLET):
            return body
        return source

    def line(self, attribution: Attribution) -> list[Attribution]:
        """Return an attribution with those that hold it, the outermost first."""
        line, seen = [attribution], {attribution.id}
        while (parent := self.attributions.get(line[0].parent or "")) and parent.id not in seen:
            line.insert(0, parent)
            seen.add(parent.id)
        return line

    def evidence(self, attribution: Attribution) -> Evidence:
        """Return the words of source and cue that prove an attribution."""
        spans = in_order((*attribution.source, *attribution.cue)) or attribution.content
        body = [span for span in spans if span.part is spans[-1].part]
        whole = hull(body)
        shown = whole if len(whole) <= LONGEST_EVIDENCE else body[0]
        return self.quoted(shown)

    def quoted(self, span: Span) -> Evidence:
        """Return a span of this article as evidence."""
        return Evidence(article_id=self.article.id, span=span, text=self.article.cut(span))


def carryings_of(claim: Claim, readings: Mapping[str, Reading]) -> dict[str, Carrying]:
    """Return how each article carries the claim, by article id, in the order of the ids.

    A mention whose article is not among the readings is left out.
    """
    mentions: dict[str, list[Mention]] = {}
    for mention in claim.mentions:
        mentions.setdefault(mention.article_id, []).append(mention)
    outlets = outlets_by_name(tuple(readings.values()))
    wording = frozenset(fold(claim.text).split())
    return {
        article_id: msgspec.structs.replace(
            _carrying(readings[article_id], mentions[article_id], outlets),
            negated=claim.negated,
            wording=wording,
        )
        for article_id in sorted(mentions)
        if article_id in readings
    }


def _carrying(reading: Reading, mentions: list[Mention], outlets: Mapping[str, Source]) -> Carrying:
    resolved, language = reading.resolved, reading.article.language
    children: dict[str, tuple[Attribution, ...]] = {}
    for attribution in sorted(resolved.attributions, key=lambda one: one.id):
        if attribution.parent:
            children[attribution.parent] = (*children.get(attribution.parent, ()), attribution)
    sources = {source.id: known_as(source, language, outlets) for source in resolved.sources}
    publisher = known_as(resolved.outlet, language, outlets) if resolved.outlet else None
    if publisher:
        sources.setdefault(publisher.id, publisher)
    return Carrying(
        reading=reading,
        mentions=tuple(sorted(mentions, key=lambda one: (text_order(one.spans[0]), one.id))),
        sources=sources,
        attributions={attribution.id: attribution for attribution in resolved.attributions},
        children=children,
        publisher=publisher,
    )


def carrier_of(carrying: Carrying, copied: Sequence[Span]) -> Carrier:
    """Return the carrier record of an article; in its `copied` passages it speaks from no knowledge."""
    article, outlet = carrying.article, carrying.publisher
    return Carrier(
        article_id=article.id,
        outlet=outlet.name if outlet else article.outlet or article.site_name or "",
        published=article.published,
        language=article.language,
        voice=voice_of(carrying),
        spans=in_order({span for mention in carrying.mentions for span in mention.spans}),
        quantities=quantities_of(carrying.mentions),
        speaks_from_knowledge=own_knowledge(carrying, copied),
        takes_back=retraction_of(carrying),
    )


def voice_of(carrying: Carrying) -> Voice:
    """Return how the article carries the claim, by the order of MODEL.md: denied, hedged, attributed,
    asserted.

    One hedged mention hedges the article: who doubts once does not vouch. Nor does who takes it back.
    """
    supporting = [mention for mention in carrying.mentions if not carrying.denies(mention)]
    if not supporting or any(
        carrying.denies(mention) and mention.sentence < LEDE_SENTENCES for mention in carrying.mentions
    ):
        return Voice.DENIED
    voices = {_voice_of_mention(carrying, mention) for mention in supporting}
    if retraction_of(carrying):
        voices.add(Voice.HEDGED)
    return next((voice for voice in (Voice.HEDGED, Voice.ATTRIBUTED) if voice in voices), Voice.ASSERTED)


def _voice_of_mention(carrying: Carrying, mention: Mention) -> Voice:
    attribution = carrying.attributions.get(mention.attribution_id or "")
    if attribution is None:
        return Voice.HEDGED if mention.voice is Voice.HEDGED else Voice.ASSERTED
    line = carrying.line(attribution)
    if any(_is_the_writers(one, line[:depth]) for depth, one in enumerate(line)):
        return Voice.HEDGED
    sources = [carrying.source(one.source_id) for one in line if one.source]
    given = any(source is None or not carrying.is_own(source) for source in sources)
    return Voice.ATTRIBUTED if given else Voice.ASSERTED


def _is_the_writers(attribution: Attribution, holders: Sequence[Attribution]) -> bool:
    """Tell whether the distance of an attribution is the writer's own.

    Inside somebody's quoted words it is the speaker's. Inside indirect speech a mere "is reported" is the
    speaker's too; a doubt ("allegedly") is what the writer adds.
    """
    if attribution.distance is Distance.NONE or any(one.manner is Manner.DIRECT for one in holders):
        return False
    return attribution.distance is Distance.DOUBTING or not any(one.source for one in holders)


def own_knowledge(carrying: Carrying, copied: Sequence[Span]) -> Evidence | None:
    """Return the place that shows that the outlet itself found the claim out, or None.

    That is an attribution of the claim to the outlet itself ("the Herald has learned"), or a phrase of the
    lexicon near a mention in the outlet's own voice ("our correspondent"), or on a body's own page the
    mention itself; in copied text it is the other outlet that speaks, and who takes a report back knows
    nothing.
    """
    if retraction_of(carrying):
        return None
    shown = (place for place in _knowledge(carrying) if place.span and not share_text((place.span,), copied))
    return next(shown, None)


def _knowledge(carrying: Carrying) -> Iterator[Evidence]:
    for mention in carrying.mentions:
        attribution = carrying.attributions.get(mention.attribution_id or "")
        if attribution and not carrying.denies(mention):
            for one in carrying.line(attribution):
                source = carrying.source(one.source_id)
                if source and carrying.is_own(source) and not carrying.denies(one):
                    yield carrying.evidence(one)
                elif one.source:
                    break  # what stands inside another's words, or what the outlet denies, is not its own
    own = [mention for mention in carrying.mentions if not mention.attribution_id]
    if carrying.of_a_body:
        yield from (carrying.quoted(one.spans[0]) for one in own if not carrying.denies(one))
    for place in own_phrases(carrying.article) if own else ():
        if any(_is_near(place, mention.spans) for mention in own if not carrying.denies(mention)):
            yield carrying.quoted(place)


def retraction_of(carrying: Carrying) -> Evidence | None:
    """Return the place where the article takes its outlet's report back, or None."""
    return retraction_in(carrying.article)


def retraction_in(article: Article) -> Evidence | None:
    """Return the place where an article, which may carry no claim, takes its outlet's report back, or
    None."""
    found = find_phrases(article.text, _phrases(article.language, "retraction"))
    return next((Evidence(article_id=article.id, span=one, text=article.cut(one)) for one in found), None)


def own_phrases(article: Article) -> Iterator[Span]:
    """Yield the places where an article says that its outlet found something out itself."""
    yield from find_phrases(article.text, _phrases(article.language, "own"))


def finder_phrases(article: Article) -> Iterator[Span]:
    """Yield the places where an article says that somebody was the one who found something out."""
    yield from find_phrases(article.text, _phrases(article.language, "finder"))
    for span in find_phrases(article.title, _phrases(article.language, "finder")):
        yield Span(span.start, span.end, Part.TITLE)


@lru_cache(maxsize=64)
def _phrases(language: str | None, kind: str) -> tuple[str, ...]:
    lexicon = lexicon_of(language or "en")
    if lexicon is None or lexicon.knowledge is None:
        return ()
    known = lexicon.knowledge
    return {"own": known.own, "finder": known.finder, "retraction": known.retraction}[kind]


def _is_near(place: Span, spans: Iterable[Span]) -> bool:
    gaps = (place.gap(span) for span in spans)
    return any(gap is not None and gap <= NEAR for gap in gaps)


def quantities_of(mentions: Iterable[Mention]) -> tuple[Quantity, ...]:
    """Return each different quantity of the mentions once, where it stands first."""
    first: dict[tuple[float, float | None, str, str], Quantity] = {}
    for mention in mentions:
        for quantity in mention.quantities:
            key = (quantity.value, quantity.upper, quantity.unit, quantity.modifier)
            first.setdefault(key, quantity)
    return tuple(first.values())
