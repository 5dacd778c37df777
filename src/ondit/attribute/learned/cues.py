"""What tells whether a word is a cue, in blocks whose scores the trees see apart.

A feature is a short string: a template's name and the values that fill it.
"""

from collections.abc import Iterator

from ondit.attribute.learned.cued import NOTHING, Cued
from ondit.attribute.learned.what import label_of

_TELLING = frozenset({"prep", "aux", "auxpass", "neg", "mark", "advmod", "det", "poss", "agent"})
"""Labels of the children whose word tells most."""

_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "acomp", "attr"})

_AUXILIARIES = ("aux", "auxpass")

_LONGEST_PATH = 40
"""Characters of a path up the tree. Longer ones are too rare to learn from."""


def lone_features(cued: Cued) -> list[str]:
    """Return what the word alone tells, and how it hangs in the sentence. They depend on `lone_key` only."""
    token, word, kind = cued.token, cued.word, cued.kind
    return [
        "bias",
        f"k={kind}",
        f"w={word}",
        f"wk={word}|{kind}",
        f"t={token.tag}|{token.dep}",
        f"wt={word}|{token.tag}",
        f"wd={word}|{token.dep}",
        f"suf={token.text[-3:].lower()}|{kind}",
    ]


def lone_key(cued: Cued) -> tuple[str, ...]:
    """Return what `lone_features` are made of: most words of a text have been asked before."""
    token = cued.token
    return cued.word, cued.kind, token.tag, token.dep, token.text[-3:]


def frame_features(cued: Cued) -> list[str]:
    """Return what the word's complement, its subject and the lexicon tell."""
    word, kind, known, main = cued.word, cued.kind, cued.known, cued.main
    return [
        f"l={known}|{kind}",
        f"r={main}|{kind}",
        f"wr={word}|{main}",
        f"lr={known}|{main}|{kind}",
        f"s={cued.subject}|{kind}",
        f"ws={word}|{cued.subject}",
        f"lsr={known}|{cued.subject}|{main}",
    ]


def near_features(cued: Cued) -> list[str]:
    """Return what the words on both sides and the quotations tell."""
    tree, cue, word, kind, known = cued.tree, cued.cue, cued.word, cued.kind, cued.known
    any_quoted = len(cued.scene.quoted.places) > 0
    found = [f"q={cued.quoted}|{any_quoted}|{kind}", f"lq={known}|{cued.quoted}|{any_quoted}"]
    for step in (-2, -1, 1, 2):
        place = cue + step
        there = 0 <= place < len(tree.tokens)
        near = tree.lower[place] if there else NOTHING
        tag = tree.tokens[place].tag if there else NOTHING
        found += (f"n{step}={near}|{kind}", f"nt{step}={tag}|{kind}|{known}")
        if step in (-1, 1):
            found.append(f"wn{step}={word}|{near}")
    return found


def below_features(cued: Cued) -> list[str]:
    """Return what hangs on the word."""
    tree, cue, word, kind, known = cued.tree, cued.cue, cued.word, cued.kind, cued.known
    found: list[str] = []
    for child in tree.children[cue]:
        one = tree.tokens[child]
        label = label_of(tree, child) if child > cue else "<" + one.dep
        found += (f"c={label}|{kind}|{known}", f"wc={word}|{label}")
        if one.dep in _TELLING:
            found += (f"cw={label}|{one.lemma}|{kind}", f"wcw={word}|{one.lemma}")
        elif one.dep in _ARGUMENTS:
            found += (f"cw={label}|{one.lemma}|{kind}|{known}", f"ct={label}|{one.tag}|{kind}")
    return found


def above_features(cued: Cued) -> list[str]:
    """Return what stands above the word, and where in sentence and article it stands."""
    return [*_path(cued), *_place(cued)]


def _path(cued: Cued) -> Iterator[str]:
    tree, token, kind = cued.tree, cued.token, cued.kind
    above = tree.parent(cued.cue)
    up = tree.tokens[above] if above is not None else token
    yield f"u={token.dep}|{up.lemma}"
    yield f"ut={token.dep}|{up.tag}|{kind}"
    yield f"wu={cued.word}|{up.lemma}"
    mark = tree.child(cued.cue, "mark")
    modal = next((tree.lower[one] for one in tree.each(cued.cue, *_AUXILIARIES)), NOTHING)
    yield f"mm={tree.lower[mark] if mark is not None else NOTHING}|{modal}"
    path, current = "", cued.cue
    for higher in tree.ancestors(cued.cue):
        path += "<" + tree.tokens[current].dep
        yield f"p={path}|{kind}"
        if tree.tokens[higher].pos == "VERB" and cued.scene.entries(higher):
            yield f"pc={tree.tokens[current].dep}|{current > higher}|{kind}"
        mark = tree.child(higher, "mark")
        if mark is not None:
            yield f"pm={tree.lower[mark]}|{kind}"
        if len(path) > _LONGEST_PATH:
            return
        current = higher


def _place(cued: Cued) -> Iterator[str]:
    count, last = len(cued.tree.tokens), cued.tree.tokens[-1].text
    yield f"len={min(count // 6, 8)}|{cued.kind}"
    yield f"at={4 * cued.cue // count}|{cued.known}"
    yield f"first={min(cued.scene.place, 2)}|{cued.kind}"
    yield f"end={last if not last.isalnum() else NOTHING}|{cued.kind}"
