"""An article with all that it names, before anybody is told whom a phrase means."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from ondit.languages import lexicon_of
from ondit.languages.lexicon import Lexicon, Quotation
from ondit.model.annotation import Annotated
from ondit.model.attribution import Attributed
from ondit.model.source import SourceKind
from ondit.model.span import Span, SpanIndex, hull, merged
from ondit.resolve.cast import Cast
from ondit.resolve.outlets.mentions import Mention, find_mentions
from ondit.resolve.outlets.rows import Outlet
from ondit.resolve.outlets.table import outlet_table
from ondit.resolve.phrases.background import acronyms, described_in_text, names_in_text
from ondit.resolve.phrases.folding import folded
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.reader import coordinated, read_phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import WordReader
from ondit.resolve.publisher import publisher
from ondit.resolve.talks import with_talks
from ondit.text.fold import fold


class Seat(msgspec.Struct, frozen=True):
    """A place that wants a figure: `row` counts attributions, then refusals; `role` is what it is there."""

    row: int
    role: str
    phrase: Phrase


class Scene(msgspec.Struct, frozen=True):
    """An article with all that it names: `seats` are the places of its sources, `background` whom it names
    elsewhere, `mentions` the names of outlets, `attributed` what was found, with the outlets of talks."""

    reader: WordReader
    vocabulary: Vocabulary
    cast: Cast
    seats: tuple[Seat, ...]
    background: tuple[Phrase, ...]
    mentions: tuple[Mention, ...]
    attributed: Attributed


def scene_of(annotated: Annotated, attributed: Attributed, added: tuple[Outlet, ...]) -> Scene:
    """Return the scene of an article; `added` are rows of the user's own beside those of the table."""
    vocabulary = vocabulary_of(annotated.language, added)
    article = annotated.article
    reader = WordReader(annotated, lexicon_for(annotated.language))
    said = [span for one in attributed.attributions for span in (*one.source, *one.addressee)]
    mentions = find_mentions(reader, vocabulary, said)
    attributed = with_talks(attributed, mentions, reader, vocabulary)
    signed = frozenset(fold(one.phrase.name) for one in mentions if one.signed)
    cast = Cast(article, vocabulary, publisher(article, vocabulary.table), signed)
    seats = _seats(attributed, reader, vocabulary)
    background = list(names_in_text(reader, vocabulary))
    seats = _with_names(seats, background)
    background += described_in_text(reader, vocabulary, [*background, *(seat.phrase for seat in seats)])
    known = SpanIndex(
        merged(span for one in (*background, *(seat.phrase for seat in seats)) for span in one.spans)
    )
    background += [one.phrase for one in mentions if one.counts and known.at(one.span) is None]
    named = [named for seat in seats for named in _names(seat.phrase)]
    cast.meet([*named, *background], acronyms(reader, vocabulary))
    return Scene(reader, vocabulary, cast, tuple(seats), tuple(background), mentions, attributed)


@lru_cache(maxsize=64)
def vocabulary_of(language: str, added: tuple[Outlet, ...] = ()) -> Vocabulary:
    """Return the words of a language with the outlets table, the user's rows in it."""
    return Vocabulary(lexicon_for(language), outlet_table(added))


@lru_cache(maxsize=64)
def lexicon_for(language: str) -> Lexicon:
    """Return the lexicon of a language, an empty one where we have none: names, outlets and credits of known
    form are then still found."""
    known = lexicon_of(language)
    if known:
        return folded(known)
    return Lexicon(language=language, origin="none", quotation=Quotation(marks={}))


def _seats(attributed: Attributed, reader: WordReader, vocabulary: Vocabulary) -> list[Seat]:
    wanted: list[tuple[int, str, Sequence[Span]]] = []
    for row, attribution in enumerate(attributed.attributions):
        wanted.append((row, "source", attribution.source))
        wanted.append((row, "addressee", attribution.addressee))
    for row, refusal in enumerate(attributed.refusals, start=len(attributed.attributions)):
        wanted.append((row, "source", refusal.source))
    seats: list[Seat] = []
    for row, role, spans in wanted:
        for place, words in enumerate(coordinated(reader.words(spans), vocabulary)):
            phrase = read_phrase(words, vocabulary)
            if phrase:
                beside = "beside" if place and role == "source" else role
                seats.append(Seat(row, beside, _in_words(phrase, spans, reader)))
    return seats


def _with_names(seats: Sequence[Seat], names: Sequence[Phrase]) -> list[Seat]:
    """Return the seats, a short form that a name follows read with it ("*the news agency* Norpress"); an
    unnamed source has no name, whatever stands behind it ("the source told Norpress" in a script without
    capitals)."""
    by_place = {hull(one.spans): one for one in names if len({span.part for span in one.spans}) == 1}
    longest = SpanIndex(merged(by_place))
    result: list[Seat] = []
    for seat in seats:
        last = seat.phrase.spans[-1]
        can_follow = seat.phrase.form is Form.SHORT and seat.phrase.kind is not SourceKind.UNNAMED
        at = longest.at(last) if can_follow else None
        name = by_place.get(longest.spans[at]) if at is not None else None
        goes_on = name is not None and not last.contains(name.spans[-1])
        named = replace(name, text=seat.phrase.text, spans=seat.phrase.spans) if name and goes_on else None
        result.append(Seat(seat.row, seat.role, named or seat.phrase))
    return result


def _in_words(phrase: Phrase, spans: Sequence[Span], reader: WordReader) -> Phrase:
    """Return the phrase with the exact words and spans of the attribution's source."""
    held = ([word for word in phrase.spans if span.contains(word)] for span in spans)
    inside = [hull(words) for words in held if words]
    text = " ".join(reader.article.cut(span) for span in inside)
    return replace(phrase, text=" ".join(text.split()), spans=tuple(inside))


def _names(phrase: Phrase) -> Iterable[Phrase]:
    if phrase.form is Form.NAME:
        yield phrase
    if phrase.belongs:
        yield from _names(phrase.belongs)
