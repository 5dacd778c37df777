"""The origins as they are told: one record a mouth, under its most telling wording."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from ondit.assess.flow import Flow, flow_of
from ondit.assess.sameness import Group, groups_of
from ondit.assess.witness import Ground, Witness, witnesses_of
from ondit.model.decision import SourceVerdict
from ondit.model.provenance import Node, Origin, Stance
from ondit.model.source import SourceKind

RANK = (
    SourceKind.PERSON,
    SourceKind.ORGANISATION,
    SourceKind.DOCUMENT,
    SourceKind.OUTLET,
    SourceKind.GROUP,
    SourceKind.UNNAMED,
)
"""Whose name stands for a joined origin: the more exactly it says who speaks, the earlier."""

LONGEST_NAME = 12
"""Words of a wording beyond which it is a clause rather than a name."""


def origins_of(
    ground: Ground, flow: Flow, groups: Sequence[Group], verdicts: Sequence[SourceVerdict] = ()
) -> Iterator[Origin]:
    """Yield the origins that support the claim, those that deny it, those that decline to comment, and the
    persons and bodies that only repeat it."""
    language = _language_of(ground)
    found = {one.node.id for group in groups for one in group.members}
    for group in groups:
        yield _origin(group, Stance.SUPPORTS, ground, language)
    for stance in (Stance.DENIES, Stance.DECLINES):
        against = flow_of(ground.graph, stance)
        for group in groups_of(witnesses_of(ground, against, stance), verdicts):
            yield _origin(group, stance, ground, language)
    nodes = ground.nodes
    for node_id, givers in sorted(flow.givers.items()):
        node = nodes[node_id]
        if (
            givers
            and node_id not in found
            and node.source_kind is not SourceKind.OUTLET
            and not node.is_relay
        ):
            yield _repeater(node, [nodes[giver] for giver in givers])


def told_first(groups: Sequence[Group], ground: Ground) -> tuple[Group, ...]:
    """Return the groups with the most telling wording of each as the first of its members."""
    language = _language_of(ground)
    return tuple(
        msgspec.structs.replace(group, members=_told_first(group.members, ground, language))
        for group in groups
    )


def _told_first(members: Sequence[Witness], ground: Ground, language: str | None) -> tuple[Witness, ...]:
    return tuple(sorted(members, key=lambda one: (*_rank(one, ground, language), one.node.id)))


def _origin(group: Group, stance: Stance, ground: Ground, language: str | None) -> Origin:
    first, *others = _told_first(group.members, ground, language)
    described = first.is_described
    return Origin(
        node=first.node.id,
        name=first.node.name,
        kind=first.node.source_kind or SourceKind.UNNAMED,
        description=first.node.name if described else "",
        stance=stance,
        joined=tuple(sorted(one.node.id for one in others)),
        mentions=tuple(
            sorted({word for one in group.members for word in (one.node.name, *one.node.mentions)})
        ),
        why=_why(group),
    )


def _rank(witness: Witness, ground: Ground, language: str | None) -> tuple[int, bool, bool, int, int]:
    """Return the sort key of the most telling wording: a name before a description, then one in the language
    of the claim, then the one with most telling words, then the one in most articles."""
    node = witness.node
    kind = RANK.index(node.source_kind or SourceKind.UNNAMED)
    articles = [ground.readings[one].article for one in witness.articles if one in ground.readings]
    foreign = bool(articles) and all(article.language != language for article in articles)
    telling = len(witness.description.stems)
    return kind, foreign, len(node.name.split()) > LONGEST_NAME, -telling, -len(witness.articles)


def _language_of(ground: Ground) -> str | None:
    """Return the language of the words that stand for the claim; where no carrier has them, that of most
    carriers, the first by name of equals."""
    claim = ground.graph.claim
    for mention in claim.mentions:
        if mention.text == claim.text and (reading := ground.readings.get(mention.article_id)):
            return reading.article.language
    counts = Counter(carrier.language or "" for carrier in ground.graph.carriers)
    return min(counts, key=lambda one: (-counts[one], one), default=None)


def _why(group: Group) -> str:
    named_in = sorted({article for one in group.members for article in one.articles})
    parts = [f"named in {', '.join(named_in)}" if named_in else "speaks from own knowledge"]
    parts.extend(one.node.marked_origin for one in group.members if one.node.marked_origin)
    parts.extend(group.reasons)
    if group.contradiction:
        parts.append(f"and yet {group.contradiction}")
    return "; ".join(parts)


def _repeater(node: Node, givers: Sequence[Node]) -> Origin:
    names = ", ".join(sorted({giver.name for giver in givers}))
    return Origin(
        node=node.id,
        name=node.name,
        kind=node.source_kind or SourceKind.UNNAMED,
        stance=Stance.REPEATS,
        mentions=node.mentions,
        why=f"has it from {names}",
    )
