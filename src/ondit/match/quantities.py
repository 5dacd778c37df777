"""Read the quantities of a sentence: values, units, modifiers, ranges. Dates, ages and ranks are none.

The reader walks over the pieces of the text (figures, words, signs), so that it works where no parser does;
a parse, where there is one, tells which noun is counted.
"""

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from ondit.languages.lexicon import QuantityWords
from ondit.model.annotation import Sentence
from ondit.model.claim import Quantity
from ondit.model.span import Span

_PIECE = re.compile(
    r"(?P<figure>\d+(?:[.,\u00a0\u202f]\d+)*)"
    r"|(?P<word>[A-Za-z]{1,3}\$|[^\W\d_]+(?:['’.][^\W\d_]+)*)"
    r"|(?P<sign>[^\w\s])"
)  # three kinds: "11,300" is a figure, "o'clock" and "US$" are words, "£" a sign; a space is none
_GROUPED = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f]\d{3})+")  # matches 11,300 and 1.500.000, not 1.5 or 2016
_YEAR = re.compile(r"(?:1[89]|20)\d\d")  # matches 2016, not 11,300 or 0216
_OPEN_BRACKETS, _CLOSE_BRACKETS = "([", ")]"
_TIME_SIGNS = (":", "/")
_LARGEST_IN_A_NAME = 1000  # figures behind a capital word, below this, mostly number a thing, not count it
_LONGEST_MODIFIER = 3  # words of the longest phrase in the lexicons


class _Piece(msgspec.Struct, frozen=True):
    text: str
    kind: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower()


class _Number(msgspec.Struct, frozen=True):
    """A number in the pieces `first` to `last`, both included. `bare` is its value without its scale."""

    value: float
    first: int
    last: int
    bare: float
    plain: bool = False
    modifier: str = ""
    currency: str = ""


