"""The plain English of the answers: figures, dates, ranges, how one has it from another.

Every function returns text made visible (see `visible`), on one line.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from ondit.model.attribution import Attribution, Certainty, Distance, Polarity
from ondit.model.claim import Quantity, Voice
from ondit.model.provenance import (
    Carrier,
    Edge,
    EdgeKind,
    IndependentOrigins,
    Origin,
    Stance,
    Trace,
    Voicing,
)
from ondit.model.source import SourceKind
from ondit.model.time import Interval, read_interval
from ondit.present.visible import cut, one_line

HEDGE_LOST = "hedge lost"  # the finding of this kind marks carriers in tree and table
NOBODY = "nobody"
NOBODY_NAMED = "nobody named"
NOT_COLLECTED = "not in this collection"
STOP_SHORT = "chains that stop short of an origin"
DENIALS = "denials and refusals to comment"
RELAY = "a vague relay"
UNDATED = "undated"

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
_STANCES = {Stance.DENIES: "for a denial", Stance.DECLINES: "who declines to comment"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MARKS = '“”"'
_MONTH = re.compile(r"\d{4}-\d{2}")  # matches 2024-09, not 2024-09-17
_MOST_NAMES = 6  # names in one figure; a longer list does not fit on two lines of a terminal


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One of the five plain figures: value and note, which read on as one phrase.

    `articles` are the ids of the articles it rests on.
    """

    label: str
    value: str
    note: str = ""
    articles: tuple[str, ...] = ()


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


def date(stated: str | None, *, short: bool = False) -> str:
    """Return a stated time for a person; "undated" without one, the words as they stand if they are no date.

    A time with a zone is given in UTC and says so. `short` leaves out the year and the time of day.
    """
    if not stated or not stated.strip():
        return UNDATED
    if (when := interval(stated)) is None:
        return cut(stated, 24)
    stated = stated.strip()
    if _MONTH.fullmatch(stated):
        return f"{when.start:%b}" if short else f"{when.start:%B %Y}"
    if short:
        return _day(when, stated)[:-5]
    clock = stated[11:16] if _is_local(stated, when) else f"{when.start:%H:%M} UTC"
    return _day(when, stated) + (f", {clock}" if "T" in stated or " " in stated else "")


def interval(stated: str | None) -> Interval | None:
    """Return the interval of a stated time, None when there is none or it cannot be read."""
    try:
        return read_interval(stated) if stated else None
    except (ValueError, OverflowError):
        return None


def period(stated: Iterable[str | None], *, short: bool = False) -> str:
    """Return the first and last day of some stated times, "2 to 5 May 2031"; empty when none is dated."""
    dated = sorted((when.start, text) for text in stated if text and (when := interval(text)))
    days = [date(text, short=short).partition(",")[0] for _, text in dated]
    if not days or days[0] == days[-1]:
        return days[0] if days else ""
    first, last = days[0].split(" "), days[-1].split(" ")
    while len(first) > 1 and first[-1] == last[-1]:  # "2 May 2031 to 5 May 2031" is "2 to 5 May 2031"
        first.pop()
        last.pop()
    return f"{' '.join(first)} to {days[-1]}"


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


def numbers(quantities: Iterable[Quantity]) -> str:
    """Return the quantities of one carrier, each once: "more than 250 instructors; 2"."""
    return "; ".join(dict.fromkeys(_quantity(one) for one in quantities))


def drifts(carriers: Iterable[Carrier]) -> bool:
    """Tell whether the carriers that give quantities give different ones."""
    given = {tuple(sorted(_quantity(one) for one in each.quantities)) for each in carriers if each.quantities}
    return len(given) > 1


def factuality(attribution: Attribution) -> str:
    """Return what is not the default: "possible, negative, reported"; empty when all is."""
    flags: list[str] = []
    if attribution.certainty is not Certainty.CERTAIN:
        flags.append(attribution.certainty.value)
    if attribution.polarity is not Polarity.POSITIVE:
        flags.append(attribution.polarity.value)
    if attribution.distance is not Distance.NONE:
        flags.append(attribution.distance.value)
    return ", ".join(flags)


def kind(kind: SourceKind | None) -> str:
    """Return what a source is; empty when nothing tells."""
    return kind.value if kind else ""


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


def _day(when: Interval, stated: str) -> str:
    day = when.start
    if _is_local(stated, when):  # the clock on the wall of the outlet, not the earliest it can mean in UTC
        year, month, number = (int(part) for part in stated[:10].split("-"))
        day = day.replace(year=year, month=month, day=number)
    return f"{day.day} {day:%b %Y}"


def _is_local(stated: str, when: Interval) -> bool:
    return (when.end - when.start).days >= 1 and bool(re.match(r"\d{4}-\d{2}-\d{2}[T ]", stated))


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
    if all(origin.kind is SourceKind.UNNAMED for origin in origins):
        named_how = "unnamed" if len(origins) == 1 else "all unnamed"
    else:
        named_how = named(quoted(origin.name, origin.kind) for origin in origins)
    if len(origins) > trace.independent_origins.at_most:
        named_how += ", taken together"
    return f", {named_how}" + (f"; {ends}" if ends else "")


def _first(trace: Trace) -> Figure:
    by_id = {carrier.article_id: carrier for carrier in trace.graph.carriers}
    first = [by_id[one] for one in trace.first_in_collection if one in by_id]
    value = named(carrier.outlet for carrier in first) if first else "not known"
    note = f", {date(first[0].published)}" if first else ", no article is dated"
    if len(first) > 1:
        note += "; the times do not tell them apart"
    return Figure(
        label="First in this collection", value=value, note=note, articles=trace.first_in_collection
    )


def _voicings(label: str, voicings: Sequence[Voicing]) -> Figure:
    names = list(dict.fromkeys(voicing.name for voicing in voicings))
    return Figure(
        label=label,
        value=named(names) or NOBODY if len(names) <= 1 else str(len(names)),
        note=f": {named(names)}" if len(names) > 1 else "",
        articles=tuple(dict.fromkeys(article for voicing in voicings for article in voicing.articles)),
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
