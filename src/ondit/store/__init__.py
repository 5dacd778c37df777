"""One file that keeps articles and readings."""
