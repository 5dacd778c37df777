"""What the weights say of a sentence: which words are cues, what each puts forward, and who says it."""

from collections.abc import Container, Iterator, Sequence
from math import exp

import msgspec

from ondit.attribute.grammar.candidate import Candidate
from ondit.attribute.grammar.sources import noun_phrase
from ondit.attribute.grammar.verbs import cue_of
from ondit.attribute.learned.features import (
    CUE_POS,
    Cued,
    content_features,
    cue_features,
    source_features,
)
from ondit.attribute.learned.weighing import Triple, rows_of
from ondit.attribute.learned.what import What, possible_contents
from ondit.attribute.learned.whose import Whose, possible_sources
from ondit.attribute.scene import Scene
from ondit.languages.lexicon import Cue, Frame


FLOOR = -2.5


class Judge:
    def __init__(self, weights, threshold, kinds):
        self.kinds = kinds
        self.cue, self.content, self.source, self.triple = weights
        self.threshold = threshold

    def triples(self, scene: Scene, without: Container[int], licensed) -> list[Triple]:
        found = []
        for position, token in enumerate(scene.tree.tokens):
            if token.pos not in CUE_POS or position in without or scene.tree.lower[position] in OPENERS:
                continue
            cued = Cued(scene, position, self.kinds)
            score = self.cue(cue_features(cued))
            if score < FLOOR:
                continue
            contents = possible_contents(scene, position)
            if not contents:
                continue
            what, share, near = best(contents, [self.content(content_features(cued, one)) for one in contents], LIKE)
            sources = possible_sources(scene.tree, position)
            whose, share2, near2 = best(sources, [self.source(source_features(cued, one, what.words)) for one in sources], 0)
            rule = licensed.get(position)
            found.append(Triple(cued, what, whose, score, share, near, share2, near2, len(contents), len(sources), rule[0] if rule else None))
        return found

    def choices(self, scene: Scene, without: Container[int], licensed):
        triples = self.triples(scene, without, licensed)
        rows = rows_of(triples)
        scored = sorted(((self.triple(row) if self.triple else one.score, one) for one, row in zip(triples, rows)), key=lambda p: -p[0])
        kept = []
        inside = set()
        for score, one in scored:
            if one.cued.cue in inside:
                continue
            if score < self.threshold:
                break
            mine = set(one.what.words)
            if any(mine & set(o.what.words) and one.cued.cue not in o.what.words and o.cued.cue not in mine for o in kept):
                continue
            kept.append(one)
            inside |= mine
        for score, one in scored:
            if one.cued.cue in inside and one not in kept and one.score > 0:
                mine = set(one.what.words)
                if any(mine & set(o.what.words) and one.cued.cue not in o.what.words and o.cued.cue not in mine for o in kept):
                    continue
                kept.append(one)
        for one in kept:
            yield self.choice(scene, one)

    def choice(self, scene: Scene, judged: Triple):
        tree, head = scene.tree, judged.cued.cue
        token = tree.tokens[head]
        frame = frame_of(judged.what.way)
        entries = scene.rules.cues.get((token.lemma, "ADJ" if token.dep == "amod" else token.pos), ()) if token.pos != "VERB" else scene.entries(head)
        passive = judged.cued.passive
        entry = next((e for e in entries if frame in (e.passive if passive else e.frames)), None)
        if entry is None:
            entry = next(iter(entries), Cue(lemma=token.lemma, pos=token.pos))
        told = tree.child(head, "dative", "iobj")
        if told is None and frame is Frame.CLAUSE:
            told = tree.child(head, "dobj")
        whom = noun_phrase(tree, told) if told is not None else ()
        if set(whom) & set(judged.what.words):
            whom = ()
        candidate = Candidate(
            word=token.lemma, pos=token.pos, frame=frame, head=head, cue=cue_words(tree, head),
            source=judged.whose.words, content=judged.what.words, addressee=tuple(whom), passive=passive,
        )
        return candidate, entry


OPENERS = frozenset({"according"})


LIKE = 0.5
W_EXACT = 0.5


def best(options, scores, like):
    top = max(scores)
    place = scores.index(top)
    weights = [exp(score - top) for score in scores]
    total = sum(weights)
    share = near_share = weights[place] / total
    if share < 0.98:
        sets = [frozenset(one.words) for one in options]
        near = [place for place in range(len(options)) if weights[place] / total > 0.02]
        nears = {a: sum(weights[b] for b in near if close(sets[a], sets[b], like)) for a in near}
        place = max(near, key=lambda one: W_EXACT * weights[one] + nears[one])
        share, near_share = weights[place] / total, nears[place] / total
    return options[place], share, near_share


def close(mine, theirs, like):
    if not mine or not theirs:
        return mine == theirs
    shared = len(mine & theirs)
    return shared >= like * (len(mine) + len(theirs) - shared) if like else shared > 0


def cue_words(tree, head):
    token = tree.tokens[head]
    if token.pos == "VERB":
        return cue_of(tree, head)
    above = tree.parent(head)
    if token.pos == "NOUN":
        bears = above is not None and (token.dep == "attr" or (token.dep == "dobj" and tree.tokens[above].lemma in tree.light))
        return tuple(sorted({head, *([above] if bears else []), *tree.each(head, "det", "amod")}))
    if token.pos == "ADJ" and token.dep != "amod" and above is not None:
        return tuple(sorted({head, above, *tree.each(above, "aux", "neg")}))
    return (head,)


def frame_of(way):
    way = way.removeprefix("pre:").removeprefix("subj+")
    if way.startswith("quote"):
        return Frame.QUOTATION
    if way.startswith("<"):
        return Frame.HOST
    if ":to" in way or "xcomp" in way:
        return Frame.INFINITIVE
    if "ccomp" in way:
        return Frame.CLAUSE
    if way.startswith("prep"):
        return Frame.PREPOSITION
    return Frame.OBJECT
