"""Attributions learn whom they mean: outlets, persons, bodies, documents, unnamed sources, credits."""

from ondit.resolve.acquaintance import acquaint
from ondit.resolve.resolution import resolve

__all__ = ["acquaint", "resolve"]
