"""A claim becomes its provenance graph."""

from ondit.trace.provenance import trace_claim

__all__ = ["trace_claim"]
