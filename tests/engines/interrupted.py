"""Run by a test as a process of its own: maps without end, and says when it has begun."""

import signal
import sys
from itertools import count

from tests.engines.stages import dawdle

from ondit.engines import Processes

if __name__ == "__main__":
    # a shell that starts the tests in the background has interrupts ignored, and children inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        for result in Processes(2).map(dawdle, count()):
            if result == 0:
                print("begun", flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
