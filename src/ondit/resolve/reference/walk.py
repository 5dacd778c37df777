"""The walk through an article in reading order that gives every source whom it means."""

from collections.abc import Sequence

from ondit.model.article import Article
from ondit.model.attribution import Attributed, Manner, Polarity
from ondit.model.source import SourceKind
from ondit.model.span import Part, Span, SpanIndex, merged, text_order
from ondit.resolve.cast import Cast
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.words import WordReader
from ondit.resolve.reference.identify import Identifier, Meant
from ondit.resolve.reference.naming import Coming
from ondit.resolve.reference.place import Setting
from ondit.resolve.scene import Scene, Seat

Bound = dict[tuple[int, str], list[Meant]]


def walked(scene: Scene, attributed: Attributed) -> Bound:
    """Return whom the sources of an article mean, by the row of the attribution (refusals behind them) and
    the role in it."""
    names = _coming(scene.background, scene.seats, scene.cast, scene.reader)
    identifier = Identifier(scene.vocabulary, scene.cast, names, _first_of_body(scene.reader))
    return Walk(attributed, scene.reader, identifier).take(scene.seats, scene.background)


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
        last: Phrase | None = None
        for phrase, seat in way:
            if seat is None:
                self.identifier.pass_by(phrase, self._setting(phrase))
                self._join(last, phrase)
                last = phrase
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

    def _join(self, last: Phrase | None, phrase: Phrase) -> None:
        """Note two names that the text joins ("*Ada Quist and Olof Brand* met")."""
        if last is None or last.form is not Form.NAME or phrase.form is not Form.NAME:
            return
        between = between_words(self.reader.article, last.spans[-1], phrase.spans[0])
        if between in self.identifier.vocabulary.says.conjunctions:
            figures = [self.identifier.cast.named(one) for one in (last, phrase)]
            if figures[0].kind is not figures[1].kind or figures[0].kind is SourceKind.ORGANISATION:
                return
            self.identifier.side_by_side(figures, phrase, self._setting(phrase), is_source=False)

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
            listens=seat is not None and seat.role == "addressee",
            told=self.identifier.cast.named(told) if told else None,
            adding=says is not None
            and self.reader.grammar.holds_lemma(says.cue, self.identifier.vocabulary.reference.adding),
            denying=says is not None and says.polarity is Polarity.NEGATIVE,
        )


def between_words(article: Article, one: Span, other: Span) -> str:
    """Return what stands between two places of one part, without blanks; "" for places of two parts."""
    if one.part is not other.part or not one.precedes(other):
        return ""
    return article.part(one.part)[one.end : other.start].strip()


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
