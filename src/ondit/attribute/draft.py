"""An attribution in the making: spans and the cue's entry, before nesting and ids."""

import msgspec

from ondit.attribute.factuality import Factuality
from ondit.model.span import Span

BEFORE = -1
"""`Draft.host` for the widest draft of the sentence before."""


class Before(msgspec.Struct, frozen=True):
    """What stands before a sentence in its paragraph or part: the widest draft of the sentence before (what
    "it" means in "it was also reported by X"), and that sentence itself."""

    draft: "Draft | None" = None
    sentence: Span | None = None


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What one cue puts forward. `sentence` is the place of the cue's sentence in the article.

    `host` is the place, among the drafts, of the attribution whose content this one shares ("A said, citing
    B, that P": A's for B's). `cue_quoted` is True where the cue itself stands in a quotation.
    """

    sentence: int
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...]
    addressee: tuple[Span, ...] = ()
    factuality: Factuality
    host: int | None = None
    cue_quoted: bool = False
