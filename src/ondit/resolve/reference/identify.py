"""Who is meant by each phrase of an article, in reading order."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from ondit.model.source import Grade, SourceKind
from ondit.model.span import Part, hull
from ondit.resolve.cast import Cast
from ondit.resolve.figure import Figure, of_description, of_post
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.reference.antecedent import BESIDE, CLOSE, Trail
from ondit.resolve.reference.belonging import belongs_to, is_mouthpiece, is_officer, is_reporter
from ondit.resolve.reference.described import Described
from ondit.resolve.reference.fitting import fits_kind
from ondit.resolve.reference.naming import LEDE, Coming, named_later
from ondit.resolve.reference.place import Found, Setting, Step
from ondit.text.fold import fold

_DISTANCES = ("the same sentence", "one sentence earlier", "two sentences earlier", "three sentences earlier")


class Meant(msgspec.Struct, frozen=True):
    """Whom a phrase means, how sure that is, and why in words; `why` is empty where it is called by name."""

    figures: tuple[Figure, ...]
    grade: Grade = Grade.CERTAIN
    why: str = ""

    @property
    def figure(self) -> Figure:
        """The first of its figures."""
        return self.figures[0]


class Identifier:
    """Binds phrases to figures; remembers what it has seen of the article so far."""

    def __init__(
        self, vocabulary: Vocabulary, cast: Cast, names: Sequence[Coming] = (), lede: int = 0
    ) -> None:
        """`names` are the names of persons in the body, in reading order; `lede` is its first sentence."""
        self.vocabulary = vocabulary
        self.cast = cast
        self.names = names
        self.lede = lede
        self.trail = Trail(vocabulary)
        self.described = Described(vocabulary)

    def pass_by(self, phrase: Phrase, setting: Setting) -> None:
        """Note somebody whom the text mentions without making it a source."""
        beside = _apposed(phrase, setting, self.trail)
        meant = Meant((beside,)) if beside else self._meant(phrase, setting)
        if phrase.form in {Form.NAME, Form.DESCRIPTION}:
            meant.figure.learn(phrase)
        self.trail.add(_step(meant.figures, phrase, setting, is_source=False))

    def identify(self, phrase: Phrase, setting: Setting) -> Meant:
        """Return who is meant by the source phrase of an attribution."""
        own_words = phrase.form is Form.OWN
        meant = self._own(phrase, setting) if own_words else self._meant(phrase, setting)
        figure = meant.figure
        figure.take(phrase)
        for other in meant.figures[1:]:
            other.mentions.update(dict.fromkeys(phrase.spans))
        if meant.why and phrase.form is not Form.NAME:
            figure.reasons[meant.why] = None
        if figure.kind is SourceKind.PERSON and not figure.speaks_for and is_officer(phrase, self.vocabulary):
            figure.speaks_for = belongs_to(phrase, setting, self.cast, self.trail)
        if not own_words:
            self.trail.add(_step(meant.figures, phrase, setting, is_source=not setting.listens))
        if phrase.belongs and phrase.belongs.form is Form.NAME and phrase.belongs.name:
            body = self.cast.named(phrase.belongs)
            aside = replace(setting, is_subject=False)
            self.trail.add(_step((body,), phrase, aside, is_source=False))
        return meant

    def side_by_side(
        self, figures: Sequence[Figure], phrase: Phrase, setting: Setting, *, is_source: bool = True
    ) -> None:
        """Note that some figures were named side by side, so that "both" can come back to them."""
        self.trail.add(_step(tuple(figures), phrase, setting, is_source=is_source))

    def _meant(self, phrase: Phrase, setting: Setting) -> Meant:
        if phrase.form is Form.NAME:
            return self._named(phrase)
        if phrase.form is Form.OFFICE:
            return self._post(phrase, setting)
        of_outlet = phrase.belongs is not None and bool(phrase.belongs.outlets)
        mouth = is_mouthpiece(phrase, self.vocabulary)
        told = setting.listens and phrase.kind is SourceKind.OUTLET and phrase.text.isalpha()
        points_back = phrase.form in {Form.PRONOUN, Form.SHORT} or (told and phrase.form is Form.DESCRIPTION)
        again = None if points_back else _again(phrase, setting, self.trail)
        if again:
            return self._bound(again, phrase, setting)
        if points_back and not of_outlet and not (phrase.belongs and mouth):
            found = self.trail.antecedent(phrase, setting)
            if found:
                return self._bound(found, phrase, setting)
            if setting.listens and self.cast.own and fits_kind(phrase, self.cast.own, self.vocabulary):
                why = "told to no other outlet of this page"
                return Meant((self.cast.own,), Grade.LIKELY, _why(phrase, self.cast.own, why))
        if is_reporter(phrase, self.vocabulary):
            outlet = belongs_to(phrase, setting, self.cast, self.trail)
            if outlet:
                return Meant((outlet,), Grade.CERTAIN, _why(phrase, outlet, "reports for it"))
        body = belongs_to(phrase, setting, self.cast, self.trail) if mouth else None
        meant = self._unnamed(phrase, setting, body)
        if (
            body
            and meant.figure.kind in {SourceKind.UNNAMED, SourceKind.DOCUMENT}
            and body is not meant.figure
        ):
            meant.figure.speaks_for = meant.figure.speaks_for or body
        return meant

    def _bound(self, found: Found, phrase: Phrase, setting: Setting) -> Meant:
        """Return what was found, with the reason; a guessed kind and an untold gender are known by now."""
        why = _why_bound(found, phrase, setting, self.trail.last_mention(found.figure, phrase.spans[0]))
        figure = found.figure
        if len(found.figures) == 1:
            figure.gender = figure.gender or phrase.gender
            if not figure.sure and figure.outlet is None:
                _settle(figure, phrase, self.vocabulary)
        return Meant(found.figures, found.grade, why)

    def _named(self, phrase: Phrase) -> Meant:
        figure = self.cast.named(phrase)
        bearers = self.cast.persons.bearers(phrase)
        if len(bearers) > 1:
            last = [self.trail.last_mention(one, phrase.spans[0]) for one in bearers]
            met = sorted((one for one in last if one), key=lambda one: -one.sentence)
            if met:
                figure = met[0].figure
            close = len(met) > 1 and met[0].sentence - met[1].sentence <= CLOSE
            reason = f"the one of {len(bearers)} of that name who was mentioned last"
            return Meant((figure,), Grade.OPEN if close else Grade.LIKELY, _why(phrase, figure, reason))
        if fold(figure.name) == fold(phrase.name):
            return Meant((figure,))
        return Meant((figure,), Grade.CERTAIN, _why(phrase, figure, "another form of the name"))

    def _own(self, phrase: Phrase, setting: Setting) -> Meant:
        """Return the speaker for a "we" in somebody's words, else the outlet."""
        if phrase.head in self.vocabulary.says.own_voice and setting.speaker:
            return Meant((setting.speaker,), Grade.LIKELY, _why(phrase, setting.speaker, "who is speaking"))
        if self.cast.own:
            return Meant((self.cast.own,), Grade.CERTAIN, _why(phrase, self.cast.own, "whose page this is"))
        return Meant((self.described.new(of_description(phrase)),), Grade.OPEN)

    def _post(self, phrase: Phrase, setting: Setting) -> Meant:
        """Return who holds a post: a person of the article whose post it is, else the post itself."""
        for figure in self.cast.figures:
            apart = phrase.countries and figure.countries and not phrase.countries & figure.countries
            apart = apart or bool(phrase.hints - figure.content - set(fold(figure.name).split()))
            if figure.kind is SourceKind.PERSON and phrase.head in figure.nouns and not apart:
                return self._bound(Found((figure,), Grade.CERTAIN), phrase, setting)
        later = self._later(phrase, setting)
        if later:
            return Meant((later,), Grade.LIKELY, _why(phrase, later, "named right after"))
        post = of_post(phrase)
        return Meant((self.described.new(post),))

    def _later(self, phrase: Phrase, setting: Setting) -> Figure | None:
        in_lede = setting.sentence - self.lede < LEDE
        return named_later(phrase, setting.sentence, self.names, self.vocabulary, in_lede=in_lede)

    def _unnamed(self, phrase: Phrase, setting: Setting, body: Figure | None) -> Meant:
        via = None if body else self._via(phrase, setting)
        told_us = setting.told is not None and setting.told is self.cast.own
        known = self.described.known(phrase, via, body, told_us=told_us)
        if known is None and via and phrase.head in self.vocabulary.nouns.source and phrase.definite:
            known = self.described.source_of(via)
        if known:
            known.via = known.via or via
            if fold(known.name) == fold(phrase.text):
                return Meant((known,))
            return self._bound(Found((known,), Grade.CERTAIN), phrase, setting)
        later = self._later(phrase, setting)
        if later:
            return Meant((later,), Grade.LIKELY, _why(phrase, later, "named right after"))
        title = phrase.spans[0].part is Part.TITLE
        if title and not phrase.introduces and (found := self.trail.antecedent(phrase, setting)):
            return self._bound(found, phrase, setting)
        figure = self.described.new(of_description(phrase))
        figure.via, figure.told_us = via, told_us
        unbound = phrase.form in {Form.PRONOUN, Form.SHORT}
        return Meant((figure,), Grade.OPEN if unbound else Grade.CERTAIN)

    def _via(self, phrase: Phrase, setting: Setting) -> Figure | None:
        """Return the outlet whose source the text says this is: "RIA's source", "its sources", else a source
        that the outlet beside it cites or was told by."""
        if phrase.kind is not SourceKind.UNNAMED:
            return None
        beside = setting.speaker or setting.told
        owner = belongs_to(phrase, setting, self.cast, self.trail) or beside
        return owner if owner and owner.kind is SourceKind.OUTLET and owner is not self.cast.own else None


