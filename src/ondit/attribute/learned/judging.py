"""What the weights say of a sentence: which words are cues, what each puts forward, and who says it."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from math import exp
from typing import TypeVar

from ondit.attribute.grammar.candidate import Choice
from ondit.attribute.grammar.sources import EMPTY_WORDS
from ondit.attribute.grammar.tree import Tree
from ondit.attribute.learned.contents import content_features
from ondit.attribute.learned.cued import NOTHING, Cued
from ondit.attribute.learned.cues import (
    above_features,
    below_features,
    frame_features,
    lone_features,
    lone_key,
    near_features,
)
from ondit.attribute.learned.shaping import choice_of, frame_of
from ondit.attribute.learned.sources import source_features
from ondit.attribute.learned.weighing import Triple, row_of, words_of
from ondit.attribute.learned.what import What, possible_contents
from ondit.attribute.learned.wholes import whole_features
from ondit.attribute.learned.whose import Whose, possible_sources
from ondit.attribute.scene import Scene
from ondit.languages.lexicon import Frame
from ondit.trained import Weights

FEATURES = "4"
"""The version of the features. It rises with every change of a template; weights of another are refused."""

CUE_POS = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
"""Parts of speech of the words that may be cues."""

LONGEST = 250
"""Tokens of a sentence that is judged. Longer ones are lists and broken text: the rules read them."""

_BLOCKS = (frame_features, below_features, near_features, above_features)
"""The blocks of features behind those of the word alone, cheapest first."""

_HOPELESS = (-1.0, -2.0, -2.2, -2.5)
"""Scores, each before the next block, below which that is not asked. On the dev part 11 of 1,928 gold cues
that would come through are lost, and a third as many blocks are computed as when all are asked."""

_UNLIKELY = -2.0
"""Score of a cue below which the trees are not asked. -2.5 finds no more on the dev part and takes a tenth
longer; trees trained behind -1.5 lose half a point of F1."""

_NESTED = 0.0
"""Score from which on a cue inside an accepted content stands. The trees know outermost attributions only."""

_UNKNOWN = 0.5
"""How much more a word needs that the lexicon does not know. On the dev part F1 stays, precision rises by 2;
acts that only look like statements ("sued", "covered") mostly go."""

_UNKNOWN_OF_NOBODY = 0.7
"""The same where nobody is named ("was signed", "has been rejected"). With a lower threshold for all, half of
the sourceless attributions of the dev part are found at half a point of F1 more than with one threshold."""

_FAINT = 0.02
"""Share of the weight below which a possibility is left out of account."""

_ALIKE = 0.5
"""Shared part from which on two contents count as much alike."""

_EXACT = 0.5
"""What an exact content counts beside one that is much alike, when the best of several is chosen."""

Option = TypeVar("Option", What, Whose)

Words = frozenset[int]
"""The positions of the words of an option."""


class Judge:
    """Chooses by weights. The card's thresholds are the scores of the trees that an attribution needs."""

    def __init__(self, weights: Weights) -> None:
        linear = weights.linear
        self._cue, self._content, self._source = linear["cue"], linear["content"], linear["source"]
        self._whole = linear["whole"]
        self._forest, self._nobody = weights.forest, weights.nobody
        self._thresholds = weights.card.threshold, weights.card.threshold_sourceless
        self.made_by = weights.made_by
        self._lone: dict[tuple[str, ...], float] = {}

    def choices(self, scene: Scene, without: Container[int]) -> Iterator[Choice]:
        """Yield the attributions of a sentence, one a cue. `without` are positions of words that are no cues.

        Nor are the words that hang on those: "declined to comment".

        Outermost ones are taken best first. One whose content overlaps that of a better one, and is not
        within it, goes. Inside an accepted content stand all that look like cues.
        """
        scored = list(self._scored(scene, self.triples(scene, without)))
        scored.sort(key=lambda pair: -pair[0])
        kept: list[Triple] = []
        inside: set[int] = set()
        for score, one in scored:
            if score >= 0 and one.cued.cue not in inside and _fits(one, kept):
                kept.append(one)
                inside.update(one.what.words)
        for _, one in scored:
            nested = one.cued.cue in inside and one.score > _NESTED
            if nested and one not in kept and _fits(one, kept):
                kept.append(one)
        kept.sort(key=lambda one: one.cued.cue)
        return (choice_of(scene, one) for one in kept)

    def _scored(self, scene: Scene, triples: Sequence[Triple]) -> Iterator[tuple[float, Triple]]:
        """Yield the triples, each with how much more its score is than it needs.

        The trees of nobody are asked where the source is empty. Where it is not and the other trees say no,
        they are asked as well, and the triple loses its source when they say yes.
        """
        needed, needed_of_nobody = self._thresholds
        sets = words_of(triples)
        for place, one in enumerate(triples):
            if is_for_rules(scene, one.cued.cue) or _says_nothing(one.cued, one.what):
                continue
            unknown = one.cued.known == NOTHING
            above = -1.0
            if one.whose.words:
                row = row_of(one, place, triples, sets, self._whole.score(whole_features(one)))
                above = self._forest.score(row) - needed - _UNKNOWN * unknown
            if above < 0:
                nobodys = one.unsigned()
                row = row_of(nobodys, place, triples, sets, self._whole.score(whole_features(nobodys)))
                score = self._nobody.score(row) - needed_of_nobody - _UNKNOWN_OF_NOBODY * unknown
                if score >= 0 or not one.whose.words:
                    above, one = score, nobodys
            yield above, one

    def triples(self, scene: Scene, without: Container[int]) -> list[Triple]:
        """Return the possible cues of a sentence, each with its best content and source."""
        tokens = scene.tree.tokens
        if len(tokens) > LONGEST:
            return []
        return [
            triple
            for position, token in enumerate(tokens)
            if position not in without and token.head not in without and is_asked(scene, position)
            if (triple := self._triple(scene, position)) is not None
        ]

    def _triple(self, scene: Scene, position: int) -> Triple | None:
        cued = Cued(scene, position)
        blocks = self._blocks(cued)
        if blocks is None:
            return None
        contents = possible_contents(scene, position)
        if not contents:
            return None
        scores = [self._content.score(content_features(cued, one)) for one in contents]
        shares = shares_of(scores)
        what, content_share, content_near = likeliest(contents, shares, _much_alike)
        sources = possible_sources(scene.tree, position)
        scores = [self._source.score(source_features(cued, one, what.words)) for one in sources]
        source_shares = shares_of(scores)
        whose, source_share, source_near = likeliest(sources, source_shares, _share_a_word)
        return Triple(
            cued=cued,
            what=what,
            whose=whose,
            blocks=blocks,
            content_share=content_share,
            content_near=content_near,
            source_share=source_share,
            source_near=source_near,
            contents=list(zip(contents, shares, strict=True)),
            sources=len(sources),
            nobody_share=source_shares[0],
        )

    def _blocks(self, cued: Cued) -> tuple[float, ...] | None:
        """Return how far a word looks like a cue by each block of features, or None when it hardly does.

        The blocks are asked in the order of their cost, and the first that leaves no hope is the last.
        """
        key = lone_key(cued)
        lone = self._lone.get(key)
        if lone is None:
            lone = self._lone[key] = self._cue.score(lone_features(cued))
        found, total = [lone], lone
        for least, features in zip(_HOPELESS, _BLOCKS, strict=True):
            if total < least:
                return None
            found.append(self._cue.score(features(cued)))
            total += found[-1]
        if total < _UNLIKELY:
            return None
        lone, frame, below, near, above = found
        return lone + frame, near, below, above


