"""CSV: four tables for spreadsheets, in which no cell is a formula.

Source: RFC 4180. A spreadsheet takes a cell that begins with one of a few signs for a formula, quoted or not
(OWASP, "CSV Injection"); an apostrophe before it makes it text.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ondit.model.article import Article
from ondit.model.listing import Holding, ListedArticle
from ondit.model.reading import Reading
from ondit.model.span import Part, Span
from ondit.present.visible import visible

Table = Callable[[Holding], Iterator[str]]
Cell = str | int | bool | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula may begin with: the signs that OWASP lists, and their full-width forms."""
_GUARD = "'"


def cell(value: Cell) -> str:
    """Return a value as the text of a cell that is no formula.

    Control characters are made visible, but line feeds and tabs. A text that begins with a formula's sign, or
    with an apostrophe, gets an apostrophe before it: take one off to have it back.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    shown = visible("" if value is None else str(value))
    return _GUARD + shown if shown.startswith((*_FORMULA, _GUARD)) else shown


def articles(holding: Holding) -> Iterator[str]:
    """Yield the table of articles, one a row."""
    header = (
        "article",
        "url",
        "outlet",
        "title",
        "published",
        "language",
        "story",
        "main_claim",
        "main_stance",
    )
    rows = (
        (
            row.article.id,
            row.article.url,
            row.outlet,
            row.article.title,
            row.article.published,
            row.article.language,
            row.main.story_id if row.main else None,
            row.main.claim_id if row.main else None,
            row.main.stance if row.main else None,
            " ".join(row.claims),
        )
        for row in holding.rows
        if isinstance(row, ListedArticle)
    )
    return _lines((*header, "claims"), rows)


def attributions(holding: Holding) -> Iterator[str]:
    """Yield the table of attributions, one a row.

    Pieces of one source, cue or content stand with " … " between them; `content_spans` are offsets in code
    points of the body, or of the title where they say so.
    """
    header = ("attribution", "article", "part", "source", "cue", "content", "content_spans", "source_name")
    more = ("source_kind", "source_grade", "certainty", "polarity", "distance", "manner", "parent", "made_by")
    readings = (row for row in holding.rows if isinstance(row, Reading))
    return _lines((*header, *more), (row for reading in readings for row in _attributions(reading)))


def _attributions(reading: Reading) -> Iterator[Sequence[Cell]]:
    article = reading.article
    for one in reading.resolved.attributions:
        source = reading.source(one.source_id)
        yield (
            one.id,
            article.id,
            one.content[0].part if one.content else None,
            _words(article, one.source),
            _words(article, one.cue),
            _words(article, one.content),
            _places(one.content),
            source.name if source else None,
            source.kind if source else None,
            one.source_grade if source else None,
            one.certainty,
            one.polarity,
            one.distance,
            one.manner,
            one.parent,
            one.made_by,
        )


def carriers(holding: Holding) -> Iterator[str]:
    """Yield the table of traced claims, one row for each article that carries one."""
    header = (
        "claim",
        "claim_text",
        "at_least",
        "at_most",
        "unresolved_ends",
        "article",
        "outlet",
        "published",
    )
    return _lines((*header, "language", "voice", "words", "spans"), _carriers(holding))


def _carriers(holding: Holding) -> Iterator[Sequence[Cell]]:
    for traced in holding.traced:
        claim, counted = traced.trace.graph.claim, traced.trace.independent_origins
        for carrier in traced.trace.graph.carriers:
            article = traced.article(carrier.article_id)
            yield (
                claim.id,
                claim.text,
                counted.at_least,
                counted.at_most,
                counted.unresolved_ends,
                carrier.article_id,
                carrier.outlet,
                carrier.published,
                carrier.language,
                carrier.voice,
                _words(article, carrier.spans) if article else None,
                _places(carrier.spans),
            )


def edges(holding: Holding) -> Iterator[str]:
    """Yield the table of edges of traced claims, one a row: the taker has the claim from the giver."""
    header = (
        "claim",
        "taker",
        "taker_name",
        "giver",
        "giver_name",
        "giver_kind",
        "kind",
        "stance",
        "inferred",
    )
    more = ("via_copy", "flags", "evidence", "evidence_article", "evidence_span")
    return _lines((*header, *more), _edges(holding))


def _edges(holding: Holding) -> Iterator[Sequence[Cell]]:
    for traced in holding.traced:
        graph = traced.trace.graph
        nodes = {node.id: node for node in graph.nodes}
        for edge in graph.edges:
            taker, giver, evidence = nodes[edge.taker], nodes[edge.giver], edge.evidence
            yield (
                graph.claim.id,
                edge.taker,
                taker.name,
                edge.giver,
                giver.name,
                "article" if giver.is_article else giver.source_kind,
                edge.kind,
                edge.stance,
                edge.inferred,
                edge.via_copy,
                ", ".join(edge.flags),
                evidence.text,
                evidence.article_id,
                _places([evidence.span]) if evidence.span else None,
            )


TABLES: Mapping[str, Table] = {
    "articles": articles,
    "attributions": attributions,
    "carriers": carriers,
    "edges": edges,
}


def _lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Yield header and rows as lines of CSV, each with the line end of RFC 4180."""
    yield _line(header)
    for row in rows:
        yield _line(row)


def _line(row: Sequence[Cell]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([cell(value) for value in row])
    return line.getvalue()


def _words(article: Article, spans: Sequence[Span]) -> str:
    return " … ".join(article.cut(span) for span in spans)


def _places(spans: Iterable[Span]) -> str:
    title = {Part.TITLE: "title:", Part.BODY: ""}
    return " ".join(f"{title[span.part]}{span.start}-{span.end}" for span in spans)
