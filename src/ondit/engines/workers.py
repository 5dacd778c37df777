"""Worker processes: how they are started, and what each may spend on one record."""

import atexit
import multiprocessing
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from math import ceil
from multiprocessing import forkserver
from threading import Event, Thread
from types import ModuleType

import msgspec

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_START = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
# Both start workers that inherit nothing of this process; a fork server starts the second one in 10 ms.


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


def fresh_pool(workers: int, limits: Limits | None, preloaded: Sequence[str]) -> ProcessPoolExecutor:
    """Return a pool of workers to come, within limits, with these modules imported.

    What is submitted to it starts them; do so in a block of `starting()`.
    """
    context = multiprocessing.get_context(_START)
    context.set_forkserver_preload([*preloaded])  # without effect where workers are spawned
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(limits,))


def cause_of_death(limits: Limits | None) -> str:
    """Return, for a person, why a record is lost that a worker died on."""
    causes = "a crash, or out of memory"
    if limits is not None:
        memory = limits.memory // 1024**2
        causes = f"a crash, more than {limits.cpu} s of work, or more than {memory} MB of memory"
    return f"the worker process died on it ({causes})"


@contextmanager
def starting() -> Iterator[None]:
    """Guard what may start workers: they inherit no interrupt, and run no script of the program's own."""
    with _interrupts_held(), _main_left_out():
        yield


_started = Event()  # in a worker: whether it has been through its first record


@contextmanager
def bounded(limits: Limits | None) -> Iterator[None]:
    """In a worker, let the clocks run for one record: the system ends the process when one has run down."""
    if limits is None or resource is None:
        yield
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    spent = ceil(used.ru_utime + used.ru_stime)
    allowed = limits.cpu if _started.is_set() else limits.cpu + limits.start
    resource.setrlimit(resource.RLIMIT_CPU, (spent + allowed, most))
    signal.setitimer(signal.ITIMER_REAL, limits.wall)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)  # a worker may wait for its next record as long as it likes
    _started.set()


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
