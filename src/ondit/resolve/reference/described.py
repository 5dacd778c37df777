"""Those whom an article describes and does not name."""

from ondit.model.source import SourceKind
from ondit.model.span import Part
from ondit.resolve.figure import Figure
from ondit.resolve.phrases.phrase import Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.reference.antecedent import MOST_STEPS
from ondit.text.fold import fold


class Described:
    """The described figures of one article, in reading order."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.figures: list[Figure] = []

    def new(self, figure: Figure) -> Figure:
        """Take in a figure, or return the one that has the same id already."""
        same = next((one for one in self.figures if one.key == figure.key), None)
        if same is None:
            self.figures.append(figure)
        return same or figure

    def known(
        self, phrase: Phrase, via: Figure | None, body: Figure | None, *, told_us: bool
    ) -> Figure | None:
        """Return the figure that a description means again, None when it introduces somebody: the last one
        that fits, for a headline the first. `via` is the outlet whose source the text says it is, `told_us`
        tells that it is the article's own; `body` is the one for which it speaks."""
        if phrase.fresh:
            return None
        title = phrase.spans[0].part is Part.TITLE
        order = self.figures[:MOST_STEPS] if title else self.figures[: -MOST_STEPS - 1 : -1]
        near = (one for one in order if not (told_us and one.via) and not (via and one.told_us))
        same = next((one for one in near if self._same(phrase, one, via)), None)
        if same or body is None or phrase.introduces:
            return same
        return next((one for one in order if one.speaks_for is body and phrase.head in one.nouns), None)

    def _same(self, phrase: Phrase, figure: Figure, via: Figure | None) -> bool:
        """Tell whether a description means a figure already described: the same words; or the same noun
        where the text says that both are the source of one outlet ("RIA's source"); or, in a headline, the
        same noun with nothing against it."""
        if figure.plural != phrase.plural or (via and figure.via and via is not figure.via):
            return False
        bare = self._bare(phrase.text)
        if bare and self._bare(figure.name) == bare:
            return True
        if phrase.head not in figure.nouns or phrase.countries - figure.countries:
            return False
        if phrase.spans[0].part is Part.TITLE:
            return phrase.content <= figure.content
        return bool(via and figure.kind is SourceKind.UNNAMED and phrase.definite and phrase.belongs)

    def source_of(self, outlet: Figure) -> Figure | None:
        """Return the one unnamed source that the text gives to an outlet, None when there are more."""
        found = [one for one in self.figures if one.via is outlet and not one.plural]
        return found[0] if len(found) == 1 else None

    def _bare(self, text: str) -> str:
        return " ".join(word for word in fold(text).split() if word not in self.vocabulary.introducing)
