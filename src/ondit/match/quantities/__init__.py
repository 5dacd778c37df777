"""What a sentence counts: values, units, modifiers, ranges."""

from ondit.match.quantities.find import find_quantities

__all__ = ["find_quantities"]
