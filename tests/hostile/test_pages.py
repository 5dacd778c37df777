"""Every hostile page gives an article or a reason, within the limits; `make test-hostile` tries thousands."""

import os
import sys

import pytest
from tests.hostile.pages import WAYS, hostile_page
from tests.hostile.sound import TEXT

from ondit.ingest.item import Item, Kind
from ondit.model.article import Article, Skipped
from ondit.pipeline import read_items

MANY = int(os.environ.get("ONDIT_HOSTILE", 0)) or 4 * len(WAYS)


@pytest.fixture(scope="module")
def results():
    return list(read_items(Item(f"page {n}", Kind.PAGE, hostile_page(n)) for n in range(MANY)))


def test_every_hostile_page_gives_an_article_or_a_reason(results):
    assert MANY * 2 / 3 < len(results) <= MANY  # the same article twice comes out once
    assert any(isinstance(one, Article) for one in results)


def test_no_reason_holds_words_of_the_page_or_asks_for_a_report(results):
    reasons = {one.reason for one in results if isinstance(one, Skipped)}
    assert reasons
    assert not [reason for reason in reasons if "report it" in reason or TEXT[:20] in reason]


def test_none_of_them_needed_to_be_ended(results):
    assert not [one for one in results if isinstance(one, Skipped) and "worker" in one.reason]


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_a_page_that_takes_too_long_costs_itself_only():
    attributes = " ".join(f"a{number}='>'" for number in range(120_000))  # not seen by a look at the tag
    bad = f"<html><body {attributes}><p>{TEXT}</p></body></html>"
    pages = [f"<html><body><p>{TEXT * 3}{n}</p></body></html>" for n in (1, 2)]
    first, skipped, second = read_items(
        Item(name, Kind.PAGE, markup.encode())
        for name, markup in (("first", pages[0]), ("bad", bad), ("second", pages[1]))
    )
    assert (first.text[-1], skipped.item, second.text[-1]) == ("1", "bad", "2")
    assert "s of work" in skipped.reason
