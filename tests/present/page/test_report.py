import re

import msgspec
import pytest
from lxml import html

from ondit.model.provenance import Evidence
from ondit.model.span import Span
from ondit.present.forms import TRACE_FORMS
from ondit.present.terminal.screen import Screen
from present.builder import Story, crowd, dam

RATIO = 4.5  # WCAG 2.2, 1.4.3: contrast of text


def paged(trace, articles):
    return TRACE_FORMS["html"](trace, articles, Screen())


def opened(trace, articles):
    return html.document_fromstring(paged(trace, articles))


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_the_page_is_one_file_without_script():
    page = paged(*dam())
    tree = html.document_fromstring(page)
    assert page.startswith("<!DOCTYPE html>")
    assert not tree.xpath("//script | //link | //img | //iframe | //object | //form")
    assert not re.search(r"url\((?!#tip\))|@import", page)
    assert "default-src 'none'" in tree.xpath(
        "string(//meta[@http-equiv='Content-Security-Policy']/@content)"
    )


def test_the_page_says_claim_and_five_figures():
    tree = opened(*dam())
    assert words(tree.find(".//h1")) == "The Halden dam has a crack 40 metres long."
    assert [words(figure) for figure in tree.xpath("//dl/div")] == [
        "Carriers8 articles of 8 outlets, 2 to 5 May 2031",
        "Independent originsexactly 1, unnamed; 2 chains stop short of an origin",
        "First in this collectionFjord Wire, 2 May 2031, 08:10 UTC",
        "Confirm on own knowledgenobody",
        "DenyIda Renn",
    ]


def test_every_edge_has_a_row_with_its_evidence_and_every_line_leads_to_one():
    trace, articles = dam()
    tree = opened(trace, articles)
    rows = tree.xpath("//tr[starts-with(@id, 'e')]")
    assert len(rows) == len(trace.graph.edges)
    for row, edge in zip(rows, trace.graph.edges, strict=True):
        assert edge.evidence.text in words(row)
    assert words(rows[4]) == (
        "Valley Mirrorcopies (without credit, inferred)Halden Courier"
        "“The dam is cracked over 40 metres, an engineer told Fjord Wire.”"
    )
    ids = set(tree.xpath("//@id"))
    links = [href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")]
    assert len(links) > 30
    assert set(links) <= ids


def test_each_carrier_has_a_row_with_credit_voice_and_numbers():
    rows = [[words(cell) for cell in row] for row in opened(*dam()).xpath("//tr[starts-with(@id, 'c')]")]
    assert rows[1] == [
        "Halden Courier",
        "2 May 2031, 11:00 UTC",
        "Fjord Wire; “an engineer at the site”",
        "gives a source",
        "40 metres",
    ]
    assert rows[2][2:] == ["Halden Courier", "says it as a fact hedge lost", "more than 60 metres"]
    assert rows[7][2:] == ["nobody", "says it as a fact", ""]


def test_the_panels_say_origins_denials_findings_and_what_is_open():
    text = words(opened(*dam()))
    assert "“an engineer at the site”, unnamed; also called “an engineer”" in text
    assert "Why: the same words are attributed to both" in text
    assert (
        "“There is no crack in the dam, water board spokeswoman Ida Renn said.” Upland Radio, 4 May" in text
    )
    assert "Hedge lost: North Daily says as a fact what the Halden Courier attributes." in text
    assert "To settle it: collect its article of 3 May." in text
    assert "Nobody in this collection confirms it on own knowledge." in text


def test_a_description_is_given_word_for_word_beside_the_name():
    trace, articles = dam()
    origin = msgspec.structs.replace(trace.origins[0], description="one of the engineers, unshaven")
    text = words(opened(msgspec.structs.replace(trace, origins=(origin,)), articles))
    assert "In the words of the page: “one of the engineers, unshaven”" in text


def test_the_words_that_prove_are_marked_in_their_sentence():
    trace, articles = dam()
    edge = trace.graph.edges[1]
    words_of = Evidence(article_id="a02", span=Span(35, 62), text="an engineer told Fjord Wire")
    edges = (msgspec.structs.replace(edge, evidence=words_of),)
    turned = msgspec.structs.replace(trace, graph=msgspec.structs.replace(trace.graph, edges=edges))
    quote = opened(turned, articles).xpath("//tr[@id='e1']//q")[0]
    assert words(quote) == "“The dam is cracked over 40 metres, an engineer told Fjord Wire.”"
    assert [words(mark) for mark in quote.iter("mark")] == ["an engineer told Fjord Wire"]


def test_foreign_words_carry_their_language_and_find_their_own_direction():
    quote = opened(*dam()).xpath("//tr[@id='e8']//q")[0]
    assert (quote.get("lang"), quote.get("dir")) == ("ar", "auto")


def test_only_the_outlet_with_a_web_address_is_linked_and_tells_it_nothing():
    links = [link for link in opened(*dam()).iter("a") if not link.get("href").startswith("#")]
    assert {link.get("href") for link in links} == {"https://fjordwire.example/dam"}
    assert {link.get("rel") for link in links} == {"noreferrer"}


def test_the_drawing_has_title_and_description_and_every_mark_its_full_name():
    trace, articles = crowd(300)
    tree = opened(trace, articles)
    svg = tree.xpath("//svg[@role='group']")[0]
    ids = svg.get("aria-labelledby").split()
    assert [words(tree.get_element_by_id(name)) for name in ids] == [
        "Who has it from whom",
        "300 articles and 2 sources; time runs from left to right; each origin has a band of its own. "
        "The table below gives every line with the words that show it. "
        "276 articles are folded into marks that count them.",
    ]
    titles = [title.text for title in svg.iter("title")]
    assert "Lowland Gazette of Commerce and Shipping (not in this collection)" in titles


def test_a_page_without_origins_edges_or_anything_says_so():
    text = words(opened(Story("It is open.").trace([], (0, 0, 0)), []))
    assert "No origin is known." in text
    assert "No article says from whom it has the claim." in text
    assert "No denial found in this collection." in text


def test_no_claim_matches():
    assert "No claim matches." in words(opened(None, []))


def test_a_trace_is_shown_without_its_articles():
    trace, _ = dam()
    assert "“There is no crack in the dam" in words(opened(trace, []))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://x.example/\u202e", "data:text/html,x", "//x"]
)
def test_an_address_that_is_no_plain_web_address_is_no_link(url):
    trace, articles = dam()
    turned = [msgspec.structs.replace(article, url=url) for article in articles]
    hrefs = [link.get("href") for link in opened(trace, turned).iter("a")]
    assert all(href.startswith("#") for href in hrefs)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_letters_stand_out_from_the_paper(scheme):
    palette = re.findall(r"--(\w+): (#\w+)", paged(*dam()))
    colours = dict(palette[scheme * 6 : scheme * 6 + 6])
    assert set(colours) == {"paper", "ink", "quiet", "rule", "tint", "accent"}
    for letters in ("ink", "quiet", "accent"):
        for ground in ("paper", "tint"):
            assert contrast(colours[letters], colours[ground]) >= RATIO, (letters, ground)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
