"""Comparing the trace of a story with its true sourcing graph."""
