"""Word shingles: the measure of text reuse."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

import msgspec
import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

_WORD = re.compile(r"\w+")  # matches "250" and "don" and "t" of "don't", not "-"
_STEP = np.uint64(0x9E3779B97F4A7C15)  # an odd multiplier near 2**64 / golden ratio, so that order matters


class Shingled(msgspec.Struct, frozen=True):
    """The word shingles of a text in text order: shingle i covers the words i to i + size - 1.

    `starts` and `ends` are the offsets of the words, in code points.
    """

    size: int
    hashes: Hashes
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def shingle(text: str, size: int) -> Shingled:
    """Return the shingles of `size` words, case and accents folded away; none when the text is shorter.

    Hashes are 64 bits and the same in every process. Source: Broder 1997; the hash of a shingle is a
    polynomial over the hashes of its words.
    """
    found = list(_WORD.finditer(text))
    starts, ends = tuple(one.start() for one in found), tuple(one.end() for one in found)
    words = np.fromiter((_word_hash(one[0]) for one in found), dtype=np.uint64, count=len(found))
    count = max(0, len(words) - size + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        hashes = hashes * _STEP + words[place : place + count]
    return Shingled(size, hashes, starts, ends)


def containment(shingles: Hashes, other: Hashes) -> float:
    """Return the share of the different `shingles` that `other` holds too, from 0.0 to 1.0.

    Not symmetric: a brief copied whole into a long report scores 1.0 against it, the report against the
    brief far less. Raises `ValueError` when `shingles` is empty: no text is no copy.
    Source: A. Broder, "On the resemblance and containment of documents", 1997.
    """
    different = np.unique(shingles)
    if not len(different):
        raise ValueError("containment needs at least one shingle")
    return float(np.isin(different, other).mean())


@lru_cache(maxsize=200_000)
def _word_hash(word: str) -> int:
    decomposed = unicodedata.normalize("NFKD", word).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return int.from_bytes(blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
