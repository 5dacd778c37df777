"""What a person may decide, as forms: which ids can be chosen, and what is asked beside the reason."""

from collections.abc import Iterable, Sequence

import msgspec

from ondit.model.attribution import Certainty, Distance, Polarity
from ondit.model.claim import Claim
from ondit.model.decision import DecisionKind, ListedDecision
from ondit.model.provenance import Node, Trace
from ondit.model.reading import Reading
from ondit.model.source import NAMELESS
from ondit.present import wording
from ondit.present.chains import chain, quoted_words
from ondit.present.dates import date
from ondit.present.page.quotes import article_link
from ondit.present.page.spots import spot
from ondit.present.visible import cut, one_line

_MOST_LABEL = 110  # columns of an option; a select is one line

OF_CLAIM = {
    DecisionKind.SAME_SOURCE: "two sources are one",
    DecisionKind.DIFFERENT_SOURCE: "two sources are two",
    DecisionKind.ORIGIN: "mark an origin",
    DecisionKind.BIND: "name an unnamed source",
    DecisionKind.SAME_CLAIM: "merge with another claim",
    DecisionKind.DIFFERENT_CLAIM: "split this claim",
}
"""What can be decided of a claim, as a person says it."""

_TITLES = OF_CLAIM | {
    DecisionKind.ACCEPT: "accept an attribution",
    DecisionKind.REJECT: "reject an attribution",
    DecisionKind.EDIT: "edit an attribution",
    DecisionKind.UNDO: "take a decision back",
}
_THEN = {
    DecisionKind.SAME_SOURCE: "The two count as one mouth: “at most” may fall, and never rises.",
    DecisionKind.DIFFERENT_SOURCE: "The two count as two mouths: “at least” may rise, and never falls.",
    DecisionKind.ORIGIN: "It speaks from its own knowledge: its chain ends there, at an origin.",
    DecisionKind.BIND: (
        "You know who it is. The name stays in this store; pages and exports leave it and your reason out."
    ),
    DecisionKind.SAME_CLAIM: "The two claims are one; it keeps the words of this one.",
    DecisionKind.DIFFERENT_CLAIM: (
        "The two mentions are in two claims. The others go each with the one whose words it shares more of."
    ),
    DecisionKind.ACCEPT: "Nobody can reject or edit it before this is taken back.",
    DecisionKind.REJECT: (
        "It is gone. What it said, the outlet says itself, unless another attribution says it too."
    ),
    DecisionKind.EDIT: "The attribution says so from now on.",
    DecisionKind.UNDO: "What it changed is as it was before. This too can be taken back.",
}


class Choice(msgspec.Struct, frozen=True):
    """An id that can be chosen, as a person knows it."""

    id: str
    label: str


class Editable(msgspec.Struct, frozen=True, kw_only=True):
    """What can be edited of an attribution, as it is now: its words, as typed and as places, what the source
    holds, and which sources can be meant."""

    source: str
    cue: str
    content: str
    places: dict[str, str]
    certainty: Certainty
    polarity: Polarity
    distance: Distance
    source_id: str
    sources: tuple[Choice, ...]
    certainties: tuple[str, ...] = tuple(Certainty)
    polarities: tuple[str, ...] = tuple(Polarity)
    distances: tuple[str, ...] = tuple(Distance)


class DecisionForm(msgspec.Struct, frozen=True, kw_only=True):
    """A form for one decision. Without `ones` (or `others`) nothing is to be chosen: `one` is given.

    `about` says what it is about, `back` leads there. `asks_name` is set where a person is named, `asks_id`
    where any other id can be typed in.
    """

    kind: DecisionKind
    title: str
    then: str
    about: str
    back: str
    one: str = ""
    other: str = ""
    ones: tuple[Choice, ...] = ()
    others: tuple[Choice, ...] = ()
    article: str = ""
    claim: str = ""
    asks_name: bool = False
    asks_id: bool = False
    edit: Editable | None = None


