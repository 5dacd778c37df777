"""A provenance graph becomes origins, a range and findings."""

from ondit.assess.assessment import assess

__all__ = ["assess"]
