"""Ondit: who says so?

`read` gives the attributions of a text, `trace` the provenance of a claim among articles, `open_store` a
collection that lasts.
"""

from ondit.api import Store, open_store, read, trace
from ondit.model.article import Article

__all__ = ["Article", "Store", "open_store", "read", "trace"]
