"""Stages for the tests: importable, as workers need them."""

import os
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ondit.errors import ModelError


def double(number: int) -> int:
    return 2 * number


def fail_on_three(number: int) -> int:
    if number == 3:
        raise ZeroDivisionError("three")
    return number


def die_on_five(number: int) -> int:
    if number == 5:
        os._exit(1)
    return number


def miss_a_model(number: int) -> int:
    raise ModelError("no model for English; install ondit[en]")


@cache
def model() -> object:
    return object()


def process_and_model(number: int) -> tuple[int, int]:
    """Which process worked, and how many models it has loaded so far."""
    model()
    return os.getpid(), model.cache_info().misses


def dawdle(number: int) -> int:
    time.sleep(0.02)
    return number


def spin_on_two(number: int) -> int:
    while number == 2:
        pass
    return number


def sleep_on_two(number: int) -> int:
    if number == 2:
        time.sleep(60)
    return number


def hoard_on_two(number: int) -> int:
    if number == 2:
        return len(bytearray(2 * 1024**3))
    return number


def work_a_while(number: int) -> int:
    until = time.process_time() + 0.3
    while time.process_time() < until:
        pass
    return number


def note_and_spin_on_two(number: int, notes: Path) -> int:
    with notes.open("a") as file:
        file.write(str(number))
    return spin_on_two(number)


@cache
def _load() -> None:
    """What a worker does once: 1.5 seconds of work."""
    until = time.process_time() + 1.5
    while time.process_time() < until:
        pass


def work_at_first(number: int) -> int:
    _load()
    return number


def count_up(last: int) -> Iterator[int]:
    """One after the other; it dies over five and never ends at two behind a hundred."""
    for number in range(last):
        if number == 5 and last == 8:
            os._exit(1)
        while number == 2 and last == 100:
            pass
        yield number


def count_and_fail(last: int) -> Iterator[int]:
    yield from range(last)
    raise ZeroDivisionError("behind the last")
