"""The door of the room: a claim, its readings and copies become a provenance graph."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from ondit.languages import lexicon_of
from ondit.model.attribution import Polarity
from ondit.model.claim import Claim, Copy
from ondit.model.provenance import Carrier, Edge, EdgeKind, Evidence, Node, ProvenanceGraph, Stance
from ondit.model.reading import Reading
from ondit.model.source import Source, SourceKind
from ondit.model.span import Span
from ondit.text.fold import fold
from ondit.trace.binding import Shelf
from ondit.trace.carrying import Carrying, carrier_of, carryings_of, finder_phrases
from ondit.trace.chains import Step, refusals_of, steps_of
from ondit.trace.credit import credit_steps, page_edges
from ondit.trace.figures import with_continuation, with_own_figures
from ondit.trace.naming import spellings_of, with_one_name
from ondit.trace.officers import officer_steps
from ondit.trace.outlets import bare
from ondit.trace.reuse import copy_edges, reuses_of
from ondit.trace.versions import revisions_of, taken_back, without_older_versions

IMPOSSIBLE_ORDER = "impossible order"

BESIDE = 40
"""Code points between an outlet's name or cue and a phrase ("first reported") that is said of that outlet:
the same clause."""

STRENGTH = (EdgeKind.QUOTES, EdgeKind.CITES, EdgeKind.REPUBLISHES, EdgeKind.LINKS, EdgeKind.COPIES)
"""The kinds of edges, the most telling first."""

APART = {EdgeKind.REPUBLISHES, EdgeKind.COPIES}
"""Kinds of edges that stand beside what the words of the text tell."""
WORDS = {EdgeKind.CITES, EdgeKind.QUOTES}
"""Kinds of edges that the words of the text tell."""


def trace_claim(claim: Claim, readings: Mapping[str, Reading], copies: Sequence[Copy]) -> ProvenanceGraph:
    """Return who has the claim from whom, by MODEL.md's rules.

    `readings` are by article id and may hold more articles than carry the claim; a mention whose article is
    missing is left out. `copies` may speak of any articles. The answer does not depend on the order of
    mentions or copies. Of copied text only the copier's own edges are shown: what others have from others by
    these words, the earlier article tells.
    """
    revisions = tuple(revisions_of(claim, readings))
    claim = _in_order(without_older_versions(claim, readings), readings)
    carryings = carryings_of(claim, readings)
    reuses = reuses_of(copies, carryings)
    copied = {later: reuse.passages for later, reuse in reuses.items() if reuse.sure or not reuse.credited}
    read = [
        step
        for article_id, carrying in carryings.items()
        for step in _steps(carrying, copied.get(article_id, ()))
        if not (step.via_copy and step.taker and reuses[article_id].sure)
    ]
    read.extend(officer_steps(carryings, read, copied))
    spellings = spellings_of(read, carryings)
    shelf = Shelf(carryings, spellings)
    steps = with_one_name(read, spellings)
    edges = _joined(
        [*_edges(steps, shelf, carryings), *page_edges(carryings), *copy_edges(reuses, carryings)]
    )
    return ProvenanceGraph(
        claim=claim,
        nodes=_spelled(_nodes(claim, steps, edges, shelf, carryings), spellings),
        edges=tuple(_flagged(edge, shelf, carryings) for edge in edges),
        carriers=with_own_figures(
            [taken_back(one, revisions) for one in _carriers(claim, carryings, copied)]
        ),
        revisions=revisions,
    )


def _carriers(
    claim: Claim, carryings: Mapping[str, Carrying], copied: Mapping[str, Sequence[Span]]
) -> list[Carrier]:
    """Return the carriers; a claim that counts nothing takes what its direct continuation counts."""
    wording = [one for one in claim.mentions if one.text == claim.text] or claim.mentions
    counts = any(one.quantities for one in wording)
    carriers = [carrier_of(carrying, copied.get(one, ())) for one, carrying in carryings.items()]
    return carriers if counts else [with_continuation(one, carryings[one.article_id]) for one in carriers]


def _in_order(claim: Claim, readings: Mapping[str, Reading]) -> Claim:
    """Return the claim with its mentions in a fixed order, marked when it is a negative statement itself.

    That is so when every mention is negative and the claim's own words negate; a denial of what nobody in the
    collection puts forward has no such word ("denied that the bridge was closed"). A mention of which the
    attribution is negative is negative, whatever its own words.
    """
    denied = {
        attribution.id
        for article_id in claim.carriers
        if article_id in readings
        for attribution in readings[article_id].resolved.attributions
        if attribution.polarity is Polarity.NEGATIVE
    }
    mentions = tuple(
        msgspec.structs.replace(one, polarity=Polarity.NEGATIVE) if one.attribution_id in denied else one
        for one in sorted(claim.mentions, key=lambda one: (one.article_id, one.sentence, one.id))
    )
    reading = next((readings[one.article_id] for one in mentions if one.article_id in readings), None)
    lexicon = lexicon_of(reading.article.language or "en") if reading else None
    negated = claim.negated or (
        lexicon is not None
        and all(one.polarity is Polarity.NEGATIVE for one in mentions)
        and not lexicon.claim.negation.isdisjoint(fold(claim.text).split())
    )
    return msgspec.structs.replace(claim, mentions=mentions, negated=negated)


def _steps(carrying: Carrying, copied: Sequence[Span]) -> Iterator[Step]:
    yield from steps_of(carrying, copied)
    yield from refusals_of(carrying, copied)
    yield from credit_steps(carrying)


def _edges(steps: Iterable[Step], shelf: Shelf, carryings: Mapping[str, Carrying]) -> Iterator[Edge]:
    """Bind the steps' outlets to their own articles where the collection holds them.

    That an article in another language carries the same claim is inferred: no page states it.
    """
    for step in steps:
        taker = _node_id(step.taker, step, shelf, carryings) if step.taker else step.article_id
        giver = _node_id(step.giver, step, shelf, carryings)
        if taker != giver:
            yield Edge(
                taker=taker,
                giver=giver,
                kind=step.kind,
                stance=step.stance,
                inferred=step.inferred or _are_foreign(taker, giver, carryings),
                via_copy=step.via_copy,
                evidence=step.evidence,
            )


def _are_foreign(taker: str, giver: str, carryings: Mapping[str, Carrying]) -> bool:
    """Tell whether two nodes are articles in two languages."""
    if taker not in carryings or giver not in carryings:
        return False
    one, other = (carryings[each].article.language or "" for each in (taker, giver))
    return one.partition("-")[0] != other.partition("-")[0]


def _node_id(source: Source, step: Step, shelf: Shelf, carryings: Mapping[str, Carrying]) -> str:
    citing = carryings[step.article_id].article
    return shelf.article_of(source.id, citing, step.stance) or source.id


def _joined(edges: Iterable[Edge]) -> list[Edge]:
    """Return one edge for each taker, giver, stance and sort of proof, in a fixed order.

    Words of the text are one sort, a credit line another, shared text a third: only that tells how much is
    the other's. A mere hyperlink is left out where a credit line stands, a copy where the article's own words
    name the other; words inside the copied text are not its own. An edge is in copied text, or inferred, only
    when all its proofs are.
    """
    groups: dict[tuple[str, str, Stance, EdgeKind | None], list[Edge]] = {}
    for edge in edges:
        key = (edge.taker, edge.giver, edge.stance, edge.kind if edge.kind in APART else None)
        groups.setdefault(key, []).append(edge)
    joined: list[Edge] = []
    for (taker, giver, stance, sort), found in groups.items():
        best = min(found, key=_telling)
        words = groups.get((taker, giver, stance, None), ())
        named = any(edge.kind in WORDS and not edge.via_copy for edge in words)
        credited = (taker, giver, stance, EdgeKind.REPUBLISHES) in groups
        if (best.kind is EdgeKind.LINKS and credited) or (sort is EdgeKind.COPIES and named):
            continue
        joined.append(
            msgspec.structs.replace(
                best,
                via_copy=all(edge.via_copy for edge in found),
                inferred=all(edge.inferred for edge in found),
            )
        )
    return sorted(joined, key=lambda edge: (edge.taker, edge.giver, edge.stance, edge.kind))


def _fullest_first(source: Source) -> tuple[bool, int, str, SourceKind]:
    """Return what orders the wordings of one source; of two scripts Latin is the one most readers know."""
    return not fold(source.name).isascii(), -len(source.name), source.name, source.kind


def _telling(edge: Edge) -> tuple[int, str, bool, tuple[bool, int, int], str]:
    span = edge.evidence.span
    place = (span.part == "body", span.start, span.end) if span else (True, 0, 0)
    return STRENGTH.index(edge.kind), edge.evidence.article_id, span is None, place, edge.evidence.text


def _flagged(edge: Edge, shelf: Shelf, carryings: Mapping[str, Carrying]) -> Edge:
    """Flag an edge from an article to one that is surely later."""
    if edge.taker in carryings and edge.giver in carryings and shelf.is_later(edge.giver, edge.taker):
        return msgspec.structs.replace(edge, flags=(*edge.flags, IMPOSSIBLE_ORDER))
    return edge


def _nodes(
    claim: Claim,
    steps: Sequence[Step],
    edges: Iterable[Edge],
    shelf: Shelf,
    carryings: Mapping[str, Carrying],
) -> Iterator[Node]:
    """Yield the articles in the order of their ids, then the sources that some edge needs, in that of
    theirs."""
    found = _finders(steps, shelf, carryings)
    for article_id, carrying in carryings.items():
        publisher = carrying.publisher
        yield Node(
            id=article_id,
            name=publisher.name if publisher else carrying.article.outlet or article_id,
            article_id=article_id,
            source_kind=publisher.kind if publisher else SourceKind.OUTLET,
            owner=publisher.owner if publisher else None,
            outlet_id=shelf.id_of(publisher) if publisher else None,
            found_it=found.get(article_id),
        )
    needed = {node for edge in edges for node in (edge.taker, edge.giver)} - carryings.keys()
    meant: dict[str, list[tuple[Carrying, Source]]] = {}
    for step in sorted(steps, key=lambda one: one.via_copy):
        for source in (step.taker, step.giver):
            if source and source.id in needed and not (step.via_copy and source.id in meant):
                meant.setdefault(source.id, []).append((carryings[step.article_id], source))
    worded_in = (carryings.get(one.article_id) for one in claim.mentions if one.text == claim.text)
    language = next((one.article.language for one in worded_in if one), None)
    for source_id in sorted(meant):
        yield _source_node(meant[source_id], found.get(source_id), language)


def _source_node(
    meant: Sequence[tuple[Carrying, Source]], found: Evidence | None, language: str | None
) -> Node:
    sources = sorted((source for _, source in meant), key=_fullest_first)
    first = next((one for one in sources if one.kind is not SourceKind.PERSON), sources[0])
    wordings = {carrying.article.cut(span) for carrying, source in meant for span in source.mentions}
    wordings |= {source.name for source in sources}
    return Node(
        id=first.id,
        name=_name_met(first, meant, language),
        source_kind=first.kind,
        owner=next((one.owner for one in sources if one.owner), None),
        outlet_id=first.id if first.kind is SourceKind.OUTLET else None,
        speaks_for=min((one.speaks_for for one in sources if one.speaks_for), default=None),
        is_relay=any(one.is_relay for one in sources),
        plural=any(one.plural for one in sources),
        guessed=all(one.guessed for one in sources),
        languages=tuple(sorted({one.article.language for one, _ in meant if one.article.language})),
        mentions=tuple(sorted(wordings)),
        found_it=found,
    )


def _name_met(node: Source, meant: Sequence[tuple[Carrying, Source]], language: str | None) -> str:
    """Return the name of a source's node: that of an outlet which no page uses ("Deutsche Presse-Agentur")
    gives way to the one that most of them do ("dpa"), of equals the longest. The pages in the language of the
    claim come first; names in another alphabet than the outlet's own do not count."""
    called = [
        (carrying.article.language == language, name)
        for carrying, source in meant
        if source.id == node.id
        for name in set(source.called)
        if _alphabet(name) == _alphabet(node.name)
    ]
    if not called or bare(node.name, language) in {bare(name, language) for _, name in called}:
        return node.name
    counts = Counter(called)
    return min(counts, key=lambda one: (not one[0], -counts[one], -len(one[1]), one[1]))[1]


