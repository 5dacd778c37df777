"""Archives are taken apart in a process of its own: what ends it costs one record."""

import gzip
import os
import signal
from functools import partial

import pytest
from tests.ingest.archives.written import PACKINGS, archive, page, ten_records

from ondit.engines import Limits, Processes
from ondit.ingest import Item, Packed, Reached, unpack
from ondit.model.article import Skipped
from ondit.pipeline import read_inputs, unpacked

LIMITS = Limits(cpu=1, wall=5.0, memory=256 * 1024**2)


def die_at(place, packed):
    """Unpack, as a library would that crashes on the record at this place."""
    for one in unpack(packed):
        yield one
        if one == Reached(place):
            os.kill(os.getpid(), signal.SIGSEGV)


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
@pytest.mark.parametrize("packing", sorted(PACKINGS))
def test_a_crash_over_a_record_costs_that_record(packing, tmp_path):
    records = [PACKINGS[packing](one) for one in ten_records()]
    path = tmp_path / "a.warc"
    path.write_bytes(archive(packing, records))
    place = archive(packing, records[:4])
    with Processes(1, limits=LIMITS).streams(partial(die_at, len(place))) as unroll:
        found = list(unpacked(Packed(name="a.warc", path=str(path), ending=""), unroll))
    assert [one.content for one in found if isinstance(one, Item)] == [page(n) for n in range(10) if n != 4]
    (skipped,) = [one for one in found if isinstance(one, Skipped)]
    assert skipped.item == f"a.warc@{len(place)}"
    assert "the worker process died" in skipped.reason


def test_a_line_that_unpacks_without_end_ends_its_own_file_only(tmp_path):
    line = b'{"text": "The bridge at Velm was closed on Monday, the mayor said."}'
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line + b"\n" + b" " * 3 * 1024**3, 1))
    (tmp_path / "b.jsonl").write_bytes(line.replace(b"Velm", b"Orlen"))
    first, skipped, last = read_inputs([str(tmp_path)])
    assert "Velm" in first.text
    assert "16 MB" in skipped.reason
    assert "Orlen" in last.text
