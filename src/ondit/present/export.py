"""The project's own exchange form: everything as JSON Lines, each line with its schema."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from ondit.model.listing import ListedArticle, ListedClaim, ListedCopy, ListedSource, ListedStory
from ondit.model.reading import Reading
from ondit.present import exchange

Row: TypeAlias = ListedArticle | ListedClaim | ListedCopy | ListedSource | ListedStory | Reading

_SHAPES: Mapping[type, Callable[[Any], Any]] = {
    ListedArticle: exchange.article_shape,
    ListedClaim: exchange.claim_shape,
    ListedCopy: exchange.copy_shape,
    ListedSource: exchange.source_shape,
    ListedStory: exchange.story_shape,
}


def export_lines(row: Row) -> str:
    """Return the lines of one row: one object, or, for a reading, one for each of its attributions."""
    if isinstance(row, Reading):
        shapes = [exchange.attribution_shape(row, one) for one in row.resolved.attributions]
    else:
        shapes = [_SHAPES[type(row)](row)]
    return "".join(exchange.encode(shape) + "\n" for shape in shapes)