def find_quantities(text: str, sentence: Sentence, words: QuantityWords) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence in text order; `text` is the text of the part it lies in.

    A conversion in brackets ("£1bn ($1.3bn)") belongs to the quantity before it and is left out. A range
    ("between one and 1.5 billion pounds") is one quantity with `upper`.
    """
    pieces = [
        _Piece(found[0], str(found.lastgroup), found.start(), found.end())
        for found in _PIECE.finditer(sentence.span.cut(text))
    ]
    reader = _Reader(pieces, words)
    read = [_unit(reader, number, sentence) for number in reader.numbers()]
    kept = _without_conversions(read, pieces)
    return tuple(_joined(kept, reader, sentence))


class _Reader:
    """The pieces of one sentence and the words that give them meaning."""

    def __init__(self, pieces: Sequence[_Piece], words: QuantityWords) -> None:
        self.pieces = pieces
        self.words = words

    def numbers(self) -> Iterator[_Number]:
        """Yield the numbers that count something, in order."""
        place = 0
        while place < len(self.pieces):
            number = self._number(place)
            if number is None:
                place += 1
                continue
            place = number.last + 1
            if not self._is_no_count(number):
                yield number

    def low(self, place: int) -> str:
        """Return the lower-case text of a piece, empty beyond either end."""
        return self.pieces[place].low if 0 <= place < len(self.pieces) else ""

    def touching(self, place: int) -> bool:
        """Tell whether a piece follows the one before it without a space."""
        return 0 < place < len(self.pieces) and self.pieces[place - 1].end == self.pieces[place].start

    def _number(self, place: int) -> _Number | None:
        low = self.low(place)
        if self.pieces[place].kind == "figure":
            return self._scaled(_value(self.pieces[place].text), place, place, plain=True)
        if low in self.words.vague:
            return _Number(self.words.vague[low], place, place, self.words.vague[low], modifier=low)
        if low in self.words.halves and self._scale(place + 2):
            return _Number(self._scale(place + 2) / 2, place, place + 2, 0.5)
        if low in self.words.numbers:
            value, last = self._spelled(place)
            return self._scaled(value, place, last)
        if (scale := self._scale(place)) and self.low(place - 1) in ("a", "an"):
            return _Number(scale, place, place, 1.0) if len(low) > 2 else None
        return None

    def _scale(self, place: int) -> float:
        low = self.low(place)
        return (
            self.words.scales.get(low)
            or self.words.hundreds.get(low)
            or self.words.collectives.get(low)
            or 0.0
        )

    def _spelled(self, place: int) -> tuple[float, int]:
        """Read number words from `place` on: their value, and the place of the last."""
        value, last = self.words.numbers[self.low(place)], place
        while True:
            following = last + 1
            if self.low(following) in ("-", self.words.joiner) and (
                value >= 100 if self.low(following) == self.words.joiner else value >= 20
            ):
                following += 1
            low = self.low(following)
            if low in self.words.hundreds and following == last + 1:
                value, last = value * self.words.hundreds[low], following
            elif 0 < self.words.numbers.get(low, 0) < _lowest_place(value):
                value, last = value + self.words.numbers[low], following
            else:
                return value, last

    def _scaled(self, value: float, first: int, last: int, plain: bool = False) -> _Number:
        """Close a number with the scale behind it: "1.5" + "billion", "1.5bn"."""
        after = last + 1
        if self.low(after) == "-" and self.low(after + 1) in self.words.scales:
            after += 1
        low = self.low(after)
        multiplier = 0.0
        if len(low) > 2 or self.touching(after):
            multiplier = self.words.scales.get(low) or self.words.collectives.get(low) or 0.0
        elif low in self.words.scales and len(low) == 2:
            multiplier = self.words.scales[low]
        if plain and low in self.words.hundreds:
            multiplier = self.words.hundreds[low]
        if multiplier:
            return _Number(value * multiplier, first, after, value)
        return _Number(value, first, last, value, plain=plain)

    def _is_no_count(self, number: _Number) -> bool:
        """Tell whether a number is a date, a time, an age, a rank or a part of a name or an address."""
        before, after = self.low(number.first - 1), self.low(number.last + 1)
        if self._is_money(number):
            return False
        if self._is_in_a_name(number):
            return True
        if before in self.words.calendar or after in self.words.calendar or before in self.words.ages:
            return True
        if self.touching(number.last + 1) and (
            after in self.words.ordinals or (after not in self.words.percent and after.isalpha())
        ):
            return True
        if self.touching(number.first) and (before.isalpha() or before in ("_", "/", ":", "#", "@")):
            return True
        if after in _TIME_SIGNS and self.touching(number.last + 1) and self.low(number.last + 2).isdigit():
            return True
        return self._is_age(number) or self._is_year(number)

    def _is_in_a_name(self, number: _Number) -> bool:
        """Tell whether a number belongs to a name: "Formula One", "Boeing 737"; "Derna 11,300" does not."""
        piece, before = self.pieces[number.first], self.pieces[number.first - 1] if number.first else None
        if before is None or not before.text[:1].isupper() or before.low in self.words.currencies:
            return False
        spelled = piece.kind == "word" and piece.text[:1].isupper()
        return spelled or (number.plain and number.value < _LARGEST_IN_A_NAME and number.first > 1)

    def _is_age(self, number: _Number) -> bool:
        compound = "-".join(
            self.low(number.last + step) for step in (1, 3) if self.low(number.last + 2) == "-"
        )
        dashed = (
            "-".join(self.low(number.last + step) for step in (2, 4))
            if self.low(number.last + 1) == "-"
            else ""
        )
        spaced = "-".join(self.low(number.last + step) for step in (1, 2))
        return bool({compound, dashed, spaced} & self.words.ages) or (
            number.plain
            and number.value < 120
            and self.low(number.first - 1) == ","
            and self.low(number.last + 1) == ","
        )

    def _is_year(self, number: _Number) -> bool:
        """Tell whether four bare digits are a year: behind a word such as "in", or at no counted noun."""
        if (
            not number.plain
            or number.first != number.last
            or not _YEAR.fullmatch(self.pieces[number.first].text)
        ):
            return False
        before, after = self.low(number.first - 1), self.low(number.last + 1)
        return before in self.words.years_after or not after.isalpha() or before in self.words.calendar

    def _is_money(self, number: _Number) -> bool:
        before, after = self.low(number.first - 1), self.low(number.last + 1)
        return before in self.words.currencies or after in self.words.currencies


def _value(figure: str) -> float:
    if _GROUPED.fullmatch(figure):
        return float(re.sub(r"\D", "", figure))
    return (
        float(re.sub(r"[^\d.]", "", figure.replace(",", ".")))
        if figure.count(".") + figure.count(",") < 2
        else 0.0
    )


def _lowest_place(value: float) -> float:
    """Return what may still be added to a spelled number: units below its lowest filled place."""
    return 100 if value >= 100 and value % 100 == 0 else 10 if value >= 20 and value % 10 == 0 else 0


def _unit(reader: _Reader, number: _Number, sentence: Sentence) -> tuple[_Number, Quantity]:
    """Give a number its unit and modifier."""
    words, first, last = reader.words, number.first, number.last
    unit = words.currencies.get(reader.low(first - 1), "")
    if unit:
        first -= 1
    elif reader.low(last + 1) in words.currencies:
        unit, last = words.currencies[reader.low(last + 1)], last + 1
    elif percent := _phrase(reader, last + 1, words.percent):
        unit, last = "%", last + percent
    modifier, count = _modifier(reader, first)
    trailing = _phrase(reader, last + 1, words.trailing)
    if trailing and not modifier:
        modifier = " ".join(reader.low(last + 1 + step) for step in range(trailing))
    if not unit:
        unit = _counted(reader, number, sentence)
        unit = words.currencies.get(unit, unit)
    span = Span(reader.pieces[first].start, reader.pieces[last].end, sentence.span.part).shifted(
        sentence.span.start
    )
    quantity = Quantity(value=number.value, unit=unit, modifier=number.modifier or modifier, span=span)
    return msgspec.structs.replace(number, first=first - count, last=last, currency=unit), quantity


def _modifier(reader: _Reader, first: int) -> tuple[str, int]:
    """Return the longest modifier that ends just before `first`, and its length in pieces."""
    for length in range(_LONGEST_MODIFIER, 0, -1):
        phrase = " ".join(reader.low(first - length + step) for step in range(length))
        if phrase in reader.words.modifiers:
            return phrase, length
    return "", 0


def _phrase(reader: _Reader, place: int, phrases: Collection[str]) -> int:
    """Return the length in pieces of the phrase that begins at `place`, 0 when none does."""
    for length in (2, 1):
        if " ".join(reader.low(place + step) for step in range(length)) in phrases:
            return length
    return 0


def _counted(reader: _Reader, number: _Number, sentence: Sentence) -> str:
    """Return the noun that a number counts, as it stands, lower case; empty when it counts none."""
    offset = sentence.span.start
    by_start = {token.span.start - offset: place for place, token in enumerate(sentence.tokens)}
    place = by_start.get(reader.pieces[number.last].start)
    if place is None or not sentence.tokens[place].pos:
        return _following_word(reader, number)
    token = sentence.tokens[place]
    head = sentence.tokens[token.head]
    if token.dep in ("nummod", "compound", "amod", "det") and head.pos in ("NOUN", "PROPN"):
        return head.text.lower()
    if token.dep in ("nummod", "quantmod", "compound") and head.pos in ("NUM", "ADJ"):
        return _head_noun(sentence, head.head)
    for other in sentence.tokens:
        if other.dep == "pobj" and sentence.tokens[other.head].head == place and other.pos == "NOUN":
            return other.text.lower() if sentence.tokens[other.head].lemma == reader.words.partitive else ""
    return ""


def _head_noun(sentence: Sentence, place: int) -> str:
    head = sentence.tokens[place]
    return head.text.lower() if head.pos == "NOUN" else ""


def _following_word(reader: _Reader, number: _Number) -> str:
    place = number.last + 1
    if reader.low(place) == reader.words.partitive:
        place += 1
    return reader.low(place) if reader.low(place).isalpha() else ""


def _without_conversions(
    read: Sequence[tuple[_Number, Quantity]], pieces: Sequence[_Piece]
) -> list[tuple[_Number, Quantity]]:
    """Drop amounts of money in brackets that follow an amount of money."""
    kept: list[tuple[_Number, Quantity]] = []
    for number, quantity in read:
        bracketed = _in_brackets(number.first, pieces)
        if bracketed and kept and _is_code(quantity.unit) and _is_code(kept[-1][1].unit):
            continue
        kept.append((number, quantity))
    return kept


def _is_code(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _in_brackets(place: int, pieces: Sequence[_Piece]) -> bool:
    before = [piece.text for piece in pieces[:place]]
    return sum(before.count(sign) for sign in _OPEN_BRACKETS) > sum(
        before.count(sign) for sign in _CLOSE_BRACKETS
    )


def _joined(
    read: Sequence[tuple[_Number, Quantity]], reader: _Reader, sentence: Sentence
) -> Iterator[Quantity]:
    """Join two quantities that a word makes a range."""
    waiting: tuple[_Number, Quantity] | None = None
    for number, quantity in read:
        if waiting is None:
            waiting = number, quantity
            continue
        if _is_range(waiting, (number, quantity), reader):
            yield _range(waiting, (number, quantity))
            waiting = None
        else:
            yield waiting[1]
            waiting = number, quantity
    if waiting:
        yield waiting[1]


def _is_range(low: tuple[_Number, Quantity], high: tuple[_Number, Quantity], reader: _Reader) -> bool:
    (first, lower), (second, upper) = low, high
    between = [reader.low(place) for place in range(first.last + 1, second.first)]
    plain = _outside_brackets(between)
    if len(plain) != 1 or plain[0] not in reader.words.linking:
        return False
    same_unit = lower.unit == upper.unit or not lower.unit or not upper.unit
    opened = reader.low(first.first - 1) in reader.words.opening
    is_dash = not plain[0].isalpha()
    if not same_unit or not (opened or is_dash or not lower.unit or lower.unit == upper.unit):
        return False
    if plain[0] == reader.words.joiner and not opened:
        return False
    return min(first.bare, lower.value) <= upper.value


def _outside_brackets(between: Sequence[str]) -> list[str]:
    depth, plain = 0, []
    for text in between:
        depth += text in _OPEN_BRACKETS
        if not depth:
            plain.append(text)
        depth -= text in _CLOSE_BRACKETS
    return plain


def _range(low: tuple[_Number, Quantity], high: tuple[_Number, Quantity]) -> Quantity:
    """Make one quantity of two. The lower end takes scale and unit from the upper where it has none."""
    (first, lower), (second, upper) = low, high
    value = lower.value
    if first.value == first.bare and second.value != second.bare and first.value <= second.bare:
        value = first.value * second.value / second.bare
    return msgspec.structs.replace(
        lower,
        value=value,
        upper=upper.value,
        unit=upper.unit or lower.unit,
        modifier=lower.modifier or upper.modifier,
        span=Span(lower.span.start, upper.span.end, lower.span.part),
    )
