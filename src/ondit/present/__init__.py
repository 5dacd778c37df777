"""Records become what a person or another program reads."""

from ondit.present.exchange.rows import article_rows, claim_rows, copy_rows, source_rows, story_rows
from ondit.present.forms import (
    ARTICLE_FORMS,
    CLAIM_FORMS,
    DECISION_FORMS,
    FAILURE_FORMS,
    READ_FORMS,
    SHOW_FORMS,
    STORY_FORMS,
    TRACE_FORMS,
    export_lines,
)
from ondit.present.terminal.screen import Screen

__all__ = [
    "ARTICLE_FORMS",
    "CLAIM_FORMS",
    "DECISION_FORMS",
    "FAILURE_FORMS",
    "READ_FORMS",
    "SHOW_FORMS",
    "STORY_FORMS",
    "TRACE_FORMS",
    "Screen",
    "article_rows",
    "claim_rows",
    "copy_rows",
    "export_lines",
    "source_rows",
    "story_rows",
]
