"""The door: attributions learn whom they mean."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from ondit.languages import lexicon_of
from ondit.languages.lexicon import Lexicon, Quotation
from ondit.model.annotation import Annotated
from ondit.model.article import Article
from ondit.model.attribution import Attributed, Attribution, Manner, Polarity
from ondit.model.reading import Resolved
from ondit.model.source import Credit, Source, SourceKind
from ondit.model.span import Part, Span, SpanIndex, hull, merged, text_order
from ondit.resolve.cast import Cast
from ondit.resolve.credit.find import find_credits
from ondit.resolve.figure import Figure
from ondit.resolve.outlets.table import outlet_table
from ondit.resolve.phrases.background import acronyms, described_in_text, names_in_text
from ondit.resolve.phrases.folding import folded
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.reader import coordinated, read_phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import WordReader
from ondit.resolve.publisher import publisher
from ondit.resolve.reference.identify import Identifier, Meant
from ondit.resolve.reference.naming import Coming
from ondit.resolve.reference.place import Setting


class Seat(msgspec.Struct, frozen=True):
    """A place that wants a figure: `row` counts attributions, then refusals; `role` is what it is there."""

    row: int
    role: str
    phrase: Phrase


def resolve(annotated: Annotated, attributed: Attributed) -> Resolved:
    """Return the attributions and refusals of an article with their sources resolved, and its credits.

    A source that nobody has listed becomes one of its own; an attribution that names nobody keeps None.
    """
    vocabulary = _vocabulary(annotated.language)
    article = annotated.article
    reader = WordReader(annotated, _lexicon(annotated.language))
    own = publisher(article, vocabulary.table)
    cast = Cast(article, vocabulary, own)
    seats = _seats(attributed, reader, vocabulary)
    background = list(names_in_text(reader, vocabulary))
    background += described_in_text(reader, vocabulary, [seat.phrase for seat in seats])
    named = [named for seat in seats for named in _names(seat.phrase)]
    cast.meet([*named, *background], acronyms(reader, vocabulary))
    identifier = Identifier(
        vocabulary, cast, _coming(background, seats, cast, reader), _first_of_body(reader)
    )
    bound = Walk(attributed, reader, identifier).take(seats, background)
    credits = find_credits(annotated, attributed, cast, vocabulary)
    return _resolved(attributed, bound, credits, cast)


@lru_cache(maxsize=64)
def _vocabulary(language: str) -> Vocabulary:
    return Vocabulary(_lexicon(language), outlet_table())


@lru_cache(maxsize=64)
def _lexicon(language: str) -> Lexicon:
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


Bound = dict[tuple[int, str], list[Meant]]


class Walk:
    """One walk through an article in reading order, which gives every seat whom it means."""

    def __init__(self, attributed: Attributed, reader: WordReader, identifier: Identifier) -> None:
        self.attributions = attributed.attributions
        self.reader = reader
        self.identifier = identifier
        self.bound: Bound = {}
        self._rows = {one.id: row for row, one in enumerate(attributed.attributions)}
        direct = (one for one in attributed.attributions if one.manner is Manner.DIRECT)
        self._quoted = SpanIndex(merged(span for one in direct for span in one.content))

    def take(self, seats: Sequence[Seat], background: Sequence[Phrase]) -> Bound:
        """Walk the body, then the title; what stands in quoted words after whoever speaks them; a "we" last,
        when all speakers are known."""
        way: list[tuple[Phrase, Seat | None]] = [(phrase, None) for phrase in background]
        way += [(seat.phrase, seat) for seat in seats]
        places = {seat.row: seat.phrase.spans[0] for seat in reversed(seats) if seat.role == "source"}
        addressees = {seat.row: seat.phrase for seat in seats if seat.role == "addressee"}
        way.sort(key=lambda step: self._order(step, places))
        for phrase, seat in way:
            if seat is None:
                self.identifier.pass_by(phrase, self._setting(phrase))
                continue
            told = addressees.get(seat.row) if seat.role == "source" else None
            setting = self._setting(phrase, seat, told if told and told.form is Form.NAME else None)
            meant = self.identifier.identify(phrase, setting)
            held = self.bound.setdefault((seat.row, seat.role), [])
            held.append(meant)
            if seat.role == "beside":
                both = [*self.bound.get((seat.row, "source"), ()), *held]
                self.identifier.side_by_side([one.figure for one in both], phrase, setting)
        return self.bound

    def _order(
        self, step: tuple[Phrase, Seat | None], places: dict[int, Span]
    ) -> tuple[bool, bool, tuple[object, ...]]:
        phrase, seat = step
        place = phrase.spans[0]
        row = self._parent(seat)
        if row is not None and self.attributions[row].manner is Manner.DIRECT:
            place = max(place, places.get(row, place), key=text_order)
        own = seat is not None and phrase.form is Form.OWN
        return own, place.part is Part.TITLE, text_order(place)

    def _parent(self, seat: Seat | None) -> int | None:
        """Return the row of the attribution that holds a seat's one."""
        if seat is None or seat.row >= len(self.attributions) or seat.role == "addressee":
            return None
        return self._rows.get(self.attributions[seat.row].parent or "")

    def _setting(self, phrase: Phrase, seat: Seat | None = None, told: Phrase | None = None) -> Setting:
        parent = self._parent(seat)
        speakers = self.bound.get((parent, "source"), []) if parent is not None else []
        says = None
        if seat is not None and seat.role != "addressee" and seat.row < len(self.attributions):
            says = self.attributions[seat.row]
        return Setting(
            sentence=self.reader.sentence(phrase.spans[0]),
            quotation=self._quoted.at(phrase.spans[0]),
            is_subject=self.reader.grammar.is_subject(phrase.spans),
            speaker=speakers[0].figure if speakers else None,
            told=self.identifier.cast.named(told) if told else None,
            adding=says is not None
            and self.reader.grammar.holds_lemma(says.cue, self.identifier.vocabulary.reference.adding),
            denying=says is not None and says.polarity is Polarity.NEGATIVE,
        )


