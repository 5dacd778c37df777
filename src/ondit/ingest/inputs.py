"""The door of the room: what items hold becomes articles, each once."""

from collections.abc import Iterable, Iterator

import msgspec

from ondit.ingest.item import skipped
from ondit.model.article import Article, Skipped
from ondit.model.ids import content_id


def distinct(articles: Iterable[tuple[str, Article | Skipped]]) -> Iterator[Article | Skipped]:
    """Yield every article once, in order; each comes with the name of the item that holds it.

    Another article under an id that was there already is skipped, since an id means one article. What was
    skipped before passes through.
    """
    seen: dict[str, str] = {}
    for name, article in articles:
        if isinstance(article, Skipped):
            yield article
            continue
        digest = content_id("", msgspec.json.encode(article.uncaptured).decode())
        if article.id not in seen:
            seen[article.id] = digest
            yield article
        elif seen[article.id] != digest:
            yield skipped(name, f"another article has the id {article.id} already; give each its own id")
