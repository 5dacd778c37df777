"""schema.org: each claim with where it appears, and the draft of a review that somebody else has to write.

Source: https://schema.org/Claim and https://schema.org/ClaimReview, version 29.
"""

from collections.abc import Iterable, Iterator

from ondit.model.article import Article
from ondit.model.claim import Claim
from ondit.model.listing import Holding, TracedClaim
from ondit.model.provenance import Origin, Stance
from ondit.model.source import SourceKind
from ondit.present.exchange.identifiers import address, urn
from ondit.present.exchange.shapes import encode
from ondit.present.visible import one_line, visible

Node = dict[str, object]

_AUTHORS = {
    SourceKind.PERSON: "Person",
    SourceKind.ORGANISATION: "Organization",
    SourceKind.OUTLET: "NewsMediaOrganization",
}
"""The type of an origin that can be the author of a claim; an unnamed one has no name to give."""


def claims(holding: Holding) -> Iterator[str]:
    """Yield a graph of the traced claims of a holding, each with the draft of its review."""
    yield '{"@context":"https://schema.org","@graph":['
    separator = "\n"
    for traced in holding.traced:
        for node in (_claim(traced), _review(traced.trace.graph.claim)):
            yield separator + encode(node)
            separator = ",\n"
    yield "\n]}\n"


def _claim(traced: TracedClaim) -> Node:
    """Return a claim. All its carriers are appearances, those that deny it too: they carry it."""
    claim, shelf = traced.trace.graph.claim, {article.id: article for article in traced.articles}
    first = [shelf[one] for one in traced.trace.first_in_collection if one in shelf]
    node: Node = {
        "@type": "Claim",
        "@id": urn("claim", claim.id),
        "identifier": visible(claim.id),
        "text": one_line(claim.text),
        "appearance": [_work(shelf[one]) for one in claim.carriers if one in shelf],
        "firstAppearance": [_work(article) for article in first],
        "author": list(_authors(traced.trace.origins)),
    }
    return {key: value for key, value in node.items() if value != []}


def _authors(origins: Iterable[Origin]) -> Iterator[Node]:
    for origin in origins:
        if origin.stance is Stance.SUPPORTS and origin.kind in _AUTHORS:
            yield {"@type": _AUTHORS[origin.kind], "name": one_line(origin.name)}


def _work(article: Article) -> Node:
    node: Node = {"@type": "NewsArticle", "@id": address(article), "identifier": visible(article.id)}
    stated: dict[str, object] = {
        "headline": one_line(article.title),
        "datePublished": one_line(article.published or ""),
        "inLanguage": one_line(article.language or ""),
        "publisher": {"@type": "NewsMediaOrganization", "name": one_line(article.outlet)}
        if article.outlet
        else "",
    }
    if not address(article).startswith("urn:"):
        node["url"] = address(article)
    return node | {key: value for key, value in stated.items() if value}


def _review(claim: Claim) -> Node:
    """Return the draft of a review. Its author, date and rating are left for whoever checks the claim: Ondit
    says who says so, never whether it is so."""
    return {
        "@type": "ClaimReview",
        "@id": urn("review", claim.id),
        "creativeWorkStatus": "Draft",
        "claimReviewed": one_line(claim.text),
        "itemReviewed": {"@id": urn("claim", claim.id)},
        "author": None,
        "datePublished": None,
        "url": None,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": None,
            "bestRating": None,
            "worstRating": None,
            "alternateName": None,
        },
    }
