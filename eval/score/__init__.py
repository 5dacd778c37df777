"""Comparing what was marked with what was found, and making figures of it."""
