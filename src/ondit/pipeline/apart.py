"""What strangers wrote is taken apart in processes of its own, within limits."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeAlias

from msgspec.structs import replace

from ondit.engines import Limits, Lost, Processes
from ondit.ingest import (
    Fetcher,
    Item,
    Listed,
    Listing,
    Means,
    Packed,
    Reached,
    Unlisted,
    Unpack,
    read_list,
    skipped,
    unpack,
)
from ondit.model.article import Skipped

PARSING = Limits(cpu=5, wall=30.0, memory=1024**3, start=2)
"""What parsing one page, or one feed or sitemap, may cost. Real ones take 0.05 s and 100 MB; what takes a
hundred times more is made to, or broken so that it might as well be. To load the libraries takes a second."""

READERS = ("ondit.warm",)
"""What a worker that reads articles finds loaded."""

_PARSERS = (*READERS, "trafilatura")  # pages are read after they are parsed, by workers of one descent


def parsing_engine() -> Processes:
    """Return the engine that parses pages, feeds and files."""
    return Processes(1, limits=PARSING, preloaded=_PARSERS)


@contextmanager
def means_apart(fetcher: Fetcher) -> Iterator[Means]:
    """Give what collecting works with, while the block lasts: what reads feeds and sitemaps, and what
    unpacks, each in a process of its own, within limits."""
    with parsing_engine().calls(read_list) as call, unpacking_apart() as unpacking:

        def read(listing: Listing) -> Listed | Unlisted:
            result = call(listing)
            return Unlisted(result.reason) if isinstance(result, Lost) else result

        yield Means(fetcher, read, unpacking)


@contextmanager
def unpacking_apart() -> Iterator[Unpack]:
    """Give what takes packed files and archives apart in a process of its own, within limits, while the block
    lasts."""
    with parsing_engine().streams(unpack) as unroll:
        yield partial(unpacked, unroll=unroll)


Unroll: TypeAlias = Callable[[Packed], Iterator[Item | Skipped | Reached | Lost[Packed]]]
"""Gives what a worker that unpacks yields; `Lost`, where it dies, is the last."""

_MOST_DEATHS = 10  # of workers over one archive; at five seconds each, an attacker's could take days


def unpacked(packed: Packed, unroll: Unroll) -> Iterator[Item | Skipped]:
    """Yield the items of a packed file; of an archive, those behind a record that the worker died on too."""
    for _ in range(_MOST_DEATHS):
        reached = packed.start - 1
        for one in unroll(packed):
            if isinstance(one, Reached):
                reached = one.start
            elif isinstance(one, Lost):
                yield skipped(f"{packed.name}@{reached}" if reached >= 0 else packed.name, one.reason)
                break
            else:
                yield one
        else:
            return
        if reached < packed.start:  # it never came to a record: no archive, or none that can be gone on with
            return
        packed = replace(packed, start=reached + 1)
    yield skipped(
        packed.name, f"too much of it ends the worker; what follows byte {packed.start} was not read"
    )