def _alphabet(name: str) -> str:
    """Return the alphabet of the first letter of a name: "LATIN", "ARABIC"."""
    return unicodedata.name(name[:1], "").partition(" ")[0] if name else ""


def _spelled(nodes: Iterable[Node], spellings: Mapping[str, str]) -> tuple[Node, ...]:
    """Add to each node the ids of the sources that are it under another spelling."""
    others: dict[str, list[str]] = {}
    for one, meant in sorted(spellings.items()):
        others.setdefault(meant, []).append(one)
    return tuple(
        msgspec.structs.replace(node, spellings=tuple(others[node.id])) if node.id in others else node
        for node in nodes
    )


def _finders(steps: Iterable[Step], shelf: Shelf, carryings: Mapping[str, Carrying]) -> dict[str, Evidence]:
    """Return, by node, the first place that names its outlet as the one who found the claim out: a phrase of
    the lexicon beside the words that cite the outlet."""
    found: dict[str, Evidence] = {}
    for step in steps:
        shown = step.evidence.span
        if step.giver.kind is not SourceKind.OUTLET or step.stance is not Stance.SUPPORTS or shown is None:
            continue
        carrying = carryings[step.article_id]
        for place in finder_phrases(carrying.article):
            gap = place.gap(shown)
            if gap is not None and gap <= BESIDE:
                found.setdefault(_node_id(step.giver, step, shelf, carryings), carrying.quoted(place))
    return found
