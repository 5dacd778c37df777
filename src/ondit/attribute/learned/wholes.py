"""What tells whether cue, content and source together are an attribution."""

from ondit.attribute.learned.cued import NOTHING, shape_of, size_of
from ondit.attribute.learned.shaping import frame_of
from ondit.attribute.learned.weighing import Triple

_MODIFIERS = ("amod", "advmod", "neg", "det", "poss", "aux", "auxpass", "mark")
"""Labels of the words around a cue that tell whether it puts something forward."""


def whole_features(triple: Triple) -> list[str]:
    """Return the features of a cue with the content and the source that were chosen for it."""
    cued, what, whose = triple.cued, triple.what, triple.whose
    tree, word, kind, known = cued.tree, cued.word, cued.kind, cued.known
    frame = frame_of(what.way)
    first, last = what.words[0], what.words[-1]
    side = "r" if first > cued.cue else ("l" if last < cued.cue else "b")
    path = whose.way.partition(":")[0]
    shape = shape_of(tree, whose.head) if whose.words else NOTHING
    named = bool(whose.words)
    start = tree.tokens[first]
    before = tree.lower[first - 1] if first else "^"
    up = tree.parent(cued.cue)
    above = tree.tokens[up] if up is not None else cued.token
    size = size_of(len(what.words))
    found = [
        "bias",
        f"f={frame}|{side}|{kind}|{named}",
        f"y={what.way}|{kind}|{named}",
        f"wf={word}|{frame}|{named}",
        f"wy={word}|{what.way}",
        f"wp={word}|{path}",
        f"ws={word}|{shape}",
        f"wn={word}|{named}",
        f"kf={known}|{frame}|{kind}|{named}",
        f"kp={known}|{path}|{kind}",
        f"sp={shape}|{path}",
        f"sf={shape}|{frame}|{kind}",
        f"b={before}|{frame}|{named}",
        f"wb={word}|{before}",
        f"a={start.tag}|{frame}|{named}",
        f"al={tree.lower[first]}|{word}",
        f"z={size}|{frame}|{named}",
        f"wz={word}|{size}",
        f"d={cued.token.dep}|{kind}|{named}",
        f"wd={word}|{cued.token.dep}|{named}",
        f"u={above.lemma}|{word}",
        f"ul={above.lemma}|{cued.token.dep}|{named}",
        f"up={above.lemma}|{path}|{kind}",
        f"i={cued.scene.entries(cued.cue) != ()}|{named}|{frame}",
        f"t={cued.token.tag}|{frame}|{named}",
    ]
    for child in tree.children[cued.cue]:
        one = tree.tokens[child]
        if one.dep in _MODIFIERS:
            found += (f"m={one.dep}|{one.lemma}|{kind}|{named}", f"wm={word}|{one.lemma}|{named}")
    return found
