"""What a web address becomes: one page, or the pages that a list names; what fails costs itself alone."""

import gzip
import re

import pytest
from tests.ingest.lab import to

from ondit.ingest.item import Item, Kind
from ondit.ingest.reading import read_item
from ondit.ingest.web.collecting import Means, items_of_url
from ondit.model.article import Article, Skipped
from ondit.model.time import Basis

RUSSIAN = "Порт закроют в мае, сказал мэр."
MORNING, MORNING_ISO = "Sun, 01 Jun 2025 08:00:00 GMT", "2025-06-01T08:00:00+00:00"
SENTENCE = "The harbour will close in May, the mayor of Port Anselm said on Monday."


def article(text=SENTENCE, head=""):
    markup = (
        f"<html><head><title>Harbour</title>{head}</head><body><article><p>{text}</p></article></body></html>"
    )
    return 200, {"Content-Type": "text/html; charset=utf-8"}, markup.encode()


def feed(*paths, host="public.example", date="Sun, 01 Jun 2025 08:00:00 GMT"):
    items = "".join(
        f"<item><link>http://{host}{path}</link><pubDate>{date}</pubDate></item>" for path in paths
    )
    return (
        200,
        {"Content-Type": "application/rss+xml"},
        f'<rss version="2.0"><channel>{items}</channel></rss>'.encode(),
    )


def collect(lab, url="http://public.example/feed"):
    with lab.fetcher(pause=0) as fetcher:
        return [read_item(one) if isinstance(one, Item) else one for one in items_of_url(url, Means(fetcher))]


def told(results):
    return [one.url if isinstance(one, Article) else f"{one.item}: {one.reason}" for one in results]


def test_a_page_becomes_an_article_with_its_capture(lab):
    lab.site.answers["/old"] = to("/1", 301)
    lab.site.answers["/1"] = article()
    (one,) = collect(lab, "http://nora:secret@public.example/old")
    assert one.text == SENTENCE
    assert (one.url, one.capture.url) == ("http://public.example/1", "http://public.example/old")
    assert one.captured == one.capture.captured == "2025-06-01T12:00:00+00:00"
    assert one.capture.content == article()[2]


@pytest.mark.parametrize(
    ("content", "content_type", "text"),
    [
        pytest.param(RUSSIAN.encode("koi8-r"), "text/plain; charset=KOI8-R", RUSSIAN, id="a stated encoding"),
        pytest.param(SENTENCE.encode(), "application/octet-stream", SENTENCE, id="a text of no stated type"),
        pytest.param(b'{"text": "' + SENTENCE.encode() + b'"}', "application/json", SENTENCE, id="a record"),
        pytest.param(gzip.compress(SENTENCE.encode()), "application/gzip", SENTENCE, id="a packed file"),
    ],
)
def test_a_file_on_the_web_is_read_as_one_on_the_disk(lab, content, content_type, text):
    lab.site.answers["/file"] = (200, {"Content-Type": content_type}, content)
    (one,) = collect(lab, "http://public.example/file")
    assert one.text == text


@pytest.mark.parametrize(
    ("content", "content_type", "reason"),
    [
        pytest.param(b"%PDF-1.7 ...", "application/pdf", "a PDF, which Ondit does not read", id="a PDF"),
        pytest.param(b"", "text/html", "blank|empty", id="nothing"),
        pytest.param(b"<html><p>Menu</p></html>", "text/html", "no article text", id="no article"),
        pytest.param(b"<feed>", "application/atom+xml", "feed", id="a feed that is none"),
    ],
)
def test_a_page_without_an_article_says_so(lab, content, content_type, reason):
    lab.site.answers["/file"] = (200, {"Content-Type": content_type}, content)
    results = collect(lab, "http://public.example/file")
    assert [bool(re.search(reason, one.reason)) for one in results] in ([True], [])


def test_the_pages_of_a_feed_are_fetched_each_once_and_one_bad_one_costs_itself(lab):
    lab.site.answers["/feed"] = feed("/1", "/gone", "/1", "/2?key=secret")
    lab.site.answers["/1"] = article()
    lab.site.answers["/2?key=secret"] = article(f"{SENTENCE} Two ferries move.")
    assert told(collect(lab)) == [
        "http://public.example/1",
        "http://public.example/gone: the server answers 404 Not Found; check the address",
        "http://public.example/2?key=secret",
    ]


