"""Inputs become articles."""

from ondit.ingest.decisions import read_decisions
from ondit.ingest.inputs import read_inputs
from ondit.ingest.items import Item, find_items
from ondit.ingest.reading import read_item

__all__ = ["Item", "find_items", "read_decisions", "read_inputs", "read_item"]
