import pytest

from ondit.annotate.morphology import Morphology, morphology_of
from ondit.annotate.parser import load_parser

TEXTS = [
    pytest.param("The mayor's aides said they hadn't been told.", id="clitics"),
    pytest.param("There is a leak. There are two more.", id="a pattern of two tokens: there is"),
    pytest.param("We're gonna pay, y'all. Let's go. It ain't so.", id="patterns of two tokens: gonna, y'all"),
    pytest.param("Nothin' came of it, and ol' Brom left 'em.", id="words that an expression names"),
    pytest.param("Her daughters saw the better geese  \t leaving.", id="blanks, plurals, degrees"),
    pytest.param("I told you that it did; it had to. Do they do so?", id="auxiliaries and main verbs"),
    pytest.param("“But,” she read, “that that is is.” HE READ IT.", id="one word in several roles, capitals"),
]


@pytest.fixture(scope="module")
def pipe():
    loaded = load_parser("en")
    assert loaded is not None
    return loaded.pipe


@pytest.mark.parametrize("text", TEXTS)
def test_lemma_and_part_of_speech_are_those_of_the_components(pipe, text):
    morphology = morphology_of(pipe)
    expected = [(token.lemma_, token.pos_) for token in pipe(text)]
    for _ in range(2):  # asked, then kept
        assert list(morphology.of(pipe(text, disable=Morphology.components))) == expected


def test_a_pipe_without_ruler_or_with_patterns_that_look_further_runs_as_it_is(pipe):
    with pipe.select_pipes(disable=["attribute_ruler"]):
        assert morphology_of(pipe) is None
    import spacy

    other = spacy.blank("en")
    ruler = other.add_pipe("attribute_ruler")
    other.add_pipe("lemmatizer", config={"mode": "rule"})
    ruler.add([[{"SHAPE": "Xxxx"}]], {"POS": "PROPN"})
    assert morphology_of(other) is None
