"""Ways to run a stage over many records. No engine knows what the stage does."""

from collections.abc import Callable

from ondit.engines.engine import Engine, Lost, Stage
from ondit.engines.loop import Loop
from ondit.engines.processes import Processes
from ondit.engines.workers import Limits, start_ahead

ENGINES: dict[str, Callable[[int, Limits | None], Engine]] = {
    "loop": lambda _, __: Loop(),
    "processes": lambda workers, limits: Processes(workers, limits=limits),
}
"""The engines by name; each is made with the number of workers it may use, and what each may spend on one
record. A loop works in this process, and keeps no limits."""

__all__ = ["ENGINES", "Engine", "Limits", "Loop", "Lost", "Processes", "Stage", "start_ahead"]
