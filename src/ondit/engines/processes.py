"""The engine of several processes on one machine."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import Generic

from ondit.engines.engine import Lost, R, Stage, T, attempt

_CHUNK = 8  # records sent to a worker at a time: one sending costs less than 1 ms, an article tens
_AHEAD = 3  # chunks in flight for each worker, so that none waits while the caller takes results


class Processes:
    """Runs a stage over records in worker processes that live for one `map`.

    Workers start afresh (spawn), so a stage and what it is bound to must be picklable; a model that the stage
    caches loads once in each worker. A worker that dies (a crash, no memory) costs the record it worked on.
    """

    def __init__(self, workers: int) -> None:
        self.workers = max(1, workers)

    def map(self, stage: Stage[T, R], records: Iterable[T]) -> Iterator[R | Lost[T]]:
        """As `Engine.map`."""
        waiting = iter(records)
        crew = _Crew(stage, self.workers)
        try:
            while chunk := tuple(islice(waiting, _CHUNK)):
                crew.send(chunk)
                if len(crew.in_flight) >= self.workers * _AHEAD:
                    yield from crew.next_results()
            while crew.in_flight:
                yield from crew.next_results()
        finally:
            crew.dismiss()


class _Crew(Generic[T, R]):
    """The workers of one `map` and the chunks they have in hand, oldest first."""

    def __init__(self, stage: Stage[T, R], workers: int) -> None:
        self.stage = stage
        self.workers = workers
        self.in_flight: deque[tuple[Sequence[T], Future[list[R | Lost[T]]]]] = deque()
        self.pool = self._fresh_pool()

    def send(self, chunk: Sequence[T]) -> None:
        """Hand a chunk to the workers."""
        self.in_flight.append((chunk, self._submit(chunk)))

    def next_results(self) -> Sequence[R | Lost[T]]:
        """Return the results of the oldest chunk.

        A pool breaks as a whole and does not say on which record: the oldest chunk then goes again record by
        record, which finds it if it is there, and the chunks behind it go again as they are.
        """
        chunk, future = self.in_flight.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self.pool = self._fresh_pool()
            results = [self._alone(record) for record in chunk]
            behind, self.in_flight = self.in_flight, deque()
            for later, sent in behind:
                broken = isinstance(sent.exception(), BrokenProcessPool)
                self.in_flight.append((later, self._submit(later) if broken else sent))
            return results

    def dismiss(self) -> None:
        """Let the workers go without waiting for what nobody will take."""
        self.pool.shutdown(wait=False, cancel_futures=True)

    def _alone(self, record: T) -> R | Lost[T]:
        try:
            return self._submit((record,)).result()[0]
        except BrokenProcessPool:
            self.pool = self._fresh_pool()
            return Lost(record, "the worker process died on it (a crash, or out of memory)")

    def _submit(self, chunk: Sequence[T]) -> Future[list[R | Lost[T]]]:
        try:
            with _interrupts_held():
                return self.pool.submit(_run, self.stage, chunk)
        except BrokenProcessPool as error:
            failed: Future[list[R | Lost[T]]] = Future()
            failed.set_exception(error)
            return failed

    def _fresh_pool(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.workers, mp_context=context, initializer=_leave_interrupts_to_parent)


def _run(stage: Stage[T, R], chunk: Sequence[T]) -> list[R | Lost[T]]:
    return [attempt(stage, record) for record in chunk]


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold interrupts back while workers are started.

    They inherit it: an interrupt that comes before a worker ignores them leaves no traceback of its own.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
