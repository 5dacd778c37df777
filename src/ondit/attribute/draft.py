"""An attribution in the making: spans and the cue's entry, before nesting and ids."""

import msgspec

from ondit.languages.lexicon import Cue
from ondit.model.span import Span


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What one cue puts forward. `sentence` is the place of the cue's sentence in the article.

    `host` is the place, among the drafts, of the attribution whose content this one shares ("A said, citing
    B, that P": A's for B's). `negated` is True where the cue is denied ("did not say that P"), `unvouched`
    where the text names nobody and a passive or adverb keeps the distance.
    """

    sentence: int
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...]
    addressee: tuple[Span, ...] = ()
    entry: Cue
    host: int | None = None
    negated: bool = False
    unvouched: bool = False
