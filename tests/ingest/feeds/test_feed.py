import time

import pytest

from ondit.errors import InputError
from ondit.ingest.feeds import Entry, read_feed
from ondit.ingest.feeds.entries import feed_date

URL = "https://echo.example/feeds/all.xml"

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Anselm Echo</title>
<item><title>Harbour to close</title><link>https://echo.example/1</link><guid>echo-1</guid>
  <pubDate>Tue, 17 Sep 2024 10:00:00 +0200</pubDate></item>
<item><title>Relative</title><link>/2</link></item>
<item><title>By its guid</title><guid isPermaLink="true">https://echo.example/3</guid></item>
<item><title>Without an address</title></item>
<item><title>Mail</title><link>mailto:desk@echo.example</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><entry><title>a</title>
<link rel="alternate" href="https://echo.example/1"/><id>urn:1</id>
<published>2024-09-17T10:00:00Z</published><updated>2024-09-18T11:00:00Z</updated></entry>
<entry><title>b</title><link href="https://echo.example/2"/><updated>2024-09-18T11:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://echo.example/1">
<link>https://echo.example/1</link><dc:date>2024-09-17T10:00:00+09:00</dc:date></item></rdf:RDF>"""


@pytest.mark.parametrize(
    ("feed", "entries", "nameless"),
    [
        pytest.param(
            RSS,
            [
                Entry(url="https://echo.example/1", published="2024-09-17T10:00:00+02:00"),
                Entry(url="https://echo.example/2"),
                Entry(url="https://echo.example/3"),
            ],
            2,
            id="RSS 2.0: relative addresses count from the feed's own, entries without one are counted",
        ),
        pytest.param(
            ATOM,
            [
                Entry(
                    url="https://echo.example/1",
                    published="2024-09-17T10:00:00Z",
                    modified="2024-09-18T11:00:00Z",
                ),
                Entry(url="https://echo.example/2", modified="2024-09-18T11:00:00Z"),
            ],
            0,
            id="Atom: the date of a change is none of publication",
        ),
        pytest.param(
            RDF,
            [
                Entry(
                    url="https://echo.example/1",
                    published="2024-09-17T10:00:00+09:00",
                    modified="2024-09-17T10:00:00+09:00",
                )
            ],
            0,
            id="RSS 1.0: its only date is that of publication",
        ),
        pytest.param(
            RSS.partition("<item><title>Relative")[0],
            [Entry(url="https://echo.example/1", published="2024-09-17T10:00:00+02:00")],
            0,
            id="a feed that breaks off is read as far as it goes",
        ),
        pytest.param('<rss version="2.0"><channel></channel></rss>', [], 0, id="an empty feed lists nothing"),
    ],
)
def test_a_feed_lists_its_entries(feed, entries, nameless):
    listed = read_feed(feed.encode(), URL)
    assert list(listed.entries) == entries
    assert listed.nameless == nameless


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<html><p>No feed</p></html>", id="a page"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x00\xff\xfe" * 100, id="no text"),
        pytest.param(b"/etc/passwd", id="the name of a file of this machine"),
        pytest.param(b"http://127.0.0.1:1/feed", id="an address"),
    ],
)
def test_what_is_no_feed_says_so_and_is_never_opened_as_a_name(content):
    with pytest.raises(InputError):
        read_feed(content, URL)


def test_a_file_of_this_machine_is_not_read_though_it_is_a_feed(tmp_path):
    """feedparser opens bytes, too, when a file has that name."""
    (tmp_path / "feed").write_text(RSS)
    with pytest.raises(InputError):
        read_feed(bytes(tmp_path / "feed"), URL)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_entities_are_not_unfolded(encoding):
    declared = ['<!ENTITY a "aaaaaaaaaa">', '<!ENTITY c SYSTEM "file:///etc/passwd">']
    declared += [f'<!ENTITY b{step} "{10 * (f"&b{step - 1};" if step else "&a;")}">' for step in range(6)]
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE r [{"".join(declared)}]><rss'
    feed = RSS.replace('<?xml version="1.0"?><rss', bomb).replace("/2</link>", "/2&b5;&c;</link>")
    begin = time.process_time()
    listed = read_feed(feed.encode(encoding), URL)
    assert all("aaaa" not in entry.url and "root:" not in entry.url for entry in listed.entries)
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Tue, 17 Sep 2024 10:00:00 GMT", "2024-09-17T10:00:00+00:00"),
        ("17 Sep 2024 10:00 EST", "2024-09-17T10:00:00-05:00"),
        ("Tue, 17 Sep 2024 10:00:00", "2024-09-17T10:00:00"),
        ("2024-09-17", "2024-09-17"),
        ("2024-09-17T10:00:00Z", "2024-09-17T10:00:00Z"),
        ("17 сентября 2024", "2024-09-17"),
        ("yesterday", None),
        ("Tue, 99 Sep 2024 10:00:00 GMT", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_of_a_feed_is_read_or_nothing(stated, expected):
    assert feed_date(stated) == expected
