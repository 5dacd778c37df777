"""What articles and mentions weigh: the sparse vectors that are compared before any slot is."""

from collections import Counter

from ondit.languages.lexicon import ClaimWords
from ondit.model.article import Article
from ondit.model.claim import Mention
from ondit.text.fold import fold

_TITLE_COUNT = 2  # a title's word counts as often as this many of the body's
_FIGURE_COUNT = 0.5  # a figure is half a term: the same one is good evidence, another one is mere drift
_CONTEXT_COUNT = 0.3  # a name that only the article gives is less than a third of one that the mention has
_SMALLEST_FIGURE = 13  # smaller figures are shared by chance
_SHORTEST_TERM = 2


def article_counts(article: Article, words: ClaimWords) -> Counter[str]:
    """Return how often an article has each folded word that can tell its story."""
    idle = {*words.stop, *words.reporting}
    counts: Counter[str] = Counter()
    for text, count in ((article.text, 1), (article.title, _TITLE_COUNT)):
        for word in fold(text).split():
            if len(word) >= _SHORTEST_TERM and word not in idle:
                counts[word] += count
    return counts


def mention_counts(mention: Mention) -> dict[str, float]:
    """Return the terms and figures of a mention, and the words of its context, which tell less."""
    counts: dict[str, float] = {word: _CONTEXT_COUNT for name in mention.context for word in name.split()}
    counts.update(dict.fromkeys(mention.terms, 1.0))
    for quantity in mention.quantities:
        if quantity.value >= _SMALLEST_FIGURE:
            counts[f"#{quantity.value:g}"] = _FIGURE_COUNT
    return counts
