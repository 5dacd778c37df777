"""Attributions learn whom they mean."""
