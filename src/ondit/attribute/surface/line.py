"""One sentence as the surface reader sees it: words, marks, quotations, and the stretches between them."""

import re
from collections.abc import Sequence
from functools import cached_property

from ondit.attribute.surface.rules import Anchor, Role, SurfaceRules, Words
from ondit.languages.surface import Order, Saying
from ondit.model.annotation import Sentence
from ondit.model.span import Span, hull
from ondit.text.patterns import Found
from ondit.text.quotations import Quotation
from ondit.text.tokens import BARE_WORD, bare

MOST_ANCHORS = 40
"""Anchors that are read in one sentence. Prose has five at most; the bound keeps the reader linear."""

_FARTHEST_RELAYED = 8
"""Words between a relaying cue and who is relayed: the outlet that relays."""

SHORTEST_SPEECH = 5
"""Words from which on a quotation is speech by its length alone; shorter ones are often names of outlets."""

_SPEECH_ENDS = frozenset(".,!?…。！？،؟।۔")
_COMMAS = frozenset(",،、，")
COLONS = frozenset(":：")
_BEFORE_CUE = _COMMAS | frozenset("–—-")
_IN_FIGURES = frozenset(".,")
_ORDINAL = re.compile(r"\d{1,2}")  # matches the "17" of "17. Mai", not "2016"
_INNER = frozenset("-‐‑·・’'")
"""Marks that do not end a stretch of words."""

_HYPHENS = frozenset("-‐‑")
"""Those of them that stand for a dash where they are spaced ("P - powiedział X")."""

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
        _mark_quotations(self, text)

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def anchors(self) -> list[Found[Anchor]]:
        """The anchors outside quotations, left to right."""
        kept: list[Found[Anchor]] = []
        taken: set[int] = set()
        place = 0
        while place < len(self) and len(kept) < MOST_ANCHORS:
            idle = place in taken or place in self.silent
            found = None if idle else self.rules.anchors.at(self.low, place)
            place = max(found.end, place + 1) if found else place + 1
            if found is None or not _holds(self, found):
                continue
            kept.append(found)
            taken.update(range(found.tail, found.stop))
            if relaying := _relaying(self, found):
                kept.append(relaying)
                place = relaying.stop
        return kept

    @cached_property
    def silent(self) -> frozenset[int]:
        """The positions of phrases in which no cue is read."""
        return frozenset(at for one in self.rules.silent.find(self.low) for at in range(one.start, one.stop))

    @cached_property
    def taken(self) -> frozenset[int]:
        """The positions of all words of anchors."""
        return frozenset(
            at for one in self.anchors for at in (*range(one.start, one.end), *range(one.tail, one.stop))
        )

    @cached_property
    def parts(self) -> frozenset[int]:
        """The positions at which a cue begins, its second part stands, or the auxiliary of its participle."""
        tails = (at for one in self.anchors for at in (one.start, *range(one.tail, one.stop)))
        participles = (one for one in self.anchors if one.payload.needs_auxiliary)
        helping = (at for one in participles if (at := auxiliary(self, one)) is not None)
        return frozenset((*tails, *helping))

    def at(self, table: Words, place: int) -> int:
        """Return how many tokens a phrase of a table takes from a position on, 0 when none begins there."""
        if not 0 <= place < len(self):
            return 0
        found = table.at(self.low, place)
        return found.stop - found.start if found else 0

    def is_mark(self, place: int) -> bool:
        """Tell whether a position holds a mark that ends a stretch of words."""
        word = self.low[place]
        if word in _IN_FIGURES and 0 < place < len(self) - 1 and _is_in_word(self, place):
            return False
        if word in _HYPHENS and _is_spaced(self, place):
            return True
        return not word[0].isalnum() and word not in _INNER and not self.names[place]

    def is_comma(self, place: int) -> bool:
        """Tell whether a position holds a comma."""
        return 0 <= place < len(self) and self.low[place] in _COMMAS and self.is_mark(place)

    def is_source_noun(self, place: int) -> bool:
        """Tell whether a noun that says what a source is begins at a position."""
        return self.tokens[place].lemma in self.rules.nouns or bool(self.at(self.rules.noun_phrases, place))

    def is_capital(self, place: int) -> bool:
        """Tell whether a word has a capital, at its beginning or behind an elision ("l'Ansa")."""
        return any(part[:1].isupper() for part in self.tokens[place].text.replace("’", "'").split("'"))

    def cut(self, stretch: Stretch) -> Span:
        """Return the span of a stretch that is not empty."""
        start, end = stretch
        return hull([self.tokens[start].span, self.tokens[end - 1].span])


def _is_in_word(line: Line, place: int) -> bool:
    """Tell whether a point or comma belongs to the word before it: "1,3", "17. Mai", "डॉ. पाटने"."""
    before, mark, behind = line.tokens[place - 1 : place + 2]
    if line.low[place] == "." and (_is_letter(before.text) or _ORDINAL.fullmatch(before.text)):
        return True
    figures = before.text[-1].isdigit() and behind.text[0].isdigit()
    return figures and before.span.gap(mark.span) == mark.span.gap(behind.span) == 0


