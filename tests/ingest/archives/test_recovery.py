"""However an archive is damaged, the records that are whole are read."""

import gzip
import io
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ingest.archives.written import PACKINGS, archive, page, record, response, ten_records

from ondit.ingest.archives import Reached, find_pages
from ondit.ingest.item import TOO_BIG, Item
from ondit.model.article import Skipped

RECORDS = {name: [pack(record) for record in ten_records()] for name, pack in PACKINGS.items()}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(PACKINGS)), st.integers(0, 9), st.data())
def test_damage_to_one_record_costs_that_record_alone(packing, number, data):
    records = list(RECORDS[packing])
    start = data.draw(st.integers(0, len(records[number]) - 1))
    records[number] = records[number][:start] + data.draw(st.binary(max_size=300))
    archived = archive(packing, records)
    found = [one.content for one in find_pages("a", io.BytesIO(archived)) if isinstance(one, Item)]
    whole = [page(other) for other in range(10) if other != number]
    assert [content for content in found if content in whole] == whole


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"]))
def test_no_bytes_make_it_fail(content, sign):
    assert list(find_pages("a", io.BytesIO(sign + content)))


@pytest.mark.parametrize("packing", sorted(PACKINGS))
def test_reading_goes_on_behind_any_place_that_it_came_to(packing):
    content = archive(packing, RECORDS[packing])
    found = list(find_pages("a", io.BytesIO(content)))
    places = [one.start for one in found if isinstance(one, Reached)]
    assert len(places[-10:]) == 10
    for number, place in enumerate(places[-10:]):
        rest = find_pages("a", io.BytesIO(content), place + 1)
        assert [one.content for one in rest if isinstance(one, Item)] == [
            page(other) for other in range(number + 1, 10)
        ]


@pytest.mark.parametrize(
    "sign",
    [
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\nWARC-Type: x\r\n",
        b"\x1f\x8b\x08",
        b"\x28\xb5\x2f\xfd",
        b"\x50\x2a\x4d\x18",
    ],
)
def test_a_file_that_is_nothing_but_beginnings_is_given_up_in_seconds(sign):
    began = time.process_time()
    assert [type(one) for one in find_pages("a", io.BytesIO(sign * 300_000)) if not isinstance(one, Reached)]
    assert time.process_time() - began < 10


def test_a_packed_record_that_unpacks_without_end_costs_itself_only():
    records = [gzip.compress(one) for one in ten_records()]
    film = record(response(b"<html>" + b"\0" * 300 * 1024**2), uri="http://velm.example/film")
    records.insert(5, gzip.compress(film, 1))
    results = [one for one in find_pages("a", io.BytesIO(b"".join(records))) if not isinstance(one, Reached)]
    assert [one.content for one in results if isinstance(one, Item)] == [page(n) for n in range(10)]
    assert [one.reason for one in results if isinstance(one, Skipped)] == [TOO_BIG]
