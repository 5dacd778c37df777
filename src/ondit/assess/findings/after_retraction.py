"""Still carried after a retraction: an outlet took the claim back, pages downstream did not."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.assess.flow import reached
from ondit.model.attribution import Polarity
from ondit.model.provenance import Evidence, Finding, Stance
from ondit.model.time import read_interval

KIND = "still carried after a retraction"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each retraction that some article still stands on what it takes back.

    A retraction is an article in which an outlet denies, in its own voice, what it has carried, or says that
    it takes its report back.
    """
    supporters, denials = case.claim.supporters, _own_denials(case)
    for article, carrier in case.carriers.items():
        shown = carrier.takes_back or denials.get(article)
        downstream = _standing(case, article, supporters) if shown else []
        if shown and downstream:
            names = ", ".join(sorted({case.nodes[node].name for node in downstream}))
            text = (
                f"{case.nodes[article].name} took the claim back; it is still carried from there by {names}."
            )
            yield Finding(kind=KIND, text=text, evidence=(shown, *case.mentions_of(downstream)))


def _own_denials(case: Case) -> dict[str, Evidence]:
    """Return, by article, the first words by which it denies the claim in its outlet's own voice."""
    for_others = {edge.taker for edge in case.graph.edges if edge.stance is Stance.DENIES}
    denials: dict[str, Evidence] = {}
    for mention in case.claim.mentions if case.claim.deniers else ():
        article = mention.article_id
        if mention.polarity is Polarity.POSITIVE or article not in case.carriers:
            continue
        reading = case.readings[article]
        attribution = reading.attribution(mention.attribution_id)
        own = case.nodes[article].outlet_id
        if attribution.source_id == own if attribution else article not in for_others:
            span = mention.spans[0]
            shown = Evidence(article_id=article, span=span, text=reading.article.cut(span))
            denials.setdefault(article, shown)
    return denials


def _standing(case: Case, retraction: str, supporters: frozenset[str]) -> list[str]:
    """Return the other outlets' articles that lead to what the outlet had carried before its retraction."""
    outlet = case.nodes[retraction].outlet_id
    carried = [
        node.id
        for node in case.nodes.values()
        if outlet
        and node.outlet_id == outlet
        and (node.id != retraction or _in_later_version(case, retraction))
        and node.id in case.flow.givers
        and _may_precede(case, node.id, retraction)
    ]
    return sorted(
        node
        for node in reached(carried, case.flow.takers)
        if node in supporters and case.nodes[node].outlet_id != outlet
    )


def _in_later_version(case: Case, article: str) -> bool:
    """Tell whether it is a later version of the page that takes back what this one says."""
    shown = case.carriers[article].takes_back
    return shown is not None and shown.article_id != article


def _may_precede(case: Case, carried: str, retraction: str) -> bool:
    """Tell whether an article is not surely later than a retraction; a page nobody has collected may be."""
    if carried not in case.carriers:
        return True
    early, late = case.carriers[carried].published, case.carriers[retraction].published
    return not (late and early) or not read_interval(late).surely_before(read_interval(early))
