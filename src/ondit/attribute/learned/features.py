"""What the weights see: features of a possible cue, of its possible contents and of its possible sources.

A feature is a short string: a template's name and the values that fill it. The templates are the weights'
vocabulary; `VERSION` rises with every change, and weights of another version are refused.
"""

from collections.abc import Iterator, Mapping, Sequence

from ondit.attribute.grammar.tree import SUBJECTS, Tree
from ondit.attribute.grammar.verbs import is_passive
from ondit.attribute.learned.what import What, label_of
from ondit.attribute.learned.whose import Whose
from ondit.attribute.scene import Scene

VERSION = "1"

CUE_POS = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
"""Parts of speech of the words that may be cues."""

_AUXILIARY = frozenset({"aux", "auxpass"})
_NO = "-"


class Cued:
    """A possible cue in its sentence, with what several features need, computed once."""

    def __init__(self, scene: Scene, cue: int, kinds: Mapping[str, int]) -> None:
        tree = scene.tree
        token = tree.tokens[cue]
        self.scene, self.tree, self.cue, self.token = scene, tree, cue, token
        particle = tree.child(cue, "prt")
        self.word = f"{token.lemma} {tree.lower[particle]}" if particle is not None else token.lemma
        self.passive = token.pos == "VERB" and is_passive(tree, cue)
        entries = scene.rules.cues.get((token.lemma, "ADJ" if token.dep == "amod" else token.pos), ())
        frames = {frame for entry in entries for frame in (entry.passive if self.passive else entry.frames)}
        self.known = "".join(sorted(frame[0] for frame in frames)) if frames else _NO
        self.quoted = scene.quoted.of[cue] is not None
        self.right = [
            label_of(tree, one) for one in tree.children[cue] if one > cue and tree.tokens[one].dep != "punct"
        ]
        subject = tree.child(cue, *SUBJECTS)
        self.subject = shape_of(tree, subject) if subject is not None else _NO
        self.kinds = kinds
        self.like = self.likeness(cue, token.pos)
        self.who = self.likeness(subject, "WHO") if subject is not None else _NO
        what = tree.child(cue, "dobj", "nsubjpass", "pobj")
        self.object = self.likeness(what, "NOUN") if what is not None else _NO
        self.kind = f"{token.pos}{'p' if self.passive else ''}"

    def likeness(self, position: int, role: str) -> str:
        """Return how much a word is like those that fill a role, as a class; names and pronouns are classes
        of their own."""
        token = self.tree.tokens[position]
        if role == "WHO" and token.pos != "NOUN":
            return shape_of(self.tree, position)
        return str(self.kinds.get(f"{token.lemma}|{role}", "?"))


def shape_of(tree: Tree, position: int) -> str:
    """Return a word as a class: a pronoun or determiner as it is, a name or noun by its tag."""
    token = tree.tokens[position]
    if token.pos in {"PRON", "DET"}:
        return tree.lower[position]
    return token.tag


def cue_features(cued: Cued) -> list[str]:
    """Return the features that tell whether a word is the cue of an attribution."""
    tree, cue, token = cued.tree, cued.cue, cued.token
    word, kind, known = cued.word, cued.kind, cued.known
    above = tree.parent(cue)
    up = tree.tokens[above] if above is not None else token
    main = "+".join(cued.right[:3]) or _NO
    found = [
        "bias",
        f"k={kind}",
        f"w={word}",
        f"wk={word}|{kind}",
        f"l={known}|{kind}",
        f"t={token.tag}|{token.dep}",
        f"wt={word}|{token.tag}",
        f"wd={word}|{token.dep}",
        f"r={main}|{kind}",
        f"wr={word}|{main}",
        f"lr={known}|{main}|{kind}",
        f"s={cued.subject}|{kind}",
        f"ws={word}|{cued.subject}",
        f"lsr={known}|{cued.subject}|{main}",
        f"u={token.dep}|{up.lemma}",
        f"ut={token.dep}|{up.tag}|{kind}",
        f"wu={word}|{up.lemma}",
        f"q={cued.quoted}|{len(cued.scene.quoted.places) > 0}|{kind}",
        f"lq={known}|{cued.quoted}|{len(cued.scene.quoted.places) > 0}",
        f"g={cued.like}|{kind}",
        f"gr={cued.like}|{main}|{kind}",
        f"gt={cued.like}|{token.tag}|{token.dep}",
        f"gs={cued.like}|{cued.who}|{kind}",
        f"gl={cued.like}|{known}|{kind}",
        f"gq={cued.like}|{cued.quoted}|{len(cued.scene.quoted.places) > 0}",
        f"go={cued.like}|{cued.object}|{kind}",
        f"gw={word}|{cued.who}",
        f"gwo={word}|{cued.object}",
        f"glr={known}|{main}|{cued.who}",
        f"suf={token.text[-3:].lower()}|{kind}",
    ]
    for step in (-2, -1, 1, 2):
        place = cue + step
        near = tree.lower[place] if 0 <= place < len(tree.tokens) else _NO
        tag = tree.tokens[place].tag if 0 <= place < len(tree.tokens) else _NO
        found += (f"n{step}={near}|{kind}", f"nt{step}={tag}|{kind}|{known}")
        if step in (-1, 1):
            found.append(f"wn{step}={word}|{near}")
    for child in tree.children[cue]:
        one = tree.tokens[child]
        label = label_of(tree, child) if child > cue else "<" + one.dep
        found += (f"c={label}|{kind}|{known}", f"wc={word}|{label}")
        if one.dep in {"prep", "aux", "auxpass", "neg", "mark", "advmod", "det", "poss", "agent"}:
            found += (f"cw={label}|{one.lemma}|{kind}", f"wcw={word}|{one.lemma}")
        elif one.dep in {"dobj", "nsubj", "nsubjpass", "acomp", "attr"}:
            found += (f"cw={label}|{one.lemma}|{kind}|{known}", f"ct={label}|{one.tag}|{kind}")
    return [*found, *_around(cued), *_place(cued)]


