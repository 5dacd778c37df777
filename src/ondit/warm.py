"""Imported by the process from which workers are forked, and by nothing else: it loads once, for all of them,
what reading English takes a second to load. The one module that does work when it is imported.
"""

from contextlib import suppress

from ondit.errors import OnditError
from ondit.model.article import Article
from ondit.stage import Recipe, read_article

with suppress(OnditError, ImportError):  # a model that is missing or wrong is told where an article needs it
    read_article(
        Article(id="warm", text="“It is warm,” the mayor said on Monday.", language="en"),
        Recipe(trained=True),
    )
