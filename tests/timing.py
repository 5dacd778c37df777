"""How long something takes, told so that a busy machine does not decide a test."""

import time
from collections.abc import Callable

RUNS = 3


def least_seconds(run: Callable[[], object]) -> float:
    """Return the CPU-seconds of the fastest of three runs: noise only ever adds to them."""
    seconds = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return min(seconds)
