"""A provenance graph becomes origins, a range and findings."""
