"""A question is answered from readings: claim -> provenance graph -> trace."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from ondit.assess import assess
from ondit.decide import (
    changes_claims,
    in_force,
    obey_in_graph,
    obey_in_linking,
    obey_in_reading,
    verdicts_of,
    without_names,
)
from ondit.errors import NotFoundError
from ondit.match import Linker, claims_near, explain_claim, mention_weights, select_claim
from ondit.model.article import Article
from ondit.model.claim import Claim, Copy, Linking, Mention
from ondit.model.decision import Decision
from ondit.model.listing import DecidedClaims, Narrowing
from ondit.model.provenance import Trace
from ondit.model.reading import Reading
from ondit.stage import Recipe, read_article
from ondit.store import Store
from ondit.text.weights import TermWeights
from ondit.trace import page_address, trace_claim

MOST_BESIDE = 500
"""Further articles of a claim's story among which other versions of its pages are looked for: reading more of
them from the store costs as much as the trace itself."""

_ASKED_IN = "en"  # questions are read as English


def decided_linking(
    store: Store, narrowing: Narrowing | None = None, *, claims: Iterable[str] | None = None
) -> Linking:
    """Return what links the articles of a store, as analysts decided it.

    With `claims`, only those with these ids and what lies about them are needed; the claims that a decision
    is about come along, since it may have made these out of them.
    """
    decisions = in_force(store.decisions.read())
    near = None if claims is None else {*claims, *_touched(store, decisions)}
    return obey_in_linking(store.linking(narrowing, claims=near), decisions)


def decided_claims(store: Store, narrowing: Narrowing | None = None) -> DecidedClaims:
    """Return the claims of a store that a decision is about: as they are stored, and as they were decided."""
    decisions = in_force(store.decisions.read())
    touched = _touched(store, decisions)
    if not touched:
        return DecidedClaims()
    linking = obey_in_linking(store.linking(narrowing, claims=touched), decisions)
    return DecidedClaims(stored=frozenset(touched), claims=linking.claims, mains=linking.mains)


def _touched(store: Store, decisions: Sequence[Decision]) -> list[str]:
    """Return the ids of the stored claims whose mentions a decision joins, parts, rejects or edits."""
    names = {name for one in decisions if changes_claims([one]) for name in one.names}
    return store.claims.holding(names) if names else []


def decided_readings(store: Store, ids: Iterable[str] | None = None) -> Iterator[Reading]:
    """Yield the readings of a store, all or these, with the attributions that analysts rejected or edited
    as they decided."""
    decisions = in_force(store.decisions.read())
    return (obey_in_reading(reading, decisions) for reading in store.readings(ids))


def shown_reading(article_id: str, store: Store, recipe: Recipe) -> Reading | None:
    """Return the reading of a stored article by this recipe, made anew where another one made it, with its
    attributions as decided; None when the store does not hold the article."""
    reading = next(store.readings([article_id]), None)
    if reading is None:
        return None
    if not next(store.readings([article_id], recipe=recipe.digest), None):
        reading = read_article(reading.article, recipe, mentions=False)
    return obey_in_reading(reading, in_force(store.decisions.read()))


def find_claim(question: str, linking: Linking, recipe: Recipe) -> Claim | None:
    """Return the claim that a person asks for, by its id or by a sentence; None when no claim is like it.

    Raises `NotFoundError` when an id is asked for that is not there.
    """
    return _selected(question, () if _is_id(question) else _asked(question, recipe), linking, None)


def trace(
    claim: Claim, readings: Iterable[Reading], copies: Sequence[Copy], *, decisions: Sequence[Decision] = ()
) -> Trace:
    """Return who says so: the claim's provenance graph and what is found in it.

    Of the `decisions` in force, those of sources are obeyed; claim and readings obey the others already.
    """
    by_id = {reading.id: reading for reading in readings}
    graph = trace_claim(claim, by_id, copies)
    return assess(obey_in_graph(graph, decisions), by_id, verdicts_of(decisions, graph))


def trace_readings(
    question: str, readings: Sequence[Reading], recipe: Recipe, *, why: bool = False
) -> Trace | None:
    """Return the trace of the claim that a sentence or id asks for among articles just read, or None.

    With `why` it tells what joins the claim's mentions and what keeps others apart.
    """
    linker = Linker()
    linker.add(readings)
    linking = linker.linking()
    claim = find_claim(question, linking, recipe)
    if claim is None:
        return None
    answer = trace(claim, readings, linking.copies)
    carriers = set(claim.carriers)
    story_of = {one: story.id for story in linking.stories for one in story.articles}
    return _explained(answer, (one for one in readings if one.id in carriers), story_of) if why else answer


def trace_stored(
    question: str,
    store: Store,
    recipe: Recipe,
    narrowing: Narrowing | None = None,
    *,
    bindings: bool = False,
) -> Trace | None:
    """Return the trace of the claim that a sentence or id asks for in a store, or None.

    It obeys the decisions of analysts. With `bindings`, unnamed sources bear the names they were bound to.
    """
    asked = () if _is_id(question) else _asked(question, recipe)
    near = {*claims_near(asked, store.known), *store.known.claims_beside(_ASKED_IN)} if asked else {question}
    linking = decided_linking(store, narrowing, claims=near)
    claim = _selected(question, asked, linking, mention_weights(store.known))
    if claim is None:
        return None
    decisions = in_force(store.decisions.read())
    readings = [*decided_readings(store, claim.carriers)]
    readings += _other_versions(readings, linking, claim, store)
    return trace(
        claim, readings, linking.copies, decisions=decisions if bindings else without_names(decisions)
    )


def _other_versions(
    readings: Sequence[Reading], linking: Linking, claim: Claim, store: Store
) -> Iterator[Reading]:
    """Yield the readings of the pages of a claim's carriers in versions that do not carry it; these are of
    the same story, where it is of some size only."""
    carriers = set(claim.carriers)
    beside = [
        one
        for story in linking.stories
        if story.id == claim.story
        for one in story.articles
        if one not in carriers
    ]
    addresses = {page_address(reading.article) for reading in readings} - {""}
    if addresses and len(beside) <= MOST_BESIDE:
        found = decided_readings(store, beside)
        yield from (reading for reading in found if page_address(reading.article) in addresses)


def explain_stored(answer: Trace, store: Store) -> Trace:
    """Return a trace of a store with why its claim's mentions are one claim and their neighbours are not."""
    readings = decided_readings(store, answer.graph.claim.carriers)
    carriers = answer.graph.claim.carriers
    story_of = {one: story for one in carriers if (story := store.known.story_of(one))}
    return _explained(answer, readings, story_of)


def _explained(answer: Trace, readings: Iterable[Reading], story_of: Mapping[str, str]) -> Trace:
    return msgspec.structs.replace(answer, pairings=explain_claim(answer.graph.claim, readings, story_of))


def _selected(
    question: str, asked: Sequence[Mention], linking: Linking, weights: TermWeights | None
) -> Claim | None:
    if not _is_id(question):
        return select_claim(asked, linking, weights)
    for claim in linking.claims:
        if claim.id == question:
            return claim
    raise NotFoundError(f"no claim {question} here; 'ondit claims' lists those that the store holds")


def _is_id(question: str) -> bool:
    return question.startswith("clm_")


def _asked(question: str, recipe: Recipe) -> tuple[Mention, ...]:
    return read_article(Article(id="question", text=question, language=_ASKED_IN), recipe).mentions
