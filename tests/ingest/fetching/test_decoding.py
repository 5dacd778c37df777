"""Content codings: undone whatever the pieces, bounded whatever they hold."""

import gzip
import zlib
from functools import partial

import brotli
import pytest
from backports import zstd

from ondit.errors import FetchError
from ondit.ingest.fetching.decoding import decoded, unpacked

TEXT = "The harbour will close in May, the mayor said. Порт закроют. ".encode() * 3_000
MOST = 1024 * 1024


def bare_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


PACKERS = {
    "identity": bytes,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "bare deflate": bare_deflate,
    "br": partial(brotli.compress, quality=5),
    "zstd": zstd.compress,
}


def coding(name: str) -> str:
    return name.removeprefix("bare ")


def cut(content: bytes, size: int) -> list[bytes]:
    return [content[start : start + size] for start in range(0, len(content), size)]


@pytest.mark.parametrize("name", PACKERS)
@pytest.mark.parametrize("size", [1, 2, 7, 4_096, 10**7], ids="pieces of {}".format)
def test_a_body_comes_out_as_it_went_in(name, size):
    assert decoded(cut(PACKERS[name](TEXT), size), coding(name), MOST) == TEXT


@pytest.mark.parametrize("name", PACKERS)
def test_an_empty_body_is_empty(name):
    assert decoded([], coding(name), MOST) == b""
    assert decoded([PACKERS[name](b"")], coding(name), MOST) == b""


@pytest.mark.parametrize("content", [b"\x00" * MOST, TEXT], ids=["zeros", "text"])
@pytest.mark.parametrize("name", PACKERS)
def test_exactly_the_limit_passes(name, content):
    whole = content[:MOST]
    assert decoded(cut(PACKERS[name](whole), 65_536), coding(name), len(whole)) == whole
    with pytest.raises(FetchError, match="too big"):
        decoded(cut(PACKERS[name](whole), 65_536), coding(name), len(whole) - 1)


@pytest.mark.parametrize(
    ("names", "stated"),
    [
        pytest.param(["gzip", "br"], "gzip, br", id="two"),
        pytest.param(["deflate", "zstd", "gzip"], "deflate,zstd , GZIP", id="three, in capitals"),
        pytest.param(["gzip"], "identity, gzip, identity", id="with identity"),
        pytest.param(["gzip", "gzip"], "gzip,,gzip,", id="empty names"),
    ],
)
def test_codings_upon_each_other_are_undone_from_the_last(names, stated):
    content = TEXT
    for name in names:
        content = PACKERS[name](content)
    assert decoded(cut(content, 1_000), stated, MOST) == TEXT


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("gzip", gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]), id="gzip"),
        pytest.param("zstd", zstd.compress(TEXT[:100]) + zstd.compress(TEXT[100:]), id="zstd"),
    ],
)
@pytest.mark.parametrize("size", [1, 10**7])
def test_members_one_after_another_are_one_body(name, content, size):
    assert decoded(cut(content, size), name, MOST) == TEXT


def test_what_follows_the_last_member_is_dropped():
    assert decoded([gzip.compress(TEXT) + b"\x00" * 512, b"more"], "gzip", MOST) == TEXT


@pytest.mark.parametrize("name", [name for name in PACKERS if name != "identity"])
@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda packed: packed[: len(packed) // 2], id="breaks off"),
        pytest.param(lambda packed: packed[:10] + b"\xff" * 40 + packed[50:], id="broken within"),
        pytest.param(lambda packed: b"<html>" + packed, id="not packed at all"),
    ],
)
def test_a_damaged_body_is_a_typed_error(name, damage):
    with pytest.raises(FetchError, match=r"damaged|breaks off"):
        decoded([damage(PACKERS[name](TEXT))], coding(name), MOST)


@pytest.mark.parametrize("stated", ["compress", "lzma", "gzip, exi", "*", "a b", "gzip;q=1"])
def test_a_coding_that_is_not_known_is_refused(stated):
    with pytest.raises(FetchError, match="not known"):
        decoded([gzip.compress(TEXT)], stated, MOST)


def test_too_many_layers_and_members_are_refused():
    with pytest.raises(FetchError, match="5 times over"):
        decoded([TEXT], ", ".join(["gzip"] * 5), MOST)
    with pytest.raises(FetchError, match="too many pieces"):
        decoded([gzip.compress(b"") * 20_000], "gzip", MOST)


def test_a_window_larger_than_the_web_allows_is_refused():
    packer = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: 27})
    content = packer.compress(b"\x00" * 20_000) + packer.flush()
    with pytest.raises(FetchError, match="damaged"):
        decoded([content], "zstd", MOST)


@pytest.mark.parametrize("name", [name for name in PACKERS if name != "identity"])
def test_of_a_bomb_no_more_is_unpacked_than_the_limit(name):
    """What is given out before the limit is hit is counted at the decoder's own door."""
    bomb = PACKERS[name](b"\x00" * (16 * MOST))
    fed = 0

    def pieces():
        nonlocal fed
        for piece in cut(bomb, 512):
            fed += len(piece)
            yield piece

    with pytest.raises(FetchError, match="more than 1 MB, too big"):
        decoded(pieces(), coding(name), MOST)
    assert fed <= max(512 * 2, len(bomb) // 8)


def test_a_bomb_within_a_coding_is_stopped_between_the_two():
    bomb = gzip.compress(gzip.compress(b"\x00" * (16 * MOST)) + bytes(range(256)) * 8_000)
    with pytest.raises(FetchError, match="too big"):
        decoded([bomb], "gzip, gzip", MOST)


def test_a_file_packed_as_a_file_is_unpacked_within_the_limit():
    assert unpacked(gzip.compress(TEXT)) == TEXT
    assert unpacked(TEXT) == TEXT
    with pytest.raises(FetchError, match="too big"):
        unpacked(gzip.compress(b"\x00" * (2 * MOST)), MOST)
