"""Still carried after a retraction: an outlet took the claim back, pages downstream did not."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.assess.flow import reached
from ondit.model.attribution import Polarity
from ondit.model.claim import Mention
from ondit.model.provenance import Evidence, Finding
from ondit.model.time import read_interval

KIND = "still carried after a retraction"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each retraction with the articles that still stand on what was retracted."""
    for retraction, carried in _retractions(case):
        outlet = case.nodes[carried].outlet_id
        downstream = sorted(
            node
            for node in reached([carried], case.flow.takers)
            if node in case.claim.supporters and case.nodes[node].outlet_id != outlet
        )
        if downstream:
            name = case.nodes[carried].name
            names = ", ".join(sorted({case.nodes[node].name for node in downstream}))
            text = f"{name} took the claim back; it is still carried from there by {names}."
            shown = Evidence(
                article_id=retraction.article_id,
                span=retraction.spans[0],
                text=case.readings[retraction.article_id].article.cut(retraction.spans[0]),
            )
            yield Finding(kind=KIND, text=text, evidence=(shown, *case.mentions_of(downstream)))


def _retractions(case: Case) -> Iterator[tuple[Mention, str]]:
    """Yield each denial of an outlet in its own voice with an article in which it had carried the claim."""
    own: dict[str, list[str]] = {}
    for node in case.nodes.values():
        if node.is_article and node.outlet_id and node.id in case.claim.supporters:
            own.setdefault(node.outlet_id, []).append(node.id)
    seen = set()
    for mention in case.claim.mentions if case.claim.deniers else ():
        denying = case.nodes.get(mention.article_id)
        if mention.polarity is Polarity.POSITIVE or not denying or not _is_own_voice(case, mention):
            continue
        for carried in own.get(denying.outlet_id or "", ()):
            pair = (mention.article_id, carried)
            if pair not in seen and carried != mention.article_id and _may_follow(case, *pair):
                seen.add(pair)
                yield mention, carried


def _is_own_voice(case: Case, mention: Mention) -> bool:
    reading = case.readings[mention.article_id]
    attribution = reading.attribution(mention.attribution_id)
    if attribution is None:
        return not any(
            edge.taker == mention.article_id and edge.stance == "denies" for edge in case.graph.edges
        )
    outlet = reading.resolved.outlet
    return outlet is not None and attribution.source_id == outlet.id


def _may_follow(case: Case, denial: str, carried: str) -> bool:
    """Tell whether a denial is not surely earlier than the article whose claim it would take back."""
    late, early = case.carriers[denial].published, case.carriers[carried].published
    return not (late and early) or not read_interval(late).surely_before(read_interval(early))
