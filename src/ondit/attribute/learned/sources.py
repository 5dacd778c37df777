"""What tells which of the possible sources of a cue is the one who speaks."""

from collections.abc import Sequence

from ondit.attribute.learned.cued import Cued, shape_of
from ondit.attribute.learned.whose import Whose


def source_features(cued: Cued, whose: Whose, content: Sequence[int]) -> list[str]:
    """Return the features that tell which possible source is the one who speaks, given the content."""
    tree, kind, way = cued.tree, cued.kind, whose.way
    if not whose.words:
        main = "+".join(cued.right[:2])
        return [
            f"none={kind}",
            f"nonew={cued.word}|{cued.passive}",
            f"nones={cued.subject}|{kind}",
            f"noner={main}|{kind}",
            f"nonel={cued.known}|{kind}|{cued.subject}",
            f"noned={cued.token.dep}|{kind}",
            f"nonet={cued.token.tag}|{cued.token.dep}",
            f"noneu={cued.above}|{kind}",
            f"noneuw={cued.above}|{cued.word}",
            f"noneud={cued.above}|{cued.token.dep}|{kind}",
        ]
    head = tree.tokens[whose.head]
    shape = shape_of(tree, whose.head)
    overlap = not set(content).isdisjoint(whose.words)
    far = whose.head - cued.cue
    apart = cued.scene.quoted.of[whose.head] == cued.scene.quoted.of[cued.cue]
    before = tree.lower[whose.words[0] - 1] if whose.words[0] else "^"
    after = tree.lower[whose.words[-1] + 1] if whose.words[-1] + 1 < len(tree.tokens) else "$"
    path, _, cut = way.partition(":")
    between = range(whose.words[-1] + 1, cued.cue) if whose.words[-1] < cued.cue else ()
    near = min(3, sum(tree.tokens[one].pos not in {"PUNCT", "AUX", "ADV", "PART"} for one in between))
    return [
        f"v={path}|{kind}",
        f"c={cut}|{near}|{far < 0}",
        f"cs={cut}|{shape}|{after}",
        f"cl={cut}|{min(len(whose.words) // 3, 6)}",
        f"cw={cut}|{head.lemma}",
        f"vw={path}|{cued.word}",
        f"vs={path}|{shape}",
        f"vks={path}|{shape}|{kind}|{cued.known}",
        f"h={head.lemma}|{kind}",
        f"hp={head.pos}|{kind}",
        f"hs={shape}|{cued.word}",
        f"in={overlap}|{kind}",
        f"inv={overlap}|{path}",
        f"far={max(-6, min(6, far))}|{kind}",
        f"vf={path}|{far > 0}",
        f"qq={apart}|{cued.quoted}",
        f"n={min(len(whose.words), 8)}|{cut}",
        f"x={after}|{cut}",
        f"b={before}|{kind}",
        f"wt={path}|{cued.token.tag}|{cued.token.dep}",
        f"vr={path}|{'+'.join(cued.right[:2])}",
        f"vu={path}|{cued.above}|{kind}",
        f"vuw={path}|{cued.above}|{cued.word}",
    ]
