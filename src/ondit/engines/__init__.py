"""Ways to run a stage over many records. No engine knows what the stage does."""

from collections.abc import Callable, Sequence

from ondit.engines.engine import Engine, Lost, Stage
from ondit.engines.loop import Loop
from ondit.engines.processes import Limits, Processes, start_ahead

ENGINES: dict[str, Callable[[int, Limits | None, Sequence[str]], Engine]] = {
    "loop": lambda _, __, ___: Loop(),
    "processes": lambda workers, limits, preloaded: Processes(workers, limits=limits, preloaded=preloaded),
}
"""The engines by name; each is made with the number of workers it may use, what each may spend on one record,
and the modules that they need. A loop works in this process, and keeps no limits."""

__all__ = ["ENGINES", "Engine", "Limits", "Loop", "Lost", "Processes", "Stage", "start_ahead"]
