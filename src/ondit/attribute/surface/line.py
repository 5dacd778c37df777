"""One sentence as the surface reader sees it: words, marks, quotations, and the stretches between them."""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from ondit.attribute.quotations import Quotation
from ondit.attribute.surface.rules import Anchor, Role, SurfaceRules, Words
from ondit.languages.surface import Order
from ondit.model.annotation import Sentence
from ondit.model.span import Span, hull
from ondit.text.patterns import Found
from ondit.text.tokens import BARE_WORD, bare, is_one_by_one

MOST_ANCHORS = 40
"""Anchors that are read in one sentence. Prose has five at most; the bound keeps the reader linear."""

LONGEST_SOURCE = 14
"""Words of a source phrase. Longer ones are clauses; signs of scripts without spaces count for half."""

_MOST_BETWEEN = 14
"""Words between a cue and what opens its content: "said in an interview with X on Friday that"."""

_SHORTEST_SPEECH = 5
"""Words from which on a quotation is speech by its length alone; shorter ones are often names of outlets."""

_SPEECH_ENDS = frozenset(".,!?…。！？،؟")
_COMMAS = frozenset(",،、，")
_INNER = frozenset("-‐‑·・’'")
"""Marks that do not end a stretch of words."""

Stretch = tuple[int, int]
"""Positions of tokens, half-open."""


