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
    denying = _who_deny_for_others(case)
    for article in case.carriers:
        shown = _retraction(case, article, denying)
        downstream = _standing(case, article) if shown else []
        if shown and downstream:
            names = ", ".join(sorted({case.nodes[node].name for node in downstream}))
            text = (
                f"{case.nodes[article].name} took the claim back; it is still carried from there by {names}."
            )
            yield Finding(kind=KIND, text=text, evidence=(shown, *case.mentions_of(downstream)))


def _retraction(case: Case, article: str, denying: set[str]) -> Evidence | None:
    """Return the words by which an article takes the claim back in its outlet's own voice, or None."""
    if case.carriers[article].takes_back:
        return case.carriers[article].takes_back
    reading, outlet = case.readings[article], case.nodes[article].outlet_id
    for mention in case.claim.mentions if article in case.claim.deniers else ():
        attribution = reading.attribution(mention.attribution_id)
        is_own = attribution.source_id == outlet if attribution else article not in denying
        if mention.article_id == article and mention.polarity is Polarity.NEGATIVE and is_own:
            span = mention.spans[0]
            return Evidence(article_id=article, span=span, text=reading.article.cut(span))
    return None


def _who_deny_for_others(case: Case) -> set[str]:
    """Return the articles that carry somebody else's denial."""
    return {edge.taker for edge in case.graph.edges if edge.stance is Stance.DENIES}


def _standing(case: Case, retraction: str) -> list[str]:
    """Return the other outlets' articles that lead to what the outlet had carried before its retraction."""
    outlet = case.nodes[retraction].outlet_id
    carried = [
        node.id
        for node in case.nodes.values()
        if outlet
        and node.outlet_id == outlet
        and node.id != retraction
        and node.id in case.flow.givers
        and _may_precede(case, node.id, retraction)
    ]
    return sorted(
        node
        for node in reached(carried, case.flow.takers)
        if node in case.claim.supporters and case.nodes[node].outlet_id != outlet
    )


def _may_precede(case: Case, carried: str, retraction: str) -> bool:
    """Tell whether an article is not surely later than a retraction; a page nobody has collected may be."""
    if carried not in case.carriers:
        return True
    early, late = case.carriers[carried].published, case.carriers[retraction].published
    return not (late and early) or not read_interval(late).surely_before(read_interval(early))
