"""The plain English of the answers: figures, ranges, how one has it from another.

Every function returns text made visible (see `visible`), on one line.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from ondit.model.attribution import Attribution, Certainty, Distance, Polarity
from ondit.model.claim import Quantity, Voice
from ondit.model.provenance import (
    Carrier,
    Edge,
    EdgeKind,
    Finding,
    IndependentOrigins,
    Origin,
    Pairing,
    Stance,
    Trace,
    Voicing,
)
from ondit.model.source import SourceKind
from ondit.present.dates import date, period
from ondit.present.visible import one_line

HEDGE_LOST = "hedge lost"  # the finding of this kind marks carriers in tree and table
NOT_RESOLVED = "not resolved"  # findings of this kind repeat what a trace gives as unresolved
IN_FIGURES = frozenset({"confirmed on own knowledge by", "denied by", "no denial found"})
IN_TREE = frozenset({HEDGE_LOST, "copied without credit", "impossible order"})
NOBODY = "nobody"
NOBODY_NAMED = "nobody named"
NOT_COLLECTED = "not in this collection"
STOP_SHORT = "chains that stop short of an origin"
DENIALS = "denials and refusals to comment"
RELAY = "a vague relay"

_VOICES = {
    Voice.ASSERTED: "says it as a fact",
    Voice.ATTRIBUTED: "gives a source",
    Voice.HEDGED: "keeps its distance",
    Voice.DENIED: "carries the denial",
}
_CREDITS = {
    EdgeKind.CITES: "cites",
    EdgeKind.QUOTES: "quotes",
    EdgeKind.REPUBLISHES: "republishes",
    EdgeKind.LINKS: "links to",
    EdgeKind.COPIES: "copies",
}
_ORIGINS = {
    Stance.SUPPORTS: "origin",
    Stance.DENIES: "denies it",
    Stance.DECLINES: "declines to comment",
    Stance.REPEATS: "repeats it",
}
_STANCES = {Stance.DENIES: "for a denial", Stance.DECLINES: "who declines to comment"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SLOTS = {
    "strangers": "names that the other article never gives",
    "predicate": "main event",
    "named things": "name of the thing",
    "another": "one (one speaks of one more)",
    "agents": "doer",
    "patients": "sufferer",
    "order": "order of those involved",
    "names order": "order of the names",
    "quantities": "figures",
    "polarity": "polarity",
    "roles": "roles (who did it to whom)",
}
_STOPS = (".", "!", "?", "…", "”", ":")
_MARKS = '“”"'
_MOST_ORIGINS = 3  # origins that are called by name in the figure
_MOST_NAMES = 6  # names in one figure; a longer list does not fit on two lines of a terminal


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One of the five plain figures: value and note, which read on as one phrase."""

    label: str
    value: str
    note: str = ""


def figures(trace: Trace) -> tuple[Figure, ...]:
    """Return the five plain figures of a trace: carriers, origins, first, confirmed, denied."""
    carriers = trace.graph.carriers
    return (
        Figure(label="Carriers", value=counted(len(carriers), "article"), note=_spread(carriers)),
        Figure(
            label="Independent origins", value=in_words(trace.independent_origins), note=_origin_note(trace)
        ),
        _first(trace),
        _voicings("Confirm on own knowledge", trace.confirmations),
        _voicings("Deny", trace.denials),
    )


def spread(trace: Trace) -> tuple[str, ...]:
    """Return the figures for experts in sentences: roots, chains without a common node, owners."""
    found = trace.spread
    if not found.roots:
        return ()
    names = {node.id: quoted(node.name, node.source_kind) for node in trace.graph.nodes}
    origins = counted(len(supporting(trace)), "origin")
    paths, roots = counted(found.disjoint_paths, "chain"), counted(found.roots, "root")
    passes = named(names.get(one, one) for one in found.passes)
    return (
        f"{counted(found.carriers, 'carrier')} lead back to {roots} (origins and chains that stop short).",
        f"At most {paths} from roots to carriers share no page and no source: all run through {passes}.",
        f"{origins} in the hands of {counted(found.owners, 'owner')}.",
    )


