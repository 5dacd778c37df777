"""A claim becomes its provenance graph."""

from ondit.trace.provenance import trace_claim
from ondit.trace.versions import page_address

__all__ = ["page_address", "trace_claim"]
