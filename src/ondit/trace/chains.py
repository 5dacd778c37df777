"""From the attributions of one article to steps: who has the claim from whom, by that article's words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from ondit.languages import lexicon_of
from ondit.model.attribution import Attribution, Manner, Refusal
from ondit.model.claim import Mention
from ondit.model.provenance import EdgeKind, Evidence, Stance
from ondit.model.source import Source, SourceKind
from ondit.model.span import Part, Span, in_order, share_text
from ondit.text.fold import fold
from ondit.trace.carrying import LEDE_SENTENCES, NEAR, Carrying

SPOKEN_TO = {SourceKind.PERSON, SourceKind.UNNAMED, SourceKind.GROUP}
"""Kinds of sources that speak to one reporter at a time."""

PRIVATE = {SourceKind.UNNAMED, SourceKind.GROUP}
"""Kinds of sources that are known by a description, so that one article's is never another's by its name."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a chain: `taker` (None for the article itself) has the claim from `giver`.

    `inferred` as in `Edge`.
    """

    article_id: str
    taker: Source | None
    giver: Source
    kind: EdgeKind
    stance: Stance
    evidence: Evidence
    via_copy: bool = False
    inferred: bool = False


def steps_of(carrying: Carrying, copied: Sequence[Span]) -> Iterator[Step]:
    """Yield the steps that the attributions of the claim's mentions give, in reading order.

    `copied` are the passages of the article that stand in an earlier one: the article's own steps proved
    inside them are marked. A headline's "source says" is short for whom the body gives, and no step of its
    own where the body gives somebody; so are bare "reports" where the article says whose reports they are. An
    attribution without source and one to the article's own outlet give no step; what they hold hangs on the
    article itself.
    """
    steps = list(_all_steps(carrying, copied))
    first = [step for step in steps if step.taker is None]
    told = {step.stance for step in first if not _is_headline(step)}
    named = {
        step.stance for step in first if step.giver.kind is SourceKind.OUTLET and not step.giver.is_relay
    }
    language = carrying.article.language or ""
    for step in steps:
        short = step.stance in told and _is_headline(step) and _is_short(step.giver)
        if not short and not (step.stance in named and _is_bare_relay(step.giver, language)):
            yield step


def _is_bare_relay(source: Source, language: str) -> bool:
    """Tell whether a relay says nothing of who reports: "the reports", but not "local media"."""
    lexicon = lexicon_of(language)
    known = lexicon.knowledge if lexicon else None
    return known is not None and source.is_relay and fold(source.name) in known.bare_relay


def _is_short(source: Source) -> bool:
    """Tell whether a source may be a headline's short form of whom the body gives: it is given by a common
    noun ("agency reports"), or by one word that the body does not say of anybody ("Palace denies")."""
    if source.kind in PRIVATE or source.name[:1].islower():
        return True
    alone = all(span.part is Part.TITLE for span in source.mentions)
    return alone and source.kind is SourceKind.ORGANISATION and " " not in source.name


def _is_headline(step: Step) -> bool:
    return step.evidence.span is not None and step.evidence.span.part is Part.TITLE


def _all_steps(carrying: Carrying, copied: Sequence[Span]) -> Iterator[Step]:
    ways, taken_over = ways_of(carrying), _taken_over(carrying, copied)
    for mention in carrying.mentions:
        attribution = carrying.attributions.get(mention.attribution_id or "")
        if attribution and (
            _tells_of_denial(carrying, mention, attribution) or carrying.refuses(attribution)
        ):
            continue
        for line in _lines(carrying, mention, attribution) if attribution else ():
            for segment, stance in _segments(carrying, mention, line):
                for way in _side_by_side(segment):
                    named = [(one, giver) for one in way for giver in _givers(carrying, one, ways)]
                    named = [pair for pair in named if not pair[1].is_relay] or named
                    for step in walk(carrying, named, stance):
                        inside = step.giver.id in taken_over or _is_inside(step.evidence, copied)
                        yield msgspec.structs.replace(step, via_copy=inside)


def _tells_of_denial(carrying: Carrying, mention: Mention, attribution: Attribution) -> bool:
    """Tell whether an attribution puts the claim forward only as what somebody in its content denies ("the
    spokesman said that Foo had *denied* talks"): that denial is a mention of its own, and its line holds
    both."""
    if carrying.denies(mention):
        return False
    denied = {one.attribution_id for one in carrying.mentions if carrying.denies(one)}
    return any(
        child.id in denied and share_text(child.content, mention.spans)
        for child in carrying.children.get(attribution.id, ())
    )


def _side_by_side(segment: list[Attribution]) -> Iterator[list[Attribution]]:
    """Yield a segment, and once more for each further source that one of its attributions names beside its
    first ("the Gazette and the Herald reported"), with that one in its place."""
    yield segment
    for place, one in enumerate(segment):
        for other in one.other_source_ids:
            beside = msgspec.structs.replace(one, source_id=other, other_source_ids=())
            yield [*segment[:place], beside, *segment[place + 1 :]]


def _taken_over(carrying: Carrying, copied: Sequence[Span]) -> set[str]:
    """Return the described sources that copied passages bring in: they are the earlier article's, wherever
    the copier names them again, in its headline say."""
    taken = set()
    for attribution in carrying.attributions.values() if copied else ():
        source = carrying.source(attribution.source_id)
        if source and source.kind in PRIVATE and share_text((*attribution.source, *attribution.cue), copied):
            taken.add(source.id)
    return taken


def _is_inside(evidence: Evidence, copied: Sequence[Span]) -> bool:
    return evidence.span is not None and share_text((evidence.span,), copied)


def refusals_of(carrying: Carrying, copied: Sequence[Span]) -> Iterator[Step]:
    """Yield a step with the stance declines for each who declines to comment on the claim.

    A refusal is on the claim when the article is about the claim, which then stands in its title or first
    sentences, when the claim's words name its source, or when it stands near a mention. "Could not be
    reached" gives none: it says nothing of a stance.
    """
    names = {name for mention in carrying.mentions for name in mention.names}
    spans = [span for mention in carrying.mentions for span in mention.spans]
    is_subject = any(mention.sentence < LEDE_SENTENCES for mention in carrying.mentions)
    for refusal in carrying.reading.resolved.refusals:
        source = carrying.source(refusal.source_id)
        if not refusal.reached or not source or carrying.is_own(source):
            continue
        if is_subject or fold(source.name) in names or _is_beside(refusal, spans):
            place = in_order((*refusal.source, *refusal.cue))[-1]
            yield Step(
                article_id=carrying.article.id,
                taker=None,
                giver=source,
                kind=EdgeKind.CITES,
                stance=Stance.DECLINES,
                evidence=carrying.quoted(place),
                via_copy=share_text((place,), copied),
            )


def _is_beside(refusal: Refusal, spans: Iterable[Span]) -> bool:
    gaps = (place.gap(span) for span in spans for place in refusal.cue)
    return any(gap is not None and gap <= NEAR for gap in gaps)


def _lines(carrying: Carrying, mention: Mention, attribution: Attribution) -> Iterator[list[Attribution]]:
    """Yield the lines of attributions through the one of a mention, outermost first, down to each innermost.

    An attribution inside the mention belongs to the line unless it is a mention of its own, which then tells
    for itself whether it is of this claim.
    """
    own = {one.attribution_id for one in carrying.reading.mentions}
    stack = [carrying.line(attribution)]
    while stack:
        line = stack.pop()
        inner = [
            child
            for child in carrying.children.get(line[-1].id, ())
            if child not in line
            and share_text(child.content, mention.spans)
            and (child.id not in own or child.content == line[-1].content)
        ]
        if not inner:
            yield line
        stack.extend([*line, child] for child in reversed(inner))


def _segments(
    carrying: Carrying, mention: Mention, line: Sequence[Attribution]
) -> Iterator[tuple[list[Attribution], Stance]]:
    """Cut a line after each attribution that denies what it holds.

    "X said that Y denied P" is one segment, that denies. "X denied Z's report that P" are two: X denies, and
    the article has P from Z.
    """
    segment: list[Attribution] = []
    deniers: set[str | None] = set()
    for attribution in line:
        if attribution.source_id in deniers:
            continue  # "X denied its own report that P" does not make X a source for P
        segment.append(attribution)
        said = mention if attribution.id == mention.attribution_id else attribution
        if carrying.denies(said):
            yield segment, Stance.DENIES
            deniers.add(attribution.source_id)
            segment = []
    if segment:
        yield segment, Stance.SUPPORTS


def walk(carrying: Carrying, named: Iterable[tuple[Attribution, Source]], stance: Stance) -> Iterator[Step]:
    """Yield a step to each source named, from the one named before it, the first from the article itself.

    An unnamed source is an end: an outlet inside its words is one that the article cites as well.
    """
    taker: Source | None = None
    for attribution, giver in named:
        if giver == taker:
            continue
        if taker and taker.kind is SourceKind.UNNAMED and giver.kind is SourceKind.OUTLET:
            taker = None
        quotes = giver.kind is not SourceKind.OUTLET and attribution.manner is not Manner.INDIRECT
        yield Step(
            article_id=carrying.article.id,
            taker=taker,
            giver=giver,
            kind=EdgeKind.QUOTES if quotes else EdgeKind.CITES,
            stance=stance,
            evidence=carrying.evidence(attribution),
        )
        taker = giver


def givers_on(carrying: Carrying, line: Iterable[Attribution]) -> list[tuple[Attribution, Source]]:
    """Return whom the attributions of a line name, the one nearest the article first."""
    ways = ways_of(carrying)
    return [(one, giver) for one in line for giver in _givers(carrying, one, ways)]


def _givers(carrying: Carrying, attribution: Attribution, ways: Mapping[str, Source]) -> Iterator[Source]:
    """Yield whom an attribution names, the one nearest the article first.

    "A source told Norpress" and "Norpress's source said" are Norpress, then its source.
    """
    source = carrying.source(attribution.source_id)
    if source is None or _is_reader(source, carrying.article.language or ""):
        return
    if carrying.is_claimed(attribution):
        return
    outlet = _between(carrying, attribution, source)
    if outlet is None and attribution.addressee_id is None and attribution.parent is None:
        outlet = ways.get(source.id)
    if outlet:
        yield outlet
    if not carrying.is_own(source):
        yield source


def _is_reader(source: Source, language: str) -> bool:
    """Tell whether a source is whoever speaks or reads ("as *you* would expect"), which is nobody."""
    lexicon = lexicon_of(language)
    words = lexicon.attribution.own_voice if lexicon and lexicon.attribution else frozenset()
    return source.kind is SourceKind.UNNAMED and fold(source.name) in words


def _between(carrying: Carrying, attribution: Attribution, source: Source) -> Source | None:
    """Return the other outlet that an attribution puts between its source and the article."""
    outlets = map(carrying.source, (attribution.addressee_id, source.via))
    return next((one for one in outlets if one and one != source and carrying.is_other_outlet(one)), None)


def ways_of(carrying: Carrying) -> dict[str, Source]:
    """Return, by described or named person, the outlet by which the article first reaches them.

    "A source told Norpress that P. ... Q, the source said": the source still speaks to Norpress. Not for whom
    the article also reaches through its own outlet, and not for bodies, which speak to everybody.
    """
    ways: dict[str, Source] = {}
    own: set[str] = set()
    for attribution in carrying.attributions.values():
        source = carrying.source(attribution.source_id)
        if source is None or source.kind not in SPOKEN_TO:
            continue
        addressee = carrying.source(attribution.addressee_id)
        if addressee and carrying.is_own(addressee):
            own.add(source.id)
        holder = carrying.attributions.get(attribution.parent or "")
        held_by = carrying.source(holder.source_id) if holder else None
        outlet = _between(carrying, attribution, source) or held_by
        if outlet and carrying.is_other_outlet(outlet):
            ways.setdefault(source.id, outlet)
    return {source_id: outlet for source_id, outlet in ways.items() if source_id not in own}
