import json
from collections import Counter

import pytest
from tests.ingest.pages.compare import alone, right, stated
from tests.ingest.pages.shapes import SHAPES

from ondit.ingest.pages.dated import date_in_address, date_in_line
from ondit.ingest.pages.lenient import lenient_values, salvaged
from ondit.ingest.pages.signed import signed_line, signers
from ondit.ingest.pages.titles import choose_title

HARD = {
    "an old table": "title",  # nothing on the page says that the words in bold are its heading
}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_page_tells_title_authors_day_and_language(shape):
    found, expected = stated(shape), right(shape)
    wrong = {field for field in expected if found[field] != expected[field]}
    assert wrong == {field for name, field in HARD.items() if name == shape.name}


def test_the_fast_extraction_tells_as_much():
    score = Counter(
        field
        for shape in SHAPES
        for field, value in right(shape).items()
        if stated(shape, fast=True)[field] == value
    )
    assert min(score.values()) >= 0.95 * len(SHAPES)


def test_nothing_is_told_worse_than_by_trafilatura_alone():
    for shape in SHAPES:
        found, theirs, expected = stated(shape), alone(shape), right(shape)
        worse = {
            field
            for field, value in expected.items()
            if theirs.get(field) == value and found.get(field) != value
        }
        assert not worse, shape.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('{"a": [1, 2,], "b": "x,}",}', [{"a": [1, 2], "b": "x,}"}], id="trailing commas"),
        pytest.param('{"a": "https://e.example/" // note\n}', [{"a": "https://e.example/"}], id="a comment"),
        pytest.param('{"a": 1}\n{"b": 2}', [{"a": 1}, {"b": 2}], id="two values"),
        pytest.param('{"a": 1}; {"b": ', [{"a": 1}], id="a broken one behind a whole one"),
        pytest.param("/*<![CDATA[*/ [3] /*]]>*/", [[3]], id="CDATA in comments"),
        pytest.param("{&quot;a&quot;: 1}", [{"a": 1}], id="entities"),
        pytest.param("[" * 100_000, [], id="too deep"),
        pytest.param("", [], id="empty"),
    ],
)
def test_json_of_templates_is_mended(text, expected):
    assert list(lenient_values(text)) == expected


def test_plain_fields_are_saved_from_json_beyond_mending():
    broken = '{"headline": "Port \\"A\\"", "author": [{"name": "Nora Vance"}], "body": "cut'
    assert salvaged(broken) == {"headline": 'Port "A"', "author": {"name": "Nora Vance"}}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("By Nora Vance", ("Nora Vance",), id="English"),
        pytest.param(
            "By Nora Vance and Ole van Brandt | 5 March", ("Nora Vance", "Ole van Brandt"), id="two"
        ),
        pytest.param("By Nora Vance, Political Editor", ("Nora Vance",), id="a role"),
        pytest.param("BY NORA VANCE", ("Nora Vance",), id="in capitals"),
        pytest.param("By Monday evening all was said.", (), id="a sentence"),
        pytest.param("By the harbour", (), id="a place"),
        pytest.param("Byron Vance", (), id="a name that begins like a lead"),
        pytest.param("Von Nora Vance und Ole Brandt", ("Nora Vance", "Ole Brandt"), id="German"),
        pytest.param("Автор: Нора Ванс", ("Нора Ванс",), id="Russian"),
        pytest.param("来源：海岸通讯社 作者：王小明", ("王小明",), id="Chinese, behind the source"),
    ],
)
def test_a_line_that_signs_gives_its_names(line, names):
    assert signed_line(line) == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        pytest.param("By Nora Vance for the Coast Wire", ("Nora Vance for the Coast Wire",), id="kept whole"),
        pytest.param("nora vance; Ole Brandt", ("nora vance", "Ole Brandt"), id="semicolons"),
        pytest.param("https://e.example/nora", (), id="an address"),
        pytest.param("", (), id="empty"),
    ],
)
def test_a_stated_byline_gives_its_names(byline, names):
    assert signers(byline) == names


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        pytest.param("Published: 5 March 2024 | Updated: 7 March 2024", "en", "2024-03-05", id="two dates"),
        pytest.param("Updated: 7 March 2024", "en", None, id="a change"),
        pytest.param(
            "Aktualisiert am 9.3.2024, erschienen am 5.3.2024", "de", "2024-03-05", id="a change first"
        ),
        pytest.param("05/03/2024", "en", None, id="day or month: nobody knows"),
        pytest.param("05/03/2024", "fr", "2024-03-05", id="day first in French"),
        pytest.param("03/05/2024", "en-US", "2024-03-05", id="month first in the United States"),
        pytest.param("25/03/2024", "en", "2024-03-25", id="only one can be the month"),
        pytest.param("5 مارس 2024", "ar", "2024-03-05", id="Arabic"),
        pytest.param("٥ مارس ٢٠٢٤", "ar", "2024-03-05", id="Arabic digits"),
        pytest.param("2024년 3월 5일", "ko", "2024-03-05", id="Korean"),
        pytest.param("31 February 2024", "en", None, id="no such day"),
        pytest.param("room 12 harbour 2024", "en", None, id="no month"),
    ],
)
def test_a_line_states_a_day(line, language, day):
    assert date_in_line(line, language) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        pytest.param("https://e.example/2024/03/05/port", "2024-03-05", id="slashes"),
        pytest.param("https://e.example/a-20240305.html", "2024-03-05", id="in one"),
        pytest.param("https://e.example/a/120240305", None, id="a number"),
        pytest.param("https://e.example/a?d=2024-03-05", None, id="a query"),
        pytest.param(None, None, id="none"),
    ],
)
def test_an_address_holds_a_day(address, day):
    assert date_in_address(address) == day


@pytest.mark.parametrize(
    ("titles", "bare", "shown", "title"),
    [
        pytest.param(["Port closes | Echo"], "", ["Port closes"], "Port closes", id="the heading"),
        pytest.param(["Port closes | News | Echo"], "", [], "Port closes", id="no heading: without the site"),
        pytest.param(
            ["Port closes for go..."], "", ["Echo", "Port closes for good"], "Port closes for good", id="cut"
        ),
        pytest.param([], "Port closes - Anselm Notes", [], "Port closes", id="an unknown site"),
        pytest.param(
            [], "Notes - Port closes in May", [], "Port closes in May", id="an unknown site in front"
        ),
        pytest.param(["Closed - for good"], "", [], "Closed - for good", id="a dash of its own"),
        pytest.param([], "", ["Most read"], "", id="a heading alone is none"),
    ],
)
def test_a_title_is_what_readers_see(titles, bare, shown, title):
    assert (
        choose_title(titles, bare, shown, ["Echo"] if "Echo" in json.dumps([titles, shown]) else []) == title
    )