def claim_form(
    kind: DecisionKind, trace: Trace, beside: Sequence[Claim], names: dict[str, str], given: tuple[str, str]
) -> DecisionForm:
    """Return the form for a decision about a claim; `beside` are claims that it may be one with, `names` the
    outlets of its articles by id, `given` the ids that are chosen beforehand."""
    claim = trace.graph.claim
    sources = tuple(_sources(trace, nameless=kind is DecisionKind.BIND))
    ones: tuple[Choice, ...] = ()
    others: tuple[Choice, ...] = ()
    if kind is DecisionKind.SAME_CLAIM:
        others = tuple(Choice(one.id, cut(one.text, _MOST_LABEL)) for one in beside)
    elif kind is DecisionKind.DIFFERENT_CLAIM:
        ones = others = tuple(
            Choice(one.id, cut(f"{names.get(one.article_id, one.article_id)}: {one.text}", _MOST_LABEL))
            for one in claim.mentions
        )
    else:
        ones = sources
        others = sources if kind in (DecisionKind.SAME_SOURCE, DecisionKind.DIFFERENT_SOURCE) else ()
    return DecisionForm(
        kind=kind,
        title=_TITLES[kind],
        then=_THEN[kind],
        about=one_line(claim.text),
        back=f"/claims/{claim.id}",
        one=claim.id if kind is DecisionKind.SAME_CLAIM else given[0],
        other=given[1],
        ones=ones,
        others=others,
        claim=claim.id,
        asks_name=kind is DecisionKind.BIND,
        asks_id=kind is DecisionKind.SAME_CLAIM,
    )


def attribution_form(kind: DecisionKind, reading: Reading, attribution_id: str) -> DecisionForm | None:
    """Return the form for a decision about an attribution; None when the article has no such one."""
    one = reading.attribution(attribution_id)
    if one is None:
        return None
    number = reading.resolved.attributions.index(one) + 1
    return DecisionForm(
        kind=kind,
        title=_TITLES[kind],
        then=_THEN[kind],
        about=f"{chain(reading, one)}: {quoted_words(reading, one.content)}",
        back=article_link(reading.id, None) + f"#a{number}",
        one=one.id,
        article=reading.id,
        edit=editable(reading, attribution_id) if kind is DecisionKind.EDIT else None,
    )


def editable(reading: Reading, attribution_id: str) -> Editable | None:
    """Return what can be edited of an attribution; None when the article has no such one."""
    one = reading.attribution(attribution_id)
    if one is None:
        return None
    parts = {"source": one.source, "cue": one.cue, "content": one.content}
    words = {name: quoted_words(reading, spans) for name, spans in parts.items()}
    return Editable(
        source=words["source"],
        cue=words["cue"],
        content=words["content"],
        places={name: " ".join(map(spot, spans)) for name, spans in parts.items()},
        certainty=one.certainty,
        polarity=one.polarity,
        distance=one.distance,
        source_id=one.source_id or "",
        sources=tuple(
            Choice(source.id, cut(f"{wording.quoted(source.name, source.kind)}, {source.kind}", _MOST_LABEL))
            for source in reading.resolved.sources
        ),
    )


def undo_form(listed: ListedDecision) -> DecisionForm:
    """Return the form that takes a decision back."""
    decision = listed.decision
    who = f"{decision.kind}, decided by {one_line(decision.who)}, {date(decision.when)}"
    return DecisionForm(
        kind=DecisionKind.UNDO,
        title=_TITLES[DecisionKind.UNDO],
        then=_THEN[DecisionKind.UNDO],
        about=f"{who}: {one_line(decision.reason)}",
        back="/decisions",
        one=decision.id,
    )


def _sources(trace: Trace, *, nameless: bool) -> Iterable[Choice]:
    origins = {origin.node for origin in trace.origins}
    for node in sorted(trace.graph.nodes, key=lambda node: (node.id not in origins, node.is_article)):
        if not nameless or (node.source_kind in NAMELESS and not node.is_article):
            yield Choice(node.id, _called(node, node.id in origins))


def _called(node: Node, is_origin: bool) -> str:
    what = "article" if node.is_article else node.source_kind.value if node.source_kind else "source"
    name = wording.quoted(node.name, node.source_kind)
    return cut(f"{name}, {what}{', origin' if is_origin else ''}", _MOST_LABEL)
