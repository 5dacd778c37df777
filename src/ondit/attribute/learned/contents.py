"""What tells which of the possible contents of a cue is the one that it puts forward."""

from collections.abc import Container, Iterator, Sequence

from ondit.attribute.learned.cued import Cued, size_of
from ondit.attribute.learned.what import What


def content_features(cued: Cued, what: What) -> list[str]:
    """Return the features that tell which possible content is the one put forward."""
    tree, cue, words = cued.tree, cued.cue, what.words
    word, kind, known, way = cued.word, cued.kind, cued.known, what.way
    tokens, lower = tree.tokens, tree.lower
    first, last = words[0], words[-1]
    held = set(words)
    count = len(tokens)
    start, end = tokens[first], tokens[last]
    before = lower[first - 1] if first else "^"
    after = lower[last + 1] if last + 1 < count else "$"
    after_dep = tokens[last + 1].dep if last + 1 < count else "$"
    side = "r" if first > cue else ("l" if last < cue else "b")
    holes = len(words) < last - first + 1
    quotes = cued.scene.quoted
    every = len(quotes.places)
    inside = {quotes.of[one] for one in words} - {None} if every else ()
    quoted = f"{min(len(inside), 3)}of{min(every, 3)}"
    only = bool(inside) and quotes.of[first] is not None and quotes.of[last] is not None
    size = size_of(len(words))
    return [
        f"y={way}|{kind}",
        f"yw={way}|{word}",
        f"yl={way}|{known}|{kind}",
        f"yr={way}|{cued.wide}",
        f"a={start.tag}|{side}|{kind}",
        f"aw={lower[first]}|{kind}",
        f"ad={start.dep}|{way}",
        f"b={before}|{kind}|{side}",
        f"z={end.tag}|{after}",
        f"zn={after}|{side}|{kind}",
        f"zd={after_dep}|{kind}|{side}",
        f"zw={end.lemma}",
        f"size={size}|{kind}|{side}",
        f"sw={size}|{word}",
        f"h={holes}|{side}|{kind}",
        f"gap={min(first - cue, 4) if first > cue else max(last - cue, -4)}|{kind}",
        f"qu={quoted}|{only}|{cued.quoted}",
        f"quy={quoted}|{only}|{way}",
        f"quw={quoted}|{way}|{word}",
        f"qul={quoted}|{way}|{known}",
        f"ws={word}|{side}|{after_dep}",
        f"all={first == 0}|{last >= count - 2}|{side}",
        *_left_out(cued, held),
        *_ending(cued, words, held, way),
    ]


def _left_out(cued: Cued, held: Container[int]) -> Iterator[str]:
    """Yield what of the cue's own phrases a possible content leaves out."""
    kind, word = cued.kind, cued.word
    for child, label, lemma, noun in cued.phrases:
        taken = child in held
        yield f"o={label}|{taken}|{kind}"
        yield f"ow={lemma}|{label}|{taken}"
        yield f"oc={label}|{taken}|{word}"
        if noun:
            yield f"on={noun}|{taken}"


def _ending(cued: Cued, words: Sequence[int], held: Container[int], way: str) -> Iterator[str]:
    """Yield what a possible content ends with, and what stands behind it."""
    tree = cued.tree
    top = next((one for one in reversed(words) if tree.tokens[one].head not in held), words[-1])
    late = tree.tokens[tree.children[top][-1] if tree.children[top] else top]
    yield f"e={late.dep}|{late.lemma}|{way}"
    after = words[-1] + 1
    if after < len(tree.tokens):
        one = after if tree.tokens[after].pos != "PUNCT" or after + 1 == len(tree.tokens) else after + 1
        next_ = tree.tokens[one]
        yield f"x={next_.dep}|{next_.head in held}|{after != one}"
        yield f"xw={tree.lower[one]}|{next_.head in held}|{after != one}"
        yield f"xt={next_.tag}|{next_.head == cued.cue}|{way}"
