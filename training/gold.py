"""PolNeAR articles as scenes with the gold attributions of each sentence."""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from ondit.annotate import annotate
from ondit.attribute.grammar.tree import Tree
from ondit.attribute.scene import LINE_BREAK, Scene, mended, rules_from
from ondit.attribute.speech import QuotedTokens
from ondit.languages import lexicon_of
from ondit.model.annotation import Annotated
from ondit.model.article import Article
from ondit.model.span import Part, Span, share_text
from ondit.text.quotations import find_quotations


class Gold(msgspec.Struct, frozen=True):
    """One attribution of one sentence: the positions of its words there, without punctuation."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


class Marked(msgspec.Struct, frozen=True):
    """One sentence with what is marked in it. `content` are all tokens within some content."""

    scene: Scene
    gold: tuple[Gold, ...]
    content: frozenset[int]


class Roles(msgspec.Struct, frozen=True):
    """An attribution as the corpus gives it."""

    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]


def read_gold(path: Path) -> Iterator[tuple[Article, list[Roles]]]:
    """Yield the articles of a file of the corpus with their attributions."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            article = Article(id=row["id"], text=row["text"], language="en")
            yield article, msgspec.convert(row["attributions"], list[Roles])


def marked_sentences(article: Article, gold: Sequence[Roles]) -> list[Marked]:
    """Return the sentences of an article as the attribute room sees them, each with its gold."""
    return list(_marked(annotate(article), gold))


def _marked(annotated: Annotated, gold: Sequence[Roles]) -> Iterator[Marked]:
    lexicon = lexicon_of(annotated.language)
    if lexicon is None:
        raise SystemExit(f"no lexicon for '{annotated.language}'")
    rules, text, first = rules_from(lexicon), annotated.article.text, 0
    quotations = find_quotations(text, lexicon.quotation.marks, Part.BODY)
    lines = text.replace("\n", LINE_BREAK)
    for place, sentence in enumerate(annotated.sentences):
        tree = mended(sentence, rules)
        quoted = QuotedTokens(tree, quotations, first)
        first = quoted.next
        near = [one for one in gold if share_text([sentence.span], _spans([*one.cue, *one.content]))]
        yield Marked(
            Scene(place, tree, quoted, lines, rules),
            tuple(
                Gold(_words(tree, one.source), _positions(tree, one.cue), _words(tree, one.content))
                for one in near
            ),
            frozenset(at for one in near for at in _positions(tree, one.content)),
        )


def _spans(pairs: Sequence[tuple[int, int]]) -> list[Span]:
    return [Span(start, end) for start, end in pairs]


def _positions(tree: Tree, pairs: Sequence[tuple[int, int]]) -> frozenset[int]:
    spans = _spans(pairs)
    return frozenset(at for at, token in enumerate(tree.tokens) if share_text([token.span], spans))


def _words(tree: Tree, pairs: Sequence[tuple[int, int]]) -> frozenset[int]:
    return wordy(tree, _positions(tree, pairs))


def wordy(tree: Tree, positions: frozenset[int] | Sequence[int]) -> frozenset[int]:
    """Return the positions without those of punctuation."""
    return frozenset(at for at in positions if any(char.isalnum() for char in tree.tokens[at].text))


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the Jaccard index of two sets of words; two empty ones are alike."""
    return len(one & other) / len(one | other) if one or other else 1.0


def same_source(one: frozenset[int], other: frozenset[int]) -> bool:
    """Tell whether two sources share a word or are both empty."""
    return bool(one & other) or (not one and not other)
