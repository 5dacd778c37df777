"""What a store holds, as rows that can be shown or exported."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ondit.decide import in_force, obey_in_reading, without_names
from ondit.deciding import list_decisions
from ondit.errors import NotFoundError
from ondit.model.article import Article
from ondit.model.claim import Claim
from ondit.model.listing import (
    CountedClaim,
    Exported,
    Holding,
    ListedArticle,
    ListedClaim,
    ListedStory,
    Narrowing,
    Rows,
    ToldStory,
    TracedClaim,
    Window,
)
from ondit.model.reading import Reading
from ondit.pipeline import Recipe, decided_claims, decided_linking, decided_readings, trace, trace_stored
from ondit.present import article_rows, claim_rows, copy_rows, source_rows, story_rows
from ondit.store import Store
from ondit.text.fold import fold


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


def find_stories(store: Store, narrowing: Narrowing, words: str, window: Window) -> Rows[ToldStory]:
    """Return a window of the stories with an article that holds all the words, those with the most articles
    first, each with its claims as analysts decided them."""
    found = store.listed.stories(narrowing, words, window)
    claims = _claims_of(store, [story.id for story in found.rows], narrowing)
    rows = tuple(ToldStory(story=story, claims=tuple(claims[story.id])) for story in found.rows)
    return Rows(rows=rows, total=found.total, window=window)


def _claims_of(
    store: Store, stories: Sequence[str], narrowing: Narrowing
) -> Mapping[str | None, Sequence[CountedClaim]]:
    decided = decided_claims(store, narrowing)
    counted = [counted_claim(claim) for claim in decided.claims if claim.story in stories]
    counted += store.listed.claims_of(stories, narrowing, without=decided.stored)
    told: dict[str | None, list[CountedClaim]] = {story: [] for story in stories}
    for claim in sorted(counted, key=_telling):
        told[claim.story].append(claim)
    return told


def _telling(claim: CountedClaim) -> tuple[int, str]:
    return -claim.carriers, claim.id


def counted_claim(claim: Claim) -> CountedClaim:
    """Return a claim as it is counted."""
    return CountedClaim(id=claim.id, text=claim.text, story=claim.story, carriers=len(claim.carriers))


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
    return article_rows(articles, decided_linking(store, narrowing), _told(store, articles))


def find_holding(
    store: Store, narrowing: Narrowing, recipe: Recipe, *, claim: str | None = None, bindings: bool = False
) -> Holding:
    """Return what exports draw from: the whole store within the bounds, or one claim with its carriers.

    `claim` is an id or a sentence. Whom unnamed sources were bound to is left out unless `bindings` asks for
    it.

    Raises `NotFoundError` when no claim is like the sentence, or none has the id.
    """
    if claim is None:
        return Holding(
            rows=export_rows(store, narrowing, bindings=bindings),
            traced=_traced(store, narrowing, bindings=bindings),
        )
    answer = trace_stored(claim, store, recipe, narrowing, bindings=bindings)
    if answer is None:
        raise NotFoundError(f"{store.path} holds no claim like that sentence; 'ondit claims' lists them.")
    found = answer.graph.claim
    return Holding(
        rows=export_rows(store, narrowing, claim=found, bindings=bindings),
        traced=(TracedClaim(trace=answer, articles=_carriers(store, found)),),
    )


def _traced(store: Store, narrowing: Narrowing, *, bindings: bool) -> Iterator[TracedClaim]:
    """Yield the traces of the claims with several carriers, or of the first where none has, those with the
    most carriers first."""
    linking = decided_linking(store, narrowing)
    decisions = in_force(store.decisions.read())
    obeyed = decisions if bindings else without_names(decisions)
    claims = sorted(linking.claims, key=lambda claim: (-len(claim.carriers), claim.id))
    for claim in [one for one in claims if len(one.carriers) > 1] or claims[:1]:
        readings = list(decided_readings(store, claim.carriers))
        answer = trace(claim, readings, linking.copies, decisions=obeyed)
        yield TracedClaim(trace=answer, articles=tuple(reading.article for reading in readings))


def _carriers(store: Store, claim: Claim) -> tuple[Article, ...]:
    return tuple(reading.article for reading in store.readings(claim.carriers))


def export_rows(
    store: Store, narrowing: Narrowing, *, claim: Claim | None = None, bindings: bool = False
) -> Iterator[Exported]:
    """Yield all rows of an export: articles, attributions (by reading), claims, stories, copies, sources,
    decisions; with `claim`, only this one, and of articles only its carriers.

    Whom unnamed sources were bound to is left out unless `bindings` asks for it.
    """
    linking = decided_linking(store, narrowing)
    within: Iterable[Article] = store.articles(narrowing)
    if claim is not None:
        linking = replace(linking, claims=(claim,))  # a sentence may ask for more than the stored one
        within = _carriers(store, claim)
    articles = sorted(within, key=_publication)
    ids = [article.id for article in articles]
    yield from article_rows(articles, linking, _told(store, articles))
    yield from _in_order(store, ids)
    yield from claim_rows(articles, linking)
    yield from story_rows(articles, linking)
    yield from copy_rows(articles, linking)
    yield from source_rows(_in_order(store, ids))
    yield from list_decisions(store, bindings=bindings)


def _in_order(store: Store, ids: Iterable[str]) -> Iterator[Reading]:
    """Yield the decided readings in the order of these ids: that of adding differs from store to store."""
    decisions = in_force(store.decisions.read())
    return (obey_in_reading(reading, decisions) for one in ids for reading in store.readings([one]))


def _told(store: Store, articles: Iterable[Article]) -> dict[str, str | None]:
    """Return, by article, the outlets that readings tell of articles of which nobody states it."""
    silent = [article.id for article in articles if not article.outlet]
    return {reading.id: reading.outlet for reading in store.readings(silent)} if silent else {}


def _publication(article: Article) -> tuple[bool, str, str]:
    published = article.published_interval
    return published is None, published.start.isoformat() if published else "", article.id
