"""Articles in, sentences and tokens out: one parse, made once, that all later rooms read."""

from ondit.annotate.parser import installed_parser
from ondit.annotate.reading import annotate

__all__ = ["annotate", "installed_parser"]
