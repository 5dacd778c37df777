"""What tells which of the possible contents of a cue is the one that it puts forward."""

from collections.abc import Iterator, Sequence

from ondit.attribute.learned.cued import Cued, size_of
from ondit.attribute.learned.what import What, label_of


def content_features(cued: Cued, what: What) -> list[str]:
    """Return the features that tell which possible content is the one put forward."""
    tree, cue, words = cued.tree, cued.cue, what.words
    kind, known, way = cued.kind, cued.known, what.way
    first, last = words[0], words[-1]
    count = len(tree.tokens)
    start, end = tree.tokens[first], tree.tokens[last]
    before = tree.lower[first - 1] if first else "^"
    after = tree.lower[last + 1] if last + 1 < count else "$"
    after_dep = tree.tokens[last + 1].dep if last + 1 < count else "$"
    side = "r" if first > cue else ("l" if last < cue else "b")
    holes = len(words) < last - first + 1
    quotes = cued.scene.quoted
    inside = {quotes.of[one] for one in words} - {None}
    every = len(quotes.places)
    quoted = f"{min(len(inside), 3)}of{min(every, 3)}"
    only = bool(inside) and quotes.of[first] is not None and quotes.of[last] is not None
    size = size_of(len(words))
    return [
        f"y={way}|{kind}",
        f"yw={way}|{cued.word}",
        f"yl={way}|{known}|{kind}",
        f"yr={way}|{'+'.join(cued.right[:4])}",
        f"a={start.tag}|{side}|{kind}",
        f"aw={tree.lower[first]}|{kind}",
        f"ad={start.dep}|{way}",
        f"b={before}|{kind}|{side}",
        f"z={end.tag}|{after}",
        f"zn={after}|{side}|{kind}",
        f"zd={after_dep}|{kind}|{side}",
        f"zw={end.lemma}",
        f"size={size}|{kind}|{side}",
        f"sw={size}|{cued.word}",
        f"h={holes}|{side}|{kind}",
        f"gap={min(first - cue, 4) if first > cue else max(last - cue, -4)}|{kind}",
        f"qu={quoted}|{only}|{cued.quoted}",
        f"quy={quoted}|{only}|{way}",
        f"quw={quoted}|{way}|{cued.word}",
        f"qul={quoted}|{way}|{known}",
        f"ws={cued.word}|{side}|{after_dep}",
        f"all={first == 0}|{last >= count - 2}|{side}",
        *_left_out(cued, words, way),
    ]


def _left_out(cued: Cued, words: Sequence[int], way: str) -> Iterator[str]:
    """Yield what of the cue's own phrases a possible content leaves out, and what it ends with."""
    tree = cued.tree
    inside = set(words)
    for child in tree.children[cued.cue]:
        token = tree.tokens[child]
        if child > cued.cue and token.dep not in {"punct", "cc", "prt", "aux"}:
            label, taken = label_of(tree, child), child in inside
            yield f"o={label}|{taken}|{cued.kind}"
            yield f"ow={token.lemma}|{label}|{taken}"
            yield f"oc={label}|{taken}|{cued.word}"
            if token.dep == "prep":
                noun = tree.child(child, "pobj")
                if noun is not None:
                    yield f"on={tree.tokens[noun].lemma}|{taken}"
    top = next((one for one in reversed(words) if tree.tokens[one].head not in inside), words[-1])
    late = tree.children[top][-1] if tree.children[top] else top
    yield f"e={tree.tokens[late].dep}|{tree.tokens[late].lemma}|{way}"
    after = words[-1] + 1
    if after < len(tree.tokens):
        one = after if tree.tokens[after].pos != "PUNCT" or after + 1 == len(tree.tokens) else after + 1
        next_ = tree.tokens[one]
        yield f"x={next_.dep}|{next_.head in inside}|{after != one}"
        yield f"xw={tree.lower[one]}|{next_.head in inside}|{after != one}"
        yield f"xt={next_.tag}|{next_.head == cued.cue}|{way}"
