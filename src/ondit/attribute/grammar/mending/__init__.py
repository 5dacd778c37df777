"""Mending a parsed sentence where the parser has habits that hide who says what."""
