"""Traces for the pages: kept while nothing they depend on has changed, shown while they are made anew. The
large ones are made in a process of their own."""

import multiprocessing
import os
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import PriorityQueue
from threading import Condition, Lock, Thread
from time import monotonic
from typing import Generic, TypeVar

import msgspec

from ondit.errors import OnditError
from ondit.listings import trace_claim_of, trace_states
from ondit.model.listing import CountedClaim, TracedClaim
from ondit.model.provenance import IndependentOrigins
from ondit.store import Store, at_one_moment, open_store

V = TypeVar("V")

MOST_AT_ONCE = 30
"""Carriers of a claim that is traced while its page waits: 10 to 40 ms. One with 1,260 takes three seconds;
no other page would be answered meanwhile."""

_PATIENCE = 0.3  # seconds that a page waits for a trace that is being made
_BRIEF = 0.05  # the same, where there is an older one to show: a decision on 50 carriers is seen at once
_RANGED = 3_000
"""Carriers of a claim whose range a listing asks for: 2,500 take two seconds. A sentence that every outlet
prints is traced when its own page is opened, and then the listing has it too."""
_LARGE = 300  # carriers; claims with more have a process of their own, so that none waits behind them
_QUICK = 50  # carriers; ranges of claims with fewer come within the patience, the first page waits for them
_TRACES, _RANGES = 64, 50_000  # kept: some 5 MB for a large trace with its articles, 300 bytes for a range
_NICE = 19  # pages that are answered, and articles that are added, go before traces that are made


class Made(msgspec.Struct, frozen=True):
    """What the process answers: the claim as it was asked for, and the state of the store it was made from.
    `traced` is None where only the range was wanted, or the claim is gone."""

    claim_id: str
    state: bytes
    origins: IndependentOrigins | None
    traced: TracedClaim | None


def work(path: Path, pipe: Connection) -> None:
    """Trace the claims whose ids come through the pipe, with their articles where that is wanted.

    Ends when the other side of the pipe is closed.
    """
    with suppress(OSError):
        os.nice(_NICE)
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            claim_id, whole = pipe.recv()
            pipe.send(_made(path, claim_id, whole))


def _made(path: Path, claim_id: str, whole: bool) -> Made:
    try:
        with open_store(path, reading=True) as store, at_one_moment(store):
            state = trace_states(store, [claim_id])[claim_id]
            traced = trace_claim_of(store, claim_id)
    except OnditError:
        return Made(claim_id, b"", None, None)
    return Made(claim_id, state, traced.trace.independent_origins, traced if whole else None)


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


class Kept(Generic[V]):
    """The latest values by claim, each with the state that it holds for."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[str, tuple[bytes, V]] = OrderedDict()

    def get(self, claim_id: str, state: bytes) -> V | None:
        """Return the value of a claim where it holds for this state."""
        held = self._values.get(claim_id)
        if held is None or held[0] != state:
            return None
        self._values.move_to_end(claim_id)
        return held[1]

    def older(self, claim_id: str) -> V | None:
        """Return the value of a claim, whatever it holds for."""
        held = self._values.get(claim_id)
        return held[1] if held else None

    def put(self, claim_id: str, state: bytes, value: V) -> None:
        """Keep a value; the one that was longest unused goes when there are too many."""
        self._values[claim_id] = state, value
        self._values.move_to_end(claim_id)
        while len(self._values) > self._most:
            self._values.popitem(last=False)


class Lane:
    """A process with the claims that wait for it, those with the fewest carriers first."""

    def __init__(self, path: Path, keep: Callable[[Made], None]) -> None:
        self._path = path
        self._keep = keep
        self._line: PriorityQueue[tuple[int, str, bool]] = PriorityQueue()
        self._wanted: set[tuple[str, bool]] = set()
        self._lock = Lock()
        self._thread: Thread | None = None
        self._process: BaseProcess | None = None

    def ask(self, carriers: int, claim_id: str, whole: bool) -> None:
        """Have a claim traced, unless it waits for that already."""
        with self._lock:
            if (claim_id, whole) in self._wanted:
                return
            self._wanted.add((claim_id, whole))
            self._line.put((0 if whole else carriers, claim_id, whole))  # whose page waits goes first
            if self._thread is None:
                self._thread = Thread(target=self._run, daemon=True, name="traces")
                self._thread.start()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()

    def _run(self) -> None:
        """Hand one claim after another to the process; start it anew when it has ended."""
        pipe: Connection | None = None
        while True:
            _, claim_id, whole = self._line.get()
            try:
                if pipe is None:
                    pipe = self._hired()
                pipe.send((claim_id, whole))
                made = pipe.recv()
            except (EOFError, OSError):
                pipe, made = None, Made(claim_id, b"", None, None)
            with self._lock:
                self._wanted.discard((claim_id, whole))
            self._keep(made)

    def _hired(self) -> Connection:
        context = multiprocessing.get_context("spawn")  # a fork would take the threads' locks along
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=work, args=(self._path, theirs), name="ondit traces", daemon=True
        )
        self._process.start()
        theirs.close()
        return ours


class Tracer:
    """Gives traces and ranges, and has those made that nobody has asked for yet."""

    def __init__(self, path: Path) -> None:
        self._changed = Condition()
        self._traces: Kept[TracedClaim] = Kept(_TRACES)
        self._ranges: Kept[IndependentOrigins] = Kept(_RANGES)
        self._states: tuple[str, dict[str, bytes]] = "", {}
        self._lanes = Lane(path, self._keep), Lane(path, self._keep)

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
            self._keep(Made(claim_id, state, traced.trace.independent_origins, traced))
            return Given(traced, True)
        self._lanes[carriers > _LARGE].ask(carriers, claim_id, True)
        with self._changed:
            older = self._traces.older(claim_id)
            self._wait(lambda: self._traces.get(claim_id, state) is not None, _BRIEF if older else _PATIENCE)
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
            self._lanes[one.carriers > _LARGE].ask(one.carriers, one.id, False)
        with self._changed:
            if still and max(one.carriers for one in still) <= _QUICK:
                has_older = all(self._ranges.older(one.id) for one in still)
                self._wait(lambda: not missing(), _BRIEF if has_older else _PATIENCE)
            current = {one.id: self._ranges.get(one.id, states[one.id]) for one in claims}
            older = {one.id: self._ranges.older(one.id) for one in claims}
            is_whole = not missing()
        return Ranges(_there(current), _there(older), is_whole)

    def close(self) -> None:
        """End the processes."""
        for lane in self._lanes:
            lane.close()

    def _states_of(self, store: Store, ids: Sequence[str], version: str) -> dict[str, bytes]:
        """Return the states of claims, looked up once for each version of the store."""
        with self._changed:
            known = self._states[1] if self._states[0] == version else {}
        found = trace_states(store, [one for one in ids if one not in known])
        with self._changed:
            self._states = version, known | found
        return known | found

    def _wait(self, is_there: Callable[[], bool], seconds: float) -> None:
        end = monotonic() + seconds
        while not is_there() and (left := end - monotonic()) > 0:
            self._changed.wait(left)

    def _keep(self, made: Made) -> None:
        with self._changed:
            if made.origins is not None:
                self._ranges.put(made.claim_id, made.state, made.origins)
            if made.traced is not None:
                self._traces.put(made.claim_id, made.state, made.traced)
            self._changed.notify_all()


def _there(found: Mapping[str, IndependentOrigins | None]) -> Mapping[str, IndependentOrigins]:
    return {claim_id: origins for claim_id, origins in found.items() if origins}
