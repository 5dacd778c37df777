"""Quoted words and the cue they belong to."""

from collections.abc import Container, Iterator, Sequence

from ondit.attribute.grammar.sources import subject_of
from ondit.attribute.grammar.tree import Tree
from ondit.text.quotations import Quotation

MOST_BETWEEN = 8
"""Words between a cue and the quotation it introduces: "said in a statement on Monday: ..."."""


class QuotedTokens:
    """Which quotation each token of one sentence stands in."""

    def __init__(self, tree: Tree, quotations: Sequence[Quotation], first: int) -> None:
        """`first` is a place in `quotations` at or before the first that touches the sentence."""
        self.quotations = quotations
        self.of: list[int | None] = [None] * len(tree.tokens)
        place = first
        for position, token in enumerate(tree.tokens):
            while place < len(quotations) and quotations[place].span.precedes(token.span):
                place += 1
            if place < len(quotations) and quotations[place].span.overlaps(token.span):
                self.of[position] = place
        self.next = place
        self.places = tuple(dict.fromkeys(one for one in self.of if one is not None))

    def chain(self, place: int, used: Container[int]) -> Iterator[int]:
        """Yield a quotation's place and those before it, not yet used, that it goes on with."""
        yield place
        while self.quotations[place].reopened and place - 1 not in used:
            place -= 1
            yield place

    def outside(self, position: int) -> bool:
        """Tell whether a token stands outside all quotations."""
        return self.of[position] is None

    def is_introduced(self, tree: Tree, place: int, verb: int) -> bool:
        """Tell whether a quotation stands behind a verb, right after a colon or comma."""
        first = self.of.index(place)
        before = next((one for one in range(first - 1, verb, -1) if self.of[one] is None), verb)
        return first > verb and tree.lower[before] in {":", ","}

    def is_all(self, tree: Tree) -> bool:
        """Tell whether every word of the sentence is quoted."""
        return all(
            quoted is not None or token.pos in {"PUNCT", "SPACE"}
            for quoted, token in zip(self.of, tree.tokens, strict=True)
        )


def words_of(quotation: Quotation, text: str) -> int:
    """Return the number of words of a quotation."""
    return len(quotation.inner.cut(text).split())


def beside(tree: Tree, quoted: QuotedTokens, verb: int, free: set[int]) -> Iterator[int]:
    """Yield the places of the free quotations that stand beside the clause of a verb, nearest first."""
    clause = [verb, *subject_of(tree, verb)]
    clause = [position for position in clause if quoted.outside(position)]
    if not clause:
        return
    for step, edge in ((-1, min(clause)), (1, max(clause))):
        position, words = edge + step, 0
        while 0 <= position < len(tree.tokens) and words <= MOST_BETWEEN:
            place = quoted.of[position]
            if place is not None:
                if place in free:
                    yield place
                break
            token = tree.tokens[position]
            if token.pos == "VERB" or (step < 0 and token.pos != "PUNCT"):
                break
            words += token.pos != "PUNCT"
            position += step
