"""Ways to run a stage over many records. No engine knows what the stage does."""

from collections.abc import Callable

from ondit.engines.engine import Engine, Lost, Stage
from ondit.engines.loop import Loop
from ondit.engines.processes import Limits, Processes

ENGINES: dict[str, Callable[[int], Engine]] = {"loop": lambda _: Loop(), "processes": Processes}
"""The engines by name; each is made with the number of workers it may use."""

__all__ = ["ENGINES", "Engine", "Limits", "Loop", "Lost", "Processes", "Stage"]
