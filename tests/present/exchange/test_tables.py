"""CSV: a reader has every cell back, and no cell is a formula."""

import csv
import io

import pytest
from hypothesis import given
from msgspec.structs import replace

from ondit.model.listing import Holding, ListedArticle
from ondit.present.exchange.tables import TABLES, cell
from ondit.present.visible import visible
from present.builder import dam, reading
from present.exchange.held import anything, held

FORMULA = "=+-@\t\r\n＝＋－＠"


def exported(table: str, holding) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(TABLES[table](holding)), newline=""), strict=True))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("=HYPERLINK(A1)", "'=HYPERLINK(A1)", id="a formula"),
        pytest.param("-2+3", "'-2+3", id="a sum"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="an old formula"),
        pytest.param("\t=1", "'\t=1", id="a tab first"),
        pytest.param("\r=1", "␍=1", id="a carriage return is shown"),
        pytest.param("＝1", "'＝1", id="full width"),
        pytest.param("'tis", "''tis", id="an apostrophe of its own"),
        pytest.param("a = b", "a = b", id="signs within"),
        pytest.param("\x00\ud800", "␀[U+D800]", id="what no text may hold"),
        pytest.param(None, "", id="nothing"),
        pytest.param(True, "true", id="yes"),
        pytest.param(40, "40", id="a number"),
    ],
)
def test_a_cell_is_no_formula(value, expected):
    assert cell(value) == expected


@given(text=anything)
def test_a_cell_begins_with_no_sign_of_a_formula_and_can_be_undone(text):
    shown = cell(text)
    assert not shown.startswith(tuple(FORMULA))
    assert shown.removeprefix("'") == visible(text) or shown == visible(text)
    assert shown.startswith("'") == visible(text).startswith((*FORMULA, "'"))


def test_an_attribution_is_a_row_with_its_places():
    rows = exported("attributions", held())
    assert [row["source_name"] for row in rows][:2] == ["Halden Courier", "an engineer at the site"]
    quote, text = rows[2], reading().article.text
    assert quote["content"] == "We saw it … on Monday."
    pieces = [tuple(map(int, place.split("-"))) for place in quote["content_spans"].split()]
    assert [text[start:end] for start, end in pieces] == ["We saw it", "on Monday."]


def test_a_carrier_is_a_row_with_the_range_of_its_claim():
    rows = exported("carriers", held())
    assert len(rows) == 8
    assert (rows[6]["outlet"], rows[6]["voice"], rows[6]["at_most"]) == ("Upland Radio", "denied", "1")
    assert rows[0]["words"].startswith("A crack 40 metres long")


def test_an_edge_is_a_row_from_taker_to_giver():
    rows = exported("edges", held())
    assert (rows[0]["taker_name"], rows[0]["giver_name"]) == ("Fjord Wire", "an engineer at the site")
    assert rows[0]["giver_kind"] == "unnamed"
    assert [row["inferred"] for row in rows].count("true") == 1


def test_an_article_is_a_row():
    (row,) = exported(
        "articles", Holding(rows=(ListedArticle(article=reading().article, claims=("c1", "c2")),))
    )
    assert (row["article"], row["title"], row["claims"]) == ("a7", "Dam cracked", "c1 c2")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_of_nothing_is_its_header(table):
    written = "".join(TABLES[table](Holding()))
    assert written.count("\r\n") == 1 and written.endswith("\r\n")


@given(name=anything, text=anything)
def test_whatever_a_page_holds_every_row_keeps_its_cells(name, text):
    trace, articles = dam()
    nodes = tuple(replace(one, name=name) for one in trace.graph.nodes)
    edges = tuple(replace(one, evidence=replace(one.evidence, text=text)) for one in trace.graph.edges)
    spoilt = replace(trace, graph=replace(trace.graph, nodes=nodes, edges=edges))
    rows = exported("edges", held(spoilt, articles))
    assert {row["taker_name"] for row in rows} == {cell(name)}
    assert {row["evidence"] for row in rows} == {cell(text)}
    assert all(None not in row and None not in row.values() for row in rows)
