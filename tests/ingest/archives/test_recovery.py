"""However an archive is damaged, the records that are whole are read."""

import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ingest.archives.written import PACKINGS, page, ten_records

from ondit.ingest.archives import find_pages
from ondit.ingest.item import Item

RECORDS = {name: [pack(record) for record in ten_records()] for name, pack in PACKINGS.items()}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(PACKINGS)), st.integers(0, 9), st.data())
def test_damage_to_one_record_costs_that_record_alone(packing, number, data):
    records = list(RECORDS[packing])
    start = data.draw(st.integers(0, len(records[number]) - 1))
    records[number] = records[number][:start] + data.draw(st.binary(max_size=300))
    found = [one.content for one in find_pages("a", io.BytesIO(b"".join(records))) if isinstance(one, Item)]
    whole = [page(other) for other in range(10) if other != number]
    assert [content for content in found if content in whole] == whole


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"]))
def test_no_bytes_make_it_fail(content, sign):
    assert list(find_pages("a", io.BytesIO(sign + content)))
