import pytest

from ondit.errors import InputError
from ondit.ingest.feeds import Entry, Sort, read_sitemap, sort_of

URL = "https://echo.example/sitemap.xml"
PAGES = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://echo.example/1 </loc><lastmod>2024-09-18</lastmod>
  <news:news><news:publication_date>2024-09-17T10:00:00Z</news:publication_date></news:news></url>
<url><loc>/2?a=b&amp;c=d</loc></url>
<url><lastmod>2024-09-18</lastmod></url>
</urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://echo.example/2024.xml.gz</loc></sitemap><sitemap><loc>/2025.xml</loc></sitemap></sitemapindex>"""
FIRST = Entry(url="https://echo.example/1", published="2024-09-17T10:00:00Z", modified="2024-09-18")


@pytest.mark.parametrize(
    ("content", "entries", "maps", "nameless"),
    [
        pytest.param(PAGES, [FIRST, Entry(url="https://echo.example/2?a=b&c=d")], [], 1, id="pages, news"),
        pytest.param(
            INDEX, [], ["https://echo.example/2024.xml.gz", "https://echo.example/2025.xml"], 0, id="an index"
        ),
        pytest.param(
            PAGES.replace(' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', ""),
            [FIRST, Entry(url="https://echo.example/2?a=b&c=d")],
            [],
            1,
            id="without its namespace",
        ),
        pytest.param(PAGES.partition("<url><loc>/2")[0], [FIRST], [], 0, id="one that breaks off"),
        pytest.param("<urlset></urlset>", [], [], 0, id="an empty one"),
    ],
)
def test_a_sitemap_lists_pages_or_further_sitemaps(content, entries, maps, nameless):
    listed = read_sitemap(content.encode(), URL)
    assert (list(listed.entries), list(listed.maps), listed.nameless) == (entries, maps, nameless)


@pytest.mark.parametrize("content", [b"", b"<html/>", b"\xff\x00" * 50])
def test_what_is_no_sitemap_says_so(content):
    with pytest.raises(InputError, match="no sitemap"):
        read_sitemap(content, URL)


def test_a_sitemap_with_a_name_that_is_no_text_is_read_as_far_as_it_goes():
    content = (
        b"<urlset><url><loc>https://echo.example/1</loc></url>"
        b"<a\xed\xa0\x80url xmlns='\xed\xa0\x80'><loc>https://echo.example/2</loc></a\xed\xa0\x80url></urlset>"
    )
    assert [entry.url for entry in read_sitemap(content, URL).entries] == ["https://echo.example/1"]


def test_no_entity_and_no_file_is_read_into_a_sitemap():
    bomb = '<!DOCTYPE u [<!ENTITY c SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa">]><urlset>'
    content = f"{bomb}<url><loc>https://echo.example/&c;&a;</loc></url></urlset>"
    assert all("root" not in entry.url for entry in read_sitemap(content.encode(), URL).entries)


@pytest.mark.parametrize(
    ("content", "media_type", "sort"),
    [
        pytest.param(b"<rss>", "text/html", Sort.FEED, id="a feed that is called a page"),
        pytest.param(b"<html>", "application/rss+xml", Sort.PAGE, id="a page that is called a feed"),
        pytest.param(
            b"\xef\xbb\xbf\n<?xml?><!-- a > b --><!DOCTYPE x [<!ENTITY a 'b'>]><feed>",
            "",
            Sort.FEED,
            id="late",
        ),
        pytest.param(b"<rdf:RDF>", "text/xml", Sort.FEED, id="RDF"),
        pytest.param(b"<n:urlset>", "text/xml", Sort.SITEMAP, id="a prefix"),
        pytest.param("<rss>".encode("utf-16"), "", Sort.FEED, id="UTF-16"),
        pytest.param(b"<!doctype html><p>", "", Sort.OTHER, id="a page is told by others"),
        pytest.param(
            b"<p>rss</p>", "text/html; charset=x".partition(";")[0], Sort.PAGE, id="by what it is called"
        ),
        pytest.param(b"The mayor said <rss>", "text/plain", Sort.OTHER, id="a text"),
        pytest.param(b"<!--" * 1_000, "", Sort.OTHER, id="comments without end"),
        pytest.param(b" " * 3_000 + b"x", "", Sort.OTHER, id="blanks take no time"),
        pytest.param(b"<!----> <?a?>" * 300 + b"x", "", Sort.OTHER, id="comments take no time"),
        pytest.param(
            b'{"title": "a", "version": "https://jsonfeed.org/version/1.1"}', "", Sort.JSON_FEED, id="JSON"
        ),
        pytest.param(
            b'{"text": "see https://jsonfeed.org/version/1"}', "", Sort.OTHER, id="an article's JSON"
        ),
    ],
)
def test_an_answer_is_told_by_its_bytes_first(content, media_type, sort):
    assert sort_of(content, media_type) is sort
