"""Annotated articles become attributions."""
