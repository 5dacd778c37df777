"""The hand-written answer to the demo story, and what a trace says otherwise."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ondit.model.claim import Voice
from ondit.model.provenance import Edge, EdgeKind, Node, Origin, Stance, Trace, Voicing
from ondit.model.source import SourceKind
from ondit.text.fold import fold

ANY = "*"
ARTICLES = {"a", "an", "the"}


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The root of the answer's records: an unknown field is refused."""


class Proof(Strict, frozen=True, kw_only=True):
    """Words that stand in an article, title or body."""

    article: str
    text: str


class Range(Strict, frozen=True, kw_only=True):
    at_least: int
    at_most: int
    unresolved_ends: int
    reason: str


class ExpectedSource(Strict, frozen=True, kw_only=True):
    key: str
    kind: SourceKind
    wordings: tuple[str, ...]


class Number(Strict, frozen=True, kw_only=True):
    value: float
    modifier: str = ""


class ExpectedCarrier(Strict, frozen=True, kw_only=True):
    article: str
    voice: tuple[Voice, ...]
    numbers: tuple[Number, ...]
    proof: str
    reason: str


class ExpectedEdge(Strict, frozen=True, kw_only=True, rename={"taker": "from", "giver": "to"}):
    """`proof` stands in the taker's article. `needed` is False for what may be missing."""

    taker: str
    giver: str
    kind: tuple[EdgeKind, ...]
    stance: Stance = Stance.SUPPORTS
    needed: bool = True
    via_copy: bool = False
    flags: tuple[str, ...] = ()
    proof: str
    reason: str


class ExpectedOrigin(Strict, frozen=True, kw_only=True):
    """`sources` are keys of sources joined to one mouth, `wordings` what its mentions must hold."""

    sources: tuple[str, ...]
    wordings: tuple[str, ...]
    kind: SourceKind
    proofs: tuple[Proof, ...]
    reason: str


class ExpectedVoicing(Strict, frozen=True, kw_only=True):
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    proofs: tuple[Proof, ...]
    reason: str


class ExpectedFinding(Strict, frozen=True, kw_only=True):
    """`articles` must be among those whose words prove it, `also` may be."""

    kind: str
    articles: tuple[str, ...]
    also: tuple[str, ...] = ()
    proofs: tuple[Proof, ...]
    reason: str


class ExpectedUnresolved(Strict, frozen=True, kw_only=True):
    """One of the words must stand in what could not be settled, or in what would settle it."""

    words: tuple[str, ...]
    reason: str


class Answer(
    Strict,
    frozen=True,
    rename={
        "sources": "source",
        "carriers": "carrier",
        "edges": "edge",
        "origins": "origin",
        "denials": "denial",
        "findings": "finding",
        "confirmations": "confirmation",
    },
):
    """The whole answer, as `expected.toml` holds it."""

    claim: str
    first_in_collection: tuple[str, ...]
    unread: tuple[str, ...]
    not_carriers: tuple[str, ...]
    independent_origins: Range
    sources: tuple[ExpectedSource, ...]
    carriers: tuple[ExpectedCarrier, ...]
    edges: tuple[ExpectedEdge, ...]
    origins: tuple[ExpectedOrigin, ...]
    denials: tuple[ExpectedVoicing, ...]
    confirmations: tuple[ExpectedVoicing, ...]
    findings: tuple[ExpectedFinding, ...]
    unresolved: tuple[ExpectedUnresolved, ...]

    def proofs(self) -> Iterator[Proof]:
        """Yield every piece of evidence that the answer rests on."""
        for carrier in self.carriers:
            yield Proof(article=carrier.article, text=carrier.proof)
        for edge in self.edges:
            yield Proof(article=edge.taker, text=edge.proof)
        for entry in (*self.origins, *self.denials, *self.confirmations, *self.findings):
            yield from entry.proofs


def read_answer() -> Answer:
    """Return the answer in `expected.toml`; a fault in the file raises with its place."""
    return msgspec.toml.decode((Path(__file__).parent / "expected.toml").read_bytes(), type=Answer)


