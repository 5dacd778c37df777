"""The door: copies of a collection, by an index of shingles."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

import numpy as np

from ondit.match.copies.indexed import Indexed, Words, indexed, short_runs, words_of
from ondit.match.copies.passages import passages
from ondit.match.copies.stock import ADDED_HOLDERS, MOST_HOLDERS, Stock
from ondit.match.known import Asked, Known, NothingKnown
from ondit.match.order import comes_before, gives_credit, is_settled, reading_time
from ondit.model.claim import Copy, Moment
from ondit.model.reading import Reading
from ondit.text.shingles import Hashes, containment

LEAST_SHARE = 0.2  # of the shorter text; on one news day 80% of hidden wire credits found, 98.8% right
LEAST_OWN_SHARE = 0.08  # of the shorter text, outside quotation marks: a statement sent to all is no copy
LEAST_OWN = 10  # shingles outside quotation marks, if they are not the whole text: a description of who
# spoke, a title and a name, is soon the same in two reports
LONG_SHARE, LONG_OWN = 0.05, 30  # or else so many shingles outside quotation marks: two paragraphs of a wire
# story in a report of one's own
MOST_SHARE = 0.7  # of the longer text: then the two are one, though nearly all of it is quoted
REPRINTED_SHARE = 0.5  # of the longer of two texts of one outlet: below, they may share a frame not yet known
LEAST_REWRITTEN = 0.25  # of the shorter text's runs of four words; in three real stories copies have .28 and
# more, reports of their own that quote the same statement .18 and less
LEAST_OWN_REWRITTEN = 0.2  # the same outside quotation marks: a statement sent to all is no copy
LEAST_IN_ORDER = 0.4  # of the names and figures of the text with fewer, met in the other in the same order
MOST_MORE = (
    40  # neighbours asked for words that the earlier article, once found, does not hold: of hundreds of
)
# copies of one text each lacks a few words of another, and none is a second source
_LEAST_RUNS = 20  # runs of four words in the shorter text: one sentence on one event is soon alike
_ANCHOR = re.compile(r"\d[\d.,]*|[^\W\d_a-zа-яё][\w’']+")  # matches "11,300" and "Oslo", not "went"


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


class CopyIndex:
    """The shingles of a collection. Adding an article looks at those it shares words with, at no others, be
    they added here or known."""

    def __init__(self, known: Known | None = None) -> None:
        self._known = known or NothingKnown()
        self._texts: Asked[str, Indexed] = Asked(lambda one: indexed(self._known.reading(one)))
        self._holders: defaultdict[int, list[str]] = defaultdict(list)
        self._keys: dict[str, tuple[int, ...]] = {}

    def add(self, reading: Reading) -> None:
        """Add an article."""
        text = self._texts[reading.id] = indexed(reading)
        self._keys[reading.id] = keys = tuple(text.sampled_keys().tolist())
        for key in keys:
            self._holders[key].append(reading.id)

    def added(self) -> dict[str, tuple[int, ...]]:
        """Return the shingles under which the added articles are found, by article."""
        return self._keys

    def copies(self, added: Sequence[str]) -> dict[str, tuple[Copy, ...]]:
        """Return, by the id of the later article, the copies that may be others since these were added."""
        search = _Search(self._texts, self._holders, self._known)
        search.look_up({key for one in added for key in self._keys[one]})
        touched = set(added)
        for one in added:
            reading = self._texts[one].reading
            for other in search.neighbours(one):
                if comes_before(reading, self._texts[other].reading):
                    touched.add(other)
                    search.meet(other, one)
        return {one: tuple(search.copies_of(one)) for one in sorted(touched)}


class _Search:
    """One search through an index that stays as it is: what is stock is settled once."""

    def __init__(
        self, texts: Mapping[str, Indexed], holders: Mapping[int, Sequence[str]], known: Known
    ) -> None:
        self._texts, self._added, self._known = texts, holders, known
        self._holders: dict[int, Sequence[str]] = {}
        self._stock = Stock(texts)
        self._stock_places: dict[str, list[int]] = {}
        self._words: dict[str, Words] = {}
        self._runs: dict[str, Words] = {}
        self._near: dict[str, set[str]] = {}
        self._times: Asked[str, Moment] = Asked(lambda one: reading_time(texts[one].reading))

    def look_up(self, keys: Iterable[int]) -> None:
        """Find the articles that hold these shingles: of those that many hold the first known ones and the
        first added ones, which stand for all. A shingle that one article holds leads nowhere."""
        wanted = [key for key in keys if key not in self._holders]
        known = self._known.sharing(wanted, MOST_HOLDERS)
        for key in wanted:
            held = self._added.get(key, ())
            if key in known:
                room = max(MOST_HOLDERS - len(held), MOST_HOLDERS - ADDED_HOLDERS)
                held = [*known[key][:room], *held]
            self._holders[key] = held[:MOST_HOLDERS] if len(held) > 1 else ()

    def meet(self, article_id: str, other: str) -> None:
        """Let an article be compared with another one, whether or not its shingles lead there."""
        self.neighbours(article_id)
        self._near[article_id].add(other)

    def neighbours(self, article_id: str) -> Collection[str]:
        """Return the ids of the other articles that share more than stock with an article: where these stand
        for more, those of which they are copies too."""
        if article_id not in self._near:
            text = self._texts[article_id]
            self.look_up(text.sampled_keys().tolist())
            near: set[str] = set()
            stock: list[int] = []
            sampled = zip(text.sampled.tolist(), text.shingled.hashes[text.sampled].tolist(), strict=True)
            for place, key in sampled:
                holders = self._holders[key]
                if not holders:
                    continue
                if self._stock.is_stock(holders):
                    stock.append(place)
                else:
                    near.update(holders)
            if len(near) >= MOST_HOLDERS:
                near.update(self._known.sources(sorted(near)))
            near.discard(article_id)
            self._near[article_id] = near
            self._stock_places[article_id] = stock
            self._words[article_id] = words_of(text, stock)
        return self._near[article_id]

    def words(self, article_id: str) -> Words:
        """Return the words of an article without stock."""
        self.neighbours(article_id)
        return self._words[article_id]

    def copies_of(self, article_id: str) -> Iterator[Copy]:
        """Yield the copies that an article is the later one of, the earliest holder first."""
        later, words = self._texts[article_id].reading, self.words(article_id)
        left = words
        room = len(self._near[article_id])
        for one in sorted(self.neighbours(article_id), key=self._times.__getitem__):
            text, whole = self._texts[one], len(left.every) == len(words.every)
            if not room or not len(left.every) or (not whole and len(left.every) < LEAST_OWN):
                return
            if not comes_before(text.reading, later):
                continue
            others = self.words(one)
            shared = Words(_common(left.every, others.every), _common(left.own, others.own))
            room -= not whole
            if self._is_copy(shared, self._texts[article_id], text, whole=whole):
                yield _copy(self._texts[article_id], text, shared.every, len(words.every))
                left = Words(np.setdiff1d(left.every, shared.every), np.setdiff1d(left.own, shared.own))
                room = min(room, MOST_MORE)

    def _is_copy(self, shared: Words, later: Indexed, earlier: Indexed, *, whole: bool) -> bool:
        """Tell whether what two texts share makes the one a copy of the other; `whole` is False where a part
        of the later text is known to be another's.

        Texts of one outlet share their frame, and an outlet that tells a story again copies nobody: there it
        must be much of the longer text.
        """
        counts = [len(self.words(one.reading.id).every) for one in (later, earlier)]
        if later.outlet and later.outlet == earlier.outlet:
            return len(shared.own) >= LEAST_OWN and len(shared.every) >= REPRINTED_SHARE * max(counts)
        if _is_verbatim(shared, min(counts), max(counts)):
            return True
        return whole and len(shared.every) > 0 and self._is_rewrite(later, earlier)

    def _is_rewrite(self, later: Indexed, earlier: Indexed) -> bool:
        """Tell whether two texts that share some words are one lightly rewritten: many short runs of the same
        words, some of them outside quotation marks, and names and figures in the same order."""
        runs, others = self._short_runs(later), self._short_runs(earlier)
        kinds = (runs.every, others.every, LEAST_REWRITTEN), (runs.own, others.own, LEAST_OWN_REWRITTEN)
        for one, other, share in kinds:
            fewer, more = sorted((one, other), key=len)
            if len(fewer) < _LEAST_RUNS or containment(fewer, more) < share:
                return False
        return _in_order(later.reading, earlier.reading)

    def _short_runs(self, text: Indexed) -> Words:
        if text.reading.id not in self._runs:
            self._runs[text.reading.id] = short_runs(text, self._stock_places[text.reading.id])
        return self._runs[text.reading.id]


def _common(one: Hashes, other: Hashes) -> Hashes:
    """Return what two sorted arrays of different hashes have in common."""
    if not len(other):
        return other
    places = np.searchsorted(other, one)
    places[places == len(other)] = 0
    shared: Hashes = one[other[places] == one]
    return shared


def _is_verbatim(shared: Words, shorter: int, longer: int) -> bool:
    """Tell whether what two texts share is enough for a copy; `shorter` and `longer` count their shingles."""
    every, own = len(shared.every), len(shared.own)
    if every >= max(MOST_SHARE * longer, LEAST_OWN) or (own >= LONG_OWN and every >= LONG_SHARE * shorter):
        return True
    return every >= LEAST_SHARE * shorter and own >= max(LEAST_OWN_SHARE * shorter, min(LEAST_OWN, shorter))


def _in_order(one: Reading, other: Reading) -> bool:
    """Tell whether two texts give names and figures in the same order."""
    fewer, more = sorted((_ANCHOR.findall(reading.article.text) for reading in (one, other)), key=len)
    blocks = SequenceMatcher(None, fewer, more, autojunk=False).get_matching_blocks()
    return bool(fewer) and sum(block.size for block in blocks) >= LEAST_IN_ORDER * len(fewer)


def _copy(later: Indexed, earlier: Indexed, shared: Hashes, count: int) -> Copy:
    return Copy(
        later=later.reading.id,
        earlier=earlier.reading.id,
        credited=gives_credit(later.reading, earlier.reading),
        passages=tuple(passages(later.shingled, earlier.shingled, shared)),
        share=round(len(shared) / count, 4),
        ordered=is_settled(later.reading, earlier.reading),
    )
