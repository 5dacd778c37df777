import json

import pytest

from ondit.errors import InputError
from ondit.ingest.feeds import Entry
from ondit.ingest.feeds.json_feed import read_json_feed

URL = "https://echo.example/feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def listed(*items):
    return read_json_feed(json.dumps({"version": VERSION, "items": items}).encode(), URL)


@pytest.mark.parametrize(
    ("item", "entry"),
    [
        pytest.param(
            {"url": "https://echo.example/1", "date_published": "2024-09-17T10:00:00+02:00"},
            Entry(url="https://echo.example/1", published="2024-09-17T10:00:00+02:00"),
            id="address and date",
        ),
        pytest.param(
            {"url": "/2", "date_published": "soon"}, Entry(url="https://echo.example/2"), id="relative"
        ),
        pytest.param(
            {"external_url": "https://wire.example/3"},
            Entry(url="https://wire.example/3"),
            id="of another site",
        ),
        pytest.param({"id": "https://echo.example/4"}, Entry(url="https://echo.example/4"), id="by its id"),
    ],
)
def test_an_item_is_an_entry(item, entry):
    assert listed(item).entries == (entry,)


def test_items_that_are_none_are_counted_and_the_others_read():
    found = listed({"id": 5}, {"url": "mailto:a@echo.example"}, {"url": ["x"]}, 7, {"url": "/1"})
    assert ([one.url for one in found.entries], found.nameless) == (["https://echo.example/1"], 4)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"items": 1}', b'{"items": ' + b"[" * 100_000, b"\xff\xfe\x00"],
    ids=["nothing", "broken off", "an array", "no items", "nested", "no text"],
)
def test_what_is_no_feed_says_so(content):
    with pytest.raises(InputError):
        read_json_feed(content, URL)