def is_asked(scene: Scene, position: int) -> bool:
    """Tell whether the weights are asked about a word: not about one that opens a phrase such as "according
    to", which is left to the rules."""
    return (
        scene.tree.tokens[position].pos in CUE_POS and scene.tree.lower[position] not in scene.rules.openers
    )


def is_for_rules(scene: Scene, position: int) -> bool:
    """Tell whether the rules alone decide about a word: one that only passes another voice on ("citing X",
    "quoted X as saying"), whose chains the weights have never seen."""
    words, token = scene.rules.words, scene.tree.tokens[position]
    above = scene.tree.parent(position)
    if token.dep == "pcomp" and above is not None and scene.tree.lower[above] == "as":
        return True
    return token.lemma in words.relaying or token.lemma in words.crediting or token.lemma == words.relaying_to


def _says_nothing(cued: Cued, what: What) -> bool:
    """Tell whether nothing is put forward: the content is an "it" that stands for another sentence, or who is
    told, or the cue is denied and the lexicon does not know it so ("was not able to verify P")."""
    tree, words = cued.tree, cued.scene.rules.words
    if _is_out_of_reach(tree, cued.cue):
        return True
    if len(what.words) == 1 and tree.lower[what.words[0]] in EMPTY_WORDS:
        return True
    return cued.token.lemma in words.telling and frame_of(what.way) is Frame.OBJECT


def _is_out_of_reach(tree: Tree, position: int) -> bool:
    """Tell whether somebody is not able, ready or willing to do what a verb says."""
    state = tree.parent(position)
    if state is None or tree.tokens[position].dep != "xcomp" or tree.tokens[state].dep != "acomp":
        return False
    verb = tree.parent(state)
    return verb is not None and tree.child(verb, "neg") is not None


def shares_of(scores: Sequence[float]) -> list[float]:
    """Return the softmax of scores."""
    top = max(scores)
    weights = [exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def likeliest(
    options: Sequence[Option], shares: Sequence[float], alike: Callable[[Words, Words], bool]
) -> tuple[Option, float, float]:
    """Return the option that is right or nearly right most often, its share, and that of those like it.

    Choosing by both, and not by the greatest share alone, is minimum Bayes risk decoding.
    """
    near = [place for place, share in enumerate(shares) if share > _FAINT]
    if len(near) == 1:
        return options[near[0]], shares[near[0]], shares[near[0]]
    words = {one: frozenset(options[one].words) for one in near}
    like = {one: sum([shares[other] for other in near if alike(words[one], words[other])]) for one in near}
    best = max(near, key=lambda one: _EXACT * shares[one] + like[one])
    return options[best], shares[best], like[best]


def _much_alike(mine: Words, theirs: Words) -> bool:
    shared = len(mine & theirs)
    return shared >= _ALIKE * (len(mine) + len(theirs) - shared)


def _share_a_word(mine: Words, theirs: Words) -> bool:
    return mine == theirs or not mine.isdisjoint(theirs)


def _fits(one: Triple, kept: Iterable[Triple]) -> bool:
    """Tell whether a content overlaps no kept one, or one of the two holds the other's cue."""
    mine = set(one.what.words)
    return all(
        mine.isdisjoint(other.what.words) or one.cued.cue in other.what.words or other.cued.cue in mine
        for other in kept
    )
