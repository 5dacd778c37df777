"""Where a phrase stands, who stands beside it, and what was mentioned so far."""

import msgspec

from ondit.model.source import Grade
from ondit.model.span import Span
from ondit.resolve.figure import Figure


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """How the text uses a phrase.

    `sentence` counts from the title on, `quotation` is the position of the direct quotation that holds the
    phrase, None outside of any. `speaker` is the source of the attribution that holds it, `told` whom it
    speaks to; `listens` marks an addressee. `adding` marks a cue by which the last speaker goes on ("he
    added"), `denying` one that says that something is not so.
    """

    sentence: int
    quotation: int | None = None
    is_subject: bool = False
    speaker: Figure | None = None
    told: Figure | None = None
    listens: bool = False
    adding: bool = False
    denying: bool = False


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One mention on the way through the article; several `figures` where it names some side by side."""

    figures: tuple[Figure, ...]
    span: Span
    sentence: int
    quotation: int | None = None
    is_source: bool = False
    is_subject: bool = False

    @property
    def figure(self) -> Figure:
        """The first of its figures."""
        return self.figures[0]

    @property
    def standing(self) -> int:
        """How much the sentence is about it: 0 for who speaks, 1 for a subject, 2 for all else."""
        return 0 if self.is_source else 1 if self.is_subject else 2


class Found(msgspec.Struct, frozen=True):
    """Whom a phrase means, and how sure that is."""

    figures: tuple[Figure, ...]
    grade: Grade

    @property
    def figure(self) -> Figure:
        """The first of its figures."""
        return self.figures[0]
