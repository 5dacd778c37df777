"""Credit that stands outside the sentences."""

import pytest
from tests.resolve.reading import resolved

from ondit.model.article import Link
from ondit.model.source import CreditKind
from ondit.model.span import Span

OWN = {"outlet": "Daily Foo", "url": "https://dailyfoo.example/1"}


def credited(result):
    outlets = {source.id: source.outlet_id or source.name for source in result.sources}
    return [(credit.kind.value, outlets[credit.source_id]) for credit in result.credits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("KARS (Reuters) - It rained.", [("dateline", "reuters")], id="place and agency"),
        pytest.param(
            "KARS, Turkey, Sept 17 (Xinhua) -- It rained.", [("dateline", "xinhua")], id="place and date"
        ),
        pytest.param("Mumbai, Feb 4 (PTI) It rained.", [("dateline", "pti")], id="a date and no dash"),
        pytest.param("He came on May 4 (Reuters) from Kars.", [], id="a bracket in a sentence"),
        pytest.param("Sept 21 (Reuters) - It rained.", [("dateline", "reuters")], id="date and agency"),
        pytest.param("He told the agency (Reuters) - so he said.", [], id="a sentence with a bracket"),
        pytest.param("It rained. AFP", [("closing line", "afp")], id="a bare agency at the end"),
        pytest.param("It rained.\n\n(AFP)", [("closing line", "afp")], id="in brackets on a line of its own"),
        pytest.param("It rained, said AFP.", [], id="an agency in a sentence"),
        pytest.param("It rained. Source: BBC", [("closing line", "bbc")], id="a source line"),
        pytest.param(
            "It rained.\nSource: Kars Weekly",
            [("closing line", "Kars Weekly")],
            id="of an outlet nobody lists",
        ),
        pytest.param(
            "It rained. Read the full article at RT.com.", [("read more", "rt")], id="read more at a domain"
        ),
        pytest.param(
            "It rained.\nThis article first appeared in The Cradle.",
            [("read more", "the-cradle")],
            id="first appeared",
        ),
        pytest.param(
            "From The Cradle, 11 December 2024. It rained.", [("byline", "the-cradle")], id="from X, date"
        ),
        pytest.param("From the hills, it rained.", [], id="a sentence that begins with from"),
        pytest.param(
            "It rained.\nWith reporting by Reuters", [("byline", "reuters")], id="with reporting by"
        ),
        pytest.param(
            "It rained.\nJo Hill contributed to this report for Reuters.",
            [("byline", "reuters")],
            id="contributed for",
        ),
        pytest.param("It rained.\n(Reporting by Jo Hill; editing by Al Bo)", [], id="one's own reporters"),
        pytest.param(
            "It rained.\nJo Hill contributed to this report for Daily Foo.", [], id="for the own outlet"
        ),
    ],
)
def test_credit_lines(text, expected):
    assert credited(resolved(text, **OWN)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "sv", "Bron stängs. Källa: Reuters", [("closing line", "reuters")], id="a lead nobody listed"
        ),
        pytest.param("el", "Η γέφυρα κλείνει. Πηγή: Reuters", [("closing line", "reuters")], id="in Greek"),
        pytest.param("nl", "De brug gaat dicht. (Reuters)", [("closing line", "reuters")], id="in brackets"),
        pytest.param("sv", "Bron stängs. Källa: Foo Reuters", [], id="no outlet's whole name"),
        pytest.param("sv", "Källa: Reuters. Bron stängs.", [], id="not the last line"),
        pytest.param(
            "en", "It rained. Watch: BBC", [], id="in a read language only the leads of its lexicon"
        ),
    ],
)
def test_a_last_line_credits_in_a_language_without_lexicon_too(language, text, expected):
    assert credited(resolved(text, language=language, **OWN)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"byline": "By Jo Hill, Associated Press"}, [("byline", "ap")], id="byline"),
        pytest.param({"byline": "Petra Hill"}, [], id="a name that is also an agency's"),
        pytest.param({"byline": "Jo Hill, Petra"}, [("byline", "petra")], id="the agency of that name"),
        pytest.param({"byline": "Reuters Staff"}, [("byline", "reuters")], id="the agency's people"),
        pytest.param(
            {"outlet": "Daily Foo (PA/AP)"}, [("structured", "pa-media"), ("structured", "ap")], id="bracket"
        ),
        pytest.param(
            {"canonical_url": "https://www.reuters.com/a"},
            [("canonical", "reuters")],
            id="canonical elsewhere",
        ),
        pytest.param({"canonical_url": "https://m.dailyfoo.example/a"}, [], id="canonical at home"),
        pytest.param({"based_on": ("https://www.bbc.co.uk/a",)}, [("structured", "bbc")], id="based on"),
        pytest.param({"publisher": "Daily Foo"}, [], id="the publisher is the outlet"),
    ],
)
def test_credits_of_the_page(fields, expected):
    assert credited(resolved("It rained.", **{**OWN, **fields})) == expected


def test_a_link_on_the_words_of_a_source_is_a_credit_and_one_elsewhere_is_not():
    text = "⟦Reports⟧ say it rained. See more here."
    on_source = Link("https://www.reuters.com/a", "Reports", Span(0, 7))
    elsewhere = Link("https://www.bbc.com/", "here", Span(34, 38))
    result = resolved(text, links=(on_source, elsewhere), **OWN)
    assert credited(result) == [(CreditKind.LINK.value, "reuters")]


def test_a_credit_shows_its_place():
    result = resolved("It rained. Source: BBC", **OWN)
    assert [credit.span for credit in result.credits] == [Span(19, 22)]


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        pytest.param("It rained. Source: DPA", {}, ("DPA",), id="a credit line"),
        pytest.param("⟦the AP⟧ said it rained.", {}, ("AP",), id="a sentence"),
        pytest.param("It rained.", {"outlet": "Daily Foo (AFP)"}, ("AFP",), id="the page's metadata"),
    ],
)
def test_an_outlet_keeps_the_name_by_which_the_article_calls_it(text, fields, expected):
    result = resolved(text, **{**OWN, **fields})
    assert [source.called for source in result.sources if source != result.outlet] == [expected]
