"""W3C Web Annotation: one annotation for each attribution, on the words of its content.

Source: Web Annotation Data Model, W3C Recommendation, 23 February 2017.
"""

from collections.abc import Iterator, Mapping

from ondit.model.article import Article
from ondit.model.attribution import Attribution
from ondit.model.ids import content_id
from ondit.model.listing import Holding
from ondit.model.reading import Reading
from ondit.model.span import Span, around
from ondit.present.exchange.identifiers import TERMS, address, urn
from ondit.present.exchange.shapes import encode

CONTEXT: tuple[str | Mapping[str, object], ...] = (
    "http://www.w3.org/ns/anno.jsonld",
    {
        "ondit": TERMS,
        "role": "ondit:role",
        "part": "ondit:part",
        "kind": "ondit:kind",
        "grade": "ondit:grade",
        "entity": "ondit:entity",
        "article": "ondit:article",
        "attribution": "ondit:attribution",
        "parent": {"@id": "ondit:parent", "@type": "@id"},
    },
)
"""The standard's own terms, and ours: which part of an attribution a body is, and what it counts in."""

_BESIDE = 32
"""Code points of prefix and of suffix: what Hypothesis and Apache Annotator take, too, to find a quotation
again in a page that has changed."""

Node = dict[str, object]


def annotations(holding: Holding) -> Iterator[str]:
    """Yield a collection with one page: the annotations of all readings of a holding.

    Offsets are code points of the stored title or text, whichever `part` names; `exact` is word for word what
    stands there.
    """
    yield '{"@context":' + encode({"": CONTEXT})[len('{"":') : -1]
    yield ',"type":"AnnotationCollection","label":"Attributions","first":{"type":"AnnotationPage",'
    yield '"startIndex":0,"items":['
    total, digest = 0, ""
    for reading in holding.rows:
        if isinstance(reading, Reading):
            for attribution in reading.resolved.attributions:
                node = annotation(reading, attribution)
                yield (",\n" if total else "\n") + encode(node)
                total, digest = total + 1, content_id("all", digest, str(node["id"]))
    collection = urn("annotations", digest)
    page = {"id": urn("annotations", digest, "1"), "partOf": {"id": collection, "total": total}}
    yield "\n]," + encode(page)[1:] + "," + encode({"id": collection, "total": total})[1:] + "\n"


def annotation(reading: Reading, attribution: Attribution) -> Node:
    """Return the annotation of one attribution, without its context."""
    article = reading.article
    node: Node = {
        "id": urn("attribution", attribution.id),
        "type": "Annotation",
        "motivation": "identifying",
        "attribution": attribution.id,
        "generator": {"type": "Software", "name": f"Ondit, {attribution.made_by}"},
        "body": [*_bodies(reading, attribution)],
        "target": [_place(article, span) for span in attribution.content],
    }
    if attribution.parent:
        node["parent"] = urn("attribution", attribution.parent)
    return node


def _bodies(reading: Reading, attribution: Attribution) -> Iterator[Node]:
    """Yield who says it, with which words, to whom, how; where the text names nobody, no source."""
    source = reading.source(attribution.source_id)
    if source:
        meant = {"kind": source.kind, "grade": attribution.source_grade, "entity": source.id}
        yield _words("source entity", source.name, "identifying") | meant
    pieces = (("source", attribution.source), ("cue", attribution.cue), ("addressee", attribution.addressee))
    for role, spans in pieces:
        for span in spans:
            yield _place(reading.article, span) | {"role": role, "purpose": "identifying"}
    yield _words("certainty", attribution.certainty, "classifying")
    yield _words("polarity", attribution.polarity, "classifying")
    yield _words("distance", attribution.distance, "classifying")
    yield _words("manner", attribution.manner, "classifying")


def _words(role: str, value: str, purpose: str) -> Node:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose, "role": role}


def _place(article: Article, span: Span) -> Node:
    """Return the words of a span as a resource, found by place or, should the page change, by quotation."""
    before, after = around(span, article.part(span.part), _BESIDE)
    return {
        "type": "SpecificResource",
        "source": address(article),
        "article": article.id,
        "part": span.part,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": article.cut(span),
                "prefix": article.cut(before),
                "suffix": article.cut(after),
            },
        ],
    }
