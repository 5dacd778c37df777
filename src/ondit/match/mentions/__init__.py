"""What one article claims: its mentions, with the slots by which they are compared."""

from ondit.match.mentions.find import find_mentions

__all__ = ["find_mentions"]
