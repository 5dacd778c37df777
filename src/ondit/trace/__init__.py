"""A claim becomes its provenance graph."""