def differences(answer: Answer, trace: Trace) -> list[str]:
    """Return one sentence for everything in which the trace differs from the answer; none when it agrees."""
    keys = SourceKeys(answer)
    found = [
        *_carrier_differences(answer, trace),
        *_edge_differences(answer, trace, keys),
        *_origin_differences(answer, trace, keys),
        *_range_differences(answer, trace),
        *_voicing_differences("denial", answer.denials, trace.denials, keys),
        *_voicing_differences("confirmation", answer.confirmations, trace.confirmations, keys),
        *_finding_differences(answer, trace),
        *_unresolved_differences(answer, trace),
    ]
    return [" ".join(sentence.split()) for sentence in found]


class SourceKeys:
    """Finds the answer's source for a wording; articles and case do not count."""

    def __init__(self, answer: Answer) -> None:
        self._keys = {_bare(wording): source.key for source in answer.sources for wording in source.wordings}

    def of_names(self, names: Iterable[str]) -> str | None:
        """Return the key of the first name that the answer knows."""
        return next((self._keys[_bare(name)] for name in names if _bare(name) in self._keys), None)

    def of_node(self, node: Node) -> str:
        """Return the article's id, the source's key, or the quoted name of a source the answer lacks."""
        return node.article_id or self.of_names((node.name, *node.mentions)) or f"“{node.name}”"


def _bare(wording: str) -> str:
    return " ".join(word for word in fold(wording).split() if word not in ARTICLES)


def _carrier_differences(answer: Answer, trace: Trace) -> Iterator[str]:
    found = {carrier.article_id: carrier for carrier in trace.graph.carriers}
    known = {carrier.article for carrier in answer.carriers} | set(answer.unread)
    for article_id in sorted(found.keys() - known):
        yield f"carrier {article_id}: does not carry the claim"
    for expected in answer.carriers:
        carrier = found.get(expected.article)
        if carrier is None:
            yield f"carrier {expected.article}: missing ({expected.reason})"
            continue
        if carrier.voice not in expected.voice:
            yield f"carrier {expected.article}: voice {carrier.voice}, expected {' or '.join(expected.voice)}"
        numbers = {(quantity.value, quantity.modifier.lower()) for quantity in carrier.quantities}
        wanted = {(number.value, number.modifier) for number in expected.numbers}
        if {value for value, _ in numbers} != {value for value, _ in wanted} or not wanted <= numbers:
            yield f"carrier {expected.article}: numbers {sorted(numbers)}, expected {sorted(wanted)}"


def _edge_differences(answer: Answer, trace: Trace, keys: SourceKeys) -> Iterator[str]:
    names = {node.id: keys.of_node(node) for node in trace.graph.nodes}
    found: dict[tuple[str, str, Stance], list[Edge]] = {}
    for edge in trace.graph.edges:
        found.setdefault((names[edge.taker], names[edge.giver], edge.stance), []).append(edge)
    expected_edges = {(edge.taker, edge.giver, edge.stance): edge for edge in reversed(answer.edges)}
    for place, edges in found.items():
        if place not in expected_edges and place[0] not in answer.unread:
            yield f"edge {_arrow(place)}: not expected; it rests on “{edges[0].evidence.text}”"
    for place, expected in expected_edges.items():
        if place not in found:
            if expected.needed:
                yield f"edge {_arrow(place)}: missing; it stands in “{expected.proof}”"
            continue
        yield from (f"edge {_arrow(place)}: {fault}" for fault in _edge_faults(expected, found[place]))


def _arrow(place: tuple[str, str, Stance]) -> str:
    taker, giver, stance = place
    return f"{taker} <- {giver}" + ("" if stance is Stance.SUPPORTS else f" ({stance})")


def _edge_faults(expected: ExpectedEdge, edges: list[Edge]) -> Iterator[str]:
    kinds = {edge.kind for edge in edges}
    if not kinds & set(expected.kind):
        yield f"kind {', '.join(sorted(kinds))}, expected {' or '.join(expected.kind)}"
    flags = {flag for edge in edges for flag in edge.flags}
    if flags != set(expected.flags):
        yield f"flags {sorted(flags)}, expected {sorted(expected.flags)}"
    if expected.via_copy != any(edge.via_copy for edge in edges):
        yield f"via_copy is {not expected.via_copy}, expected {expected.via_copy}"


