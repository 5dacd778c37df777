"""What a store holds, as rows that can be shown or exported."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from ondit.decide import in_force, without_names
from ondit.deciding import list_decisions
from ondit.model.article import Article
from ondit.model.decision import ListedDecision
from ondit.model.listing import ListedArticle, ListedClaim, ListedCopy, ListedSource, ListedStory, Narrowing
from ondit.model.reading import Reading
from ondit.pipeline import decided_linking, decided_readings, trace
from ondit.present import article_rows, claim_rows, copy_rows, source_rows, story_rows
from ondit.store import Store
from ondit.text.fold import fold

Exported = ListedArticle | Reading | ListedClaim | ListedStory | ListedCopy | ListedSource | ListedDecision


def list_claims(
    store: Store, narrowing: Narrowing, *, query: str = "", limit: int | None = None
) -> list[ListedClaim]:
    """Return the claims that hold all words of `query`, most telling first: many carriers, few origins.

    Of those with the most carriers, `limit` are listed; each that has several is traced.
    """
    linking = decided_linking(store, narrowing)
    matching = set(store.words.claims(query)) if query else set()
    wanted = set(fold(query).split())  # a decision may have made a claim that the index does not know
    found = sorted(
        (one for one in linking.claims if one.id in matching or wanted <= set(fold(one.text).split())),
        key=lambda claim: (-len(claim.carriers), claim.id),
    )[:limit]
    decisions = without_names(in_force(store.decisions.read()))
    traces = [
        trace(claim, decided_readings(store, claim.carriers), linking.copies, decisions=decisions)
        for claim in found
        if len(claim.carriers) > 1
    ]
    return claim_rows(store.articles(narrowing), replace(linking, claims=tuple(found)), traces)


def list_stories(store: Store, narrowing: Narrowing, *, limit: int | None = None) -> list[ListedStory]:
    """Return the stories, those with the most articles first."""
    return story_rows(store.articles(narrowing), decided_linking(store, narrowing))[:limit]


def list_articles(
    store: Store, narrowing: Narrowing, *, query: str = "", limit: int | None = None
) -> list[ListedArticle]:
    """Return the articles that hold all words of `query` in the order of publication, the undated last."""
    matching = set(store.words.articles(query)) if query else None
    within = (one for one in store.articles(narrowing) if matching is None or one.id in matching)
    articles = sorted(within, key=_publication)[:limit]
    return article_rows(_with_outlets(store, articles), decided_linking(store, narrowing))


def export_rows(store: Store, narrowing: Narrowing, *, bindings: bool = False) -> Iterator[Exported]:
    """Yield all rows of an export: articles, attributions (by reading), claims, stories, copies, sources,
    decisions.

    Whom unnamed sources were bound to is left out unless `bindings` asks for it.
    """
    linking = decided_linking(store, narrowing)
    articles = sorted(store.articles(narrowing), key=_publication)
    ids = [article.id for article in articles]
    yield from article_rows(_with_outlets(store, articles), linking)
    yield from decided_readings(store, ids)
    yield from claim_rows(articles, linking)
    yield from story_rows(articles, linking)
    yield from copy_rows(articles, linking)
    yield from source_rows(decided_readings(store, ids))
    yield from list_decisions(store, bindings=bindings)


def _with_outlets(store: Store, articles: Iterable[Article]) -> list[Article]:
    """Return articles of which nobody states the outlet with the one that their reading tells."""
    articles = list(articles)
    silent = [article.id for article in articles if not article.outlet]
    told = {reading.id: reading.outlet for reading in store.readings(silent)} if silent else {}
    return [replace(one, outlet=one.outlet or told.get(one.id)) for one in articles]


def _publication(article: Article) -> tuple[bool, str, str]:
    published = article.published_interval
    return published is None, published.start.isoformat() if published else "", article.id
