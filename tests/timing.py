"""How long something takes, told so that a busy machine does not decide a test."""

import time
from collections.abc import Callable

RUNS = 3
TRIES = 5
"""How often growth is measured before it is believed to be too fast. Neighbours on the machine slow down
single runs, and twice in a row at times; what grows with the square never measures well."""


def least_seconds(run: Callable[[], object]) -> float:
    """Return the CPU-seconds of the fastest of three runs: noise only ever adds to them."""
    seconds = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return min(seconds)


def grows_at_most(times: float, seconds: Callable[[int], float], *, small: int, large: int) -> bool:
    """Whether the large input takes at most so many times as long as the small one.

    Small times are taken for 0.02 s, below which the clock itself decides.
    """
    return any(seconds(large) <= times * max(seconds(small), 0.02) for _ in range(TRIES))
