"""Records become what a person or another program reads."""

from ondit.present.export import export_lines
from ondit.present.forms import ARTICLE_FORMS, CLAIM_FORMS, READ_FORMS, SHOW_FORMS, STORY_FORMS, TRACE_FORMS
from ondit.present.screen import Screen

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
