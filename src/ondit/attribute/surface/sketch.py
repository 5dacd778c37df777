"""An attribution of one sentence on the surface: stretches of its tokens."""

from dataclasses import dataclass, field

from ondit.attribute.surface.line import Stretch
from ondit.languages.surface import Saying


@dataclass(eq=False)
class Sketch:
    """What one anchor ties together. Grows while its sentence is read; becomes a draft at its end.

    `echoes` marks one whose content is what was said before, `carries` one without a subject of its own,
    `joined` one that a conjunction ties to the cue before it, `tail` one that hangs on what stands before
    it, `cited` one whom another cites. `host` is the one whose content a cited voice shares.
    """

    saying: Saying
    cue: list[Stretch]
    source: Stretch | None = None
    addressee: Stretch | None = None
    content: list[Stretch] = field(default_factory=list)
    echoes: bool = False
    carries: bool = False
    tail: bool = False
    inner: bool = False
    hearsay: bool = False
    cited: bool = False
    joined: bool = False
    negated: bool = False
    host: "Sketch | None" = None

    @property
    def place(self) -> int:
        """The position of its cue."""
        return self.cue[0][0]

    def holds(self, place: int) -> bool:
        """Tell whether a position lies in its content."""
        return any(start <= place < end for start, end in self.content)
