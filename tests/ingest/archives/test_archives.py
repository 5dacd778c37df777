import gzip
import io
import zlib
from hashlib import sha256

import brotli
import pytest
from backports import zstd
from tests.ingest.archives.written import PACKINGS, archive, page, record, response, ten_records

from ondit.ingest.archives import Reached, find_pages
from ondit.ingest.item import MOST_BYTES, Item, Kind
from ondit.model.article import Capture, Skipped


def read(content):
    return [one for one in find_pages("a.warc", io.BytesIO(content)) if not isinstance(one, Reached)]


def numbers(results):
    """The pages of `ten_records` by number; "-" for what was skipped."""
    return "".join(one.capture.url[-1] if isinstance(one, Item) else "-" for one in results)


@pytest.fixture(params=sorted(PACKINGS))
def packing(request):
    return request.param


@pytest.fixture
def packed(packing):
    """Ten records, packed one by one."""
    return [PACKINGS[packing](one) for one in ten_records()]


def test_a_page_comes_with_what_the_archive_tells_of_its_capture():
    block = response(page(1), "Set-Cookie: a=b", media="text/html; charset=koi8-r")
    (item,) = read(record(block, uri="<http://velm.example/1>"))
    assert (item.name, item.kind, item.content) == ("a.warc@0", Kind.PAGE, page(1))
    assert item.capture == Capture(
        url="http://velm.example/1",
        final_url="http://velm.example/1",
        captured="2026-01-02T03:04:05Z",
        status=200,
        headers=(("content-type", "text/html; charset=koi8-r"),),
        sha256=sha256(page(1)).hexdigest(),
        content=page(1),
    )


def test_an_intact_archive_gives_every_page_in_order(packed, packing):
    assert numbers(read(archive(packing, packed))) == "0123456789"


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        pytest.param(lambda one: b"\xff" * len(one), "01234-6789", id="overwritten"),
        pytest.param(lambda one: b"", "012346789", id="gone, which nobody can see"),
        pytest.param(lambda one: one[: min(40, len(one) // 2)], "01234-6789", id="cut off"),
        pytest.param(lambda one: one[len(one) // 2 :], "01234-6789", id="its first half is gone"),
    ],
)
def test_what_follows_a_damaged_record_is_read(packed, packing, damage, expected):
    packed[5] = damage(packed[5])
    assert numbers(read(archive(packing, packed))) == expected


def test_a_damaged_first_record_hides_nothing(packed, packing):
    packed[0] = packed[0][len(packed[0]) // 2 :]
    assert numbers(read(archive(packing, packed))) == "-123456789"


def test_an_archive_that_breaks_off_says_so(packed, packing):
    content = archive(packing, packed)
    assert numbers(read(content[: -len(packed[-1]) // 2])) == "012345678-"


def test_junk_at_the_end_is_told(packed, packing):
    assert numbers(read(archive(packing, packed) + b"junk" * 20)) == "0123456789-"


@pytest.mark.parametrize(
    "length", [pytest.param(99_999, id="too long"), pytest.param(2_000, id="a bit too long")]
)
def test_a_record_that_announces_too_much_swallows_no_other(length):
    records = ten_records()
    records[5] = record(response(page(5)), uri="http://velm.example/5", length=length)
    results = read(b"".join(records))
    assert numbers(results) == "0123456789"
    assert results[5].content == page(5)


@pytest.mark.parametrize("length", ["10", "many", str(10**20), "-5"])
def test_a_record_with_another_wrong_length_is_told_and_hides_nothing(length):
    records = ten_records()
    records[5] = record(response(page(5)), uri="http://velm.example/5", length=length)
    assert numbers(read(b"".join(records))) == "01234-6789"


CODINGS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


@pytest.mark.parametrize("coding", sorted(CODINGS))
def test_codings_of_the_response_are_undone(coding):
    block = response(CODINGS[coding](page(1)), f"Content-Encoding: {coding}")
    assert read(record(block))[0].content == page(1)


def test_codings_are_undone_last_one_first():
    body = CODINGS["br"](CODINGS["gzip"](page(1)))
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    block = response(chunked, "Content-Encoding: gzip, br", "Transfer-Encoding: chunked")
    assert read(record(block))[0].content == page(1)


def test_a_body_that_is_not_packed_as_stated_is_taken_as_it_is():
    assert read(record(response(page(1), "Content-Encoding: gzip")))[0].content == page(1)


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_body_that_unpacks_to_too_much_is_skipped(coding):
    bomb = CODINGS[coding](b"\0" * (MOST_BYTES + 1))
    (skipped,) = read(record(response(bomb, f"Content-Encoding: {coding}")))
    assert isinstance(skipped, Skipped)
    assert "more than 16 MB" in skipped.reason


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(record(response(b"\x89PNG", media="image/png")), id="a picture"),
        pytest.param(record(response(page(1), status=404)), id="an error page"),
        pytest.param(record(b"GET / HTTP/1.1\r\n\r\n", kind="request"), id="a request"),
        pytest.param(
            record(b"software: x\r\n", kind="warcinfo", media="application/warc-fields"), id="its notes"
        ),
    ],
)
def test_what_is_no_page_is_passed_over(block):
    assert [one.content for one in read(block + record(response(page(2))))] == [page(2)]


def test_pages_and_texts_without_http_are_read():
    stored = record(page(1), kind="resource", media="text/html")
    plain = record(b"The bridge is closed.", kind="conversion", media="text/plain")
    assert [(one.kind, one.content) for one in read(stored + plain)] == [
        (Kind.PAGE, page(1)),
        (Kind.TEXT, b"The bridge is closed."),
    ]


@pytest.mark.parametrize(
    "content", [b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"<html></html>", b"WARC/1.0\r\n\r\n" * 50]
)
def test_an_archive_without_pages_says_so(content):
    assert all(isinstance(one, Skipped) for one in read(content))
    assert read(content)
