"""The one corridor: joins rooms, store and engine.

articles -> readings (`reading`) -> linking in a store (`keeping`) -> provenance graph -> trace (`answering`)
"""

from ondit.pipeline.answering import (
    decided_claims,
    decided_linking,
    decided_readings,
    explain_stored,
    find_claim,
    shown_reading,
    trace,
    trace_readings,
    trace_stored,
)
from ondit.pipeline.keeping import BATCH, add_articles, remove_articles
from ondit.pipeline.reading import (
    READING,
    Recipe,
    parse_items,
    read_article,
    read_articles,
    read_inputs,
    read_items,
)

__all__ = [
    "BATCH",
    "READING",
    "Recipe",
    "add_articles",
    "decided_claims",
    "decided_linking",
    "decided_readings",
    "explain_stored",
    "find_claim",
    "parse_items",
    "read_article",
    "read_articles",
    "read_inputs",
    "read_items",
    "remove_articles",
    "shown_reading",
    "trace",
    "trace_readings",
    "trace_stored",
]