def _again(phrase: Phrase, setting: Setting, trail: Trail) -> Found | None:
    """Return whom a noun without article means that somebody bears ("police"), or one with an owner ("her
    husband")."""
    alone = phrase.content <= {phrase.head} and not phrase.introduces
    bare = phrase.kind is SourceKind.ORGANISATION and alone
    owned = bool(phrase.owner) and phrase.head in trail.vocabulary.persons and not phrase.plural
    if not (bare or owned) or phrase.form is not Form.DESCRIPTION:
        return None
    found = trail.antecedent(phrase, setting)
    return found if found and phrase.head in found.figure.nouns else None


def _apposed(phrase: Phrase, setting: Setting, trail: Trail) -> Figure | None:
    """Return who stands right before a description set off by a comma ("the traveller, *a woman of 50*")."""
    person = phrase.head in trail.vocabulary.persons and phrase.form is not Form.NAME
    if not (phrase.introduces and person) or phrase.plural:
        return None
    last = trail.last(phrase.spans[0])
    if last is None or last.figure.plural:
        return None
    beside = last.sentence == setting.sentence and last.span.gap(phrase.spans[0]) == BESIDE
    return last.figure if beside and last.figure.outlet is None else None


def _settle(figure: Figure, phrase: Phrase, vocabulary: Vocabulary) -> None:
    """Take the kind of a figure, guessed so far, from a short form that means it."""
    if phrase.kind is SourceKind.PERSON and phrase.form is Form.PRONOUN:
        figure.kind, figure.sure = SourceKind.PERSON, True
    elif phrase.head in vocabulary.nouns.outlet:
        figure.kind, figure.sure = SourceKind.OUTLET, True
    elif phrase.head in vocabulary.nouns.body | vocabulary.says.it and figure.kind is SourceKind.PERSON:
        figure.kind = SourceKind.ORGANISATION


def _why_bound(found: Found, phrase: Phrase, setting: Setting, last: Step | None) -> str:
    """Return the reason in words: who, and where the last mention stands."""
    where = "elsewhere in the article"
    if last and phrase.spans[0].part is Part.BODY and last.sentence <= setting.sentence:
        distance = setting.sentence - last.sentence
        where = _DISTANCES[distance] if distance < len(_DISTANCES) else f"{distance} sentences earlier"
    return f"“{phrase.text}” -> {' and '.join(figure.name for figure in found.figures)}, {where}"


def _why(phrase: Phrase, figure: Figure, reason: str) -> str:
    return f"“{phrase.text}” -> {figure.name}, {reason}"


def _step(figures: tuple[Figure, ...], phrase: Phrase, setting: Setting, *, is_source: bool) -> Step:
    """Return the mention that a phrase is, in the part of the article where it begins."""
    first = phrase.spans[0]
    return Step(
        figures=figures,
        span=hull([span for span in phrase.spans if span.part == first.part]),
        sentence=setting.sentence,
        quotation=setting.quotation,
        is_source=is_source,
        is_subject=setting.is_subject,
    )
