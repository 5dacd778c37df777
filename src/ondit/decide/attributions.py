"""Attributions that an analyst rejected or edited, in a reading and in the claims that it carries."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from ondit.model.attribution import Attribution, Distance, Polarity
from ondit.model.claim import Claim, Mention, Voice
from ondit.model.decision import Decision, DecisionKind, Edit, Words
from ondit.model.reading import Reading
from ondit.model.source import Grade
from ondit.model.span import Span, in_order, share_text

_GAP = " … "  # between the pieces of a mention, as where mentions are found


def obey_in_reading(reading: Reading, decisions: Sequence[Decision]) -> Reading:
    """Return a reading in which rejected attributions are gone and edited ones changed.

    What a rejected one held hangs on its parent. What it said is then said by the outlet itself, unless
    another attribution says it as well.
    """
    rejected, edits = _verdicts(decisions)
    found = reading.resolved.attributions
    if not any(one.id in rejected or one.id in edits for one in found):
        return reading
    parents = {one.id: one.parent for one in found}
    left = tuple(
        replace(_edited(one, edits.get(one.id), reading), parent=_parent(one, parents, rejected))
        for one in found
        if one.id not in rejected
    )
    return replace(
        reading,
        resolved=replace(reading.resolved, attributions=left),
        mentions=_mentions(reading.mentions, {reading.id: reading.mentions}, rejected, edits),
    )


def obey_in_claims(claims: Sequence[Claim], decisions: Sequence[Decision]) -> Iterator[Claim]:
    """Yield claims with their mentions as `obey_in_reading` leaves them, those of which any is left."""
    rejected, edits = _verdicts(decisions)
    touched = {one.article_id for claim in claims for one in claim.mentions if one.attribution_id in rejected}
    beside: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in (one for claim in claims for one in claim.mentions if one.article_id in touched):
        beside[one.article_id].append(one)
    for claim in claims:
        if any(one.attribution_id in rejected or one.attribution_id in edits for one in claim.mentions):
            claim = replace(claim, mentions=_mentions(claim.mentions, beside, rejected, edits))
        if claim.mentions:
            yield claim


def _verdicts(decisions: Sequence[Decision]) -> tuple[frozenset[str], dict[str, Decision]]:
    rejected = frozenset(one.one for one in decisions if one.kind is DecisionKind.REJECT)
    return rejected, {one.one: one for one in decisions if one.kind is DecisionKind.EDIT}


def _parent(one: Attribution, parents: Mapping[str, str | None], rejected: frozenset[str]) -> str | None:
    parent = one.parent
    while parent in rejected:
        parent = parents.get(parent)
    return parent


def _edited(one: Attribution, decision: Decision | None, reading: Reading) -> Attribution:
    edit = decision.edit if decision else None
    if decision is None or edit is None or not all(one.stand_in(reading.article) for one in edit.words):
        return one
    if edit.source_id:
        one = replace(one, source_id=edit.source_id, source_grade=Grade.CERTAIN, source_why=decision.told)
    return replace(
        one,
        certainty=edit.certainty or one.certainty,
        polarity=edit.polarity or one.polarity,
        distance=edit.distance or one.distance,
        source=_spans(edit.source, one.source),
        cue=_spans(edit.cue, one.cue),
        content=_spans(edit.content, one.content) or one.content,
    )


def _spans(words: Sequence[Words] | None, found: tuple[Span, ...]) -> tuple[Span, ...]:
    return found if words is None else in_order(one.span for one in words)


def _mentions(
    mentions: Sequence[Mention],
    beside: Mapping[str, Sequence[Mention]],
    rejected: frozenset[str],
    edits: Mapping[str, Decision],
) -> tuple[Mention, ...]:
    """Return mentions as decided; `beside` are all mentions of their articles, by the article's id."""
    result = []
    for mention in mentions:
        if mention.attribution_id in rejected:
            others = (one for one in beside[mention.article_id] if one.attribution_id not in rejected)
            if not any(share_text(other.spans, mention.spans) for other in others):
                voice = Voice.DENIED if mention.polarity is Polarity.NEGATIVE else Voice.ASSERTED
                result.append(replace(mention, attribution_id=None, relayed=False, voice=voice))
        elif (decision := edits.get(mention.attribution_id or "")) and decision.edit:
            result.append(_worded(_voiced(mention, decision.edit), decision.edit))
        else:
            result.append(mention)
    return tuple(result)


def _voiced(mention: Mention, edit: Edit) -> Mention:
    """Return a mention with the polarity and the voice that its edited attribution gives it."""
    if edit.polarity is None and edit.distance is None:
        return mention
    polarity = edit.polarity or mention.polarity
    hedged = mention.voice is Voice.HEDGED if edit.distance is None else edit.distance is not Distance.NONE
    voice = Voice.HEDGED if hedged else Voice.ATTRIBUTED
    return replace(mention, polarity=polarity, voice=Voice.DENIED if polarity is Polarity.NEGATIVE else voice)


def _worded(mention: Mention, edit: Edit) -> Mention:
    """Return a mention that stands where its edited attribution has its content. Which claim it is a mention
    of stays: that was found by the words as read."""
    if not edit.content:
        return mention
    words = _GAP.join(one.text for one in edit.content)
    return replace(mention, spans=_spans(edit.content, mention.spans), text=words)
