"""Find text reuse: which article took its words from which, and which words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

import msgspec
import numpy as np
from numpy.typing import NDArray

from ondit.match.order import comes_before, gives_credit, is_settled, reading_time
from ondit.model.attribution import Manner
from ondit.model.claim import Copy, Passage
from ondit.model.reading import Reading
from ondit.model.span import Span, SpanIndex
from ondit.text.shingles import Hashes, Shingled, containment, shingle

SIZE = 8  # words a shingle: shared runs of eight words are copied or quoted, hardly ever chance
LEAST_SHARE = 0.2  # of the shorter text; on one news day 80% of hidden wire credits found, 98.8% right
LEAST_OWN_SHARE = 0.08  # of the shorter text, outside quotation marks: a statement sent to all is no copy
LEAST_REWRITTEN = 0.25  # of the shorter text's runs of four words; in three real stories copies have .28 and
# more, reports of their own that quote the same statement .18 and less
LEAST_OWN_REWRITTEN = 0.2  # the same outside quotation marks: a statement sent to all is no copy
LEAST_IN_ORDER = 0.4  # of the names and figures of the text with fewer, met in the other in the same order
_SHORT_SIZE = 4
_LEAST_RUNS = 20  # runs of four words in the shorter text: one sentence on one event is soon alike
_ANCHOR = re.compile(r"\d[\d.,]*|[^\W\d_a-zа-яё][\w’']+")  # matches "11,300" and "Oslo", not "went"
_SAMPLED = 3  # one shingle in three is indexed; twelve shared ones (the least in 60) are missed once in 130
_BOILERPLATE = 3  # articles of one outlet that hold a shingle: then it is the outlet's frame, not news
_COMMON = 200  # articles that hold a shingle: then it is a stock phrase


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Return the copies among the readings, by the id of the later article.

    An article that shares its words with several is a copy of the earliest that holds them; a second
    earlier article counts only for words that the first does not hold.
    """
    index = CopyIndex()
    for reading in readings:
        index.add(reading)
    found = index.copies([reading.id for reading in readings])
    return tuple(copy for _, copies in sorted(found.items()) for copy in copies)


class _Text(msgspec.Struct, frozen=True):
    """One indexed article. `own` marks the shingles outside quotation marks, masked ones are gone."""

    reading: Reading
    shingled: Shingled
    keys: Hashes
    own: Hashes


