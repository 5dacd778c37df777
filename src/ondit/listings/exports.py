"""What exports draw from: all rows of a store, or one claim with its carriers."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from ondit.decide import in_force, obey_in_reading, without_names
from ondit.deciding import list_decisions
from ondit.errors import NotFoundError
from ondit.listings.rows import publication, told
from ondit.model.article import Article
from ondit.model.claim import Claim
from ondit.model.listing import Exported, Holding, Narrowing, TracedClaim
from ondit.model.reading import Reading
from ondit.pipeline import Recipe, decided_linking, decided_readings, trace, trace_stored
from ondit.present import article_rows, claim_rows, copy_rows, source_rows, story_rows
from ondit.store import Store


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
    articles = sorted(within, key=publication)
    ids = [article.id for article in articles]
    yield from article_rows(articles, linking, told(store, articles))
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
