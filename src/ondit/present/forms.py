"""The doors of the room: what is shown, and the forms it can take. Each form is a string that ends a line.

`TRACE_FORMS` take the articles too, every one that carries the claim: spans leave the house with their text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from ondit.model.article import Article, Failure
from ondit.model.decision import ListedDecision
from ondit.model.listing import ListedArticle, ListedClaim, ListedCopy, ListedSource, ListedStory
from ondit.model.provenance import Trace
from ondit.model.reading import Reading
from ondit.present.exchange import shapes
from ondit.present.exchange.schema import NoTraceShape
from ondit.present.page.report import trace_page
from ondit.present.terminal.article import article_text, reading_text
from ondit.present.terminal.outline import trace_text
from ondit.present.terminal.screen import Screen
from ondit.present.terminal.tables import (
    articles_table,
    claims_table,
    decisions_table,
    failures_table,
    stories_table,
)

Listed = ListedArticle | ListedClaim | ListedStory | ListedCopy | ListedSource | ListedDecision | Failure
Row = TypeVar("Row")
ReadForm = Callable[[Reading, Screen], str]
TraceForm = Callable[[Trace | None, Sequence[Article], Screen], str]
ListingForm = Callable[[Sequence[Row], Screen], str]


def read_lines(reading: Reading, screen: Screen) -> str:
    """Return the attributions of one article as JSON Lines; empty when it has none."""
    return _lines(shapes.attribution_shape(reading, one) for one in reading.resolved.attributions)


def trace_json(trace: Trace | None, articles: Sequence[Article], screen: Screen) -> str:
    """Return a trace as JSON; without a trace, the answer that no claim matches."""
    return _lines([shapes.trace_shape(trace, articles) if trace else NoTraceShape()])


def export_lines(rows: Iterable[Listed | Reading]) -> Iterator[str]:
    """Yield the line of JSON of each row, of whatever kind, with its line end.

    A reading gives the lines of its attributions.
    """
    for row in rows:
        if isinstance(row, Reading):
            yield from (_lines([shapes.attribution_shape(row, one)]) for one in row.resolved.attributions)
        else:
            yield _lines([_shape(row)])


def _shape(row: Listed) -> Struct:
    match row:
        case ListedArticle():
            return shapes.article_shape(row)
        case ListedClaim():
            return shapes.claim_shape(row)
        case ListedStory():
            return shapes.story_shape(row)
        case ListedCopy():
            return shapes.copy_shape(row)
        case ListedSource():
            return shapes.source_shape(row)
        case ListedDecision():
            return shapes.decision_shape(row)
        case Failure():
            return shapes.failure_shape(row)


def _lines(each: Iterable[Struct]) -> str:
    return "".join(shapes.encode(shape) + "\n" for shape in each)


READ_FORMS: Mapping[str, ReadForm] = {"text": reading_text, "jsonl": read_lines}
SHOW_FORMS: Mapping[str, ReadForm] = {"text": article_text, "jsonl": read_lines}
TRACE_FORMS: Mapping[str, TraceForm] = {
    "text": trace_text,
    "json": trace_json,
    "html": lambda trace, articles, screen: trace_page(trace, articles),
}
CLAIM_FORMS: Mapping[str, ListingForm[ListedClaim]] = {
    "text": claims_table,
    "jsonl": lambda rows, screen: "".join(export_lines(rows)),
}
ARTICLE_FORMS: Mapping[str, ListingForm[ListedArticle]] = {
    "text": articles_table,
    "jsonl": lambda rows, screen: "".join(export_lines(rows)),
}
STORY_FORMS: Mapping[str, ListingForm[ListedStory]] = {
    "text": stories_table,
    "jsonl": lambda rows, screen: "".join(export_lines(rows)),
}
DECISION_FORMS: Mapping[str, ListingForm[ListedDecision]] = {
    "text": decisions_table,
    "jsonl": lambda rows, screen: "".join(export_lines(rows)),
}
FAILURE_FORMS: Mapping[str, ListingForm[Failure]] = {
    "text": failures_table,
    "jsonl": lambda rows, screen: "".join(export_lines(rows)),
}
