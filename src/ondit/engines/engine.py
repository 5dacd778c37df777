"""What every engine offers, and what it gives back for a record that it lost."""

import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Generic, Protocol, TypeAlias, TypeVar

import msgspec

from ondit.errors import OnditError

T = TypeVar("T")
R = TypeVar("R")

Stage: TypeAlias = Callable[[T], R]
"""One record in, one record out; importable, picklable, pure."""


class Lost(msgspec.Struct, Generic[T], frozen=True):
    """A record without a result: the stage failed on it, or its worker died. `reason` is for a person."""

    record: T
    reason: str


class Engine(Protocol):
    """A way to run stages over records."""

    def map(self, stage: Stage[T, R], records: Iterable[T]) -> Iterator[R | Lost[T]]:
        """Yield the stage's result for every record, in the order of the records, lazily.

        Only a few records are held at a time, so `records` may be endless. A record that the stage fails on
        yields `Lost`, and the rest goes on; an `OnditError` concerns the whole run (a model is missing) and
        is raised.
        """
        ...


def attempt(stage: Stage[T, R], record: T) -> R | Lost[T]:
    """Return the stage's result for one record, or `Lost` with the error and its place.

    This is the one place where every error is caught: a stage promises not to raise, and a fault in it must
    cost one record, not the run.
    """
    try:
        return stage(record)
    except OnditError:
        raise
    except MemoryError:
        return Lost(record, "needs more memory than there is for one item; split it")
    except Exception as error:  # noqa: BLE001
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}:{last.lineno}"
        return Lost(record, f"unexpected {type(error).__name__} at {place}; please report it")
