"""The engine of several processes on one machine."""

import atexit
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from math import ceil
from multiprocessing import forkserver
from threading import Event, Thread
from types import ModuleType
from typing import Generic

import msgspec

from ondit.engines.engine import Lost, R, Stage, T, attempt

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_START = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
# Both start workers that inherit nothing of this process; a fork server starts the second one in 10 ms.

_CHUNK = 2
"""Records sent to one of several workers at a time: one sending costs less than 1 ms, an article tens. With
more, the last chunk keeps one worker busy while the others are done: a second of nine, at 8 of 84."""

_AHEAD = 12  # chunks in flight for each worker, so that none waits while the caller takes results


def start_ahead(preloaded: Sequence[str]) -> None:
    """Start now what workers come from, and let it import these modules meanwhile; without effect where
    workers are spawned one by one."""
    if _START == "forkserver":
        with _interrupts_held():
            forkserver.set_forkserver_preload([*preloaded])
            forkserver.ensure_running()


_LONGEST_END = 5.0  # seconds by the clock; the fork server ends in milliseconds once its workers have


@atexit.register
def _end_fork_server() -> None:
    """Wait at the end for what workers come from: so this process leaves none behind, and whoever started it
    sees what its workers have used (`RUSAGE_CHILDREN` counts only those that were waited for).

    `multiprocessing` has no open name for this; without ours there is nothing to wait for.
    """
    stop = getattr(getattr(forkserver, "_forkserver", None), "_stop", None)
    if _START == "forkserver" and stop is not None:
        ending = Thread(target=stop, daemon=True)
        ending.start()
        ending.join(_LONGEST_END)


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker may spend on one record before it is ended: seconds of CPU, seconds by the clock, and
    bytes of memory of its own in all (RLIMIT_DATA: heap and private maps).

    On its first record it may spend `start` seconds of CPU more: it loads then what it needs for all."""

    cpu: int
    wall: float
    memory: int
    start: int = 0


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

        A pool breaks as a whole and does not say on which record. A single worker has the oldest record in
        hand; of several workers' chunks the oldest goes again record by record, which finds it if it is
        there, and the chunks behind it go again as they are.
        """
        chunk, future = self.in_flight.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self.pool = self._fresh_pool()
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
            self.pool = self._fresh_pool()
            return self._lost(record)

    def _lost(self, record: T) -> Lost[T]:
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
            with _interrupts_held(), _main_left_out():
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


_started = Event()  # in a worker: whether it has been through its first record


def _run(stage: Stage[T, R], chunk: Sequence[T], limits: Limits | None) -> list[R | Lost[T]]:
    if limits is None or resource is None:
        return [attempt(stage, record) for record in chunk]
    results: list[R | Lost[T]] = []
    for record in chunk:
        _wind_up(limits)
        results.append(attempt(stage, record))
        _started.set()
    signal.setitimer(signal.ITIMER_REAL, 0)  # a worker may wait for its next chunk as long as it likes
    return results


def _wind_up(limits: Limits) -> None:
    """Let the clocks run for one record: the system ends the process when one of them has run down."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    spent = ceil(used.ru_utime + used.ru_stime)
    allowed = limits.cpu if _started.is_set() else limits.cpu + limits.start
    resource.setrlimit(resource.RLIMIT_CPU, (spent + allowed, most))
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


@contextmanager
def _main_left_out() -> Iterator[None]:
    """Keep the main script out of the workers that are started meanwhile: no stage lives in it, and to import
    it there would run a script that does not guard its work by `if __name__ == "__main__"` once more."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _begin(limits: Limits | None) -> None:
    """Set up a worker: interrupts are the parent's to handle, memory is bounded, no core is dumped."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if limits is None or resource is None:
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
