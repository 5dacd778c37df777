"""schema.org: every type and property is one of its vocabulary; the rating is left to somebody else."""

import json

from hypothesis import given
from msgspec.structs import replace
from rdflib import RDF, SDO, Graph, URIRef

from ondit.model.listing import Holding
from ondit.present.exchange.schemaorg import claims
from present.builder import dam
from present.exchange.held import anything, held


def exported(holding) -> list[dict]:
    return json.loads("".join(claims(holding)))["@graph"]


def keys_and_types(node) -> set[str]:
    if isinstance(node, list):
        return set().union(*map(keys_and_types, node))
    if not isinstance(node, dict):
        return set()
    own = {key for key in node if not key.startswith("@")} | {node.get("@type", "Thing")}
    return own.union(*map(keys_and_types, node.values()))


def test_a_claim_has_its_appearances_and_the_first():
    claim, _ = exported(held())
    assert claim["@type"] == "Claim"
    assert claim["text"] == "The Halden dam has a crack 40 metres long."
    assert len(claim["appearance"]) == 8
    (first,) = claim["firstAppearance"]
    assert first == {
        "@type": "NewsArticle",
        "@id": "https://fjordwire.example/dam",
        "identifier": "a01",
        "headline": "Crack in Halden dam, engineer says",
        "datePublished": "2031-05-02T08:10:00Z",
        "inLanguage": "en",
        "publisher": {"@type": "NewsMediaOrganization", "name": "Fjord Wire"},
        "url": "https://fjordwire.example/dam",
    }


def test_an_unnamed_origin_is_no_author():
    claim, _ = exported(held())
    assert "author" not in claim


def test_a_review_is_a_draft_whose_rating_is_empty():
    claim, review = exported(held())
    assert review["@type"] == "ClaimReview"
    assert review["creativeWorkStatus"] == "Draft"
    assert review["itemReviewed"] == {"@id": claim["@id"]}
    assert review["claimReviewed"] == claim["text"]
    rating = review.pop("reviewRating")
    assert rating.pop("@type") == "Rating"
    assert set(rating.values()) == {None} and review["author"] is None


def test_every_type_and_property_is_of_the_vocabulary():
    assert [name for name in sorted(keys_and_types(exported(held()))) if name not in SDO] == []


def test_it_is_linked_data():
    document = json.loads("".join(claims(held())))
    assert document["@context"] == "https://schema.org"
    graph = Graph().parse(
        data=json.dumps(document | {"@context": {"@vocab": "https://schema.org/"}}), format="json-ld"
    )
    (claim,) = graph.subjects(RDF.type, SDO.Claim)
    assert len(list(graph.objects(claim, SDO.appearance))) == 8
    assert (claim, SDO.firstAppearance, URIRef("https://fjordwire.example/dam")) in graph
    (rating,) = graph.subjects(RDF.type, SDO.Rating)
    assert len(list(graph.predicate_objects(rating))) == 1, "nothing but its type"


def test_no_claim_is_an_empty_graph():
    assert exported(Holding()) == []


@given(title=anything, outlet=anything, text=anything)
def test_whatever_a_page_holds_it_is_utf8_and_parses(title, outlet, text):
    trace, articles = dam()
    hostile = [replace(one, title=title, outlet=outlet, url=text) for one in articles]
    written = "".join(claims(held(trace, hostile)))
    assert len(json.loads(written.encode())["@graph"]) == 2
