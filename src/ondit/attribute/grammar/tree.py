"""A parsed sentence as a tree, with the few walks that the rules need. Positions count its tokens from 0."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from msgspec.structs import replace

from ondit.model.annotation import Sentence, Token
from ondit.model.span import Span, hull, merged

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
"""ClearNLP labels of a subject."""

_BRACKETS = {")": "(", "]": "["}

MOST_STEPS = 8
"""Steps that a walk up the tree takes before it gives up: no English sentence needs more."""


class Tree:
    """One sentence, its tokens' children, and walks down and up."""

    def __init__(
        self,
        sentence: Sentence,
        light: frozenset[str] = frozenset(),
        voices: frozenset[str] = frozenset(),
        pages: frozenset[str] = frozenset(),
    ) -> None:
        """`light` are the verbs that give their subject to a noun that is a cue: "make a claim".

        `voices` are nouns of those who speak, `pages` those of what one reads a thing in.
        """
        self.sentence = sentence
        self.light = light
        self.voices = voices
        self.pages = pages
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for position, token in enumerate(self.tokens):
            if token.head not in (position, -1):
                self.children[token.head].append(position)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The tokens' texts in lower case."""
        return tuple(token.text.lower() for token in self.tokens)

    def child(self, position: int, *labels: str) -> int | None:
        """Return the first child with one of the labels, or None."""
        tokens = self.tokens
        for child in self.children[position]:
            if tokens[child].dep in labels:
                return child
        return None

    def each(self, position: int, *labels: str) -> Iterator[int]:
        """Yield the children with one of the labels, in text order."""
        tokens = self.tokens
        return iter([child for child in self.children[position] if tokens[child].dep in labels])

    def parent(self, position: int) -> int | None:
        """Return the position of the head, or None for the root."""
        head = self.tokens[position].head
        return None if head in (position, -1) else head

    def subtree(self, position: int, without: Collection[int] = ()) -> list[int]:
        """Return a token and all below it in text order, leaving out the tokens given and all below them."""
        children = self.children
        found = [] if position in without else [position]
        for current in found:  # grows while it is walked
            below = children[current]
            found += [one for one in below if one not in without] if without else below
        found.sort()
        return found

    def ancestors(self, position: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first, at most `MOST_STEPS`."""
        for _ in range(MOST_STEPS):
            above = self.parent(position)
            if above is None:
                return
            yield above
            position = above

    def below(self, position: int, other: int) -> bool:
        """Tell whether `position` is `other` or stands below it."""
        return position == other or other in self.ancestors(position)

    def trimmed(self, positions: Iterable[int]) -> list[int]:
        """Return the positions in text order, without punctuation at either end."""
        kept = sorted(positions)
        while kept and self.tokens[kept[-1]].pos == "PUNCT" and not self._closes(kept):
            kept.pop()
        while kept and self.tokens[kept[0]].pos == "PUNCT":
            kept.pop(0)
        return kept

    def _closes(self, positions: list[int]) -> bool:
        """Tell whether the last position is a bracket that closes one among the others."""
        opening = _BRACKETS.get(self.tokens[positions[-1]].text)
        return opening is not None and any(self.tokens[one].text == opening for one in positions)

    def runs(self, positions: Iterable[int]) -> list[list[int]]:
        """Return the positions in runs of neighbours, in text order."""
        found: list[list[int]] = []
        for position in sorted(set(positions)):
            if found and position == found[-1][-1] + 1:
                found[-1].append(position)
            else:
                found.append([position])
        return found

    def spans(self, positions: Iterable[int]) -> tuple[Span, ...]:
        """Return the spans of the runs of positions, without punctuation at the ends of each run."""
        runs = (self.trimmed(run) for run in self.runs(positions))
        return merged(hull([self.tokens[run[0]].span, self.tokens[run[-1]].span]) for run in runs if run)


def mended(tree: Tree, tokens: Iterable[Token]) -> Tree:
    """Return a tree with other tokens, itself when they are the same."""
    changed = tuple(tokens)
    if changed == tree.tokens:
        return tree
    return Tree(replace(tree.sentence, tokens=changed), tree.light, tree.voices, tree.pages)
