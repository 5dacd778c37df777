"""What a store holds: pages of it, rows in full, what exports draw from, claims traced."""

from ondit.listings.exports import export_rows, find_holding
from ondit.listings.pages import (
    find_articles,
    find_carried,
    find_claims,
    find_stories,
    find_story,
    listed_articles,
    listed_claims,
    listed_story,
)
from ondit.listings.rows import list_articles, list_claims, list_stories
from ondit.listings.traces import trace_asked, trace_claim_of, trace_states

__all__ = [
    "export_rows",
    "find_articles",
    "find_carried",
    "find_claims",
    "find_holding",
    "find_stories",
    "find_story",
    "list_articles",
    "list_claims",
    "list_stories",
    "listed_articles",
    "listed_claims",
    "listed_story",
    "trace_asked",
    "trace_claim_of",
    "trace_states",
]
