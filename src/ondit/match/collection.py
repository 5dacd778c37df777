"""The articles that are linked, with what their words weigh among each other."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from ondit.languages import lexicon_of
from ondit.languages.claims import ClaimWords
from ondit.match.known import Asked, Known, NothingKnown
from ondit.match.mains import lede_weights, main_stance
from ondit.match.meaning.keys import mention_keys
from ondit.match.meaning.named import Names, names_of
from ondit.match.meaning.traits import Traits, traits_of
from ondit.match.order import reading_time
from ondit.model.article import Article
from ondit.model.claim import Card, Frequency, Mention
from ondit.model.reading import Reading
from ondit.model.span import text_order
from ondit.text.fold import folded_words
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
    """The readings that are linked, their mentions by id, and term weights of both.

    What is `known` of articles linked before is asked for when it is needed. `added` are the ids of the
    articles added here; `article_of` gives the article of every mention met so far.
    """

    def __init__(self, known: Known | None = None) -> None:
        self.known = known = known or NothingKnown()
        self.added: list[str] = []
        self.article_of: dict[str, str] = {}
        self.readings: Asked[str, Reading] = Asked(known.reading)
        self.cards: Asked[str, Card] = Asked(self._card)
        self.mentions: Asked[str, Mention] = Asked(self._mention)
        self.names: Asked[str, Names] = Asked(lambda one: _names_in(known.mentions(one)))
        self._keys: Asked[str, dict[str, float]] = Asked(lambda one: mention_keys(self.mentions[one]))
        self.traits: Asked[str, Traits] = Asked(
            lambda one: traits_of(self.mentions[one], self.names[self.mentions[one].article_id])
        )
        self._frequencies: Asked[str, Frequency] = Asked(lambda term: known.frequencies([term])[0])
        self._counts: Asked[str, tuple[Counter[str], Counter[str]]] = Asked(
            lambda one: article_counts(self.readings[one].article, self.words(one))
        )
        count = self._known_documents = known.documents()
        self._article_weights = TermWeights(count, lambda term: self._frequencies[term].articles)
        self._lede_weights = TermWeights(count, lambda term: self._frequencies[term].ledes)
        self._mention_weights = TermWeights(count, lambda term: self._frequencies[term].mentions)

    def add(self, readings: Sequence[Reading]) -> None:
        """Take in articles, all at once."""
        for reading in readings:
            self.added.append(reading.id)
            self.readings[reading.id] = reading
            self.cards[reading.id] = _card_of(reading, self.words(reading.id))
            self.mentions.update((mention.id, mention) for mention in reading.mentions)
            self.article_of.update((mention.id, reading.id) for mention in reading.mentions)
            self.names[reading.id] = _names_in(reading.mentions)
        counts = {one.id: self._counts[one.id] for one in readings}
        told = [{term for one in reading.mentions for term in self._keys[one.id]} for reading in readings]
        terms = set[str]().union(*(whole for whole, _ in counts.values()), *told)
        asked = sorted(terms - self._frequencies.keys())
        self._frequencies.update(zip(asked, self.known.frequencies(asked), strict=True))
        for (whole, lede), said in zip(counts.values(), told, strict=True):
            self._article_weights.add(whole)
            self._lede_weights.add(lede)
            self._mention_weights.add(said)

    def documents(self) -> int:
        """Return how many articles were linked before or added."""
        return self._known_documents + len(self.added)

    def holds(self, article_id: str) -> bool:
        """Tell whether an article is linked already or was added."""
        return article_id in self.cards or self.known.card(article_id) is not None

    def frequencies(self) -> dict[str, Frequency]:
        """Return in how many of the added articles each term stands."""
        counts = [one.added for one in (self._article_weights, self._lede_weights, self._mention_weights)]
        terms = sorted({term for count in counts for term in count})
        return {term: Frequency(*(count[term] for count in counts)) for term in terms}

    def words(self, article_id: str) -> ClaimWords:
        """Return the words of an article's language, empty tables where it has no lexicon."""
        lexicon = lexicon_of(self.readings[article_id].article.language or "")
        return lexicon.claim if lexicon else _NO_WORDS

    def article_vector(self, article_id: str) -> Vector:
        """Return the unit vector of an article's words; those of title and lede count once more for
        themselves, because two rumours about the same people have much of their background in common."""
        whole, lede = self._counts[article_id]
        share, rest = math.sqrt(_LEDE_SHARE), math.sqrt(1 - _LEDE_SHARE)
        vector = {term: value * rest for term, value in self._article_weights.vector(whole).items()}
        for term, value in self._lede_weights.vector(lede).items():
            vector[_LEDE_MARK + term] = value * share
        return vector

    def shown_by(self, title: str, story: Vector) -> float:
        """Return how much of what the ledes of a story have in common a title says, for its length; `story`
        is the sum of its articles' vectors."""
        words = set(folded_words(title))
        return sum(story.get(_LEDE_MARK + word, 0.0) for word in words) / math.sqrt(len(words) or 1)

    def mention_vector(self, mention_id: str) -> Vector:
        """Return the unit vector of a mention's terms."""
        return self._mention_weights.vector(self._keys[mention_id])

    def in_order(self, mention_ids: Iterable[str]) -> list[Mention]:
        """Return mentions in the order of publication, then of the text."""
        mentions = [self.mentions[one] for one in mention_ids]
        return sorted(
            mentions, key=lambda one: (self.cards[one.article_id].moment, text_order(one.spans[0]), one.id)
        )

    def _card(self, article_id: str) -> Card:
        card = self.known.card(article_id)
        if card is None:
            raise KeyError(article_id)
        return card

    def _mention(self, mention_id: str) -> Mention:
        """Return a mention of an article linked before, and take in all of the article."""
        article_id = self.article_of[mention_id]
        found = self.known.mentions(article_id)
        self.mentions.update((mention.id, mention) for mention in found)
        self.names[article_id] = _names_in(found)
        return self.mentions[mention_id]


def _card_of(reading: Reading, words: ClaimWords) -> Card:
    article = reading.article
    return Card(
        article_id=reading.id,
        moment=reading_time(reading),
        title=article.title or article.text.strip().partition("\n")[0],
        stance=main_stance(reading, words),
        ledes=lede_weights(reading.mentions),
    )


def _names_in(mentions: Iterable[Mention]) -> Names:
    return names_of(tuple(sorted({name for mention in mentions for name in mention.names})))


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
