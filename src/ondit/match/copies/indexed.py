"""An article as the search for copies sees it: its shingles, and which of them are its own news."""

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from ondit.languages import lexicon_of
from ondit.model.attribution import Manner
from ondit.model.reading import Reading
from ondit.model.span import Part, Span, SpanIndex
from ondit.text.quotations import find_quotations
from ondit.text.shingles import Hashes, Shingled, shingle

SIZE = 8  # words a shingle: shared runs of eight words are copied or quoted, hardly ever chance
_SHORT_SIZE = 4
_LEAST_QUOTED = 5  # words between quotation marks; fewer are a title or a nickname, as often as said
_SAMPLED = np.uint64(3)  # one shingle in three is indexed; twelve shared ones are missed once in 130


class Indexed(msgspec.Struct, frozen=True):
    """One article. `free` marks the shingles without a word of a credit, `unquoted` those without a word
    quoted; `sampled` are the places of those by which others find it."""

    reading: Reading
    shingled: Shingled
    free: NDArray[np.bool_]
    unquoted: NDArray[np.bool_]
    sampled: NDArray[np.intp]

    @property
    def outlet(self) -> str | None:
        """Who publishes it, None when nothing tells."""
        resolved = self.reading.resolved.outlet
        return resolved.id if resolved else self.reading.article.outlet

    def sampled_keys(self) -> Hashes:
        """Return the different shingles by which others find it."""
        return np.unique(self.shingled.hashes[self.sampled])


class Words(msgspec.Struct, frozen=True):
    """The different shingles of an article without credits and stock passages; `own` are those outside
    quotations."""

    every: Hashes
    own: Hashes


def indexed(reading: Reading) -> Indexed:
    """Return an article with its shingles."""
    shingled = shingle(reading.article.text, SIZE)
    free = _free_of(shingled, [credit.span for credit in reading.resolved.credits if credit.span])
    (sampled,) = np.nonzero(free & (shingled.hashes % _SAMPLED == 0))
    return Indexed(reading, shingled, free, _free_of(shingled, _quoted(reading)), sampled)


def words_of(text: Indexed, stock: Iterable[int]) -> Words:
    """Return the words of an article that may be copied, without the stock passages.

    `stock` are places of shingles that stand in many a text: a shingle all of whose words they cover is
    stock itself, though it was not sampled.
    """
    kept = text.free & ~_covered(text.shingled, text.shingled, stock)
    hashes = text.shingled.hashes
    return Words(np.unique(hashes[kept]), np.unique(hashes[kept & text.unquoted]))


def short_runs(text: Indexed, stock: Iterable[int]) -> Words:
    """Return the different short runs of words of an article, without the stock passages."""
    shingled = shingle(text.reading.article.text, _SHORT_SIZE)
    kept = ~_covered(shingled, text.shingled, stock)
    own = kept & _free_of(shingled, _quoted(text.reading))
    return Words(np.unique(shingled.hashes[kept]), np.unique(shingled.hashes[own]))


def _covered(shingled: Shingled, other: Shingled, places: Iterable[int]) -> NDArray[np.bool_]:
    """Tell for every shingle whether all its words lie in these shingles of the same text."""
    words = np.zeros(len(shingled.starts) + 1, dtype=np.int64)
    for place in places:
        words[place + 1 : place + other.size + 1] = 1
    before = np.cumsum(words)
    size, count = shingled.size, len(shingled.hashes)
    covered: NDArray[np.bool_] = before[size : size + count] - before[:count] == size
    return covered


def _quoted(reading: Reading) -> list[Span]:
    """Return what an article quotes word for word in its body, whether it tells who said so or not."""
    article, lexicon = reading.article, lexicon_of(reading.article.language or "")
    attributions = reading.resolved.attributions
    said = [span for one in attributions if one.manner is Manner.DIRECT for span in one.content]
    marked = find_quotations(article.text, lexicon.quotation.marks, Part.BODY) if lexicon else []
    long = [one.inner for one in marked if len(one.inner.cut(article.text).split()) >= _LEAST_QUOTED]
    return [span for span in (*said, *long) if span.part is Part.BODY]


def _free_of(shingled: Shingled, spans: Sequence[Span]) -> NDArray[np.bool_]:
    """Tell for every shingle whether it has no word within the spans."""
    touched = np.zeros(len(shingled.starts) + 1, dtype=np.int64)
    if spans:
        words = SpanIndex(Span(*place) for place in zip(shingled.starts, shingled.ends, strict=True))
        touched[[at + 1 for span in spans for at in words.touching(span)]] = 1
    before = np.cumsum(touched)
    count = len(shingled.hashes)
    free: NDArray[np.bool_] = before[shingled.size : shingled.size + count] == before[:count]
    return free
