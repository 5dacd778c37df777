"""Number drift: the same quantity with other values, or another "more than", from page to page."""

from collections.abc import Iterator

from ondit.assess.case import Case
from ondit.model.claim import Quantity
from ondit.model.provenance import Evidence, Finding

KIND = "number drift"

MOST_SHOWN = 12
"""Values named in the text of one finding; beyond that a reader wants the list of carriers."""


def find(case: Case) -> Iterator[Finding]:
    """Yield one finding for each unit of which the carriers give more than one value."""
    units: dict[str, dict[str, list[tuple[str, Quantity]]]] = {}
    for carrier in case.graph.carriers:
        for quantity in carrier.quantities:
            values = units.setdefault(quantity.unit, {})
            values.setdefault(worded(quantity), []).append((carrier.article_id, quantity))
    for unit, values in sorted(units.items()):
        if not unit or len(values) < 2:
            continue
        ordered = sorted(values.items(), key=lambda item: (item[1][0][1].value, item[0]))
        told = "; ".join(f"{words} ({len(given)})" for words, given in ordered[:MOST_SHOWN])
        evidence = tuple(
            _shown(case, article, quantity) for _, given in ordered for article, quantity in given
        )
        yield Finding(kind=KIND, text=f"{unit}: {told}, by number of articles.", evidence=evidence)


def worded(quantity: Quantity) -> str:
    """Return a quantity as it is told: modifier and value, both ends of a range."""
    upper = f" to {quantity.upper:,.15g}" if quantity.upper is not None else ""
    return f"{quantity.modifier} {quantity.value:,.15g}{upper}".strip()


def _shown(case: Case, article_id: str, quantity: Quantity) -> Evidence:
    text = case.readings[article_id].article.cut(quantity.span)
    return Evidence(article_id=article_id, span=quantity.span, text=text)