class Line:
    """A sentence and what stands where in it. Positions count its tokens."""

    def __init__(
        self, place: int, sentence: Sentence, quotations: Sequence[Quotation], rules: SurfaceRules, text: str
    ) -> None:
        self.place = place
        self.span = sentence.span
        self.tokens = sentence.tokens
        self.rules = rules
        self.quotations = quotations
        self.low = [bare(token.text) for token in sentence.tokens]
        self.quoted: list[int | None] = [None] * len(self.tokens)
        self.names: list[bool] = [False] * len(self.tokens)
        self._mark_quotations(text)

    def _mark_quotations(self, text: str) -> None:
        for at, quotation in enumerate(self.quotations):
            inside = [place for place, token in enumerate(self.tokens) if quotation.span.contains(token.span)]
            inner = quotation.inner.cut(text).strip()
            name = (
                quotation.closed
                and len(BARE_WORD.findall(inner)) < _SHORTEST_SPEECH
                and inner[-1:] not in _SPEECH_ENDS
                and not any(f"{mark} " in inner for mark in _SPEECH_ENDS)
                and self.text_before(inside) != ":"
                and not (inside and self.at(self.rules.quoting, inside[-1] + 1))
            )
            for place in inside:
                self.quoted[place] = None if name else at
                self.names[place] = name

    def text_before(self, places: Sequence[int]) -> str:
        """Return the token before the first of some positions."""
        return self.low[places[0] - 1] if places and places[0] else ""

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def anchors(self) -> list[Found[Anchor]]:
        """The anchors outside quotations, left to right."""
        found = self.rules.anchors.find(self.low)
        kept: list[Found[Anchor]] = []
        taken: set[int] = set()
        for one in islice(found, MOST_ANCHORS):
            outside = all(self.quoted[at] is None for at in (one.start, one.stop - 1))
            helped = not one.payload.needs_auxiliary or self.auxiliary(one) is not None
            if outside and helped and one.start not in taken:
                kept.append(one)
                taken.update(range(one.tail, one.stop))
        return kept

    @cached_property
    def _taken(self) -> frozenset[int]:
        """The positions of all words of anchors."""
        return frozenset(
            at for one in self.anchors for at in (*range(one.start, one.end), *range(one.tail, one.stop))
        )

    def auxiliary(self, found: Found[Anchor]) -> int | None:
        """Return the position of the auxiliary of a participle: shortly before it, or right behind it."""
        words = self.rules.surface.auxiliaries
        for place in range(found.start - 1, max(-1, found.start - 4), -1):
            if self.low[place] in words:
                return place
            if self.is_mark(place):
                break
        return found.stop if found.stop < len(self) and self.low[found.stop] in words else None

    def at(self, table: Words, place: int) -> int:
        """Return how many tokens a phrase of a table takes from a position on, 0 when none begins there."""
        if not 0 <= place < len(self):
            return 0
        found = table.at(self.low, place)
        return found.stop - found.start if found else 0

    def is_mark(self, place: int) -> bool:
        """Tell whether a position holds a mark that ends a stretch of words."""
        word = self.low[place]
        return not word[0].isalnum() and word not in _INNER and not self.names[place]

    def is_comma(self, place: int) -> bool:
        """Tell whether a position holds a comma."""
        return 0 <= place < len(self) and self.low[place] in _COMMAS

    def is_anchor(self, place: int) -> bool:
        """Tell whether an anchor begins at a position."""
        return any(one.start == place for one in self.anchors)

    def before(self, place: int) -> Stretch:
        """Return the source that can end at a position: the words before it, adverbials and who is told left
        out."""
        start, end = self.run_before(place)
        if self.rules.allows(Order.CONTENT_SOURCE_CUE):
            end = next((at for at in range(start + 1, end) if self.at(self.rules.told, at)), end)
        return self.trimmed((start, end))

    def is_told_itself(self, place: int) -> bool:
        """Tell whether the last word that leads to who is told is part of it ("a la *agencia* X", "all'Ansa")."""
        found = self.rules.told.at(self.low, place)
        return found is not None and ("*" in found.payload or self.is_source_noun(found.stop - 1))

    def run_before(self, place: int) -> Stretch:
        """Return the words that end at a position: back to a mark, a quotation, a word that opens a clause or
        another anchor."""
        start, taken = place, self._taken
        while start and place - start < 2 * LONGEST_SOURCE:
            at = start - 1
            if self.is_mark(at) or self.quoted[at] is not None or at in taken:
                break
            opens = any(self.at(table, at) for table in (self.rules.starts, self.rules.that))
            if opens and not self.joins_names(at):
                break
            if at < place - 1 and self.low[at][0].isalnum() and self.at(self.rules.topics, at):
                break
            start = at
        return start, place

    def after(self, place: int, stop: int | None = None) -> Stretch:
        """Return the source that begins behind a position: adverbs skipped, on to a mark, a quotation, a word
        that opens or ends a clause, or another anchor."""
        start = self.skipped(place)
        end, last = start, len(self) if stop is None else stop
        weight = 0.0
        while end < last and weight < LONGEST_SOURCE:
            if self.is_mark(end) or self.quoted[end] is not None or self.is_anchor(end):
                break
            if self.joins_names(end):
                end += 1
                continue
            ending = (self.rules.that, self.rules.content, self.rules.ends, self.rules.adverbs)
            if any(self.at(table, end) for table in ending):
                break
            weight += 0.5 if is_one_by_one(self.low[end][0]) else 1
            end += 1
            if self.tokens[end - 1].lemma in self.rules.relays:
                break
        return start, end

    def skipped(self, place: int) -> int:
        """Return the position behind the adverbs that stand at a position."""
        while step := self.at(self.rules.adverbs, place):
            place += step
        return place

    def trimmed(self, stretch: Stretch) -> Stretch:
        """Return a stretch without adverbs at its ends, and without an adverbial that leads it."""
        start, end = stretch
        idle = (self.rules.adverbs, self.rules.quoting)
        while start < end and (step := max(self.at(table, start) for table in idle)):
            start += step
        start = min(start, end)
        for back in range(1, 4):
            if end - back >= start and self.at(self.rules.adverbs, end - back) == back:
                end -= back
        if start < end and self.low[start] in self.rules.prepositions:
            start = next((at for at in range(start + 2, end) if self.is_source_noun(at)), end)
        if end - start > LONGEST_SOURCE:
            start = end
        return start, end

    def is_source_noun(self, place: int) -> bool:
        """Tell whether a token is a noun that says what a source is."""
        return self.tokens[place].lemma in self.rules.nouns

    def joins_names(self, place: int) -> bool:
        """Tell whether a conjunction stands between two names of a phrase ("the Gazette and the Herald")."""
        if self.low[place] not in self.rules.conjunctions or not 0 < place < len(self) - 1:
            return False
        behind = [at for at in (place + 1, place + 2) if at < len(self)]
        before = self.names[place - 1] or self.is_capital(place - 1)
        return before and any(self.names[at] or self.is_capital(at) for at in behind)

    def is_capital(self, place: int) -> bool:
        """Tell whether a word has a capital, at its beginning or behind an elision ("l'Ansa")."""
        return any(part[:1].isupper() for part in self.tokens[place].text.replace("’", "'").split("'"))

    def can_be_source(self, stretch: Stretch) -> bool:
        """Tell whether words can mean a source: where names have capitals one of them has one, or is a noun
        or pronoun that means somebody."""
        if not self.rules.cased:
            return True
        return any(
            self.is_capital(at)
            or self.names[at]
            or self.is_source_noun(at)
            or self.low[at] in self.rules.pronouns
            for at in range(*stretch)
        )

    def opening(self, place: int) -> tuple[int, int] | None:
        """Return where the words between a cue that ends at `place` and its content end, and where the
        content begins; None when nothing opens a content there."""
        rules = self.rules
        for at in range(place, min(len(self), place + _MOST_BETWEEN)):
            if self._in_adjunct(at):
                continue
            if self.quoted[at] is not None:
                return at, at
            if step := self.at(rules.that, at):
                return at, at + step
            if self.at(rules.content, at):
                return at, at
            if self.is_comma(at):
                step = self.at(rules.that, at + 1)
                if step:
                    return at, at + 1 + step
                if at + 1 < len(self) and self.quoted[at + 1] is not None:
                    return at, at + 1
                if rules.surface.comma_opens and not self.at(rules.as_words, at + 1):
                    return at, at + 1
                if not self._closes_later(at):
                    return None
            elif self.is_mark(at) or self.role_at(at, Role.SAY):
                return None
        return None

    def _in_adjunct(self, place: int) -> bool:
        """Tell whether a position lies in the words of "citing X" or "according to X"."""
        return any(
            one.start <= place < one.end
            for one in self.anchors
            if one.payload.role in {Role.CITING, Role.ACCORDING}
        )

    def _closes_later(self, comma: int) -> bool:
        """Tell whether another comma with an opening word behind it follows: an apposition stands between."""
        for at in range(comma + 1, min(len(self), comma + _MOST_BETWEEN)):
            if self.is_comma(at):
                return bool(self.at(self.rules.that, at + 1))
        return False

    def clause_start(self, place: int) -> int:
        """Return where the part of the sentence begins that a tail at a position can take up."""
        return next((at + 1 for at in range(place - 1, -1, -1) if self.low[at] in ";؛"), 0)

    def body(self, stretch: Stretch) -> Stretch:
        """Return a stretch without marks at its ends; quotation marks of speech stay."""
        start, end = stretch
        while start < end and self.is_mark(start) and self.quoted[start] is None:
            start += 1
        while start < end and self.is_mark(end - 1) and self.quoted[end - 1] is None:
            end -= 1
        return start, end

    def cut(self, stretch: Stretch) -> Span:
        """Return the span of a stretch that is not empty."""
        start, end = stretch
        return hull([self.tokens[start].span, self.tokens[end - 1].span])

    def role_at(self, place: int, *roles: Role) -> Found[Anchor] | None:
        """Return the anchor of one of the roles that begins at a position."""
        return next((one for one in self.anchors if one.start == place and one.payload.role in roles), None)