def test_an_entry_of_a_feed_is_refused_as_any_address_is(lab):
    lab.site.answers["/feed"] = feed("/1", host="127.0.0.1")
    (one,) = collect(lab)
    assert (one.code, one.retryable, one.stage) == ("refused", False, "fetch")
    assert lab.dial.addresses == {"93.184.216.34"}


def test_a_feed_within_a_feed_is_not_followed(lab):
    lab.site.answers["/feed"] = feed("/feed", "/1")
    lab.site.answers["/1"] = article()
    assert [isinstance(one, Article) for one in collect(lab)] == [False, True]
    assert lab.site.paths.count("/feed") == 2


@pytest.mark.parametrize(
    ("stated", "listed", "published", "basis"),
    [
        pytest.param("", MORNING, MORNING_ISO, Basis.FEED, id="the feed's, where the page says nothing"),
        pytest.param(
            "2025-05-31T20:00Z", MORNING, "2025-05-31T20:00Z", Basis.PAGE, id="the page's own first"
        ),
        pytest.param("2025-06-03T20:00Z", MORNING, MORNING_ISO, Basis.FEED, id="no future beats the capture"),
        pytest.param("1970-01-01", "Thu, 01 Jan 1970 00:00:00 GMT", None, None, id="nothing before 1990"),
        pytest.param("2025-06-02T11:00Z", "", "2025-06-02T11:00Z", Basis.PAGE, id="a clock wrong by a day"),
    ],
)
def test_of_page_and_feed_the_possible_date_counts(lab, stated, listed, published, basis):
    lab.site.answers["/feed"] = feed("/1", date=listed)
    head = f'<meta property="article:published_time" content="{stated}">' if stated else ""
    lab.site.answers["/1"] = article(head=head)
    (one,) = collect(lab)
    assert (one.published, one.published_basis) == (published, basis)


def test_an_index_of_sitemaps_leads_to_their_pages_also_packed(lab):
    index = "".join(
        f"<sitemap><loc>http://public.example{path}</loc></sitemap>" for path in ("/a.gz", "/b", "/1")
    )
    pages = "<urlset><url><loc>http://public.example{}</loc></url></urlset>"
    lab.site.answers["/feed"] = (200, {}, f"<sitemapindex>{index}</sitemapindex>".encode())
    lab.site.answers["/a.gz"] = (
        200,
        {"Content-Type": "application/gzip"},
        gzip.compress(pages.format("/1").encode()),
    )
    lab.site.answers["/b"] = (200, {}, pages.format("/2").encode())
    lab.site.answers["/1"] = article()
    lab.site.answers["/2"] = article(f"{SENTENCE} Two ferries move.")
    assert told(collect(lab)) == [
        "http://public.example/1",
        "http://public.example/2",
        "http://public.example/1: no sitemap, though an index names it as one",
    ]


def test_two_captures_of_one_page_that_says_the_same_are_one_article(lab):
    lab.site.answers["/1"] = article()
    lab.site.answers["/feed"] = feed("/1")
    (first,) = collect(lab, "http://public.example/1")
    lab.clock.sleep(9_000)
    (second,) = collect(lab)
    assert first.captured != second.captured
    assert first.uncaptured == second.uncaptured


def test_items_are_fetched_when_they_are_asked_for(lab):
    lab.site.answers["/feed"] = feed("/1", "/2")
    lab.site.answers["/1"] = lab.site.answers["/2"] = article()
    with lab.fetcher(pause=0) as fetcher:
        items = items_of_url("http://public.example/feed", Means(fetcher))
        assert lab.site.paths == []
        item = next(items)
        assert (item.kind, lab.site.paths) == (Kind.PAGE, ["/feed", "/1"])


def test_a_name_shown_to_a_person_holds_no_secret(lab):
    (one,) = collect(lab, "http://nora:secret@public.example/a?token=secret")
    assert isinstance(one, Skipped)
    assert one.item == "http://public.example/a?token=…"
