"""Run by a test as a process of its own: maps without end, and says when it has begun."""

import sys
from itertools import count

from tests.engines.stages import dawdle

from ondit.engines import Processes

if __name__ == "__main__":
    try:
        for result in Processes(2).map(dawdle, count()):
            if result == 0:
                print("begun", flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
