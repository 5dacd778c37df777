"""What a rule proposes: a cue with its source and its content, before lexicon and nesting have judged it."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from ondit.languages.lexicon import Cue, Frame


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """One possible attribution within a sentence. All fields of places are positions of its tokens.

    `word` is the lemma of the cue's main word and `pos` its part of speech, which the lexicon is asked for.
    `passive` marks a passive cue. `quotations` are places, in the part's list, of the quotations that the
    content takes in whole.
    """

    word: str
    pos: str
    frame: Frame
    head: int
    cue: tuple[int, ...]
    source: tuple[int, ...] = ()
    content: tuple[int, ...] = ()
    addressee: tuple[int, ...] = ()
    link: str = ""
    passive: bool = False
    quotations: tuple[int, ...] = ()

    def having(
        self, frame: Frame, content: Iterable[int], *, link: str = "", addressee: tuple[int, ...] = ()
    ) -> "Candidate":
        """Return the candidate with another construction and its content."""
        return replace(self, frame=frame, content=tuple(sorted(set(content))), link=link, addressee=addressee)


Choice = tuple[Candidate, Cue]
"""A candidate that stands, and the entry of its cue."""
