"""Recognising outlets: the gold, its floors, the command."""

import pytest
from click.testing import CliRunner

from eval.marks.gold_set import GoldPart
from eval.marks.outlet_marks import Named, read_outlet_gold, read_outlet_items
from eval.marks.records import GoldError
from eval.outlets import (
    main,
    matched_names,
)
from ondit.model.span import Span
from ondit.resolve.outlets.table import outlet_table


def test_a_mark_gives_the_outlet_and_its_words_an_open_one_nothing():
    (item,) = read_outlet_items("@ en.1\noutlet: Foo\nTold {bbc the BBC}, {? The Post} lied.\n", "x.txt")
    assert item.article.text == "Told the BBC, The Post lied."
    assert (item.article.outlet, item.language) == ("Foo", "en")
    assert [(item.article.cut(one.span), one.outlet_id) for one in item.named] == [("the BBC", "bbc")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("@ en.1\nTold {the BBC.", id="a mark that is not closed"),
        pytest.param("Told {bbc the BBC}.", id="a text without a head"),
    ],
)
def test_a_fault_of_notation_is_told(text):
    with pytest.raises(GoldError):
        list(read_outlet_items(text, "x.txt"))


@pytest.mark.parametrize("part", GoldPart)
def test_the_gold_names_outlets_of_the_table(part):
    items = read_outlet_gold(part)
    named = {one.outlet_id for item in items for one in item.named}
    assert named - set(outlet_table().by_id) == set()
    assert len({item.language for item in items}) >= 10


def test_a_name_is_found_once_by_the_right_outlet_and_some_of_its_words():
    gold = [Named(Span(4, 11), "bbc"), Named(Span(20, 23), "cnn")]
    found = [Named(Span(8, 11), "bbc"), Named(Span(8, 11), "bbc"), Named(Span(20, 23), "rt")]
    assert matched_names(gold, found) == {0: 0}


def test_the_command_prints_a_row_a_language():
    answer = CliRunner().invoke(main, ["--part", "tuning"])
    assert answer.exit_code == 0, answer.output
    for row in ("all languages", "\nru ", "\nar ", "\nko ", "precision"):
        assert row in answer.output
