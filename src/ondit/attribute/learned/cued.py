"""A possible cue in its sentence, with what several features ask of it."""

from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.attribute.grammar.verbs import is_passive
from ondit.attribute.learned.what import label_of
from ondit.attribute.scene import Scene

NOTHING = "-"
"""The value of a feature where there is nothing."""


class Cued:
    """A word that may be a cue. Everything is computed once.

    `word` is the lemma with its particle, `kind` the part of speech with a mark for passives. `known` are the
    initials of the constructions in which the lexicon knows the word. `right` are the labels of the phrases
    behind it, `main` the first three of them. `subject` is the subject as a class.
    """

    def __init__(self, scene: Scene, cue: int) -> None:
        tree = scene.tree
        token = tree.tokens[cue]
        self.scene, self.tree, self.cue, self.token = scene, tree, cue, token
        particle = tree.child(cue, "prt")
        self.word = f"{token.lemma} {tree.lower[particle]}" if particle is not None else token.lemma
        self.passive = token.pos == "VERB" and is_passive(tree, cue)
        self.kind = f"{token.pos}p" if self.passive else token.pos
        entries = scene.rules.cues.get((token.lemma, "ADJ" if token.dep == "amod" else token.pos), ())
        frames = {frame for entry in entries for frame in (entry.passive if self.passive else entry.frames)}
        self.known = "".join(sorted(frame[0] for frame in frames)) or NOTHING
        self.quoted = scene.quoted.of[cue] is not None
        behind = (one for one in tree.children[cue] if one > cue and tree.tokens[one].dep != "punct")
        self.right = [label_of(tree, one) for one in behind]
        self.main = "+".join(self.right[:3]) or NOTHING
        subject = tree.child(cue, *SUBJECTS)
        self.subject = shape_of(tree, subject) if subject is not None else NOTHING


def shape_of(tree: Tree, position: int) -> str:
    """Return a word as a class: a pronoun or determiner as it is, any other word by its fine tag."""
    token = tree.tokens[position]
    return tree.lower[position] if token.pos in {"PRON", "DET"} else token.tag


def size_of(words: int) -> int:
    """Return a number of words as a class: 1, 2, 3, and then by fives."""
    return min(words, 3) if words < 4 else 4 + min(words // 5, 5)
