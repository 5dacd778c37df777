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
    """One attribution of one sentence: the positions of its words there, without punctuation.

    `size` is the number of words of its content in the whole article, `named` tells whether it has a source,
    be it in another sentence.
    """

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    size: int
    named: bool

    def overlap(self, words: frozenset[int]) -> float:
        """Return the Jaccard index of some words of the sentence and the whole content."""
        shared = len(words & self.content)
        return shared / (self.size + len(words) - shared) if self.content else 0.0

    def is_of(self, source: frozenset[int]) -> bool:
        """Tell whether a source of the sentence shares a word with this one's, or both are empty."""
        return bool(source & self.source) or not (source or self.named)


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
    return with_gold(list(_scenes(annotated)), gold)


def with_gold(scenes: Sequence[Scene], gold: Sequence[Roles]) -> Iterator[Marked]:
    """Yield the sentences of an article, each with the gold that touches it."""
    sizes = [0] * len(gold)
    contents: list[dict[int, frozenset[int]]] = []
    for scene in scenes:
        whole = [scene.tree.sentence.span]
        near = (at for at, one in enumerate(gold) if share_text(whole, _spans([*one.cue, *one.content])))
        contents.append({at: _positions(scene.tree, gold[at].content) for at in near})
        for at, content in contents[-1].items():
            sizes[at] += len(wordy(scene.tree, content))
    for scene, near_by in zip(scenes, contents, strict=True):
        tree = scene.tree
        found = [
            Gold(
                _words(tree, gold[at].source),
                _positions(tree, gold[at].cue),
                wordy(tree, content),
                sizes[at],
                bool(gold[at].source),
            )
            for at, content in near_by.items()
        ]
        yield Marked(scene, tuple(found), frozenset().union(*near_by.values()))


def _scenes(annotated: Annotated) -> Iterator[Scene]:
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
        yield Scene(place, tree, quoted, lines, rules)


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
