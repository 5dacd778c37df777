"""What other people's parsers raise on broken input."""

LIBRARY_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What lxml, trafilatura, resiliparse and feedparser have been seen to raise on broken pages and feeds, or
may, beside errors of their own: a fault of a library must cost one item, not the run."""
