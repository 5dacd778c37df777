"""PolNeAR's dev part, where it is at hand: it is no part of this project."""

import gzip
from pathlib import Path

import msgspec

from eval.marks.attributes import manner_of
from eval.marks.records import SourceClass
from eval.score.said import Said, WordIndex, said_in_reading
from eval.score.scoring import score_item
from eval.score.tally import Figure, figures
from ondit.model.article import Article
from ondit.model.attribution import Certainty, Distance, Polarity
from ondit.model.span import Span
from ondit.pipeline import Recipe, read_article

MEANT = ("attribution", "cue", "source", "content", "recall", "no source")
"""PolNeAR says nothing of nesting, factuality or who is meant: only figures that begin so mean anything."""
UNMEANT = ("recall, cue", "recall, source: unnamed", "recall, speech")


class Marked(msgspec.Struct):
    """One attribution of PolNeAR: pairs of code-point offsets by role."""

    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]


class Document(msgspec.Struct):
    """One article of PolNeAR as JSON Lines hold it."""

    id: str
    text: str
    attributions: list[Marked]


def polnear_figures(path: Path) -> list[Figure]:
    """Return the figures on a gzipped JSON Lines file of PolNeAR. Only outermost attributions count: the
    corpus has no others."""
    counts = []
    for line in gzip.decompress(path.read_bytes()).splitlines():
        document = msgspec.json.decode(line, type=Document)
        article = Article(id=document.id, text=document.text, language="en")
        found = said_in_reading(read_article(article, Recipe(trained=True)))
        counts.append(score_item(_said(document, article), [one for one in found if one.parent is None]))
    return [one for one in figures(counts) if one.name.startswith(MEANT) and not one.name.startswith(UNMEANT)]


def _said(document: Document, article: Article) -> list[Said]:
    words = WordIndex(article)
    return [
        Said(
            source=words.under(Span(*pair) for pair in one.source),
            cue=words.under(Span(*pair) for pair in one.cue),
            content=words.under(Span(*pair) for pair in one.content),
            manner=manner_of("".join(document.text[start:end] for start, end in one.content)),
            certainty=Certainty.CERTAIN,
            polarity=Polarity.POSITIVE,
            distance=Distance.NONE,
            source_class=SourceClass.UNNAMED if one.source else SourceClass.NONE,
        )
        for one in document.attributions
    ]
