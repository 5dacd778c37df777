"""Read the numbers of a sentence that count something: figures, number words, scales.

The reader walks over the pieces of the text (figures, words, signs), so that it works where no parser does.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from ondit.languages.claims import QuantityWords
from ondit.model.span import Span
from ondit.text.tokens import is_one_by_one

_SPACED = r"(?<![\d.,])\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d)"  # matches "3 000", not "2016 250" or "12 30"
_PIECE = (
    r"(?P<figure>FIGURES\d+(?:[.,\u00a0\u2009\u202f\u066b\u066c]\d+)*)"
    r"|(?P<word>[A-Za-z]{1,3}\$|[\u3041-\u30ff\u3400-\u9fff]|[\u0900-\u0963\u0971-\u097f]+"
    r"|[^\W\d_]+(?:['’.\u200c][^\W\d_]+)*)"
    r"|(?P<sign>[^\w\s])"
)
_PIECES = {
    spaced: re.compile(_PIECE.replace("FIGURES", f"{_SPACED}|" if spaced else "")) for spaced in (True, False)
}
# three kinds: "11,300" is a figure, "o'clock" and "US$" are words, "£" a sign; a space is none
_GROUPED = re.compile(
    r"\d{1,3}(?:[,. \u00a0\u2009\u202f\u066c]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}"
)  # matches 11,300, 1.500.000 and 1,20,000, not 1.5 or 2016
_YEAR = re.compile(r"(?:1[89]|20)\d\d")  # matches 2016, not 11,300 or 0216
_LAST_DAY = 31
_THOUSAND = 1000
_TIME_SIGNS = (":", "/")


class Piece(msgspec.Struct, frozen=True):
    """A figure, a word or a sign with its place in the sentence."""

    text: str
    kind: str
    span: Span

    @property
    def low(self) -> str:
        """The text in lower case, without the marks that only part letters."""
        return self.text.lower().replace("\u200c", "")


class Number(msgspec.Struct, frozen=True):
    """A number in the pieces `first` to `last`, both included. `bare` is its value without its scale."""

    value: float
    first: int
    last: int
    bare: float
    plain: bool = False
    modifier: str = ""


def pieces_of(text: str, *, spaced: bool) -> list[Piece]:
    """Cut a text into figures, words and signs; with `spaced`, a plain space parts the thousands of a
    figure."""
    found = _PIECES[spaced].finditer(text)
    return [Piece(one[0], str(one.lastgroup), Span(*one.span())) for one in found]


class Reader:
    """The pieces of one sentence and the words that give them meaning."""

    def __init__(self, pieces: Sequence[Piece], words: QuantityWords) -> None:
        self.pieces = pieces
        self.words = words

    def numbers(self) -> Iterator[Number]:
        """Yield the numbers that count something, in order."""
        place = 0
        while place < len(self.pieces):
            number = self._number(place)
            if number is None:
                place += 1
                continue
            place = number.last + 1
            if not _is_no_count(self, number):
                yield number

    def low(self, place: int) -> str:
        """Return the lower-case text of a piece, empty beyond either end."""
        return self.pieces[place].low if 0 <= place < len(self.pieces) else ""

    def touching(self, place: int) -> bool:
        """Tell whether a piece follows the one before it without a space."""
        return 0 < place < len(self.pieces) and not self.pieces[place - 1].span.gap(self.pieces[place].span)

    def _number(self, place: int) -> Number | None:
        """Return the number that begins at a place, with the lower scales that follow ("1億5000万")."""
        number = self._one(place)
        while number and number.value != number.bare and number.last + 1 < len(self.pieces):
            further = self._one(number.last + 1)
            beside = self.touching(number.last + 1) and _is_beside(self.low(number.last))
            if further is None or further.modifier or further.value >= number.value / number.bare:
                break
            if not beside and further.value == further.bare:
                break  # "3 million 200" are two numbers, "3 million 200 thousand" is one
            number = Number(number.value + further.value, number.first, further.last, number.bare)
        return number

    def _one(self, place: int) -> Number | None:
        low = self.low(place)
        if self.touching(place + 1) and (vague := self.words.vague.get(low + self.low(place + 1))):
            return Number(vague, place, place + 1, vague, modifier=low + self.low(place + 1))
        if self.pieces[place].kind == "figure":
            return self._scaled(_value(self.pieces[place].text), place, place, plain=True)
        if low in self.words.vague:
            return Number(self.words.vague[low], place, place, self.words.vague[low], modifier=low)
        if low in self.words.halves and self._scale(place + 2):
            return Number(self._scale(place + 2) / 2, place, place + 2, 0.5)
        if low in self.words.numbers:
            value, last = self._spelled(place)
            return self._scaled(value, place, last)
        if (scale := self._scale(place)) and self.low(place - 1) in ("a", "an"):
            return Number(scale, place, place, 1.0) if len(low) > 2 else None
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

    def _scaled(self, value: float, first: int, last: int, plain: bool = False) -> Number:
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
        if multiplier == _THOUSAND and plain and value >= _THOUSAND:
            value /= _THOUSAND  # "11.300 thousand" is 11.3 thousand: nobody counts millions in thousands
        if multiplier:
            return Number(value * multiplier, first, after, value)
        return Number(value, first, last, value, plain=plain)


def _value(figure: str) -> float:
    if _GROUPED.fullmatch(figure):
        return float(re.sub(r"\D", "", figure))
    return (
        float(re.sub(r"[^\d.]", "", figure.replace(",", ".").replace("\u066b", ".")))
        if figure.count(".") + figure.count(",") < 2
        else 0.0
    )


def _lowest_place(value: float) -> float:
    """Return what may still be added to a spelled number: units below its lowest filled place."""
    return 100 if value >= 100 and value % 100 == 0 else 10 if value >= 20 and value % 10 == 0 else 0


def _is_no_count(reader: Reader, number: Number) -> bool:
    """Tell whether a number is a date, a time, an age, a rank or a part of a name or an address."""
    before, after = reader.low(number.first - 1), reader.low(number.last + 1)
    if is_money(reader, number):
        return False
    if _is_in_a_name(reader, number):
        return True
    if before in reader.words.ages or _is_date(reader, number):
        return True
    if reader.touching(number.last + 1) and (
        after in reader.words.ordinals
        or (after not in reader.words.percent and after.isalpha() and not _is_beside(after))
    ):
        return True
    if reader.touching(number.first) and (
        (before.isalpha() and not _is_beside(before)) or before in ("_", "/", ":", "#", "@")
    ):
        return True
    if after in _TIME_SIGNS and reader.touching(number.last + 1) and reader.low(number.last + 2).isdigit():
        return True
    return _is_age(reader, number) or _is_year(reader, number)


def _is_beside(word: str) -> bool:
    """Tell whether a script writes its words right beside figures: Chinese, Japanese, Korean."""
    return is_one_by_one(word[0]) or "\uac00" <= word[0] <= "\ud7a3"


def _is_in_a_name(reader: Reader, number: Number) -> bool:
    """Tell whether a number word belongs to a name: it has a capital, as the word before it has."""
    spelled = reader.pieces[number.first].kind == "word" and reader.pieces[number.first].text[0].isupper()
    return spelled and number.first > 0 and reader.pieces[number.first - 1].text[0].isupper()


def _is_date(reader: Reader, number: Number) -> bool:
    """Tell whether a number is a day or an hour next to a word of the calendar ("21 May", "9 pm")."""
    beside = reader.low(number.first - 1), reader.low(number.last + 1)
    return number.value <= _LAST_DAY and any(word in reader.words.calendar for word in beside)


def _is_age(reader: Reader, number: Number) -> bool:
    compound = "-".join(
        reader.low(number.last + step) for step in (1, 3) if reader.low(number.last + 2) == "-"
    )
    dashed = (
        "-".join(reader.low(number.last + step) for step in (2, 4))
        if reader.low(number.last + 1) == "-"
        else ""
    )
    spaced = "-".join(reader.low(number.last + step) for step in (1, 2))
    return bool({compound, dashed, spaced} & reader.words.ages) or (
        number.plain
        and number.value < 120
        and reader.low(number.first - 1) == ","
        and reader.low(number.last + 1) == ","
    )


def _is_year(reader: Reader, number: Number) -> bool:
    """Tell whether four bare digits are a year: behind a word such as "in", or at no counted noun."""
    if (
        not number.plain
        or number.first != number.last
        or not _YEAR.fullmatch(reader.pieces[number.first].text)
    ):
        return False
    before, after = reader.low(number.first - 1), reader.low(number.last + 1)
    return before in reader.words.years_after or not after.isalpha() or before in reader.words.calendar


def is_money(reader: Reader, number: Number) -> bool:
    """Tell whether a currency stands before or behind a number."""
    before, after = reader.low(number.first - 1), reader.low(number.last + 1)
    return before in reader.words.currencies or after in reader.words.currencies