class CopyIndex:
    """The shingles of a collection. Adding an article looks at those it shares words with, at no others."""

    def __init__(self) -> None:
        self._texts: dict[str, _Text] = {}
        self._holders: defaultdict[int, list[str]] = defaultdict(list)
        self._runs: dict[str, tuple[Hashes, Hashes]] = {}

    def add(self, reading: Reading) -> None:
        """Add an article."""
        shingled = shingle(reading.article.text, SIZE)
        masked = [credit.span for credit in reading.resolved.credits if credit.span]
        kept, own = _free_of(shingled, masked), _free_of(shingled, _quoted(reading))
        text = _Text(
            reading, shingled, np.unique(shingled.hashes[kept]), np.unique(shingled.hashes[kept & own])
        )
        self._texts[reading.id] = text
        for key in text.keys[text.keys % np.uint64(_SAMPLED) == 0].tolist():
            self._holders[key].append(reading.id)

    def copies(self, added: Iterable[str]) -> dict[str, tuple[Copy, ...]]:
        """Return, by the id of the later article, the copies that may be others since these were added."""
        near = {one: self._neighbours(self._texts[one]) for one in added}
        touched = {*near, *(other for neighbours in near.values() for other in neighbours)}
        return {
            one: tuple(self._copies_of(self._texts[one], near.get(one) or self._neighbours(self._texts[one])))
            for one in sorted(touched)
        }

    def _neighbours(self, text: _Text) -> list[str]:
        """Return the ids of the other articles that share sampled shingles with a text, sorted."""
        shared: Counter[str] = Counter()
        for key in text.keys[text.keys % np.uint64(_SAMPLED) == 0].tolist():
            holders = self._holders.get(key, ())
            if len(holders) <= _COMMON and not self._is_boilerplate(holders):
                shared.update(holders)
        shared.pop(text.reading.id, None)
        return sorted(shared)

    def _is_boilerplate(self, holders: Sequence[str]) -> bool:
        if len(holders) < _BOILERPLATE:
            return False
        outlets = Counter(self._texts[one].reading.article.outlet for one in holders)
        return any(outlet and count >= _BOILERPLATE for outlet, count in outlets.items())

    def _copies_of(self, later: _Text, neighbours: Iterable[str]) -> Iterator[Copy]:
        """Yield the copies that a text is the later one of, the earliest holder first."""
        left, left_own = later.keys, later.own
        texts = (self._texts[one] for one in neighbours)
        earlier = [text for text in texts if comes_before(text.reading, later.reading)]
        for text in sorted(earlier, key=lambda one: reading_time(one.reading)):
            if not len(left):
                return
            shorter = min(len(later.keys), len(text.keys))
            shared = np.intersect1d(left, text.keys, assume_unique=True)
            shared_own = np.intersect1d(left_own, text.own, assume_unique=True)
            verbatim = len(shared) >= LEAST_SHARE * shorter and len(shared_own) >= LEAST_OWN_SHARE * shorter
            whole = len(left) == len(later.keys)
            if not (verbatim or (whole and len(shared) and self._is_rewrite(later, text))):
                continue
            left, left_own = np.setdiff1d(left, shared), np.setdiff1d(left_own, shared)
            yield _copy(later, text, shared)

    def _is_rewrite(self, later: _Text, earlier: _Text) -> bool:
        """Tell whether two texts that share some words are one lightly rewritten: many short runs of the same
        words, some of them outside quotation marks, and names and figures in the same order."""
        runs, others = self._short_runs(later.reading), self._short_runs(earlier.reading)
        for share, one, other in zip((LEAST_REWRITTEN, LEAST_OWN_REWRITTEN), runs, others, strict=True):
            fewer, more = sorted((one, other), key=len)
            if len(fewer) < _LEAST_RUNS or containment(fewer, more) < share:
                return False
        return _in_order(later.reading, earlier.reading)

    def _short_runs(self, reading: Reading) -> tuple[Hashes, Hashes]:
        """Return the different short runs of words of a text, and those outside quotation marks."""
        if reading.id not in self._runs:
            shingled = shingle(reading.article.text, _SHORT_SIZE)
            own = _free_of(shingled, _quoted(reading))
            self._runs[reading.id] = np.unique(shingled.hashes), np.unique(shingled.hashes[own])
        return self._runs[reading.id]


def _in_order(one: Reading, other: Reading) -> bool:
    """Tell whether two texts give names and figures in the same order."""
    fewer, more = sorted((_ANCHOR.findall(reading.article.text) for reading in (one, other)), key=len)
    blocks = SequenceMatcher(None, fewer, more, autojunk=False).get_matching_blocks()
    return bool(fewer) and sum(block.size for block in blocks) >= LEAST_IN_ORDER * len(fewer)


def _quoted(reading: Reading) -> list[Span]:
    """Return what an article quotes word for word."""
    attributions = reading.resolved.attributions
    return [span for one in attributions if one.manner is not Manner.INDIRECT for span in one.content]


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


def _copy(later: _Text, earlier: _Text, shared: Hashes) -> Copy:
    return Copy(
        later=later.reading.id,
        earlier=earlier.reading.id,
        credited=gives_credit(later.reading, earlier.reading),
        passages=tuple(_passages(later.shingled, earlier.shingled, shared)),
        share=round(len(shared) / len(later.keys), 4),
        ordered=is_settled(later.reading, earlier.reading),
    )


def _passages(later: Shingled, earlier: Shingled, shared: Hashes) -> Iterator[Passage]:
    """Yield the longest runs of words that both hold, in the order of the later text."""
    wanted = set(shared.tolist())
    places: dict[int, int] = {}
    for place, key in enumerate(earlier.hashes.tolist()):
        places.setdefault(key, place)
    run: tuple[int, int, int] | None = None
    for place, key in enumerate(later.hashes.tolist()):
        other = places.get(key) if key in wanted else None
        if run and other == run[1] + run[2]:
            run = run[0], run[1], run[2] + 1
            continue
        if run:
            yield _passage(later, earlier, run)
        run = (place, other, 1) if other is not None else None
    if run:
        yield _passage(later, earlier, run)


def _passage(later: Shingled, earlier: Shingled, run: tuple[int, int, int]) -> Passage:
    place, other, count = run
    length = count + later.size - 2
    return Passage(
        Span(later.starts[place], later.ends[place + length]),
        Span(earlier.starts[other], earlier.ends[other + length]),
    )
