"""The engine of several processes on one machine."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import Any, Generic, TypeAlias

from ondit.engines.engine import Lost, R, Stage, T, attempt
from ondit.engines.workers import Limits, bounded, cause_of_death, fresh_pool, starting

_CHUNK = 2
"""Records sent to one of several workers at a time: one sending costs less than 1 ms, an article tens. With
more, the last chunk keeps one worker busy while the others are done: a second of nine, at 8 of 84."""

_AHEAD = 12  # chunks in flight for each worker, so that none waits while the caller takes results


Unrolling: TypeAlias = Callable[[T], Iterable[R]]
"""A stage with many results for one record."""


class Processes:
    """Runs a stage over records in worker processes that live for one `map`.

    Workers inherit nothing of this process, so a stage and what it is bound to must be picklable; a model
    that the stage caches loads once in each worker. A worker that dies (a crash, no memory, a limit) costs
    the record it worked on; where there are several, that record is tried twice, for nothing tells whose
    worker it was. `preloaded` are modules that workers find imported when they start.

    Limits are kept by the system (setrlimit, setitimer), which ends even a worker that is stuck in native
    code. Where the system has no such limits (Windows), there are none.
    """

    def __init__(self, workers: int, *, limits: Limits | None = None, preloaded: Sequence[str] = ()) -> None:
        self.workers = max(1, workers)
        self.limits = limits
        self.preloaded = tuple(preloaded)

    def fresh_pool(self) -> ProcessPoolExecutor:
        """Return a pool of workers to come."""
        return fresh_pool(self.workers, self.limits, self.preloaded)

    def map(self, stage: Stage[T, R], records: Iterable[T]) -> Iterator[R | Lost[T]]:
        """As `Engine.map`."""
        waiting = iter(records)
        crew = _Crew(stage, self)
        size = 1 if self.workers == 1 else _CHUNK
        try:
            while chunk := tuple(islice(waiting, size)):
                crew.send(chunk)
                if len(crew.in_flight) >= self.workers * _AHEAD:
                    yield from crew.next_results()
            while crew.in_flight:
                yield from crew.next_results()
        finally:
            crew.dismiss()

    @contextmanager
    def calls(self, stage: Stage[T, R]) -> Iterator[Callable[[T], R | Lost[T]]]:
        """Give a function that hands one record to a worker and waits for the result, as long as the block
        lasts; no worker starts before it is called."""
        crew = _Crew(stage, self)
        try:
            yield crew.alone
        finally:
            crew.dismiss()

    @contextmanager
    def streams(self, stage: Unrolling[T, R]) -> Iterator[Callable[[T], Iterator[R | Lost[T]]]]:
        """Give a function that hands one record to a worker and yields what the stage yields for it, as long
        as the block lasts. Each result is made within the limits, one ahead of what is taken; a worker that
        dies ends them with `Lost`. One record is unrolled at a time: a second ends the first.
        """
        unrolled = _Unrolled(stage, self)
        try:
            yield unrolled.results
        finally:
            unrolled.pool.shutdown(wait=False, cancel_futures=True)


class _Crew(Generic[T, R]):
    """The workers of one `map` and the chunks they have in hand, oldest first."""

    def __init__(self, stage: Stage[T, R], engine: Processes) -> None:
        self.stage = stage
        self.engine = engine
        self.in_flight: deque[tuple[Sequence[T], Future[list[R | Lost[T]]]]] = deque()
        self.pool = self.engine.fresh_pool()

    def send(self, chunk: Sequence[T]) -> None:
        """Hand a chunk to the workers."""
        self.in_flight.append((chunk, self._submit(chunk)))

    def next_results(self) -> Sequence[R | Lost[T]]:
        """Return the results of the oldest chunk.

        A pool breaks as a whole and does not say on which record. A single worker has the oldest record in
        hand; of several workers' chunks the oldest goes again record by record, which finds it if it is
        there, and the chunks behind it go again as they are.
        """
        chunk, future = self.in_flight.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self.pool = self.engine.fresh_pool()
            again = self._lost if self.engine.workers == 1 else self.alone
            results = [again(record) for record in chunk]
            behind, self.in_flight = self.in_flight, deque()
            for later, sent in behind:
                broken = isinstance(sent.exception(), BrokenProcessPool)
                self.in_flight.append((later, self._submit(later) if broken else sent))
            return results

    def dismiss(self) -> None:
        """Let the workers go; those that work on what nobody will take are not waited for."""
        self.pool.shutdown(wait=not self.in_flight, cancel_futures=True)

    def alone(self, record: T) -> R | Lost[T]:
        """Return the result of one record that is sent by itself."""
        try:
            return self._submit((record,)).result()[0]
        except BrokenProcessPool:
            self.pool = self.engine.fresh_pool()
            return self._lost(record)

    def _lost(self, record: T) -> Lost[T]:
        return Lost(record, cause_of_death(self.engine.limits))

    def _submit(self, chunk: Sequence[T]) -> Future[list[R | Lost[T]]]:
        try:
            with starting():
                return self.pool.submit(_run, self.stage, chunk, self.engine.limits)
        except BrokenProcessPool as error:
            failed: Future[list[R | Lost[T]]] = Future()
            failed.set_exception(error)
            return failed


class _Unrolled(Generic[T, R]):
    """A worker that holds the generator of one record."""

    def __init__(self, stage: Unrolling[T, R], engine: Processes) -> None:
        self.stage = stage
        self.engine = engine
        self.pool = engine.fresh_pool()

    def results(self, record: T) -> Iterator[R | Lost[T]]:
        """Yield what the stage yields for a record."""
        try:
            coming = self._unroll(record)
            while made := coming.result():
                if isinstance(made, Lost):
                    yield Lost(record, made.reason)
                    return
                coming = self.pool.submit(_go_on, self.engine.limits)
                yield made[0]
        except BrokenProcessPool:
            self.pool = self.engine.fresh_pool()
            yield Lost(record, cause_of_death(self.engine.limits))

    def _unroll(self, record: T) -> "Future[_Made[R]]":
        for _ in range(2):  # the worker may have died over what nobody took
            try:
                with starting():
                    return self.pool.submit(_unroll, self.stage, record, self.engine.limits)
            except BrokenProcessPool:
                self.pool = self.engine.fresh_pool()
        raise BrokenProcessPool("a fresh worker cannot be started")


_Made: TypeAlias = tuple[R, ...] | Lost[None]  # one result, none at the end, or why there is none

_unrolling: list[Iterator[object]] = []  # in a worker: the generator of its record


def _run(stage: Stage[T, R], chunk: Sequence[T], limits: Limits | None) -> list[R | Lost[T]]:
    results: list[R | Lost[T]] = []
    for record in chunk:
        with bounded(limits):
            results.append(attempt(stage, record))
    return results


def _unroll(stage: Unrolling[T, R], record: T, limits: Limits | None) -> _Made[R]:
    _unrolling[:] = [iter(stage(record))]
    return _go_on(limits)


def _go_on(limits: Limits | None) -> _Made[R]:
    with bounded(limits):
        return attempt(_next, None)


def _next(_: None) -> tuple[Any, ...]:
    return tuple(islice(_unrolling[0], 1))
