"""The judge takes what its weights say, and the rules stand where there are none."""

import time
from array import array
from collections.abc import Callable

import msgspec
import pytest

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.attribute.grammar.tree import Tree
from ondit.attribute.learned.contents import content_features
from ondit.attribute.learned.cued import Cued
from ondit.attribute.learned.cues import frame_features, lone_features
from ondit.attribute.learned.judging import Judge, likeliest, shares_of
from ondit.attribute.learned.what import What, possible_contents
from ondit.attribute.learned.whose import possible_sources
from ondit.attribute.scene import Scene, rules_from
from ondit.attribute.speech import QuotedTokens
from ondit.languages import lexicon_of
from ondit.model.article import Article
from ondit.model.span import Part
from ondit.trained import Card, Forest, Linear, Trees, Weights, place_of
from ondit.trained.linear import BITS
from ondit.trained.weights import Scores

YES, NO = (Forest(Trees(score, [], [], [], [], [])) for score in (1.0, -1.0))
SENTENCE = "The harbour master warned the crews on Monday that the north pier was unsafe."


def scene_of(text: str) -> Scene:
    lexicon = lexicon_of("en")
    assert lexicon is not None
    sentence = annotate(Article(id="a", text=text, language="en")).sentences[0]
    tree = Tree(sentence, lexicon.attribution.light)
    return Scene(0, tree, QuotedTokens(tree, [], 0), text, rules_from(lexicon))


def place(scene: Scene, word: str) -> int:
    return scene.tree.lower.index(word)


def words(scene: Scene, positions: tuple[int, ...]) -> str:
    return " ".join(scene.tree.tokens[one].text for one in positions)


def linear(**weights: float) -> Linear:
    held = array("f", bytes(4 << BITS))
    for feature, weight in weights.items():
        held[place_of(feature.replace("_", "="))] = weight
    return Linear(held)


@pytest.fixture
def judge() -> Callable[..., Judge]:
    def make(signed: Forest = YES, **cue: float) -> Judge:
        text = dict.fromkeys(("data", "licence", "training", "sha256", "file"), "invented")
        scores = dict.fromkeys(Scores.__struct_fields__[3:], 1.0)
        stated = {"data": "invented", "date": "2026-11-24", "command": "none", **scores}
        card = msgspec.convert(
            {"name": "w", "version": "1", "language": "en", "features": "1", "seed": 1, **text}
            | {"threshold": 0.0, "threshold_sourceless": 0.0, "scores": stated},
            Card,
        )
        models = {"cue": linear(**cue)} | {name: linear() for name in ("content", "source", "whole")}
        return Judge(Weights(card, models, signed, YES))

    return make


def test_the_possible_contents_of_a_cue_hold_the_clause_and_the_phrases_beside_it():
    scene = scene_of(SENTENCE)
    found = {words(scene, one.words) for one in possible_contents(scene, place(scene, "warned"))}
    assert {"that the north pier was unsafe", "the crews", "the crews on Monday"} <= found


def test_the_possible_sources_of_a_cue_start_with_none_and_hold_its_subject():
    scene = scene_of(SENTENCE)
    found = [words(scene, one.words) for one in possible_sources(scene.tree, place(scene, "warned"))]
    assert found[0] == ""
    assert "The harbour master" in found


def test_a_source_may_keep_or_lose_its_relative_clause():
    scene = scene_of("The master, who runs the port, said the pier was unsafe.")
    found = {words(scene, one.words) for one in possible_sources(scene.tree, place(scene, "said"))}
    assert {"The master , who runs the port", "The master"} <= found


def test_features_are_stable():
    scene = scene_of(SENTENCE)
    cued = Cued(scene, place(scene, "warned"))
    assert {"w=warn", "k=VERB"} <= set(lone_features(cued))
    assert "s=NN|VERB" in frame_features(cued)
    what = next(one for one in possible_contents(scene, cued.cue) if one.way.startswith("ccomp"))
    assert "yw=ccomp:that|warn" in content_features(cued, what)


def test_the_judge_takes_the_words_that_its_weights_favour(judge):
    scene = scene_of(SENTENCE)
    assert [choice.head for choice, _ in judge(w_warn=1.0, bias=-9.0).choices(scene, ())] == []
    chosen = judge(w_warn=9.0, bias=-4.0).choices(scene, ())
    assert [choice.head for choice, _ in chosen] == [place(scene, "warned")]


def test_what_somebody_is_not_taken_to_say_may_be_said_by_nobody(judge):
    ((chosen, _),) = judge(signed=NO, w_warn=9.0, bias=-4.0).choices(scene_of(SENTENCE), ())
    assert chosen.source == ()


def test_what_is_no_cue_here_is_not_chosen(judge):
    scene = scene_of(SENTENCE)
    head = place(scene, "warned")
    assert list(judge(w_warn=9.0, bias=-4.0).choices(scene, (head,))) == []


def test_of_several_contents_the_one_is_chosen_that_is_nearly_right_most_often():
    options = [What("a", (1, 2, 3, 4)), What("b", (1, 2, 3)), What("c", (9,))]
    shares = shares_of([0.0, 0.0, 0.3])

    def alike(words: frozenset[int], others: frozenset[int]) -> bool:
        return not words.isdisjoint(others)

    assert likeliest(options, shares, alike)[0] in options[:2], "two that are alike outweigh the best alone"


def test_the_rules_stand_alone_when_the_weights_are_left_out():
    annotated = annotate(Article(id="a", text=SENTENCE, language="en"))
    made_by = {one.made_by for one in attribute(annotated, trained=False).attributions}
    assert made_by and all("weights" not in name for name in made_by)


def test_the_part_that_a_judge_reads_grows_with_the_text_alone(judge):
    asked = judge(bias=1.0)

    def seconds(times: int) -> float:
        annotated = annotate(Article(id="a", text="She said that they claimed it. " * times, language="en"))
        lexicon = lexicon_of("en")
        assert lexicon is not None
        rules = rules_from(lexicon, asked)
        start = time.process_time()
        for number, sentence in enumerate(annotated.sentences):
            if sentence.span.part is Part.BODY:
                tree = Tree(sentence, rules.words.light)
                list(asked.choices(Scene(number, tree, QuotedTokens(tree, [], 0), "", rules), ()))
        return time.process_time() - start

    assert seconds(400) < 15 * seconds(40) + 0.2
