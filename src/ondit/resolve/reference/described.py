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

    def known(self, phrase: Phrase, via: Figure | None) -> Figure | None:
        """Return the figure that a description means again, None when it introduces somebody: the last one
        that fits, for a headline the first. `via` is the outlet whose source the text says it is."""
        if phrase.fresh:
            return None
        title = phrase.spans[0].part is Part.TITLE
        order = self.figures[:MOST_STEPS] if title else self.figures[: -MOST_STEPS - 1 : -1]
        return next((one for one in order if self._same(phrase, one, via)), None)

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
