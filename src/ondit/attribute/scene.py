"""One sentence with all that the rules ask of it."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ondit.attribute.grammar.tree import Tree
from ondit.attribute.speech import QuotedTokens
from ondit.languages.lexicon import AttributionWords, Cue, Frame, Lexicon

CueTable = Mapping[tuple[str, str], Sequence[Cue]]
"""The lexicon's cues by lemma and part of speech."""


LINE_BREAK = "¶"


class Rules(msgspec.Struct, frozen=True):
    """The words of one language as the rules ask for them."""

    cues: CueTable
    words: AttributionWords
    speaking: frozenset[str]
    """The lemmas of the verbs that may put a clause forward."""
    judge: object | None = None


class Scene(msgspec.Struct, frozen=True):
    """A sentence: its place in the article, its tree, its quotations, the text of its part, the rules.

    `lines` is the text with a visible `LINE_BREAK` for every line break, so that spans of two paragraphs are
    not joined for having only white space between them.
    """

    place: int
    tree: Tree
    quoted: QuotedTokens
    lines: str
    rules: Rules

    def entries(self, position: int) -> Sequence[Cue]:
        """Return the entries of a word as cue: those with its particle ("rule out") before its own."""
        token = self.tree.tokens[position]
        particle = self.tree.child(position, "prt")
        if particle is not None:
            phrasal = self.rules.cues.get((f"{token.lemma} {self.tree.lower[particle]}", token.pos))
            if phrasal:
                return phrasal
        return self.rules.cues.get((token.lemma, token.pos), ())

    def verbs_with_clause(self) -> Iterator[tuple[int, Cue]]:
        """Yield the verbs that may put a clause forward, each with its entry."""
        for position, token in enumerate(self.tree.tokens):
            if token.pos == "VERB":
                for entry in self.entries(position):
                    if Frame.CLAUSE in entry.frames:
                        yield position, entry
                        break


def rules_from(lexicon: Lexicon) -> Rules:
    """Return the words of a lexicon, arranged for the rules."""
    table: dict[tuple[str, str], list[Cue]] = {}
    for cue in lexicon.cue:
        table.setdefault((cue.lemma, cue.pos), []).append(cue)
    speaking = {cue.lemma for cue in lexicon.cue if cue.pos == "VERB" and Frame.CLAUSE in cue.frames}
    return Rules(table, lexicon.attribution, frozenset(speaking))
