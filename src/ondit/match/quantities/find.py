"""Read the quantities of a sentence: values, units, modifiers, ranges. Dates, ages and ranks are none."""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from ondit.languages.claims import QuantityWords
from ondit.match.quantities.figures import Number, Piece, Reader, is_money, pieces_of
from ondit.model.annotation import Sentence
from ondit.model.claim import Quantity
from ondit.model.span import Span

_OPEN_BRACKETS, _CLOSE_BRACKETS = "([", ")]"
_LONGEST_MODIFIER = 3  # words of the longest phrase in the lexicons
_LARGEST_IN_A_NAME = 1000  # a larger figure counts, whatever stands before it
_NOUNS = frozenset({"NOUN", "PROPN"})
_COUNTING = frozenset({"nummod", "compound", "amod", "det", "quantmod"})


def find_quantities(text: str, sentence: Sentence, words: QuantityWords) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence in text order; `text` is the text of the part it lies in.

    A conversion in brackets ("£1bn ($1.3bn)") belongs to the quantity before it and is left out. A range
    ("between one and 1.5 billion pounds") is one quantity with `upper`.
    """
    reader = Reader(pieces_of(sentence.span.cut(text), spaced=words.spaced), words)
    read = []
    for number in reader.numbers():
        tokens = _tokens(reader, number, sentence)
        if not _names_a_thing(reader, number, sentence, tokens):
            read.append(_unit(reader, number, sentence, tokens))
    kept = _without_conversions(read, reader.pieces)
    return tuple(_joined(kept, reader, sentence))


def _unit(
    reader: Reader, number: Number, sentence: Sentence, tokens: Sequence[int]
) -> tuple[Number, Quantity]:
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
        unit = _counted(reader, number, sentence, tokens)
        unit = words.currencies.get(unit, unit)
    span = Span(reader.pieces[first].span.start, reader.pieces[last].span.end, sentence.span.part).shifted(
        sentence.span.start
    )
    quantity = Quantity(value=number.value, unit=unit, modifier=number.modifier or modifier, span=span)
    return msgspec.structs.replace(number, first=first - count, last=last), quantity


def _modifier(reader: Reader, first: int) -> tuple[str, int]:
    """Return the longest modifier that ends just before `first`, and its length in pieces."""
    for length in range(_LONGEST_MODIFIER, 0, -1):
        phrase = " ".join(reader.low(first - length + step) for step in range(length))
        if phrase in reader.words.modifiers:
            return phrase, length
    return "", 0


def _phrase(reader: Reader, place: int, phrases: Collection[str]) -> int:
    """Return the length in pieces of the phrase that begins at `place`, 0 when none does."""
    for length in (2, 1):
        if " ".join(reader.low(place + step) for step in range(length)) in phrases:
            return length
    return 0


def _tokens(reader: Reader, number: Number, sentence: Sentence) -> tuple[int, ...]:
    """Return the positions of a number's tokens; none where no parser read the sentence."""
    pieces = reader.pieces[number.first : number.last + 1]
    starts = {piece.span.start + sentence.span.start for piece in pieces}
    return tuple(at for at, token in enumerate(sentence.tokens) if token.pos and token.span.start in starts)


def _names_a_thing(reader: Reader, number: Number, sentence: Sentence, tokens: Sequence[int]) -> bool:
    """Tell whether a figure numbers the thing before it ("Terminal 4") instead of counting what follows."""
    if not number.plain or number.value >= _LARGEST_IN_A_NAME or is_money(reader, number):
        return False
    if tokens:
        token = sentence.tokens[tokens[0]]
        named = token.dep == "nummod" and token.head == tokens[0] - 1
        return named and reader.low(number.first - 1) not in reader.words.calendar
    before = reader.pieces[number.first - 1].text if number.first else ""
    return before[:1].isupper() and not _following_word(reader, number)


def _counted(reader: Reader, number: Number, sentence: Sentence, tokens: Sequence[int]) -> str:
    """Return the noun that a number counts, as it stands, lower case; empty when it counts none."""
    if not tokens:
        return _following_word(reader, number)
    for at in tokens:
        token = sentence.tokens[at]
        head = sentence.tokens[token.head]
        if token.head in tokens or token.dep not in _COUNTING:
            continue
        if token.head < at:
            return _next_noun(sentence, tokens[-1])
        if head.pos not in _NOUNS:
            head = sentence.tokens[head.head]
        return head.text.lower() if head.pos in _NOUNS else ""
    for token in sentence.tokens:
        link = sentence.tokens[token.head]
        if token.dep == "pobj" and link.head in tokens and link.lemma == reader.words.partitive:
            return token.text.lower() if token.pos in _NOUNS else ""
    return ""


def _next_noun(sentence: Sentence, last: int) -> str:
    """Return the noun that follows behind adjectives alone, where the parser hung a number elsewhere."""
    for token in sentence.tokens[last + 1 :]:
        if token.pos in _NOUNS:
            return token.text.lower()
        if token.pos != "ADJ":
            return ""
    return ""


def _following_word(reader: Reader, number: Number) -> str:
    place = number.last + 1
    if reader.low(place) == reader.words.partitive:
        place += 1
    return reader.low(place) if reader.low(place).isalpha() else ""


def _without_conversions(
    read: Sequence[tuple[Number, Quantity]], pieces: Sequence[Piece]
) -> list[tuple[Number, Quantity]]:
    """Drop amounts of money in brackets that follow an amount of money."""
    kept: list[tuple[Number, Quantity]] = []
    for number, quantity in read:
        bracketed = _in_brackets(number.first, pieces)
        if bracketed and kept and _is_code(quantity.unit) and _is_code(kept[-1][1].unit):
            continue
        kept.append((number, quantity))
    return kept


def _is_code(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _in_brackets(place: int, pieces: Sequence[Piece]) -> bool:
    before = [piece.text for piece in pieces[:place]]
    return sum(before.count(sign) for sign in _OPEN_BRACKETS) > sum(
        before.count(sign) for sign in _CLOSE_BRACKETS
    )


def _joined(
    read: Sequence[tuple[Number, Quantity]], reader: Reader, sentence: Sentence
) -> Iterator[Quantity]:
    """Join two quantities that a word makes a range."""
    waiting: tuple[Number, Quantity] | None = None
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


def _is_range(low: tuple[Number, Quantity], high: tuple[Number, Quantity], reader: Reader) -> bool:
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


def _range(low: tuple[Number, Quantity], high: tuple[Number, Quantity]) -> Quantity:
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
