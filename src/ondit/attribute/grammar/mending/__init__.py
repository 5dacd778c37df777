"""Mending the habits of the parser that hide who says what."""
