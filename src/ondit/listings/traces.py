"""One claim of a store, traced for a page; and what tells whether its trace still holds."""

from collections.abc import Sequence
from hashlib import blake2b

from ondit.decide import in_force, without_names
from ondit.errors import NotFoundError
from ondit.model.listing import AskedClaim, Narrowing, TracedClaim
from ondit.pipeline import Recipe, decided_claims, decided_linking, decided_readings, trace, trace_stored
from ondit.store import Store


def trace_claim_of(store: Store, claim_id: str) -> TracedClaim:
    """Return the trace of the claim with this id, as analysts decided, with the articles that carry it.
    Nothing of whom unnamed sources were bound to is in it.

    Raises `NotFoundError` when there is no such claim.
    """
    linking = decided_linking(store, claims=[claim_id])
    claim = next((one for one in linking.claims if one.id == claim_id), None)
    if claim is None:
        raise NotFoundError(f"no claim {claim_id} here; 'ondit claims' lists those that the store holds")
    readings = list(decided_readings(store, claim.carriers))
    decisions = without_names(in_force(store.decisions.read()))
    answer = trace(claim, readings, linking.copies, decisions=decisions)
    return TracedClaim(trace=answer, articles=tuple(reading.article for reading in readings))


def trace_asked(
    sentence: str, store: Store, recipe: Recipe, narrowing: Narrowing | None = None
) -> AskedClaim | None:
    """Return the trace of the claim that is most like a sentence, with the articles that carry it and the
    claims of the store that it takes in; None where none is like it. Nothing of whom unnamed sources were
    bound to is in it."""
    answer = trace_stored(sentence, store, recipe, narrowing)
    if answer is None:
        return None
    claim = answer.graph.claim
    return AskedClaim(
        trace=answer,
        articles=tuple(store.shelf.articles(claim.carriers)),
        taken_in=tuple(store.claims.counted(store.claims.holding(one.id for one in claim.mentions))),
    )


def trace_states(store: Store, ids: Sequence[str]) -> dict[str, bytes]:
    """Return, for each of these claims, a digest of all in the store that its trace depends on."""
    decisions = in_force(store.decisions.read())
    touched = sorted(decided_claims(store).stored) if decisions else []
    stored = store.claims.states([*ids, *touched])
    base = "".join(one.id for one in decisions).encode()
    among = b"".join(stored.get(one, b"") for one in touched)
    return {
        one: blake2b(base + stored.get(one, b"") + among, digest_size=16).digest()
        if decisions
        else stored.get(one, b"")
        for one in ids
    }
