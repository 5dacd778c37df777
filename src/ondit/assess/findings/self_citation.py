"""Cites itself: an outlet gives its own report as the source."""

from collections.abc import Iterator, Set

from ondit.assess.case import Case
from ondit.languages import lexicon_of
from ondit.model.attribution import Attribution
from ondit.model.provenance import EdgeKind, Evidence, Finding
from ondit.model.reading import Reading
from ondit.model.span import hull, in_order
from ondit.text.fold import fold
from ondit.text.phrases import find_phrases

KIND = "cites itself"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each outlet that gives itself by name as a source of the claim, or has it from
    another page of its own. "The Herald has learned" is no report of its own that it cites."""
    shown: dict[str, list[Evidence]] = {}
    claimed = {mention.attribution_id for mention in case.claim.mentions}
    for article_id in case.carriers:
        reports = _own_reports(case.readings[article_id], claimed)
        shown.setdefault(case.nodes[article_id].name, []).extend(reports)
    for edge in case.supports():
        taker, giver = case.nodes[edge.taker], case.nodes[edge.giver]
        own = taker.is_article and taker.outlet_id and taker.outlet_id == giver.outlet_id
        if own and edge.kind is not EdgeKind.COPIES:
            shown.setdefault(taker.name, []).append(edge.evidence)
    for name, evidence in shown.items():
        text = f"{name} gives its own report as a source of the claim: one place, told twice."
        yield Finding(kind=KIND, text=text, evidence=tuple(dict.fromkeys(evidence)))


def _own_reports(reading: Reading, claimed: Set[str | None]) -> Iterator[Evidence]:
    outlet = reading.resolved.outlet
    for one in reading.resolved.attributions:
        if outlet and one.id in claimed and one.source_id == outlet.id and one.source:
            words = [span for span in in_order((*one.source, *one.cue)) if span.part is one.source[0].part]
            if not _is_knowledge(reading, one):
                span = hull(words)
                yield Evidence(article_id=reading.id, span=span, text=reading.article.cut(span))


def _is_knowledge(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether an attribution to the outlet itself says that it found out, or says "we"."""
    article = reading.article
    lexicon = lexicon_of(article.language or "en")
    if lexicon is None:
        return False
    said = " ".join(article.cut(span) for span in in_order((*attribution.source, *attribution.cue)))
    own = lexicon.attribution.own_voice if lexicon.attribution else frozenset()
    phrases = lexicon.knowledge.own if lexicon.knowledge else ()
    return fold(article.cut(attribution.source[0])) in own or any(find_phrases(said, phrases))
