"""Records become what a person or another program reads."""

from ondit.present.forms import (
    ARTICLE_FORMS,
    CLAIM_FORMS,
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
    "READ_FORMS",
    "SHOW_FORMS",
    "STORY_FORMS",
    "TRACE_FORMS",
    "Screen",
    "export_lines",
]