def _origin_differences(answer: Answer, trace: Trace, keys: SourceKeys) -> Iterator[str]:
    names = {node.id: keys.of_node(node) for node in trace.graph.nodes}

    def sources_of(origin: Origin) -> set[str]:
        wordings = (origin.name, origin.description, *origin.mentions)
        said = {keys.of_names([wording]) for wording in wordings}
        joined = {names.get(node) for node in (origin.node, *origin.joined)}
        return {key for key in said | joined if key is not None}

    origins = [origin for origin in trace.origins if origin.stance is Stance.SUPPORTS]
    claimed = {key for expected in answer.origins for key in expected.sources}
    for origin in origins:
        if not sources_of(origin) & claimed:
            yield f"origin “{origin.name}”: not expected ({origin.why})"
    for expected in answer.origins:
        label = " + ".join(expected.sources)
        behind = [origin for origin in origins if sources_of(origin) & set(expected.sources)]
        if len(behind) != 1:
            names_found = ", ".join(f"“{origin.name}”" for origin in behind) or "none"
            yield f"origin {label}: expected one origin, found {len(behind)}: {names_found}"
            continue
        if strange := sources_of(behind[0]) & (claimed - set(expected.sources)):
            yield f"origin {label}: wrongly joined with {', '.join(sorted(strange))}"
        held = {_bare(wording) for wording in (behind[0].name, *behind[0].mentions)}
        for wording in expected.wordings:
            if not any(_bare(wording) in mention for mention in held):
                yield f"origin {label}: the wording “{wording}” is not among its mentions"


def _range_differences(answer: Answer, trace: Trace) -> Iterator[str]:
    for field in ("at_least", "at_most", "unresolved_ends"):
        value, wanted = getattr(trace.independent_origins, field), getattr(answer.independent_origins, field)
        if value != wanted:
            yield f"independent origins: {field} is {value}, expected {wanted}"
    if trace.first_in_collection != answer.first_in_collection:
        yield f"first in collection: {trace.first_in_collection}, expected {answer.first_in_collection}"


def _voicing_differences(
    what: str, wanted: tuple[ExpectedVoicing, ...], voicings: tuple[Voicing, ...], keys: SourceKeys
) -> Iterator[str]:
    known = {key for expected in wanted for key in expected.sources}
    for voicing in voicings:
        if keys.of_names([voicing.name]) not in known:
            yield f"{what} by “{voicing.name}”: not expected; it rests on “{voicing.evidence.text}”"
    for expected in wanted:
        label = " + ".join(expected.sources)
        by_them = [voicing for voicing in voicings if keys.of_names([voicing.name]) in expected.sources]
        if len(by_them) != 1:
            yield f"{what} by {label}: expected once, found {len(by_them)} times"
        articles = {article_id for voicing in by_them for article_id in voicing.articles}
        if by_them and articles != set(expected.articles):
            yield f"{what} by {label}: in {sorted(articles)}, expected in {sorted(expected.articles)}"


def _finding_differences(answer: Answer, trace: Trace) -> Iterator[str]:
    known = (*(expected.kind for expected in answer.findings), "not resolved")
    for finding in trace.findings:
        if not finding.kind.startswith(known):
            yield f"finding {finding.kind}: not expected ({finding.text})"
    for expected in answer.findings:
        found = [finding for finding in trace.findings if finding.kind.startswith(expected.kind)]
        articles = {evidence.article_id for finding in found for evidence in finding.evidence}
        if missing := sorted(set(expected.articles) - articles):
            yield f"finding {expected.kind}: missing for {', '.join(missing)} ({expected.reason})"
        strange = articles - {*expected.articles, *expected.also, *answer.unread}
        if strange and ANY not in expected.also:
            yield f"finding {expected.kind}: wrongly names {', '.join(sorted(strange))}"


def _unresolved_differences(answer: Answer, trace: Trace) -> Iterator[str]:
    said = [f"{entry.what} {entry.would_settle}" for entry in trace.unresolved]
    for expected in answer.unresolved:
        if not any(word in text for word in expected.words for text in said):
            yield f"not resolved: nothing is said of {' / '.join(expected.words)} ({expected.reason})"
