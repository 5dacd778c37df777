"""Attributions learn whom they mean: outlets, persons, bodies, documents, unnamed sources, credits."""

from ondit.resolve.resolution import resolve

__all__ = ["resolve"]
