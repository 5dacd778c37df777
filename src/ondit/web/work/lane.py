"""A process beside the server that makes one thing after another, and a shelf for what was made."""

import multiprocessing
import os
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import Empty, PriorityQueue
from threading import Lock, Thread
from typing import Generic, TypeVar

V = TypeVar("V")
Order = TypeVar("Order")
Made = TypeVar("Made")

_IDLE = 600.0  # seconds after which the process, 100 to 300 MB, is ended until it is needed


class Kept(Generic[V]):
    """The latest values by name, each with the state of the store that it holds for."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[str, tuple[bytes, V]] = OrderedDict()

    def get(self, name: str, state: bytes) -> V | None:
        """Return the value of a name where it holds for this state."""
        held = self._values.get(name)
        if held is None or held[0] != state:
            return None
        self._values.move_to_end(name)
        return held[1]

    def older(self, name: str) -> V | None:
        """Return the value of a name, whatever it holds for."""
        held = self._values.get(name)
        return held[1] if held else None

    def put(self, name: str, state: bytes, value: V) -> None:
        """Keep a value; the one that was longest unused goes when there are too many."""
        self._values[name] = state, value
        self._values.move_to_end(name)
        while len(self._values) > self._most:
            self._values.popitem(last=False)


class Lane(Generic[Order, Made]):
    """A process with the orders that wait for it, those of the lowest rank first.

    `make` is called there and must be picklable; `keep` is called here with an order and what came of it,
    None when the process has ended over it. Orders are hashable; one that waits already is not put in line
    again.
    """

    def __init__(
        self, make: Callable[[Order], Made], keep: Callable[[Order, Made | None], None], *, nice: int = 0
    ) -> None:
        self._make, self._keep, self._nice = make, keep, nice
        self._line: PriorityQueue[tuple[int, int, Order]] = PriorityQueue()
        self._numbers = count()
        self._wanted: set[Order] = set()
        self._lock = Lock()
        self._thread: Thread | None = None
        self._process: BaseProcess | None = None

    def ask(self, rank: int, order: Order) -> None:
        """Have something made, unless it waits for that already."""
        with self._lock:
            if order in self._wanted:
                return
            self._wanted.add(order)
            self._line.put((rank, next(self._numbers), order))
            if self._thread is None:
                self._thread = Thread(target=self._run, daemon=True, name="lane")
                self._thread.start()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()

    def _run(self) -> None:
        """Hand one order after another to the process; start it anew when it has ended."""
        pipe: Connection | None = None
        while True:
            try:
                *_, order = self._line.get(timeout=_IDLE if pipe else None)
            except Empty:
                self.close()
                pipe = None
                continue
            made: Made | None = None
            try:
                if pipe is None:
                    pipe = self._hired()
                pipe.send(order)
                made = pipe.recv()
            except (EOFError, OSError):
                pipe = None
            with self._lock:
                self._wanted.discard(order)
            self._keep(order, made)

    def _hired(self) -> Connection:
        context = multiprocessing.get_context("spawn")  # a fork would take the threads' locks along
        ours, theirs = context.Pipe()
        order = (self._make, theirs, self._nice)
        self._process = context.Process(target=_work, args=order, name="ondit makes", daemon=True)
        self._process.start()
        theirs.close()
        return ours


def _work(make: Callable[[Order], Made], pipe: Connection, nice: int) -> None:
    """Make what is ordered through the pipe, until its other side is closed."""
    with suppress(OSError):
        os.nice(nice)
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            pipe.send(make(pipe.recv()))
