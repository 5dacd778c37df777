"""Certainty, polarity and distance of a content without a parse: by its words."""

from collections.abc import Sequence

from ondit.attribute.factuality import Factuality
from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.sketch import Sketch
from ondit.model.attribution import Certainty, Polarity

_MAIN = 16
"""Words of a content within its first clause in which a negation is taken for that of its main event."""


def surface_factuality(line: Line, sketch: Sketch) -> Factuality:
    """Return what a sketch says of its content. A cue that is itself negated leaves the content unstated."""
    words = line.rules.words
    main = _main_words(line, sketch.content)
    denied = _odd(main, words.negators) != _any(main, words.verdicts)
    negative = (sketch.saying.polarity is Polarity.NEGATIVE) != denied
    certainty = sketch.saying.certainty
    if sketch.negated:
        certainty, negative = Certainty.UNSTATED, negative and sketch.saying.polarity is Polarity.POSITIVE
    elif _any(main, words.open) or (main and main[-1] in {"?", "؟"}):
        certainty = Certainty.UNSTATED
    elif certainty is Certainty.CERTAIN and _any(main, words.possible):
        certainty = Certainty.POSSIBLE
    elif certainty is Certainty.CERTAIN and _any(main, words.probable):
        certainty = Certainty.PROBABLE
    return Factuality(certainty, Polarity.NEGATIVE if negative else Polarity.POSITIVE, sketch.saying.distance)


def _main_words(line: Line, content: Sequence[Stretch]) -> list[str]:
    words: list[str] = []
    for start, end in content[:1]:
        for place in range(start, min(end, start + _MAIN)):
            if line.is_comma(place) and words:
                break
            words += [line.low[place], line.tokens[place].lemma]
    return words


def _any(words: Sequence[str], wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(words)


def _odd(words: Sequence[str], wanted: frozenset[str]) -> bool:
    """Tell whether an odd number of words, given as pairs of form and lemma, is wanted."""
    pairs = zip(words[::2], words[1::2], strict=True)
    return sum(form in wanted or lemma in wanted for form, lemma in pairs) % 2 == 1
