"""The page of a claim keeps small and quick, however many carry it."""

import pytest
from lxml import html

from ondit.present.page.report import Showing, claim_page
from ondit.web.pages.claim import MOST_ROWS
from ondit.web.rendering import render
from present.builder import crowd, dam
from timing import grows_at_most, least_seconds

MOST_BYTES = 150_000


def served(trace, articles, first: int = 0) -> str:
    page = claim_page(trace, articles, Showing(is_served=True, first=first, most=MOST_ROWS))
    return render("claim-page.html", here="/claims", may_write=True, page=page, decidable={})


@pytest.mark.parametrize("size", [1, 8, 300, 2000])
def test_a_page_has_at_most_150_kilobytes(size):
    assert len(served(*crowd(size)).encode()) <= MOST_BYTES


def test_the_time_of_a_page_grows_no_faster_than_its_carriers():
    def seconds(size: int) -> float:
        trace, articles = crowd(size)
        return least_seconds(lambda: served(trace, articles))

    assert grows_at_most(7, seconds, small=300, large=2000)


def test_every_step_has_a_place_on_one_of_the_sheets():
    trace, articles = crowd(300)
    found = []
    for first in range(0, 300, MOST_ROWS):
        tree = html.document_fromstring(served(trace, articles, first))
        found += tree.xpath("//tr[starts-with(@id, 'e')]/@id")
    assert found == [f"e{number}" for number in range(1, len(trace.graph.edges) + 1)]


def test_a_line_leads_to_the_sheet_that_has_its_step():
    tree = html.document_fromstring(served(*crowd(300)))
    links = {one for one in tree.xpath("//svg//a/@href") if "rows=" in one}
    assert links
    for link in links:
        rows, number = link.removeprefix("?rows=").split("#")
        assert int(rows) <= int(number[1:]) - 1 < int(rows) + MOST_ROWS


def test_words_lead_to_their_place_in_the_article():
    tree = html.document_fromstring(served(*dam()))
    assert tree.xpath("//tr[@id='e1']//a[@class='there']/@href") == ["/articles/a01?at=0-81#at"]
