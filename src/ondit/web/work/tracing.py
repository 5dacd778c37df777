"""Traces for the pages: kept while nothing they depend on has changed, shown while they are made anew. The
large ones are made in a process of their own."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from threading import Condition

import msgspec

from ondit.errors import OnditError
from ondit.listings import trace_claim_of, trace_states
from ondit.model.listing import CountedClaim, TracedClaim
from ondit.model.provenance import IndependentOrigins
from ondit.store import Store, at_one_moment, open_store
from ondit.web.work.lane import Kept, Lane

MOST_AT_ONCE = 30
"""Carriers of a claim that is traced while its page waits: 10 to 40 ms. One with 2,500 takes two seconds; no
other page would be answered meanwhile."""

PATIENCE = 0.3  # seconds that a page waits for what is being made
BRIEF = 0.05  # the same, where there is an older one to show: a decision on 50 carriers is seen at once
_RANGED = 3_000
"""Carriers of a claim whose range a listing asks for: 2,500 take two seconds. A sentence that every outlet
prints is traced when its own page is opened, and then the listing has it too."""
_LARGE = 300  # carriers; claims with more have a process of their own, so that none waits behind them
_QUICK = 50  # carriers; ranges of claims with fewer come within the patience, the first page waits for them
_TRACES, _RANGES = 64, 50_000  # kept: some 5 MB for a large trace with its articles, 300 bytes for a range
_NICE = 10  # pages that are answered, and articles that are added, go before traces that are made


class Order(msgspec.Struct, frozen=True):
    """What is wanted of a claim: its trace with its articles (`whole`), or its range only."""

    claim_id: str
    whole: bool


class Made(msgspec.Struct, frozen=True):
    """What the process answers, with the state of the store that it was made from. `traced` is None where
    only the range was wanted."""

    state: bytes
    origins: IndependentOrigins
    traced: TracedClaim | None


class Given(msgspec.Struct, frozen=True):
    """A claim's trace with its carriers; one that is not current is of before the store's last change."""

    traced: TracedClaim
    is_current: bool


class Ranges(msgspec.Struct, frozen=True):
    """The ranges of a listing's claims by their ids: those that hold, and those of before a change that are
    being made anew. `is_whole` tells that all that will come of themselves are current."""

    current: Mapping[str, IndependentOrigins]
    older: Mapping[str, IndependentOrigins]
    is_whole: bool

    @property
    def shown(self) -> Mapping[str, IndependentOrigins]:
        """What a person is shown."""
        return {**self.older, **self.current}


def make(path: Path, order: Order) -> Made | None:
    """Trace a claim; None when it is gone, or the store cannot be read."""
    try:
        with open_store(path, reading=True) as store, at_one_moment(store):
            state = trace_states(store, [order.claim_id])[order.claim_id]
            traced = trace_claim_of(store, order.claim_id)
    except OnditError:
        return None
    return Made(state, traced.trace.independent_origins, traced if order.whole else None)


class Tracer:
    """Gives traces and ranges, and has those made that nobody has asked for yet."""

    def __init__(self, path: Path) -> None:
        self._changed = Condition()
        self._traces: Kept[TracedClaim] = Kept(_TRACES)
        self._ranges: Kept[IndependentOrigins] = Kept(_RANGES)
        self._states: tuple[str, dict[str, bytes]] = "", {}
        self._few, self._many = (Lane(partial(make, path), self._keep, nice=_NICE) for _ in range(2))

    def traced(self, store: Store, claim_id: str, version: str) -> Given | None:
        """Return a claim's trace, an older one while it is made anew; None where there is none yet.

        Raises `NotFoundError` when there is no such claim.
        """
        state = self._states_of(store, [claim_id], version)[claim_id]
        with self._changed:
            if found := self._traces.get(claim_id, state):
                return Given(found, True)
        carriers = store.claims.carriers(claim_id)
        if carriers <= MOST_AT_ONCE:
            traced = trace_claim_of(store, claim_id)
            self._keep(Order(claim_id, True), Made(state, traced.trace.independent_origins, traced))
            return Given(traced, True)
        self._ask(0, carriers, Order(claim_id, True))  # a page waits for it
        with self._changed:
            older = self._traces.older(claim_id)
            self._changed.wait_for(lambda: self._traces.get(claim_id, state), BRIEF if older else PATIENCE)
            if found := self._traces.get(claim_id, state):
                return Given(found, True)
        return Given(older, False) if older else None

    def ranges(self, store: Store, claims: Sequence[CountedClaim], version: str) -> Ranges:
        """Return the ranges of those of these claims that have one by now. The others are being made, but for
        those with very many carriers."""
        states = self._states_of(store, [claim.id for claim in claims], version)

        def missing() -> list[CountedClaim]:
            lacking = (one for one in claims if self._ranges.get(one.id, states[one.id]) is None)
            return [one for one in lacking if one.carriers <= _RANGED]

        with self._changed:
            still = missing()
        for one in still:
            self._ask(one.carriers, one.carriers, Order(one.id, False))
        with self._changed:
            if still and max(one.carriers for one in still) <= _QUICK:
                has_some = any(self._ranges.older(one.id) for one in claims)
                self._changed.wait_for(lambda: not missing(), BRIEF if has_some else PATIENCE)
            current = {one.id: self._ranges.get(one.id, states[one.id]) for one in claims}
            older = {one.id: self._ranges.older(one.id) for one in claims}
            is_whole = not missing()
        return Ranges(_there(current), _there(older), is_whole)

    def close(self) -> None:
        """End the processes."""
        self._few.close()
        self._many.close()

    def _ask(self, rank: int, carriers: int, order: Order) -> None:
        (self._many if carriers > _LARGE else self._few).ask(rank, order)

    def _states_of(self, store: Store, ids: Sequence[str], version: str) -> dict[str, bytes]:
        """Return the states of claims, looked up once for each version of the store."""
        with self._changed:
            known = self._states[1] if self._states[0] == version else {}
        found = trace_states(store, [one for one in ids if one not in known])
        with self._changed:
            self._states = version, known | found
        return known | found

    def _keep(self, order: Order, made: Made | None) -> None:
        with self._changed:
            if made is not None:
                self._ranges.put(order.claim_id, made.state, made.origins)
            if made is not None and made.traced is not None:
                self._traces.put(order.claim_id, made.state, made.traced)
            self._changed.notify_all()


def _there(found: Mapping[str, IndependentOrigins | None]) -> Mapping[str, IndependentOrigins]:
    return {claim_id: origins for claim_id, origins in found.items() if origins}
