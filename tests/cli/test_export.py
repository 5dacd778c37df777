"""`ondit export` and `ondit import` on the demo story, as a person would type them."""

import csv
import gzip
import io
import json
import sys

import click
import networkx as nx
import pytest
import stix2
from lxml import html
from prov.model import ProvDocument
from rdflib import PROV, Graph

from ondit.cli import main
from ondit.demo import demo_articles_path
from ondit.present import EXPORTS, TABLES

CLAIM = "About 40 workers were poisoned by a chlorine leak at the paper mill in Halversund"


@pytest.fixture
def export(run, demo_store):
    """Return what an export of the demo story writes."""

    def written(*arguments) -> str:
        result = run("export", *arguments, "--store", demo_store)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    return written


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_every_form_is_offered():
    option = next(one for one in main.get_command(click.Context(main), "export").params if one.name == "form")
    assert list(option.type.choices) == list(EXPORTS)


def test_every_span_of_every_annotation_is_the_text_of_its_article(export):
    articles = [row for row in lines(export("--to", "jsonl")) if row["schema"] == "ondit.article/1"]
    texts = {row["article"]: {"title": row["title"], "body": row["page"]["text"]} for row in articles}
    collection = json.loads(export("--to", "webanno"))
    found = 0
    for annotation in collection["first"]["items"]:
        for place in (one for one in annotation["body"] + annotation["target"] if "selector" in one):
            position, quote = place["selector"]
            text = texts[place["article"]][place["part"]]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])
            found += 1
    assert found > 200


def test_all_forms_of_one_claim_tell_of_the_same_carriers(export):
    claim = ("--claim", CLAIM)
    (row,) = [row for row in lines(export("--to", "jsonl", *claim)) if row["schema"] == "ondit.claim/1"]
    carriers = set(row["carriers"])
    assert len(carriers) == 16

    graph = nx.read_graphml(io.BytesIO(export("--to", "graphml", *claim).encode()), force_multigraph=True)
    assert {name for name, kind in graph.nodes(data="kind") if kind == "article"} == carriers
    table = csv.DictReader(io.StringIO(export("--to", "csv", *claim), newline=""))
    assert {one["article"] for one in table} == carriers
    (review,) = [one for one in json.loads(export("--to", "schema", *claim))["@graph"] if "appearance" in one]
    assert {one["identifier"] for one in review["appearance"]} == carriers
    reports = [one for one in stix2.parse(export("--to", "stix", *claim)).objects if one.type == "report"]
    assert {one.external_references[0].external_id for one in reports} <= carriers
    document = ProvDocument.deserialize(content=export("--to", "prov", *claim))
    assert len(document.get_records()) > 100
    triples = Graph().parse(data=export("--to", "prov-o", *claim), format="turtle")
    assert len(list(triples.subject_objects(PROV.hadPrimarySource))) > 1
    annotated = json.loads(export("--to", "webanno", *claim))["first"]["items"]
    assert {one["target"][0]["article"] for one in annotated} <= carriers


def test_without_a_claim_all_that_several_articles_carry_are_told(export):
    claims = {row["claim"] for row in csv.DictReader(io.StringIO(export("--to", "csv"), newline=""))}
    several = [
        row["id"]
        for row in lines(export("--to", "jsonl"))
        if row["schema"] == "ondit.claim/1" and len(row["carriers"]) > 1
    ]
    assert claims == set(several)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_chosen_by_its_name(export, table):
    rows = list(csv.DictReader(io.StringIO(export("--to", "csv", "--table", table), newline="")))
    assert len(rows) > 15


def test_an_article_of_a_narrowing_is_all_that_is_told(export):
    rows = csv.DictReader(
        io.StringIO(export("--to", "csv", "--table", "articles", "--outlet", "Norpress"), newline="")
    )
    assert {row["outlet"] for row in rows} == {"Norpress"}


def test_the_page_of_a_claim_is_that_of_its_trace(run, export, demo_store):
    page = export("--to", "html", "--claim", CLAIM)
    assert page == run("trace", CLAIM, "--format", "html", "--store", demo_store).stdout
    assert html.document_fromstring(page).find(".//h1") is not None


@pytest.mark.parametrize("form", EXPORTS)
def test_a_claim_that_is_not_there_is_told(run, demo_store, form):
    result = run("export", "--to", form, "--claim", "clm_0", "--store", demo_store)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no claim clm_0 here" in result.stderr


def test_a_bound_source_is_named_only_with_bindings(run, tmp_path):
    run("add", demo_articles_path(), "--store", "mill.db")
    graph = run("export", "--to", "graphml", "--claim", CLAIM, "--store", "mill.db").stdout
    unnamed = next(
        name
        for name, source in nx.parse_graphml(graph, force_multigraph=True).nodes(data=True)
        if source.get("source_kind") == "unnamed"
    )
    run("decide", "bind", unnamed, "Nina Moe", "--reason", "she agreed", "--store", "mill.db")
    for form in EXPORTS:
        arguments = ("export", "--to", form, "--claim", CLAIM, "--store", "mill.db")
        assert "Nina Moe" not in run(*arguments).stdout
        if form not in {"webanno", "schema", "csv"}:  # these name no source of the claim that is a node
            assert "Nina Moe" in run(*arguments, "--bindings").stdout


def test_prov_without_its_package_says_how_to_get_it(run, demo_store, monkeypatch):
    monkeypatch.setitem(sys.modules, "prov.model", None)
    result = run("export", "--to", "prov", "--store", demo_store)
    assert result.exit_code == 1
    assert "pip install 'ondit[exports]'" in result.stderr


# --- import -------------------------------------------------------------------------------------------------


def test_what_is_exported_imported_and_exported_again_is_the_same(run, demo_store, export, tmp_path):
    exported = export("--to", "jsonl")
    (tmp_path / "mill.jsonl").write_text(exported, "utf-8")
    brought = run("import", "mill.jsonl", "--store", "other.db")
    assert (brought.exit_code, "21 articles, 0 decisions" in brought.stderr) == (0, True)
    assert run("export", "--to", "jsonl", "--store", "other.db").stdout == exported
    again = run("import", "mill.jsonl", "--store", "other.db")
    assert (again.exit_code, "0 articles, 0 decisions" in again.stderr) == (0, True)


def test_articles_and_decisions_come_back_together(run, tmp_path):
    run("add", demo_articles_path(), "--store", "mill.db")
    run("decide", "origin", "gazette-1", "--reason", "they sent a reporter", "--store", "mill.db")
    exported = run("export", "--to", "jsonl", "--store", "mill.db").stdout
    (tmp_path / "mill.jsonl.gz").write_bytes(gzip.compress(exported.encode()))
    brought = run("import", "mill.jsonl.gz", "--store", "other.db")
    assert (brought.exit_code, "21 articles, 1 decisions" in brought.stderr) == (0, True)
    assert run("export", "--to", "jsonl", "--store", "other.db").stdout == exported


def test_a_listing_has_no_texts_and_cannot_be_imported(run, demo_store, tmp_path):
    listed = run("articles", "--format", "jsonl", "--store", demo_store).stdout
    result = run("import", "-", "--store", "other.db", stdin=listed)
    assert result.exit_code == 1
    assert "has no text: 'ondit export --to jsonl' writes it" in result.stderr
