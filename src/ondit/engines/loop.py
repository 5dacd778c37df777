"""The engine of one process: a plain loop."""

from collections.abc import Iterable, Iterator

from ondit.engines.engine import Lost, R, Stage, T, attempt


class Loop:
    """Runs a stage over records in this process, one after the other."""

    def map(self, stage: Stage[T, R], records: Iterable[T]) -> Iterator[R | Lost[T]]:
        """As `Engine.map`."""
        for record in records:
            yield attempt(stage, record)
