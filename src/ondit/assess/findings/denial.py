"""Denied by ..., or no denial found; denied by one who is cited for it."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.model.provenance import Edge, Finding, Node, Stance
from ondit.model.source import NAMELESS

DENIED, NONE_FOUND, CITED = "denied by", "no denial found", "denies what it is cited for"


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each who denies the claim; where nobody does, that none was found in this
    collection, shown by the claim itself."""
    for denial in case.denials:
        articles = f"{len(denial.articles)} article" + ("" if len(denial.articles) == 1 else "s")
        text = f"Denied by {denial.name}, in {articles}."
        yield Finding(kind=DENIED, text=text, evidence=(denial.evidence,))
    if not case.denials:
        evidence = case.mentions_of(sorted(case.claim.supporters)[:1])
        if evidence:
            text = "No article of this collection carries a denial of the claim."
            yield Finding(kind=NONE_FOUND, text=text, evidence=evidence)


def find_cited(case: Case) -> Iterator[Finding]:
    """Yield one finding for each named source that denies the claim and is given for it as well, by its own
    name or by that of the body it speaks for."""
    denials: dict[str, Edge] = {}
    for edge in case.graph.edges:
        named = case.nodes[edge.giver].source_kind not in NAMELESS and not case.nodes[edge.giver].is_article
        if edge.stance is Stance.DENIES and named:
            denials.setdefault(edge.giver, edge)
    for denier, denial in denials.items():
        mouth = _mouth(case.nodes[denier])
        cited = [edge for edge in case.supports() if mouth & _mouth(case.nodes[edge.giver])]
        if cited:
            name, other = case.nodes[denier].name, case.nodes[cited[0].giver].name
            whom = "" if name == other else f"{other} "
            text = f"{name} denies the claim, and {whom}is given as a source of it elsewhere."
            yield Finding(kind=CITED, text=text, evidence=(denial.evidence, *(one.evidence for one in cited)))


def _mouth(node: Node) -> set[str]:
    """Return the ids under which a node speaks: its own, and that of its body."""
    return {node.id, *filter(None, [node.speaks_for])}
