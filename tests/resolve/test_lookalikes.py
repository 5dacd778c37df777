"""Names and hosts that look like those of an outlet and are not its."""

import pytest
from reading import resolved

from ondit.resolve.outlets.lookalikes import host_likeness, original_of_name
from ondit.resolve.outlets.table import outlet_table

TABLE = outlet_table()
LEGAL = frozenset({"ltd", "llc", "inc", "company"})


@pytest.mark.parametrize(
    ("host", "original"),
    [
        pytest.param("washingtonpost.pm", "wapo", id="another suffix"),
        pytest.param("reuters.com.news-site.example", "reuters", id="a whole domain before somebody else's"),
        pytest.param("www.bbc.co.uk.login.example", "bbc", id="one of two suffixes"),
        pytest.param("xn--ruters-3of.com", "reuters", id="a Cyrillic letter, as browsers write it"),
        pytest.param("washingtonp0st.com", "wapo", id="a digit for a letter"),
        pytest.param("washington-post.com", "wapo", id="a hyphen within"),
        pytest.param("reuters-news.com", "reuters", id="dressed with a word of the trade"),
        pytest.param("bbc-news.example", "bbc", id="the name and its word"),
        pytest.param("reuterss.com", "reuters", id="a letter more"),
        pytest.param("washingtonpots.com", "wapo", id="two letters changed over"),
        pytest.param("aljazera.net", "al-jazeera", id="a letter less"),
        pytest.param("novayagazetta.example", "novaya-gazeta", id="of another language"),
    ],
)
def test_a_host_that_looks_like_an_outlets_is_told(host, original):
    found = host_likeness(TABLE).original(host)
    assert found is not None
    assert found.id == original


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("bbc.co.uk", id="its own"),
        pytest.param("www.bbc.com", id="its other one"),
        pytest.param("reuters.co.jp", id="an edition of a country"),
        pytest.param("edition.cnn.com", id="an edition under its domain"),
        pytest.param("amp.theguardian.com", id="for small screens"),
        pytest.param("ria.ru", id="short"),
        pytest.param("rian.ru", id="older"),
        pytest.param("www-bbc-com.translate.goog", id="translated by a service"),
        pytest.param("web.archive.org", id="an archive"),
        pytest.param("dailyfoo.example", id="nobody's"),
        pytest.param("focus.example", id="an everyday word"),
        pytest.param("mirror.example", id="another everyday word"),
        pytest.param("arsa.example", id="one letter off a short name"),
        pytest.param("127.0.0.1", id="an address in numbers"),
        pytest.param("", id="none"),
    ],
)
def test_a_host_of_its_own_right_is_not_flagged(host):
    assert host_likeness(TABLE).original(host) is None


def test_an_everyday_word_tells_when_the_page_calls_itself_so():
    assert host_likeness(TABLE).original("spiegel.example") is None
    found = host_likeness(TABLE).original("spiegel.example", frozenset({"spiegel"}))
    assert found is not None
    assert found.id == "spiegel"


@pytest.mark.parametrize(
    ("name", "original"),
    [
        pytest.param("Rеuters", "reuters", id="a Cyrillic letter in a Latin word"),
        pytest.param("Вашингтoн пост", "wapo", id="a Latin letter in a Cyrillic word"),
        pytest.param("Reuters News Agency Ltd", "reuters", id="a company that bears the name"),
        pytest.param("Bloomberg LLC", "bloomberg", id="a form alone"),
        pytest.param("Reuters", None, id="the name itself"),
        pytest.param("Рейтер", None, id="in another script altogether"),
        pytest.param("The New York Times Company", None, id="its owner"),
        pytest.param("Focus Ltd", None, id="an everyday word"),
        pytest.param("Daily Foo Ltd", None, id="nobody's"),
    ],
)
def test_a_name_that_looks_like_an_outlets_is_told(name, original):
    found = original_of_name(name, TABLE, LEGAL)
    assert (found.id if found else None) == original


def test_the_page_and_its_sources_are_flagged_and_stay_their_own():
    result = resolved(
        "It will close, said ⟦the mayor⟧, and ⟦Reuters News Agency Ltd⟧ agreed.",
        outlet="Washington Post",
        url="https://washingtonpost.pm/a",
    )
    assert result.outlet is not None
    assert (result.outlet.outlet_id, result.outlet.imitates) == (None, "Washington Post")
    flagged = {source.name: source.imitates for source in result.sources if source.imitates}
    assert flagged["Reuters News Agency Ltd"] == "Reuters"
    assert "“washingtonpost.pm” looks like Washington Post" in result.outlet.reasons[-1]


def test_a_listed_outlet_is_never_flagged():
    result = resolved("It will close, said ⟦Reuters⟧.", url="https://www.washingtonpost.com/a")
    assert [source.name for source in result.sources if source.imitates] == []
