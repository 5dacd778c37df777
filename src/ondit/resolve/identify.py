"""Who is meant by each phrase of an article, in reading order."""

from ondit.model.source import SourceKind
from ondit.model.span import Part, Span, hull
from ondit.resolve.antecedent import MOST_STEPS, Step, Trail
from ondit.resolve.belonging import belongs_to, is_mouthpiece, is_officer
from ondit.resolve.cast import Cast
from ondit.resolve.figure import Figure, of_description, of_post
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.text.fold import fold

_DISTANCES = ("the same sentence", "one sentence earlier", "two sentences earlier", "three sentences earlier")


class Identifier:
    """Binds phrases to figures; remembers what it has seen of the article so far."""

    def __init__(self, vocabulary: Vocabulary, cast: Cast) -> None:
        self.vocabulary = vocabulary
        self.cast = cast
        self.trail = Trail(vocabulary)
        self.described: list[Figure] = []

    def pass_by(self, phrase: Phrase, sentence: int) -> None:
        """Note somebody whom the text mentions without making it a source."""
        figure = (
            self.cast.named(phrase) if phrase.form is Form.NAME else self._unnamed(phrase, sentence, None)
        )
        figure.nouns |= phrase.nouns
        figure.countries |= phrase.countries
        figure.content |= phrase.content
        self.trail.add(Step(figure, _place(phrase), sentence, False))

    def identify(
        self, phrase: Phrase, sentence: int, *, speaker: Figure | None = None, told: Figure | None = None
    ) -> Figure:
        """Return who is meant; `speaker` is the source of the attribution that holds this one, `told` whom
        this one speaks to, where there is one."""
        own_words = phrase.form is Form.OWN
        figure = self._own(phrase, speaker) if own_words else self._figure(phrase, sentence, speaker or told)
        figure.take(phrase)
        if figure.kind is SourceKind.PERSON and not figure.speaks_for and is_officer(phrase, self.vocabulary):
            figure.speaks_for = belongs_to(phrase, sentence, self.cast, self.trail)
        if phrase.form is not Form.OWN:
            self.trail.add(Step(figure, _place(phrase), sentence, True))
        return figure

    def _figure(self, phrase: Phrase, sentence: int, outlet: Figure | None) -> Figure:
        if phrase.form is Form.NAME:
            return self.cast.named(phrase)
        if phrase.form is Form.OFFICE:
            return self._post(phrase, sentence)
        found = None
        of_outlet = phrase.belongs is not None and bool(phrase.belongs.outlets)
        if (
            phrase.form in {Form.PRONOUN, Form.SHORT}
            and not of_outlet
            and not (phrase.belongs and is_mouthpiece(phrase, self.vocabulary))
        ):
            found = self.trail.antecedent(phrase, sentence)
            if found:
                self._reason(found, phrase, sentence)
        elif is_mouthpiece(phrase, self.vocabulary):
            found = belongs_to(phrase, sentence, self.cast, self.trail)
        return found or self._unnamed(phrase, sentence, outlet)

    def _own(self, phrase: Phrase, speaker: Figure | None) -> Figure:
        """Return the speaker for a "we" in somebody's words, else the outlet."""
        if phrase.head in self.vocabulary.says.own_voice and speaker:
            return speaker
        return self.cast.own or self._new(of_description(phrase))

    def _post(self, phrase: Phrase, sentence: int) -> Figure:
        """Return who holds a post: a person of the article whose post it is, else the post itself."""
        for figure in self.cast.figures:
            apart = phrase.countries and figure.countries and not phrase.countries & figure.countries
            if figure.kind is SourceKind.PERSON and phrase.head in figure.nouns and not apart:
                self._reason(figure, phrase, sentence)
                return figure
        post = of_post(phrase)
        same = next((figure for figure in self.described if figure.key == post.key), None)
        return same or self._new(post)

    def _unnamed(self, phrase: Phrase, sentence: int, outlet: Figure | None) -> Figure:
        via = self._via(phrase, sentence, outlet)
        title = phrase.spans[0].part is Part.TITLE
        for figure in self.described[:MOST_STEPS] if title else reversed(self.described[-MOST_STEPS:]):
            if not phrase.fresh and self._same(phrase, figure, via):
                if fold(figure.name) != fold(phrase.text):
                    self._reason(figure, phrase, sentence)
                figure.via = figure.via or via
                return figure
        figure = self._new(of_description(phrase))
        figure.via = via
        return figure

    def _same(self, phrase: Phrase, figure: Figure, via: Figure | None) -> bool:
        """Tell whether a description means a figure already described: the same words; or the same noun
        where the text says that both are the source of one outlet ("RIA's source"); or, in a headline, the
        same noun with nothing against it."""
        if figure.plural != phrase.plural or (via and figure.via and via is not figure.via):
            return False
        if self._bare(figure.name) == self._bare(phrase.text):
            return True
        if phrase.head not in figure.nouns or phrase.countries - figure.countries:
            return False
        if phrase.spans[0].part is Part.TITLE:
            return phrase.content <= figure.content
        return bool(via and figure.kind is SourceKind.UNNAMED and phrase.definite and phrase.belongs)

    def _bare(self, text: str) -> str:
        return " ".join(word for word in fold(text).split() if word not in self.vocabulary.introducing)

    def _via(self, phrase: Phrase, sentence: int, outlet: Figure | None) -> Figure | None:
        """Return the outlet whose source the text says this is: "RIA's source", "its sources", else a source
        that the outlet beside it cites or was told by."""
        if phrase.kind is not SourceKind.UNNAMED:
            return None
        owner = belongs_to(phrase, sentence, self.cast, self.trail) or outlet
        return owner if owner and owner.kind is SourceKind.OUTLET and owner is not self.cast.own else None

    def _new(self, figure: Figure) -> Figure:
        self.described.append(figure)
        return figure

    def _reason(self, figure: Figure, phrase: Phrase, sentence: int) -> None:
        last = next((step for step in reversed(self.trail.steps) if step.figure is figure), None)
        where = "elsewhere in the article"
        if last and last.sentence <= sentence:
            distance = sentence - last.sentence
            where = _DISTANCES[distance] if distance < len(_DISTANCES) else f"{distance} sentences earlier"
        figure.reasons[f"“{phrase.text}” -> {figure.name}, {where}"] = None


def _place(phrase: Phrase) -> Span:
    """Return the stretch of a phrase in the part of the article where it begins."""
    first = phrase.spans[0]
    return hull([span for span in phrase.spans if span.part == first.part])
