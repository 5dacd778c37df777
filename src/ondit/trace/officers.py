"""The officer behind a body's word.

A lede gives a claim to a body, and the next sentence lets somebody of the body speak: "The Foo Society said
that 12 died. Jo Hale, its secretary, told Norpress that 30 were missing." The body's word is its officer's,
and it came the way that his did.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ondit.model.attribution import Attribution, Polarity
from ondit.model.provenance import Stance
from ondit.model.source import Source, SourceKind
from ondit.model.span import Part, Span, in_order, share_text
from ondit.text.fold import fold
from ondit.text.names import LIKELY_ONE, name_likeness
from ondit.trace.carrying import NEAR, Carrying
from ondit.trace.chains import Step, givers_on, walk

Office = tuple[str, Source]
"""The name of a person, and the body for which some page says that he speaks."""


def officer_steps(
    carryings: Mapping[str, Carrying], steps: Sequence[Step], copied: Mapping[str, Sequence[Span]]
) -> Iterator[Step]:
    """Yield the steps from each article to the officer who speaks right behind a mention of the claim that
    the article gives to his body. They are inferred: no words say that the claim itself is his.

    For which body a person speaks, any page of the claim may tell. Nobody is given for a claim that he, or in
    this article his body, denies.
    """
    offices = list(_offices(carryings))
    denied = [step for step in steps if step.stance is Stance.DENIES]
    deniers = {step.giver.name for step in denied if step.giver.kind is SourceKind.PERSON}
    for article_id, carrying in carryings.items():
        mine = [step for step in steps if step.article_id == article_id]
        bodies = [step.giver for step in mine if step.stance is Stance.SUPPORTS and _is_body(step.giver)]
        refusing = {step.giver.id for step in denied if step.article_id == article_id}
        bodies = [body for body in bodies if body.id not in refusing]
        given = {step.giver.id for step in mine if step.taker is None}
        for attribution in _further(carrying) if bodies else ():
            officer = carrying.source(attribution.source_id)
            if not officer or officer.kind is not SourceKind.PERSON or officer.id in given:
                continue
            body = _body_of(officer, carrying, bodies, offices)
            if body is None or any(name_likeness(officer.name, one) >= LIKELY_ONE for one in deniers):
                continue
            speaking = msgspec.structs.replace(officer, speaks_for=body.id)
            for step in walk(carrying, _named(carrying, attribution, speaking), Stance.SUPPORTS):
                span = step.evidence.span
                via_copy = span is not None and share_text((span,), copied.get(article_id, ()))
                yield msgspec.structs.replace(step, inferred=True, via_copy=via_copy)


def _offices(carryings: Mapping[str, Carrying]) -> Iterator[Office]:
    for carrying in carryings.values():
        for source in carrying.sources.values():
            body = carrying.sources.get(source.speaks_for or "")
            if source.kind is SourceKind.PERSON and body and _is_body(body):
                yield source.name, body


def _is_body(source: Source) -> bool:
    return source.kind is SourceKind.ORGANISATION


def _further(carrying: Carrying) -> Iterator[Attribution]:
    """Yield the attributions, no mentions of the claim themselves, that begin right behind one."""
    own = {mention.attribution_id for mention in carrying.mentions}
    spans = [span for mention in carrying.mentions if not carrying.denies(mention) for span in mention.spans]
    for attribution in carrying.attributions.values():
        place = in_order((*attribution.source, *attribution.cue))
        if attribution.id in own or not place or attribution.polarity is Polarity.NEGATIVE:
            continue
        if any(_is_right_behind(place[0], span) for span in spans):
            yield attribution


def _is_right_behind(place: Span, span: Span) -> bool:
    """Tell whether a place follows a mention within about two sentences; behind a title the body begins."""
    before = Span(0, 0) if span.part is Part.TITLE else span
    gap = before.gap(place)
    return gap is not None and gap <= NEAR and before.precedes(place)


def _body_of(
    officer: Source, carrying: Carrying, bodies: Sequence[Source], offices: Sequence[Office]
) -> Source | None:
    """Return which of the bodies an officer speaks for, by his own page, else by another one."""
    told = carrying.sources.get(officer.speaks_for or "")
    if told:
        return next((one for one in bodies if _are_one(one, told)), None)
    known = [body for name, body in offices if name_likeness(officer.name, name) >= LIKELY_ONE]
    return next((one for one in bodies for body in known if _are_one(one, body)), None)


def _are_one(one: Source, other: Source) -> bool:
    """Tell whether two bodies are one, or the name of one is a part of the other's ("Red Crescent")."""
    names = f" {fold(one.name)} ", f" {fold(other.name)} "
    return one.id == other.id or names[0] in names[1] or names[1] in names[0]


def _named(carrying: Carrying, attribution: Attribution, officer: Source) -> list[tuple[Attribution, Source]]:
    """Return whom the line of an attribution names, with the officer in place of the page's own record."""
    found = givers_on(carrying, carrying.line(attribution))
    return [(one, officer if giver.id == officer.id else giver) for one, giver in found]
