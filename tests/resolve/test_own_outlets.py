"""Outlets of the user's own: read, checked, and used wherever an article is read."""

from pathlib import Path

import pytest

from ondit.engines import ENGINES
from ondit.errors import LexiconError
from ondit.model.article import Article
from ondit.model.source import OutletKind
from ondit.pipeline import Recipe, read_article, read_articles
from ondit.resolve import Outlet, checked, outlet_table, read_own_outlets, remarks

FOO = Outlet(
    id="foo-daily",
    name="Foo Daily",
    kind=OutletKind.NEWSPAPER,
    aliases=("The Foo Daily",),
    domains=("foodaily.example",),
    country="NO",
)


def test_a_file_of_rows_is_read(tmp_path: Path):
    path = tmp_path / "mine.toml"
    path.write_text('[[outlet]]\nid = "foo"\nname = "Foo"\nkind = "blog"\n', encoding="utf-8")
    assert [row.id for row in read_own_outlets(path)] == ["foo"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            '[[outlet]]\nid = "a"\nname = "A"\nkind = "paper"', r"\$\.outlet\[0\]\.kind", id="a kind"
        ),
        pytest.param('[[outlet]]\nid = "a"\nname = "A"', "kind", id="no kind"),
        pytest.param('[[outlets]]\nid = "a"', "outlets", id="another table"),
        pytest.param("[[outlet]", "mine.toml", id="no TOML"),
    ],
)
def test_a_fault_is_told_with_file_and_path(tmp_path: Path, text: str, told: str):
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=told) as raised:
        read_own_outlets(path)
    assert "mine.toml" in str(raised.value)
    assert "docs/outlets.md" in str(raised.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(LexiconError, match=r"none\.toml: No such file"):
        read_own_outlets(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param({"id": "Foo Daily"}, "no id", id="an id of words"),
        pytest.param({"name": "—"}, "no letter", id="a name without a letter"),
        pytest.param({"domains": ("https://foo.example",)}, "no bare domain", id="an address"),
        pytest.param({"part_of": "nobody"}, "no other outlet", id="part of nobody"),
        pytest.param({"part_of": "foo"}, "no other outlet", id="part of itself"),
    ],
)
def test_what_the_schema_cannot_tell_is_checked(row: dict[str, object], told: str):
    given = Outlet(**{"id": "foo", "name": "Foo", "kind": OutletKind.BLOG, **row})
    with pytest.raises(LexiconError, match=rf"mine\.toml: .*{told}.*\$\.outlet\[0\]"):
        checked([given], "mine.toml")


def test_an_id_given_twice_is_a_fault():
    with pytest.raises(LexiconError, match="stands twice"):
        checked([FOO, FOO], "mine.toml")


def test_remarks_tell_what_a_row_replaces_and_shares():
    rows = [
        Outlet(id="bbc", name="BBC", kind=OutletKind.BROADCASTER),
        Outlet(id="foo", name="Reuters", kind=OutletKind.BLOG, domains=("cnn.com",)),
    ]
    told = list(remarks(rows, outlet_table()))
    assert told == [
        "bbc: stands in place of our row of this id",
        "foo: “Reuters” is also the name of reuters; now it needs evidence",
        "foo: takes the domain cnn.com from cnn",
    ]


ARTICLE = Article(
    id="art",
    text="The Foo Daily said on Monday that the ferry had sunk. Reuters said that two men had drowned.",
    url="https://bar.example/a",
    language="en",
)


def test_a_row_of_ones_own_is_recognised_where_it_is_given():
    with_row = read_article(ARTICLE, Recipe(outlets=(FOO,)))
    without = read_article(ARTICLE, Recipe())
    assert {one.outlet_id for one in with_row.resolved.sources if one.outlet_id} == {"foo-daily", "reuters"}
    assert {one.outlet_id for one in without.resolved.sources if one.outlet_id} == {"reuters"}


def test_its_domain_tells_the_outlet_of_a_page():
    page = Article(id="art", text="It rained.", url="https://www.foodaily.example/a", language="en")
    outlet = read_article(page, Recipe(outlets=(FOO,))).resolved.outlet
    assert outlet is not None
    assert (outlet.outlet_id, outlet.name) == ("foo-daily", "Foo Daily")


def test_a_row_takes_the_place_of_ours_with_its_id():
    ours = outlet_table().by_id["reuters"]
    renamed = Outlet(id="reuters", name="Reuters of Foo", kind=OutletKind.WIRE)
    table = outlet_table((renamed,))
    assert table.by_id["reuters"].name == "Reuters of Foo"
    assert table.by_name("Reuters") == ()
    assert len(table.outlets) == len(outlet_table().outlets)
    assert outlet_table().by_id["reuters"] == ours


def test_worker_processes_know_the_rows():
    recipe = Recipe(outlets=(FOO,))
    (reading,) = read_articles([ARTICLE], recipe, ENGINES["processes"](2, None))
    assert reading == read_article(ARTICLE, recipe)


def test_other_rows_make_another_recipe():
    assert Recipe(outlets=(FOO,)).digest != Recipe().digest
    assert Recipe(outlets=(FOO,)).digest == Recipe(outlets=(FOO,)).digest
