import pytest

from ondit.match.meaning.concepts import concepts_of


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        pytest.param("arrest", "en", "arrest", id="a lemma"),
        pytest.param("погибли", "ru", "die", id="the beginning of a form"),
        pytest.param("والجيش", "ar", "army", id="behind what Arabic writes with it"),
        pytest.param("häftlinge", "de", "prisoner", id="a folded umlaut"),
    ],
)
def test_a_word_stands_for_a_concept(word, language, expected):
    from ondit.text.fold import fold

    assert expected in concepts_of(fold(word), language)


@pytest.mark.parametrize(
    ("word", "language"),
    [
        pytest.param("loknar", "en", id="a name"),
        pytest.param("banker", "en", id="a longer word with the same letters"),
        pytest.param("arrest", "fi", id="a language without a lexicon"),
    ],
)
def test_most_words_stand_for_none(word, language):
    assert concepts_of(word, language) == ()
