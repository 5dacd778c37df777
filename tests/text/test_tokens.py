"""Words of any script, phrases with wildcards, names of countries, consonants of names."""

import pytest

from ondit.text.countries import countries_in
from ondit.text.names import bones
from ondit.text.patterns import Lemmas, PatternTable
from ondit.text.tokens import bare, words_and_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("l'eau, 250", ["l'eau", ",", "250"], id="an apostrophe belongs to its word"),
        pytest.param("के अनुसार।", ["के", "अनुसार", "।"], id="vowel signs belong to their word"),
        pytest.param("新华社报", ["新", "华", "社", "报"], id="signs one by one"),
        pytest.param("ロイター通信", ["ロイター", "通", "信"], id="katakana in one"),
    ],
)
def test_words_of_all_scripts(text, expected):
    assert [one[0] for one in words_and_marks(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("word", "form"),
    [("İzmir", "izmir"), ("يُزعم", "يزعم"), ("L’eau", "l'eau")],
    ids=["a Turkish capital", "Arabic vowels", "an apostrophe"],
)
def test_a_word_is_looked_up_bare(word, form):
    assert bare(word) == form


@pytest.mark.parametrize(
    ("pattern", "words", "found"),
    [
        pytest.param("teilte … mit", "dies teilte sie heute mit", (1, 2, 4, 5), id="a gap"),
        pytest.param("teilte … mit", "teilte . mit", None, id="no gap over a full stop"),
        pytest.param("сообщ*", "он сообщил", (1, 2, 2, 2), id="a beginning"),
        pytest.param("*에게", "기자에게", (0, 1, 1, 1), id="an ending"),
        pytest.param("… göre", "ajansa göre", (1, 1, 1, 2), id="the source stands before"),
        pytest.param("all'*", "all'ansa", (0, 1, 1, 1), id="an elision"),
    ],
)
def test_a_pattern_is_found(pattern, words, found):
    table = PatternTable([(pattern, "x")], gap_ends=".")
    places = [(one.start, one.end, one.tail, one.stop) for one in table.find(words.split())]
    assert places == ([found] if found else [])


def test_of_two_lemmas_the_ending_wins():
    lemmas = Lemmas({"firma": ("unternehmen*",), "sprecher": ("*sprecher",)})
    assert lemmas.of("unternehmenssprecher") == "sprecher"


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        pytest.param("сирийский источник", "ru", {"SY"}, id="an adjective that begins alike"),
        pytest.param("بالسودان", "ar", {"SD"}, id="an article before it"),
        pytest.param("乌克兰和叙利亚", "zh", {"UA", "SY"}, id="no spaces"),
        pytest.param("the market", "en", set(), id="none"),
    ],
)
def test_countries_are_found_in_any_language(text, language, codes):
    assert countries_in(text, language) == codes


@pytest.mark.parametrize("other", ["Агадир", "أغادير", "アガディール", "아가디르"])
def test_a_name_has_the_same_bones_in_every_script(other):
    assert bones(other) == bones("Agadir")
