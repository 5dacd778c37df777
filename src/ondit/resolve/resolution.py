"""The door: attributions learn whom they mean."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from ondit.languages import lexicon_of
from ondit.languages.lexicon import Lexicon, Quotation
from ondit.model.annotation import Annotated
from ondit.model.attribution import Attributed, Attribution, Manner
from ondit.model.reading import Resolved
from ondit.model.source import Credit, Source
from ondit.model.span import Part, Span, SpanIndex, hull, merged, text_order
from ondit.resolve.cast import Cast
from ondit.resolve.credit.find import find_credits
from ondit.resolve.figure import Figure
from ondit.resolve.identify import Identifier
from ondit.resolve.imitation import imitations
from ondit.resolve.outlets.mentions import Mention, find_mentions
from ondit.resolve.outlets.rows import Outlet
from ondit.resolve.outlets.table import outlet_table
from ondit.resolve.phrases.background import acronyms, names_in_text, persons_in_text
from ondit.resolve.phrases.folding import folded
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.reader import coordinated, read_phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import WordReader
from ondit.resolve.publisher import publisher
from ondit.text.fold import fold


class Seat(msgspec.Struct, frozen=True):
    """A place that wants a figure: `row` counts attributions, then refusals; `role` is what it is there."""

    row: int
    role: str
    phrase: Phrase


class Scene(msgspec.Struct, frozen=True):
    """An article with all that it names: `seats` are the places of its sources, `background` whom it names
    elsewhere, `mentions` the names of outlets."""

    reader: WordReader
    vocabulary: Vocabulary
    cast: Cast
    seats: tuple[Seat, ...]
    background: tuple[Phrase, ...]
    mentions: tuple[Mention, ...]


def resolve(annotated: Annotated, attributed: Attributed, *, added: tuple[Outlet, ...] = ()) -> Resolved:
    """Return the attributions and refusals of an article with their sources resolved, and its credits.

    A source that nobody has listed becomes one of its own; an attribution that names nobody keeps None.
    `added` are rows of the user's own that stand beside or in place of those of the outlets table.
    """
    scene = _scene(annotated, attributed, added)
    cast, vocabulary = scene.cast, scene.vocabulary
    identifier = Identifier(vocabulary, cast)
    bound = _bind(scene.seats, scene.background, attributed, identifier, scene.reader)
    credits = find_credits(annotated, attributed, cast, vocabulary)
    return _resolved(attributed, bound, credits, cast)


def outlets_named(
    annotated: Annotated, attributed: Attributed, *, added: tuple[Outlet, ...] = ()
) -> tuple[tuple[Span, Outlet], ...]:
    """Return the outlets that an article names, in text order, with the words of each; official bodies are in
    the table as well. A name that could be several outlets', or no outlet's, is left out."""
    scene = _scene(annotated, attributed, added)
    meant = ((one.span, scene.cast.named(one.phrase).outlet) for one in scene.mentions if one.counts)
    return tuple((span, outlet) for span, outlet in meant if outlet)


def _scene(annotated: Annotated, attributed: Attributed, added: tuple[Outlet, ...]) -> Scene:
    vocabulary = vocabulary_of(annotated.language, added)
    article = annotated.article
    reader = WordReader(annotated, lexicon_for(annotated.language))
    said = [span for one in attributed.attributions for span in (*one.source, *one.addressee)]
    mentions = find_mentions(reader, vocabulary, said)
    signed = frozenset(fold(one.phrase.name) for one in mentions if one.signed)
    cast = Cast(article, vocabulary, publisher(article, vocabulary.table), signed)
    seats = _seats(attributed, reader, vocabulary)
    background = list(names_in_text(reader, vocabulary))
    background += persons_in_text(reader, vocabulary, [seat.phrase for seat in seats])
    known = SpanIndex(
        merged(span for one in (*background, *(seat.phrase for seat in seats)) for span in one.spans)
    )
    background += [one.phrase for one in mentions if one.counts and known.at(one.span) is None]
    named = [named for seat in seats for named in _names(seat.phrase)]
    cast.meet([*named, *background], acronyms(reader, vocabulary))
    return Scene(reader, vocabulary, cast, tuple(seats), tuple(background), mentions)


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


Bound = dict[tuple[int, str], list[Figure]]


def _bind(
    seats: Sequence[Seat],
    background: Sequence[Phrase],
    attributed: Attributed,
    identifier: Identifier,
    reader: WordReader,
) -> Bound:
    """Walk the body, then the title, in reading order; give every seat its figure; a "we" last, when all
    speakers are known."""
    way: list[tuple[Phrase, Seat | None]] = [(phrase, None) for phrase in background]
    way += [(seat.phrase, seat) for seat in seats]
    way.sort(key=lambda step: (step[0].spans[0].part is Part.TITLE, *text_order(step[0].spans[0])))
    rows = {one.id: row for row, one in enumerate(attributed.attributions)}
    addressees = {seat.row: seat.phrase for seat in seats if seat.role == "addressee"}
    direct = [one for one in attributed.attributions if one.manner is Manner.DIRECT]
    quoted = SpanIndex(merged(span for one in direct for span in one.content))
    bound: Bound = {}
    way.sort(key=lambda step: step[1] is not None and step[0].form is Form.OWN)
    for phrase, seat in way:
        sentence = reader.sentence(phrase.spans[0])
        if seat is None:
            identifier.pass_by(phrase, sentence, quoted=quoted.at(phrase.spans[0]) is not None)
            continue
        speaker = _speaker(seat, attributed, rows, bound)
        told = identifier.cast.named(addressees[seat.row]) if _is_told(seat, addressees) else None
        figure = identifier.identify(phrase, sentence, speaker=speaker, told=told)
        bound.setdefault((seat.row, seat.role), []).append(figure)
    return bound


def _is_told(seat: Seat, addressees: dict[int, Phrase]) -> bool:
    """Tell whether the seat is a source that speaks to somebody named ("told *the Gazette*")."""
    return seat.role == "source" and seat.row in addressees and addressees[seat.row].form is Form.NAME


def _speaker(seat: Seat, attributed: Attributed, rows: dict[str, int], bound: Bound) -> Figure | None:
    """Return the source of the attribution that holds the seat's one, when it is known by then."""
    if seat.row >= len(attributed.attributions) or seat.role == "addressee":
        return None
    parent = attributed.attributions[seat.row].parent
    figures = bound.get((rows[parent], "source"), []) if parent in rows else []
    return figures[0] if figures else None


