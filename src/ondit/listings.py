"""What a store holds, as rows that can be shown or exported."""

from collections.abc import Iterator, Sequence

from ondit.model.article import Article
from ondit.model.claim import Claim, Copy
from ondit.model.listing import (
    ListedArticle,
    ListedClaim,
    ListedCopy,
    ListedSource,
    ListedStory,
    Place,
)
from ondit.model.narrowing import Narrowing
from ondit.model.reading import Reading
from ondit.model.source import Source
from ondit.pipeline import trace
from ondit.store import Store
from ondit.text.fold import fold


def list_claims(
    store: Store, narrowing: Narrowing, *, query: str = "", limit: int | None = None
) -> list[ListedClaim]:
    """Return the claims that hold all words of `query`, most telling first: many carriers, few origins.

    The claims of several carriers are traced, up to `limit` of them; those of one carrier tell nothing.
    """
    linking = store.linking(narrowing)
    wanted = set(fold(query).split())
    found = sorted(
        (claim for claim in linking.claims if wanted <= set(fold(claim.text).split())),
        key=lambda claim: (-len(claim.carriers), claim.id),
    )
    rows = [_listed(store, claim, linking.copies) for claim in found[:limit]]
    return sorted(rows, key=_telling)


def list_stories(store: Store, narrowing: Narrowing, *, limit: int | None = None) -> list[ListedStory]:
    """Return the stories, those with the most articles first."""
    articles = {article.id: article for article in store.articles(narrowing)}
    stories = sorted(store.linking(narrowing).stories, key=lambda story: (-len(story.articles), story.id))
    return [
        ListedStory(story=story, articles=tuple(articles[one] for one in story.articles))
        for story in stories[:limit]
    ]


def list_articles(store: Store, narrowing: Narrowing, *, limit: int | None = None) -> list[ListedArticle]:
    """Return the articles in the order of publication, the undated last."""
    linking = store.linking(narrowing)
    mains = {main.article_id: main for main in linking.mains}
    claims: dict[str, list[str]] = {}
    for claim in linking.claims:
        for carrier in claim.carriers:
            claims.setdefault(carrier, []).append(claim.id)
    articles = sorted(store.articles(narrowing), key=_publication)
    return [
        ListedArticle(article=one, main=mains.get(one.id), claims=tuple(claims.get(one.id, ())))
        for one in articles[:limit]
    ]


def list_copies(store: Store, narrowing: Narrowing) -> Iterator[ListedCopy]:
    """Yield the copies, by the ids of the later and the earlier article."""
    articles = {article.id: article for article in store.articles(narrowing)}
    for copy in store.linking(narrowing).copies:
        yield ListedCopy(copy=copy, later=articles[copy.later], earlier=articles[copy.earlier])


def list_sources(store: Store, narrowing: Narrowing) -> list[ListedSource]:
    """Return the sources over all articles, by id; an unnamed one stays apart in every article."""
    places: dict[str, list[Place]] = {}
    sources: dict[str, Source] = {}
    for reading in readings_within(store, narrowing):
        for source in reading.resolved.sources:
            sources.setdefault(source.id, source)
            places.setdefault(source.id, []).extend(Place(reading.article, one) for one in source.mentions)
    return [
        ListedSource(source=source, aliases=_wordings(source, places[key]), places=tuple(places[key]))
        for key, source in sorted(sources.items())
    ]


def export_rows(
    store: Store, narrowing: Narrowing
) -> Iterator[ListedArticle | Reading | ListedClaim | ListedStory | ListedCopy | ListedSource]:
    """Yield all rows of an export: articles, attributions (by reading), claims, stories, copies, sources."""
    yield from list_articles(store, narrowing)
    yield from readings_within(store, narrowing)
    articles = {article.id: article for article in store.articles(narrowing)}
    for claim in store.linking(narrowing).claims:
        yield ListedClaim(claim=claim, articles=tuple(articles[one] for one in claim.carriers))
    yield from list_stories(store, narrowing)
    yield from list_copies(store, narrowing)
    yield from list_sources(store, narrowing)


def readings_within(store: Store, narrowing: Narrowing) -> Iterator[Reading]:
    """Yield the readings of the articles within the bounds, in the order in which they were added."""
    return store.readings([article.id for article in store.articles(narrowing)])


def _wordings(source: Source, places: Sequence[Place]) -> tuple[str, ...]:
    words = (place.article.cut(place.span) for place in places)
    return tuple(dict.fromkeys(word for word in words if word != source.name))


def _listed(store: Store, claim: Claim, copies: Sequence[Copy]) -> ListedClaim:
    readings = list(store.readings(claim.carriers))
    origins = trace(claim, readings, copies).independent_origins if len(claim.carriers) > 1 else None
    return ListedClaim(claim=claim, articles=tuple(reading.article for reading in readings), origins=origins)


def _telling(row: ListedClaim) -> tuple[int, int, str]:
    origins = row.origins.at_most if row.origins else 0
    return origins - len(row.claim.carriers), origins, row.claim.id


def _publication(article: Article) -> tuple[bool, str, str]:
    published = article.published_interval
    return published is None, published.start.isoformat() if published else "", article.id