def in_words(origins: IndependentOrigins) -> str:
    """Return the range as a person says it: "exactly 1", "at least 1, at most 3"."""
    if origins.at_least == origins.at_most:
        return f"exactly {origins.at_most}"
    return f"at least {origins.at_least}, at most {origins.at_most}"


def open_ends(origins: IndependentOrigins) -> str:
    """Return what to say of the unresolved ends, empty when there is none."""
    ends = origins.unresolved_ends
    if not ends:
        return ""
    return f"{counted(ends, 'chain')} {'stops' if ends == 1 else 'stop'} short of an origin"


def counted(number: int, noun: str) -> str:
    """Return number and noun, the noun with -s unless there is one: "1 article", "7 articles"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def named(names: Iterable[str], *, most: int = _MOST_NAMES) -> str:
    """Return a list of names as a person says it, each once: "A, B and 3 more"."""
    each = list(dict.fromkeys(one_line(name) for name in names))
    if not each:
        return ""
    if len(each) > most:
        return f"{', '.join(each[: most - 1])} and {len(each) - most + 1} more"
    return " and ".join([", ".join(each[:-1]), each[-1]] if len(each) > 1 else each)


def voice(voice: Voice) -> str:
    """Return how an article carries a claim, as a verb phrase with the article as its subject."""
    return _VOICES[voice]


def credit(edges: Sequence[Edge], *whom: str) -> str:
    """Return how a taker has it from its givers: "cites and links to RT". All edges are of one and the same
    manner, or of one taker and giver.

    What is unsure or odd is said: without credit, inferred, in copied text, in an impossible order.
    """
    verbs = " and ".join(dict.fromkeys(_CREDITS[edge.kind] for edge in edges))
    marks = ["without credit"] if any(edge.kind is EdgeKind.COPIES for edge in edges) else []
    marks += [_STANCES[edge.stance] for edge in edges if edge.stance in _STANCES]
    if edges and all(edge.inferred for edge in edges):
        marks.append("inferred")
    if edges and all(edge.via_copy for edge in edges):
        marks.append("in copied text")
    marks += [one_line(flag) for edge in edges for flag in edge.flags]
    said = f"({', '.join(dict.fromkeys(marks))})" if marks else ""
    return " ".join(filter(None, (verbs, named(whom), said)))


def standing(origin: Origin) -> str:
    """Return what an origin is to the claim: "origin", "unnamed origin", "denies it"."""
    unnamed = origin.stance is Stance.SUPPORTS and origin.kind is SourceKind.UNNAMED
    return ("unnamed " if unnamed else "") + _ORIGINS[origin.stance]


def sentence(text: str) -> str:
    """Return a text as a sentence of its own: a capital first, a stop at the end."""
    line = one_line(text)
    return line[:1].upper() + line[1:] + ("" if line.endswith(_STOPS) else ".")


def finding(kind: str, text: str) -> str:
    """Return a finding in one sentence, its kind first unless the text begins with it."""
    if text.casefold().startswith(kind.casefold()):
        return sentence(text)
    return f"{one_line(kind).capitalize()}: {one_line(text)}"


def beside_panels(trace: Trace) -> tuple[Finding, ...]:
    """Return the findings of a trace without those that figures, denials, confirmations and the list of what
    is not resolved tell already."""
    told = IN_FIGURES | ({NOT_RESOLVED} if trace.unresolved else set())
    return tuple(one for one in trace.findings if one.kind not in told)


def numbers(quantities: Iterable[Quantity]) -> str:
    """Return the quantities of one carrier, each once: "more than 250 workers; 2".

    One that another says more fully is left out: "250" beside "250 workers".
    """
    said = list(dict.fromkeys(_quantity(one) for one in quantities))
    return "; ".join(one for one in said if not any(other.startswith(f"{one} ") for other in said))


def common_numbers(carriers: Iterable[Carrier]) -> str:
    """Return the quantities that most carriers give, as `numbers` says them; the first of equals."""
    given = Counter(numbers(each.quantities) for each in carriers if each.quantities)
    return max(given, key=lambda one: given[one], default="")


def factuality(attribution: Attribution) -> str:
    """Return what is not the default: "possible, negative, reported"; empty when all is."""
    held = (
        (attribution.certainty, Certainty.CERTAIN),
        (attribution.polarity, Polarity.POSITIVE),
        (attribution.distance, Distance.NONE),
    )
    return ", ".join(value for value, default in held if value is not default)


def quoted(name: str, kind: SourceKind | None) -> str:
    """Return a name, in quotation marks when it is the description of somebody unnamed."""
    shown = one_line(name) or NOBODY_NAMED
    return f"“{shown.strip(_MARKS)}”" if kind is SourceKind.UNNAMED else shown


def lost_hedges(trace: Trace) -> frozenset[str]:
    """Return the ids of the articles that say as a fact what the findings show was hedged or attributed."""
    shown = {
        evidence.article_id
        for finding in trace.findings
        if finding.kind == HEDGE_LOST
        for evidence in finding.evidence
    }
    asserted = {carrier.article_id for carrier in trace.graph.carriers if carrier.voice is Voice.ASSERTED}
    return frozenset(shown & asserted)


def supporting(trace: Trace) -> tuple[Origin, ...]:
    """Return the origins that stand behind the claim."""
    return tuple(origin for origin in trace.origins if origin.stance is Stance.SUPPORTS)


def _spread(carriers: Sequence[Carrier]) -> str:
    outlets = {carrier.outlet for carrier in carriers}
    when = period(carrier.published for carrier in carriers)
    span = f", {when}" if when else ""
    return f" of {counted(len(outlets), 'outlet')}{span}" if carriers else ""


def _origin_note(trace: Trace) -> str:
    origins = supporting(trace)
    ends = open_ends(trace.independent_origins)
    if not origins:
        return f", but no origin is known; {ends}" if ends else ", no origin is known"
    unnamed = sum(origin.kind is SourceKind.UNNAMED for origin in origins)
    if unnamed == len(origins):
        who = "unnamed" if unnamed == 1 else "all unnamed"
    elif len(origins) <= _MOST_ORIGINS:
        who = named(quoted(origin.name, origin.kind) for origin in origins)
    else:
        who = f"{unnamed} of them unnamed" if unnamed else "all named"
    if len(origins) > trace.independent_origins.at_most:
        who += ", taken together"
    return f", {who}" + (f"; {ends}" if ends else "")


def pairing(pair: Pairing) -> str:
    """Return why two mentions are one claim or two: the slots that agree, those that do not, the likeness.

    "same act and names; other figures; 0.52 alike, 0.35 needed".
    """
    said = []
    for slots, before in ((pair.agree, "same"), (pair.differ, "other"), (pair.part, "kept apart by other")):
        if slots:
            said.append(f"{before} {_listed([_SLOTS.get(slot, slot) for slot in slots])}")
    needed = "" if pair.needed is None else f", {pair.needed:.2f} needed of two alone"
    return "; ".join([*said, f"{pair.likeness:.2f} alike{needed}"])


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _first(trace: Trace) -> Figure:
    by_id = {carrier.article_id: carrier for carrier in trace.graph.carriers}
    first = [by_id[one] for one in trace.first_in_collection if one in by_id]
    value = named(carrier.outlet for carrier in first) if first else "not known"
    note = f", {date(first[0].published)}" if first else ", no article is dated"
    if len(first) > 1:
        note += "; the times do not tell them apart"
    return Figure(label="First in this collection", value=value, note=note)


def _voicings(label: str, voicings: Sequence[Voicing]) -> Figure:
    names = list(dict.fromkeys(voicing.name for voicing in voicings))
    return Figure(
        label=label,
        value=named(names) or NOBODY if len(names) <= 1 else str(len(names)),
        note=f": {named(names)}" if len(names) > 1 else "",
    )


def _quantity(quantity: Quantity) -> str:
    value = _amount(quantity.value)
    if quantity.upper is not None:
        value += f" to {_amount(quantity.upper)}"
    return one_line(" ".join(filter(None, (quantity.modifier, value, quantity.unit))))


def _amount(value: float) -> str:
    """Return a number as a newspaper writes it: "11,300", "1.5 billion"."""
    for scale, word in _SCALES:
        if abs(value) >= scale and not value * 1000 % scale:  # at most three decimals, so nothing is lost
            return f"{value / scale:.15g} {word}"
    return f"{value:,.15g}"
