"""The same as the pages show, as JSON; and what programs may write."""

from ondit.web.api.table import API, Operation

__all__ = ["API", "Operation"]
