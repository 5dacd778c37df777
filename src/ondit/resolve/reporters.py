"""For which outlet somebody writes: "Jo Hale and Al Orr report for the Post"."""

from ondit.model.attribution import Attributed
from ondit.model.source import SourceKind
from ondit.model.span import Span
from ondit.resolve.figure import Figure
from ondit.resolve.reference.walk import Bound, between_words
from ondit.resolve.scene import Scene
from ondit.text.fold import fold


def set_outlets(attributed: Attributed, bound: Bound, scene: Scene) -> None:
    """Make each person the reporter of the outlet that stands right behind what he does: what "Jo Hale writes
    in the Post" is the Post's."""
    writes = scene.vocabulary.nouns.writes
    for row, attribution in enumerate(attributed.attributions if writes else ()):
        if not attribution.cue:
            continue
        cue = attribution.cue[-1]
        links = writes.get(fold(scene.cast.article.cut(cue)), frozenset())
        outlet = _behind(cue, links, scene) if links else None
        figures = (one for meant in bound.get((row, "source"), ()) for one in meant.figures)
        beside = (one for meant in bound.get((row, "beside"), ()) for one in meant.figures)
        for figure in (*figures, *beside) if outlet else ():
            if figure.kind is SourceKind.PERSON and figure.speaks_for is None:
                figure.speaks_for = outlet


def _behind(cue: Span, links: frozenset[str], scene: Scene) -> Figure | None:
    """Return the outlet that follows a cue behind one of the words that lead to it, and an article."""
    articles = scene.vocabulary.says.definite
    for mention in scene.mentions:
        words = fold(between_words(scene.cast.article, cue, mention.span)).split()
        if words and words[0] in links and set(words[1:]) <= articles and mention.counts:
            return scene.cast.named(mention.phrase)
    return None
