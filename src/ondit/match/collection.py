"""The articles that are linked, with what their words weigh among each other."""

import math
from collections import Counter
from collections.abc import Iterable

from ondit.languages import lexicon_of
from ondit.languages.lexicon import ClaimWords
from ondit.match.meaning.keys import mention_keys
from ondit.match.order import reading_time
from ondit.model.article import Article
from ondit.model.claim import Mention
from ondit.model.reading import Reading
from ondit.model.span import text_order
from ondit.text.fold import fold, folded_words
from ondit.text.weights import TermWeights, Vector

_TITLE_COUNT = 2  # a title's word counts as often as this many of the body's
_LEDE_WORDS = 100  # words of the body that count as the lede
_LEDE_SHARE = 0.4  # of an article's likeness to others that is their ledes' and titles'; .3 and .5 do as well
_LEDE_MARK = "^"  # before a term of the lede, so that ledes meet ledes
_FIGURE_COUNT = 0.5  # a figure is half a term: the same one is good evidence, another one is mere drift
_CONTEXT_COUNT = 0.3  # a name that only the article gives is less than a third of one that the mention has
_SMALLEST_FIGURE = 13  # smaller figures are shared by chance
_SHORTEST_TERM = 2
_NO_WORDS = ClaimWords()


class Collection:
    """Readings by id, their mentions by id, and term weights of both."""

    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}
        self.mentions: dict[str, Mention] = {}
        self.names: dict[str, tuple[str, ...]] = {}
        self._article_weights, self._lede_weights = TermWeights(), TermWeights()
        self._mention_weights = TermWeights()

    def add(self, reading: Reading) -> None:
        """Take in one article."""
        self.readings[reading.id] = reading
        self.mentions.update((mention.id, mention) for mention in reading.mentions)
        self.names[reading.id] = tuple(sorted({name for one in reading.mentions for name in one.names}))
        whole, lede = article_counts(reading.article, self.words(reading.id))
        self._article_weights.add(whole)
        self._lede_weights.add(lede)
        self._mention_weights.add(term for mention in reading.mentions for term in mention_keys(mention))

    def words(self, article_id: str) -> ClaimWords:
        """Return the words of an article's language, empty tables where it has no lexicon."""
        lexicon = lexicon_of(self.readings[article_id].article.language or "")
        return lexicon.claim if lexicon else _NO_WORDS

    def refers_back(self, mention: Mention) -> bool:
        """Tell whether a mention only points to what was said before: "the alleged deployment", "this move".

        That is a definite shell noun with nothing beside it: no name, no figure, no other word.
        Source: H.-J. Schmid, "English Abstract Nouns as Conceptual Shells", 2000.
        """
        lexicon = lexicon_of(self.readings[mention.article_id].article.language or "")
        first = mention.text.split(maxsplit=1)[:1]
        return (
            lexicon is not None
            and mention.attribution_id is not None
            and len(mention.terms) == 1
            and mention.terms[0] in lexicon.claim.shell
            and not (mention.names or mention.quantities)
            and bool(first)
            and fold(first[0]) in lexicon.source_words.definite
        )

    def article_vector(self, article_id: str) -> Vector:
        """Return the unit vector of an article's words; those of title and lede count once more for
        themselves, because two rumours about the same people have much of their background in common."""
        whole, lede = article_counts(self.readings[article_id].article, self.words(article_id))
        share, rest = math.sqrt(_LEDE_SHARE), math.sqrt(1 - _LEDE_SHARE)
        vector = {term: value * rest for term, value in self._article_weights.vector(whole).items()}
        for term, value in self._lede_weights.vector(lede).items():
            vector[_LEDE_MARK + term] = value * share
        return vector

    def mention_vector(self, mention_id: str) -> Vector:
        """Return the unit vector of a mention's terms."""
        return self._mention_weights.vector(mention_keys(self.mentions[mention_id]))

    def in_time(self, article_ids: Iterable[str]) -> list[str]:
        """Return articles in the order of publication."""
        return sorted(article_ids, key=lambda one: reading_time(self.readings[one]))

    def in_order(self, mention_ids: Iterable[str]) -> list[Mention]:
        """Return mentions in the order of publication, then of the text."""
        mentions = [self.mentions[one] for one in mention_ids]
        return sorted(
            mentions,
            key=lambda one: (
                reading_time(self.readings[one.article_id]),
                text_order(one.spans[0]),
                one.id,
            ),
        )


def article_counts(article: Article, words: ClaimWords) -> tuple[Counter[str], Counter[str]]:
    """Return how often an article has each folded word that can tell its story: as a whole, and in title and
    lede alone."""
    body, title = folded_words(article.text), folded_words(article.title)
    lede = Counter(body[:_LEDE_WORDS])
    whole = lede + Counter(body[_LEDE_WORDS:])
    for counts in (whole, lede):
        for word in title:
            counts[word] += _TITLE_COUNT
        for word in [one for one in counts if _is_idle(one, words)]:
            del counts[word]
    return whole, lede


def _is_idle(word: str, words: ClaimWords) -> bool:
    return len(word) < _SHORTEST_TERM or word in words.stop or word in words.reporting


def mention_counts(mention: Mention) -> dict[str, float]:
    """Return the terms and figures of a mention, and the words of its context, which tell less."""
    counts: dict[str, float] = {word: _CONTEXT_COUNT for name in mention.context for word in name.split()}
    counts.update(dict.fromkeys(mention.terms, 1.0))
    for quantity in mention.quantities:
        if quantity.value >= _SMALLEST_FIGURE:
            counts[f"#{quantity.value:g}"] = _FIGURE_COUNT
    return counts