def _first_of_body(reader: WordReader) -> int:
    """Return the position of the body's first sentence."""
    spans = reader.sentences.spans
    return next((at for at, span in enumerate(spans) if span.part is Part.BODY), 0)


def _coming(
    background: Sequence[Phrase], seats: Sequence[Seat], cast: Cast, reader: WordReader
) -> list[Coming]:
    """Return the names of persons in the body, in reading order."""
    phrases = [(phrase, False) for phrase in background]
    phrases += [(seat.phrase, seat.role != "addressee") for seat in seats]
    named = sorted(
        (
            (phrase, is_source)
            for phrase, is_source in phrases
            if phrase.form is Form.NAME and phrase.spans[0].part is Part.BODY
        ),
        key=lambda one: text_order(one[0].spans[0]),
    )
    coming = (
        Coming(
            phrase=phrase,
            figure=cast.named(phrase),
            sentence=reader.sentence(phrase.spans[0]),
            is_source=is_source,
        )
        for phrase, is_source in named
    )
    return [one for one in coming if one.figure.kind is SourceKind.PERSON]


def _resolved(
    attributed: Attributed, bound: Bound, credits: Sequence[tuple[Credit, Figure]], cast: Cast
) -> Resolved:
    article = cast.article
    count = len(attributed.attributions)
    refusals = []
    for row, one in enumerate(attributed.refusals, start=count):
        meant = bound.get((row, "source"))
        refusals.append(replace(one, source_id=meant[0].figure.id(article) if meant else None))
    figures = [figure for some in bound.values() for meant in some for figure in meant.figures]
    figures += [figure for _, figure in credits]
    return Resolved(
        attributions=tuple(
            _with_source(one, row, bound, article) for row, one in enumerate(attributed.attributions)
        ),
        refusals=tuple(refusals),
        sources=_sources([*figures, *([cast.own] if cast.own else [])], cast),
        credits=tuple(credit for credit, _ in credits),
        outlet=cast.own.source(article) if cast.own else None,
    )


def _with_source(one: Attribution, row: int, bound: Bound, article: Article) -> Attribution:
    told = bound.get((row, "addressee"))
    one = replace(one, addressee_id=told[0].figure.id(article) if told else None)
    source = bound.get((row, "source"))
    if not source:
        return one
    beside = bound.get((row, "beside"), [])
    figures = [*source[0].figures, *(figure for meant in beside for figure in meant.figures)]
    return replace(
        one,
        source_id=figures[0].id(article),
        other_source_ids=tuple(figure.id(article) for figure in figures[1:]),
        source_grade=source[0].grade,
        source_why=source[0].why,
    )


def _sources(figures: Iterable[Figure], cast: Cast) -> tuple[Source, ...]:
    """Return the records of all figures and of those they speak for or come through, each once."""
    open_, seen = list(figures), dict[str, Source]()
    while open_:
        figure = open_.pop(0)
        source = figure.source(cast.article)
        if source.id not in seen:
            seen[source.id] = source
            open_ += [one for one in (figure.speaks_for, figure.via) if one]
    return tuple(seen.values())
