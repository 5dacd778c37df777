"""Mentions become claims, claims become stories, shared text becomes copies."""
