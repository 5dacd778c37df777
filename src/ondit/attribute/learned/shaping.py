"""From what the weights chose to what the rules propose: a candidate with the entry of its cue."""

from ondit.attribute.grammar.candidate import Candidate, Choice
from ondit.attribute.grammar.sources import noun_phrase
from ondit.attribute.grammar.tree import Tree
from ondit.attribute.grammar.verbs import cue_of
from ondit.attribute.learned.weighing import Triple
from ondit.attribute.scene import Scene
from ondit.languages.lexicon import Cue, Frame


def choice_of(scene: Scene, triple: Triple) -> Choice:
    """Return a triple as a candidate with the entry that says what its cue says of the content.

    A word that no lexicon knows puts its content forward plainly: certain, positive, no distance.
    """
    tree, head, cued = scene.tree, triple.cued.cue, triple.cued
    frame = frame_of(triple.what.way)
    pos = "ADJ" if cued.token.dep == "amod" else cued.token.pos
    entries = scene.entries(head) if pos == "VERB" else scene.rules.cues.get((cued.token.lemma, pos), ())
    wanted = {frame, Frame.CLAUSE} if frame in {Frame.HOST, Frame.QUOTATION} else {frame}
    fitting = (one for one in entries if wanted & {*(one.passive if cued.passive else one.frames)})
    entry = next(fitting, None) or next(iter(entries), Cue(lemma=cued.token.lemma, pos=pos))
    candidate = Candidate(
        word=cued.token.lemma,
        pos=cued.token.pos,
        frame=frame,
        head=head,
        cue=cue_words(tree, head),
        source=triple.whose.words,
        content=triple.what.words,
        addressee=_addressee(tree, triple, frame),
        passive=cued.passive,
    )
    return candidate, entry


def cue_words(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the words of a cue around its main word."""
    token, above = tree.tokens[head], tree.parent(head)
    if token.pos == "VERB":
        return cue_of(tree, head)
    if token.pos == "NOUN":
        light = above is not None and token.dep == "dobj" and tree.tokens[above].lemma in tree.light
        verb = [above] if above is not None and (light or token.dep == "attr") else []
        return tuple(sorted({head, *verb, *tree.each(head, "det", "amod")}))
    if token.pos == "ADJ" and token.dep != "amod" and above is not None:
        return tuple(sorted({head, above, *tree.each(above, "aux", "neg")}))
    return (head,)


def frame_of(way: str) -> Frame:
    """Return the construction of a content by the way in which it was found."""
    way = way.removeprefix("pre:").removeprefix("subj+")
    if way.startswith("quote"):
        return Frame.QUOTATION
    if way.startswith("<"):
        return Frame.HOST
    if ":to" in way or "xcomp" in way:
        return Frame.INFINITIVE
    if "ccomp" in way:
        return Frame.CLAUSE
    return Frame.PREPOSITION if way.startswith("prep") else Frame.OBJECT


def _addressee(tree: Tree, triple: Triple, frame: Frame) -> tuple[int, ...]:
    """Return who is told: an indirect object, or the object beside a clause, outside the content."""
    told = tree.child(triple.cued.cue, "dative", "iobj")
    if told is None and frame is Frame.CLAUSE:
        told = tree.child(triple.cued.cue, "dobj")
    words = noun_phrase(tree, told) if told is not None else ()
    return words if set(words).isdisjoint(triple.what.words) else ()