def _is_spaced(line: Line, place: int) -> bool:
    """Tell whether words stand apart from a token on both sides."""
    if not 0 < place < len(line) - 1:
        return False
    before, token, behind = (one.span for one in line.tokens[place - 1 : place + 2])
    return bool(before.gap(token) and token.gap(behind))


def _is_letter(word: str) -> bool:
    """Tell whether a word is one letter with its vowel signs, an abbreviation before a full stop ("डॉ.
    पाटने")."""
    return sum(map(str.isalpha, word)) == 1 and len(word) > 1


def _is_said(line: Line, place: int) -> bool:
    """Tell whether a mark with a form of saying behind it stands at a position: `"No", said X`."""
    if place + 1 >= len(line) or line.low[place] not in _BEFORE_CUE:
        return False
    found = line.rules.anchors.at(line.low, place + 1)
    return found is not None and found.payload.role is Role.SAY


def _holds(line: Line, found: Found[Anchor]) -> bool:
    """Tell whether an anchor stands outside quotations, with all that it needs beside it."""
    if found.payload.infinitives and not _governs(line, found.stop, found.payload.infinitives):
        return False
    outside = all(line.quoted[at] is None for at in (found.start, found.stop - 1))
    helped = not found.payload.needs_auxiliary or auxiliary(line, found) is not None
    helped = helped and (found.payload.role is not Role.TALE or _tells(line, found))
    return outside and helped and not _is_noun(line, found) and not _is_planned(line, found)


def _governs(line: Line, place: int, infinitives: Words) -> bool:
    """Tell whether one of the words stands behind a position and before the next mark: "miał | w maju
    *przyjąć* łapówkę"."""
    clause = (at for at in range(place, len(line)) if line.is_mark(at))
    return any(line.at(infinitives, at) for at in range(place, next(clause, len(line))))


def _relaying(line: Line, found: Found[Anchor]) -> Found[Anchor] | None:
    """Return the word behind a relaying cue that leads to who is relayed ("نقلت X *عن* Y أن P")."""
    for at in range(found.stop, min(len(line), found.stop + _FARTHEST_RELAYED)):
        if line.is_mark(at) or (line.at(line.rules.that, at) and at not in line.silent):
            return None
        if line.low[at] in found.payload.saying.relays:
            return Found(at, at + 1, at + 1, at + 1, Anchor(Role.CITING, Saying()))
    return None


def _is_planned(line: Line, found: Found[Anchor]) -> bool:
    """Tell whether a mood of hearsay tells a plan, and not what is past ("soll gebaut *worden sein*")."""
    plan = line.rules.planned.at(line.low, found.start)
    last = plan is not None and (plan.stop == len(line) or line.is_mark(plan.stop))
    return found.payload.role is Role.HEARSAY and last


def _is_noun(line: Line, found: Found[Anchor]) -> bool:
    """Tell whether a form of saying is a noun by its capital, where nouns have one ("der
    Beschuldigte"), or a name behind another ("Rita *Bolla*")."""
    if found.payload.role is not Role.SAY or not found.start or found.stop - found.start > 1:
        return False
    word, before = (line.tokens[at].text for at in (found.start, found.start - 1))
    named = line.rules.cased and before[:1].isupper() and not word.isupper()
    return word[:1].isupper() and (line.rules.capital_nouns or named)


def _tells(line: Line, found: Found[Anchor]) -> bool:
    """Tell whether a content follows right behind a noun, or stands before it where cues come last."""
    if found.payload.saying.bare:
        return found.stop < len(line) and not line.is_mark(found.stop)
    behind = found.stop + line.is_comma(found.stop)
    last = line.rules.surface.orders[0] is Order.SOURCE_CONTENT_CUE
    return last or (line.at(line.rules.that, behind) > 0 and line.low[behind] not in COLONS)


def auxiliary(line: Line, found: Found[Anchor]) -> int | None:
    """Return the position of the auxiliary of a participle: shortly before it, or right behind it."""
    words = line.rules.surface.auxiliaries
    for place in range(found.start - 1, max(-1, found.start - 4), -1):
        if line.low[place] in words:
            return place
        if line.is_mark(place):
            break
    return found.stop if found.stop < len(line) and line.low[found.stop] in words else None


def _mark_quotations(line: Line, text: str) -> None:
    for at, quotation in enumerate(line.quotations):
        inside = [place for place, token in enumerate(line.tokens) if quotation.span.contains(token.span)]
        inner = quotation.inner.cut(text).strip()
        name = quotation.span.cut(text)[:1] in line.rules.titles or (
            quotation.closed
            and len(BARE_WORD.findall(inner)) < SHORTEST_SPEECH
            and inner[-1:] not in _SPEECH_ENDS
            and not any(f"{mark} " in inner for mark in _SPEECH_ENDS)
            and not (inside and inside[0] and line.low[inside[0] - 1] == ":")
            and not (inside and line.at(line.rules.quoting, inside[-1] + 1))
            and not (inside and not inside[0] and _is_said(line, inside[-1] + 1))
        )
        for place in inside:
            line.quoted[place] = None if name else at
            line.names[place] = name