def _around(cued: Cued) -> Iterator[str]:
    """Yield what stands above a cue: the path to the root, and a cue that may hold this one."""
    tree, path, current = cued.tree, "", cued.cue
    for above in tree.ancestors(cued.cue):
        path += "<" + tree.tokens[current].dep
        yield f"p={path}|{cued.kind}"
        mark = tree.child(above, "mark")
        if tree.tokens[above].pos == "VERB" and cued.scene.entries(above):
            yield f"pc={tree.tokens[current].dep}|{current > above}|{cued.kind}"
        if mark is not None:
            yield f"pm={tree.lower[mark]}|{cued.kind}"
        if len(path) > 40:
            return
        current = above
    mark = tree.child(cued.cue, "mark")
    modal = next((tree.lower[one] for one in tree.each(cued.cue, *_AUXILIARY)), _NO)
    yield f"mm={tree.lower[mark] if mark is not None else _NO}|{modal}"


def _place(cued: Cued) -> Iterator[str]:
    count = len(cued.tree.tokens)
    yield f"len={min(count // 6, 8)}|{cued.kind}"
    yield f"at={4 * cued.cue // count}|{cued.known}"
    yield f"first={min(cued.scene.place, 2)}|{cued.kind}"
    last = cued.tree.tokens[-1].text
    yield f"end={last if not last.isalnum() else _NO}|{cued.kind}"


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
    size = min(len(words), 3) if len(words) < 4 else 4 + min(len(words) // 5, 5)
    return [
        f"y={way}|{kind}",
        f"yw={way}|{cued.word}",
        f"yg={way}|{cued.like}|{kind}",
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


def source_features(cued: Cued, whose: Whose, content: Sequence[int]) -> list[str]:
    """Return the features that tell which possible source is the one who speaks, given the content."""
    tree, kind, way = cued.tree, cued.kind, whose.way
    if not whose.words:
        main = "+".join(cued.right[:2])
        up = tree.parent(cued.cue)
        return [
            f"none={kind}",
            f"nonew={cued.word}|{cued.passive}",
            f"nones={cued.subject}|{kind}",
            f"noner={main}|{kind}",
            f"nonel={cued.known}|{kind}|{cued.subject}",
            f"noned={cued.token.dep}|{kind}",
            f"nonet={cued.token.tag}|{cued.token.dep}",
            f"noneu={tree.tokens[up].lemma if up is not None else _NO}|{kind}",
        ]
    head = tree.tokens[whose.head]
    shape = shape_of(tree, whose.head)
    overlap = not set(content).isdisjoint(whose.words)
    far = whose.head - cued.cue
    apart = cued.scene.quoted.of[whose.head] == cued.scene.quoted.of[cued.cue]
    before = tree.lower[whose.words[0] - 1] if whose.words[0] else "^"
    after = tree.lower[whose.words[-1] + 1] if whose.words[-1] + 1 < len(tree.tokens) else "$"
    return [
        f"v={way}|{kind}",
        f"vw={way}|{cued.word}",
        f"vs={way}|{shape}",
        f"vks={way}|{shape}|{kind}|{cued.known}",
        f"h={head.lemma}|{kind}",
        f"hp={head.pos}|{kind}",
        f"hs={shape}|{cued.word}",
        f"in={overlap}|{kind}",
        f"inv={overlap}|{way}",
        f"far={max(-6, min(6, far))}|{kind}",
        f"vf={way}|{far > 0}",
        f"qq={apart}|{cued.quoted}",
        f"n={min(len(whose.words), 8)}|{way.partition(':')[2]}",
        f"x={after}|{way.partition(':')[2]}",
        f"b={before}|{kind}",
        f"wt={way}|{cued.token.tag}|{cued.token.dep}",
        f"vg={way}|{cued.likeness(whose.head, 'WHO')}|{kind}",
        f"hg={cued.likeness(whose.head, 'WHO')}|{kind}|{cued.known}",
        f"vr={way}|{'+'.join(cued.right[:2])}",
    ]
