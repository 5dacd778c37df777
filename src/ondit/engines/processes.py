"""The engine of several processes on one machine."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from math import ceil
from typing import Generic

import msgspec

from ondit.engines.engine import Lost, R, Stage, T, attempt

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_START = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
# Both start workers that inherit nothing of this process; a fork server starts the second one in 10 ms.

_CHUNK = (
    2  # records sent to a worker at a time: one sending costs less than 1 ms, an article tens; with more,
)
# the last chunk keeps one worker busy while the others are done (a second of nine at 8 of 84 articles)
_AHEAD = 12  # chunks in flight for each worker, so that none waits while the caller takes results


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker may spend on one record before it is ended: seconds of CPU, seconds by the clock, and
    bytes of memory of its own in all (RLIMIT_DATA: heap and private maps)."""

    cpu: int
    wall: float
    memory: int


class Processes:
    """Runs a stage over records in worker processes that live for one `map`.

    Workers inherit nothing of this process, so a stage and what it is bound to must be picklable; a model
    that the stage caches loads once in each worker. A worker that dies (a crash, no memory, a limit) costs
    the record it worked on. `preloaded` are modules that workers find imported when they start.

    Limits are kept by the system (setrlimit, setitimer), which ends even a worker that is stuck in native
    code. Where the system has no such limits (Windows), there are none.
    """

    def __init__(self, workers: int, *, limits: Limits | None = None, preloaded: Sequence[str] = ()) -> None:
        self.workers = max(1, workers)
        self.limits = limits
        self.preloaded = tuple(preloaded)

    def map(self, stage: Stage[T, R], records: Iterable[T]) -> Iterator[R | Lost[T]]:
        """As `Engine.map`."""
        waiting = iter(records)
        crew = _Crew(stage, self)
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

    def __init__(self, stage: Stage[T, R], engine: Processes) -> None:
        self.stage = stage
        self.engine = engine
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
            return Lost(record, f"the worker process died on it ({self._causes()})")

    def _causes(self) -> str:
        limits = self.engine.limits
        if limits is None:
            return "a crash, or out of memory"
        return (
            f"a crash, more than {limits.cpu} s of work, or more than {limits.memory // 1024**2} MB of memory"
        )

    def _submit(self, chunk: Sequence[T]) -> Future[list[R | Lost[T]]]:
        try:
            with _interrupts_held():
                return self.pool.submit(_run, self.stage, chunk, self.engine.limits)
        except BrokenProcessPool as error:
            failed: Future[list[R | Lost[T]]] = Future()
            failed.set_exception(error)
            return failed

    def _fresh_pool(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context(_START)
        context.set_forkserver_preload([*self.engine.preloaded])  # without effect where workers are spawned
        return ProcessPoolExecutor(
            self.engine.workers, mp_context=context, initializer=_begin, initargs=(self.engine.limits,)
        )


def _run(stage: Stage[T, R], chunk: Sequence[T], limits: Limits | None) -> list[R | Lost[T]]:
    if limits is None or resource is None:
        return [attempt(stage, record) for record in chunk]
    results = []
    for record in chunk:
        _wind_up(limits)
        results.append(attempt(stage, record))
    signal.setitimer(signal.ITIMER_REAL, 0)  # a worker may wait for its next chunk as long as it likes
    return results


def _wind_up(limits: Limits) -> None:
    """Let the clocks run for one record: the system ends the process when one of them has run down."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    spent = ceil(used.ru_utime + used.ru_stime)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + limits.cpu, most))
    signal.setitimer(signal.ITIMER_REAL, limits.wall)


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


def _begin(limits: Limits | None) -> None:
    """Set up a worker: interrupts are the parent's to handle, memory is bounded, no core is dumped."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if limits is None or resource is None:
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
