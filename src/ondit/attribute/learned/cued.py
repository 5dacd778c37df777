"""A possible cue in its sentence, with what several features ask of it."""

from functools import cached_property

from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.attribute.grammar.verbs import is_passive
from ondit.attribute.learned.what import label_of
from ondit.attribute.scene import Scene

NOTHING = "-"
"""The value of a feature where there is nothing."""

_SMALL = frozenset({"punct", "cc", "prt", "aux"})
"""Labels of the words behind a cue that are no phrases."""


class Cued:
    """A word that may be a cue. What only some words are asked is computed when it is asked.

    `word` is the lemma with its particle, `kind` the part of speech with a mark for passives.
    """

    def __init__(self, scene: Scene, cue: int) -> None:
        tree = scene.tree
        token = tree.tokens[cue]
        self.scene, self.tree, self.cue, self.token = scene, tree, cue, token
        particle = tree.child(cue, "prt")
        self.word = f"{token.lemma} {tree.lower[particle]}" if particle is not None else token.lemma
        self.passive = token.pos == "VERB" and is_passive(tree, cue)
        self.kind = f"{token.pos}p" if self.passive else token.pos

    @cached_property
    def known(self) -> str:
        """Initials of the constructions in which the lexicon knows the word."""
        token, rules = self.token, self.scene.rules
        entries = rules.cues.get((token.lemma, "ADJ" if token.dep == "amod" else token.pos), ())
        frames = {frame for entry in entries for frame in (entry.passive if self.passive else entry.frames)}
        return "".join(sorted(frame[0] for frame in frames)) or NOTHING

    @cached_property
    def above(self) -> str:
        """The lemma of the word that this one hangs on: "face" in "faced criticism"."""
        above = self.tree.parent(self.cue)
        return self.tree.tokens[above].lemma if above is not None else NOTHING

    @cached_property
    def quoted(self) -> bool:
        """Whether the word stands in a quotation."""
        return self.scene.quoted.of[self.cue] is not None

    @cached_property
    def right(self) -> list[str]:
        """Labels of the phrases behind the word."""
        tree, tokens = self.tree, self.tree.tokens
        behind = (one for one in tree.children[self.cue] if one > self.cue and tokens[one].dep != "punct")
        return [label_of(tree, one) for one in behind]

    @cached_property
    def wide(self) -> str:
        """The first four labels of `right`."""
        return "+".join(self.right[:4])

    @cached_property
    def phrases(self) -> list[tuple[int, str, str, str]]:
        """The phrases behind the word that may be part of its content: position, label, lemma, and the lemma
        of the noun behind a preposition, "" for none."""
        tree, found = self.tree, []
        for child in tree.children[self.cue]:
            token = tree.tokens[child]
            if child > self.cue and token.dep not in _SMALL:
                noun = tree.child(child, "pobj") if token.dep == "prep" else None
                lemma = tree.tokens[noun].lemma if noun is not None else ""
                found.append((child, label_of(tree, child), token.lemma, lemma))
        return found

    @cached_property
    def main(self) -> str:
        """The first three labels of `right`."""
        return "+".join(self.right[:3]) or NOTHING

    @cached_property
    def subject(self) -> str:
        """The subject as a class."""
        subject = self.tree.child(self.cue, *SUBJECTS)
        return shape_of(self.tree, subject) if subject is not None else NOTHING


def shape_of(tree: Tree, position: int) -> str:
    """Return a word as a class: a pronoun or determiner as it is, any other word by its fine tag."""
    token = tree.tokens[position]
    return tree.lower[position] if token.pos in {"PRON", "DET"} else token.tag


def size_of(words: int) -> int:
    """Return a number of words as a class: 1, 2, 3, and then by fives."""
    return min(words, 3) if words < 4 else 4 + min(words // 5, 5)
