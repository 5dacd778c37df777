"""Languages that have no lexicon here: what is still read, and that it is said once."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import ondit
from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.cli import main
from ondit.model.article import Article
from ondit.model.source import CreditKind
from ondit.pipeline import Recipe, read_article
from ondit.resolve import outlets_named

SWEDISH = (
    "SUNDBY (Reuters) - Bron över sundet stängs i två år. ”Vi kan inte vänta längre än till hösten”, säger "
    "borgmästaren till Reuters. Minst 250 personer arbetar på bron.\n\nTrafiken leds om från och med måndag, "
    "och färjan mellan öarna går varje timme tills arbetet är klart någon gång under nästa år."
)
GREEK = "Η γέφυρα κλείνει, σύμφωνα με το Reuters. «Δεν μπορούμε να περιμένουμε άλλο», λέει ο δήμαρχος."


def article(text: str, language: str, name: str = "a") -> Article:
    return Article(id=name, title="Bron", text=text, language=language, outlet="Nordposten", byline="AFP")


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        pytest.param("sv", SWEDISH, "”Vi kan inte vänta längre än till hösten”", id="one mark for both ends"),
        pytest.param("el", GREEK, "«Δεν μπορούμε να περιμένουμε άλλο»", id="guillemets"),
    ],
)
def test_quotations_are_found_and_given_to_nobody(language: str, text: str, quoted: str):
    every = attribute(annotate(article(text, language))).attributions
    found = [one for one in every if not one.cue]
    assert [(text[one.content[0].start : one.content[0].end], one.source, one.cue) for one in found] == [
        (quoted, (), ())
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "sv",
            "Två fartyg kolliderade utanför Tarsa, enligt nyhetsbyrån Reuters.",
            ("nyhetsbyrån Reuters", "enligt", "Två fartyg kolliderade utanför Tarsa"),
            id="sv: behind the clause, with its noun",
        ),
        pytest.param(
            "fi",
            "Reutersin mukaan kaksi alusta törmäsi Tarsan edustalla.",
            ("Reutersin", "mukaan", "kaksi alusta törmäsi Tarsan edustalla"),
            id="fi: the phrase stands behind the name",
        ),
        pytest.param(
            "cs",
            "Podle agentury Korvet se u Tarsy srazily dvě lodě.",
            ("agentury Korvet", "Podle", "se u Tarsy srazily dvě lodě"),
            id="cs: at the head of a sentence",
        ),
        pytest.param(
            "el",
            GREEK,
            ("το Reuters", "σύμφωνα με", "Η γέφυρα κλείνει"),
            id="el: an article before the name",
        ),
    ],
)
def test_a_credit_to_a_name_is_an_attribution(language: str, text: str, expected: tuple[str, str, str]):
    one = article(text, language)
    found = [each for each in attribute(annotate(one)).attributions if each.cue]
    assert [
        tuple(" ".join(map(one.cut, role)) for role in (each.source, each.cue, each.content))
        for each in found
    ] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("cs", "Podle zákona je vjezd zakázán.", id="a law in small letters"),
        pytest.param("sv", "Enligt Reuters.", id="nothing is said"),
        pytest.param("sv", "”Det stängs enligt Reuters redan i morgon bitti”, säger hon.", id="quoted"),
    ],
)
def test_what_credits_nobody_is_left_out(language: str, text: str):
    found = attribute(annotate(article(text, language))).attributions
    assert [one for one in found if one.cue] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Föreställningen ”Måsen” ges på måndag.", id="a title is no quotation"),
        pytest.param("Han sade: ”Vi kan inte vänta längre än till hösten", id="nothing closes it"),
    ],
)
def test_what_may_be_no_speech_is_left_out(text: str):
    assert attribute(annotate(article(text, "sv"))).attributions == ()


def test_outlets_credits_and_numbers_are_found():
    one = article(SWEDISH, "sv")
    annotated = annotate(one)
    named = outlets_named(annotated, attribute(annotated))
    reading = read_article(one, Recipe())
    assert [(one.cut(span), outlet.name) for span, outlet in named] == [("Reuters", "Reuters")] * 2
    assert {credit.kind for credit in reading.resolved.credits} == {CreditKind.DATELINE, CreditKind.BYLINE}
    assert [number.value for mention in reading.mentions for number in mention.quantities] == [250.0]


def test_a_copy_is_found():
    first = Article(
        id="a", text=SWEDISH, language="sv", outlet="Nordposten", published="2026-03-01T08:00:00Z"
    )
    later = Article(id="b", text=SWEDISH, language="sv", outlet="Sydposten", published="2026-03-01T09:00:00Z")
    traced = ondit.trace("Bron över sundet stängs i två år", [first, later])
    assert "copies" in {edge.kind.value for edge in traced.graph.edges}


def test_the_reader_is_told_once(tmp_path: Path):
    rows = [{"id": f"a{at}", "text": SWEDISH, "language": "sv"} for at in range(3)]
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    told = CliRunner().invoke(main, ["read", str(path)]).stderr
    assert told.count("articles in 'sv' are read for quotations, outlets, credits and numbers only") == 1
