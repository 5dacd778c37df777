"""The forms that a store, or one claim of it, can be exported in. Each yields text, piece by piece."""

from collections.abc import Callable, Iterator, Mapping

from ondit.errors import NotFoundError
from ondit.model.listing import Holding
from ondit.present.exchange import graphml, prov, schemaorg, stix, tables, webanno
from ondit.present.exchange.tables import TABLES
from ondit.present.forms import export_lines
from ondit.present.page.report import trace_page

__all__ = ["EXPORTS", "TABLES", "Export"]

Export = Callable[[Holding], Iterator[str]]


def _lines(holding: Holding) -> Iterator[str]:
    """Yield all rows as JSON Lines in our own schemas: what `ondit import` takes."""
    return export_lines(holding.rows)


def _page(holding: Holding) -> Iterator[str]:
    """Yield the trace of the first claim as one page.

    Raises `NotFoundError` when there is none.
    """
    for traced in holding.traced:
        yield trace_page(traced.trace, traced.articles)
        return
    raise NotFoundError("the store holds no such claims; 'ondit add' adds articles.")


EXPORTS: Mapping[str, Export] = {
    "jsonl": _lines,
    "webanno": webanno.annotations,
    "schema": schemaorg.claims,
    "prov": prov.prov_json,
    "prov-o": prov.prov_o,
    "stix": stix.bundle,
    "graphml": graphml.graph,
    "csv": tables.carriers,
    "html": _page,
}
