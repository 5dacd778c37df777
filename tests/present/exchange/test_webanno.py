"""Web Annotations: valid by the data model, and every selector finds its words again."""

import json

import jsonschema
import pytest
from hypothesis import given
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from ondit.model.article import Article
from ondit.model.attribution import Attribution, Manner
from ondit.model.listing import Holding
from ondit.model.reading import Reading, Resolved
from ondit.model.span import Part, Span
from ondit.present.exchange.webanno import CONTEXT, annotations
from present.builder import reading
from present.exchange.held import anything

OA = Namespace("http://www.w3.org/ns/oa#")

POSITION = {
    "type": "object",
    "required": ["type", "start", "end"],
    "properties": {"type": {"const": "TextPositionSelector"}, "start": {"minimum": 0}, "end": {"minimum": 0}},
    "additionalProperties": False,
}
QUOTE = {
    "type": "object",
    "required": ["type", "exact", "prefix", "suffix"],
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        **{key: {"type": "string"} for key in ("exact", "prefix", "suffix")},
    },
    "additionalProperties": False,
}
PLACE = {
    "type": "object",
    "required": ["type", "source", "selector"],
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": {"type": "string", "pattern": '^(https?://|urn:uuid:)[^\\s<>"]+$'},
        "purpose": {"const": "identifying"},
        "selector": {"type": "array", "prefixItems": [POSITION, QUOTE], "minItems": 2, "maxItems": 2},
    },
}
WORDS = {
    "type": "object",
    "required": ["type", "value", "purpose"],
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "purpose": {"enum": ["identifying", "classifying"]},
    },
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "body", "target"],
    "properties": {
        "id": {"type": "string", "pattern": "^urn:uuid:"},
        "type": {"const": "Annotation"},
        "motivation": {"const": "identifying"},
        "body": {"type": "array", "minItems": 1, "items": {"anyOf": [WORDS, PLACE]}},
        "target": {"type": "array", "minItems": 1, "items": PLACE},
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "items", "partOf", "startIndex"],
            "properties": {
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": ANNOTATION},
            },
        },
    },
}
"""What the Web Annotation Data Model says must be there (its sections 3.1, 3.2, 4.1, 4.2.4 to 5.2)."""

TERMS = {
    "oa": str(OA),
    "as": "http://www.w3.org/ns/activitystreams#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in ("Annotation", "TextualBody", "SpecificResource", "TextPositionSelector")
    },
    **{name: f"oa:{name}" for name in ("TextQuoteSelector", "exact", "prefix", "suffix")},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "first": {"@id": "as:first", "@type": "@id"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}
"""Of the terms of the standard's context, those that say where the words are; nothing is fetched."""


def exported(*readings: Reading) -> dict:
    answer = json.loads("".join(annotations(Holding(rows=readings))))
    jsonschema.validate(answer, COLLECTION)
    return answer


def places(annotation: dict) -> list[dict]:
    return [one for one in (*annotation["body"], *annotation["target"]) if "selector" in one]


def one_attribution(text: str, span: Span, title: str = "") -> Reading:
    article = Article(id="a1", text=text, title=title, url="https://example.org/a b")
    attribution = Attribution(
        id="att_1", article_id="a1", content=(span,), manner=Manner.DIRECT, made_by="rules 1"
    )
    return Reading(article=article, resolved=Resolved(attributions=(attribution,)))


def test_an_attribution_is_one_annotation_on_its_content():
    answer = exported(reading())
    assert answer["total"] == len(answer["first"]["items"]) == 4
    quote = answer["first"]["items"][2]
    assert [one["selector"][1]["exact"] for one in quote["target"]] == ["We saw it", "on Monday."]
    bodies = {one["role"]: one for one in quote["body"]}
    assert bodies["source entity"]["value"] == "an engineer at the site"
    assert bodies["source entity"]["kind"] == "unnamed"
    assert bodies["source"]["selector"][1]["exact"] == "the engineer"
    assert bodies["cue"]["selector"][1]["exact"] == "said"
    assert (bodies["certainty"]["value"], bodies["polarity"]["value"]) == ("certain", "positive")


def test_who_is_cited_within_has_the_outer_annotation_as_parent():
    outer, inner, *_ = exported(reading())["first"]["items"]
    assert inner["parent"] == outer["id"]


def test_where_nobody_is_named_no_body_is_a_source():
    rumour = exported(reading())["first"]["items"][3]
    assert {one["role"] for one in rumour["body"]} == {"cue", "certainty", "polarity", "distance", "manner"}


def test_a_holding_without_attributions_is_an_empty_collection():
    assert exported()["first"]["items"] == []


@pytest.mark.parametrize(
    ("text", "span", "prefix", "exact", "suffix"),
    [
        pytest.param("Yes, he said.", Span(0, 3), "", "Yes", ", he said.", id="at the beginning"),
        pytest.param("🇫🇷 Oui", Span(3, 6), "🇫🇷 ", "Oui", "", id="offsets are code points"),
        pytest.param("x" * 40 + "no" + "y" * 40, Span(40, 42), "x" * 32, "no", "y" * 32, id="32 beside"),
    ],
)
def test_a_quotation_has_what_stands_beside_it(text, span, prefix, exact, suffix):
    (target,) = exported(one_attribution(text, span))["first"]["items"][0]["target"]
    position, quote = target["selector"]
    assert (position["start"], position["end"]) == (span.start, span.end)
    assert (quote["prefix"], quote["exact"], quote["suffix"]) == (prefix, exact, suffix)


def test_an_address_that_is_no_iri_is_not_given():
    (target,) = exported(one_attribution("Yes.", Span(0, 3)))["first"]["items"][0]["target"]
    assert target["source"].startswith("urn:uuid:")
    assert target["article"] == "a1"


@given(before=anything, words=anything.filter(bool), after=anything, title=anything)
def test_every_selector_finds_its_exact_words_whatever_the_text_holds(before, words, after, title):
    text = before + words + after
    span = Span(len(before), len(before) + len(words), Part.BODY)
    one = one_attribution(text, span, title)
    for place in places(exported(one)["first"]["items"][0]):
        position, quote = place["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"] == words
        assert text.find(quote["prefix"] + quote["exact"] + quote["suffix"]) >= 0


def test_it_is_linked_data():
    answer = exported(reading())
    assert answer["@context"] == [*CONTEXT]
    graph = Graph().parse(data=json.dumps(answer | {"@context": [TERMS, CONTEXT[1]]}), format="json-ld")
    assert len(list(graph.subjects(RDF.type, OA.Annotation))) == 4
    assert {str(one) for one in graph.objects(None, OA.exact)} >= {"We saw it", "on Monday.", "Reportedly"}
    assert {one.toPython() for one in graph.objects(None, OA.start)} >= {0}
