"""Inputs become articles."""

from ondit.ingest.decisions import read_decisions
from ondit.ingest.inputs import distinct
from ondit.ingest.item import Item, is_foreign
from ondit.ingest.items import find_items
from ondit.ingest.reading import read_item

__all__ = ["Item", "distinct", "find_items", "is_foreign", "read_decisions", "read_item"]
