"""Text reuse: which article took its words from which, and which words."""

from ondit.match.copies.find import CopyIndex, find_copies

__all__ = ["CopyIndex", "find_copies"]
