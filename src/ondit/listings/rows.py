"""What a store holds, as rows that are shown or exported in full."""

from collections.abc import Iterable

from msgspec.structs import replace

from ondit.decide import in_force, without_names
from ondit.listings.pages import find_articles, find_claims, find_stories, listed_story
from ondit.model.article import Article
from ondit.model.listing import ListedArticle, ListedClaim, ListedStory, Narrowing, Window
from ondit.pipeline import decided_linking, decided_readings, trace
from ondit.present import claim_rows
from ondit.store import Store

_ALL = 2**31  # rows; more than any store has


def list_claims(
    store: Store, narrowing: Narrowing, *, query: str = "", limit: int | None = None
) -> list[ListedClaim]:
    """Return the claims that hold all words of `query`, most telling first: many carriers, few origins.

    Of those with the most carriers, `limit` are listed; each that has several is traced.
    """
    found = find_claims(store, narrowing, query, Window(limit=limit or _ALL))
    ids = {claim.id for claim in found.rows}
    linking = decided_linking(store, narrowing, claims=ids if limit else None)
    claims = tuple(claim for claim in linking.claims if claim.id in ids)
    decisions = without_names(in_force(store.decisions.read()))
    traces = [
        trace(claim, decided_readings(store, claim.carriers), linking.copies, decisions=decisions)
        for claim in claims
        if len(claim.carriers) > 1
    ]
    carriers = dict.fromkeys(article for claim in claims for article in claim.carriers)
    return claim_rows(store.shelf.articles(carriers), replace(linking, claims=claims), traces)


def list_stories(store: Store, narrowing: Narrowing, *, limit: int | None = None) -> list[ListedStory]:
    """Return the stories with their articles, those with the most first."""
    found = find_stories(store, narrowing, "", Window(limit=limit or _ALL))
    rows = [listed_story(store, told, narrowing) for told in found.rows]
    return [replace(row, articles=tuple(store.shelf.articles(row.story.articles))) for row in rows]


def list_articles(
    store: Store, narrowing: Narrowing, *, query: str = "", limit: int | None = None
) -> list[ListedArticle]:
    """Return the articles that hold all words of `query` in the order of publication, the undated last."""
    return [*find_articles(store, narrowing, query, Window(limit=limit or _ALL)).rows]


def told(store: Store, articles: Iterable[Article]) -> dict[str, str | None]:
    """Return, by article, the outlets that readings tell of articles of which nobody states it."""
    silent = [article.id for article in articles if not article.outlet]
    return {reading.id: reading.outlet for reading in store.readings(silent)} if silent else {}


def publication(article: Article) -> tuple[bool, str, str]:
    """Return what articles are put in the order of publication by, the undated last."""
    published = article.published_interval
    return published is None, published.start.isoformat() if published else "", article.id
