"""Attributions learn whom they mean: outlets, persons, bodies, documents, unnamed sources, credits."""

from ondit.resolve.resolution import outlets_named, resolve

__all__ = ["outlets_named", "resolve"]
