"""Run by a test as a process of its own: adds articles to a store while no file may grow beyond a size."""

import resource
import signal
import sys
from hashlib import sha256
from pathlib import Path

from tests.store.collection import linking_of, reading

from ondit.errors import StoreError
from ondit.model.claim import Changes
from ondit.store import open_store


def words(number: int) -> str:
    """Return a text that cannot be packed to nothing."""
    return " ".join(sha256(bytes([number, place])).hexdigest() for place in range(250))


signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write that goes too far fails, as on a bad disk
with open_store(Path(sys.argv[1])) as store:
    readings = [reading(f"late{number}", text=words(number)) for number in range(1, 4)]
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    try:
        store.add(readings, Changes(linking=linking_of(readings)), recipe="r1")
    except StoreError as error:
        print(error)
        sys.exit(1)