def _resolved(
    attributed: Attributed, bound: Bound, credits: Sequence[tuple[Credit, Figure]], cast: Cast
) -> Resolved:
    article = cast.article

    def id_of(row: int, role: str) -> str | None:
        figures = bound.get((row, role))
        return figures[0].id(article) if figures else None

    count = len(attributed.attributions)
    attributions: list[Attribution] = [
        replace(
            one,
            source_id=id_of(row, "source"),
            other_source_ids=tuple(figure.id(article) for figure in bound.get((row, "beside"), ())),
            addressee_id=id_of(row, "addressee"),
        )
        for row, one in enumerate(attributed.attributions)
    ]
    refusals = [
        replace(one, source_id=id_of(row, "source"))
        for row, one in enumerate(attributed.refusals, start=count)
    ]
    figures = [figure for some in bound.values() for figure in some] + [figure for _, figure in credits]
    own_id = cast.own.id(article) if cast.own else None
    marked = imitations(article, cast.vocabulary, own_id)
    sources = tuple(map(marked, _sources([*figures, *([cast.own] if cast.own else [])], cast)))
    return Resolved(
        attributions=tuple(attributions),
        refusals=tuple(refusals),
        sources=sources,
        credits=tuple(credit for credit, _ in credits),
        outlet=next((one for one in sources if one.id == own_id), None),
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
